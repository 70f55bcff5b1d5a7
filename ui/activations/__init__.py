"""The parts of the page on activation functions, one module each."""
