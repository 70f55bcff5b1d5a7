"""What stands between the network and the course: headers, limits, errors, the start."""

import os

# NumPy reads this when it is first imported, which comes later. Each visitor's run has a thread already:
# a product of 50×784 that two cores share costs them more than it gains, and holds others up.
for library in ("OPENBLAS", "MKL", "OMP"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")
