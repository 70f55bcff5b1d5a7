"""What holds the course beyond `make test`: it needs more than Python and Chromium, or more than a minute."""
