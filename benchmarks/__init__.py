"""What the course claims about its accuracy and speed, for anyone to run: ``python -m benchmarks``."""
