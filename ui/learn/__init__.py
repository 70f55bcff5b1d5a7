"""The parts of the page on learning."""
