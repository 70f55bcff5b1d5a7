"""What the page on the test set alone shows: its sections, a module each."""
