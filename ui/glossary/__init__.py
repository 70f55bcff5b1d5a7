"""What the page of all words alone shows."""
