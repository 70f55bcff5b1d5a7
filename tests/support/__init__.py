"""What several tests use: the app, a server, a hand, the worst files, and what work costs."""
