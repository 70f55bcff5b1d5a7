"""The sections of the page on the test set, one module each."""
