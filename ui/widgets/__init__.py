"""What pages share: lessons, checks, guesses, and what else is put together from them."""
