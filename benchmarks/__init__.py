"""What the course claims about speed and accuracy, for anyone to run."""
