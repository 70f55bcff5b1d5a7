"""What stands between the network and the course: headers, limits, errors, the start."""
