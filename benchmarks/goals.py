"""The goals of the product, as printed."""


def goal(what: str, value: float, limit: float, digits: int = 0) -> None:
    """One line: the figure, its limit, whether it is met."""
    print(f"  {'met   ' if value <= limit else 'MISSED'} {what}: {value:.{digits}f} (at most {limit:g})")
