"""What the page of the gates alone shows."""
