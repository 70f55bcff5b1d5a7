"""How good is a network? Accuracy, where it fails, how sure it may be, and what it withstands."""
