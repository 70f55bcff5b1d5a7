"""What the page for teachers is made of."""
