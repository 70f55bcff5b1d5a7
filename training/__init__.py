"""Train the network that ships with the course: `python -m training`."""
