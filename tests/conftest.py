"""Settings that all tests share."""

from hypothesis import settings

# The same examples in every run, and no deadline: a busy machine is no failure.
settings.register_profile("course", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("course")
