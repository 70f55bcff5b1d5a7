"""What pages share: lessons, checks, predictions, and what else is put together from them."""
