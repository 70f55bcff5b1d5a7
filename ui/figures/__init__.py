"""Every picture of the course, drawn from the live numbers in the colours of the visitor's theme."""
