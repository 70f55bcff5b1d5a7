"""From any picture of a digit to the 28×28 pixels that a network reads, and pictures to learn from."""
