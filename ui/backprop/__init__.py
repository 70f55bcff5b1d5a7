"""The parts of the page on back-propagation."""
