"""How a network learns: what pages and training share."""
