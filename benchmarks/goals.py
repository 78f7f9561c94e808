"""The goals of the product, as printed."""


def goal(what: str, value: float, limit: float, digits: int = 0) -> None:
    """One line: the figure, its limit, whether it is met."""
    _line(value <= limit, what, value, f"at most {limit:g}", digits)


def least(what: str, value: float, limit: float, digits: int = 0) -> None:
    """The same where more is better."""
    _line(value >= limit, what, value, f"at least {limit:g}", digits)


def _line(met: bool, what: str, value: float, limit: str, digits: int) -> None:
    print(f"  {'met   ' if met else 'MISSED'} {what}: {value:.{digits}f} ({limit})", flush=True)
