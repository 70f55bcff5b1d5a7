"""Random input for every way in: ``make fuzz``; ``make test`` replays what is kept of it."""
