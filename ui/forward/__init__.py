"""What the page of the forward pass alone shows."""
