"""What the page on the test set alone shows: its sections, one module each, and which of them is shown."""
