"""The parts of the page on losses and slopes."""
