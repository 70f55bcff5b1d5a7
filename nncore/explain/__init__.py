"""What the pages show beyond an answer: each sum, line and pixel behind it."""
