"""What the pages share: the look, the figures, the canvas, the cached data."""
