"""What the worst that is still taken may cost, and what is refused must not: `make limits`, Linux only."""
