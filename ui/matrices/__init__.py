"""What the page of matrix products alone shows."""
