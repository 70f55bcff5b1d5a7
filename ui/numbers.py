"""How numbers are written on screen: 10 000 and 93.52 %, with thin spaces that do not break."""

THIN = "\u202f"


def grouped(number: int) -> str:
    """Return a whole number in groups of three digits."""
    return f"{number:,}".replace(",", THIN)


def share(value: float) -> str:
    """Return a share from 0 to 1 as a percentage with two decimals; a dash for nan."""
    return "–" if value != value else f"{100 * value:.2f}{THIN}%"
