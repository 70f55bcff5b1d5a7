"""The parts of the Draw page: all of them show a `Preparation`, wherever its picture came from."""
