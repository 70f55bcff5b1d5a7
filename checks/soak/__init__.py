"""An hour of class work on one server: what it takes at the end should be what it took after ten minutes."""
