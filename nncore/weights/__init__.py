"""Networks in files: read from .npz and pickles without running anything in them, and written."""
