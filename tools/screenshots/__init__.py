"""Every picture of the README, of docs and of the product itself, made in a real Chromium."""
