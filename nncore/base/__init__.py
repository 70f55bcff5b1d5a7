"""What everything else stands on: limits, files that ship, files written whole, work in steps."""
