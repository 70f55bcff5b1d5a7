"""What several tests use: a server, a hand, the worst files, and what work costs."""
