"""The functions that a formula of an .xls may call, by the numbers that the file has for them."""

from openpyxl.utils import FORMULAE
from xlrd.formula import func_defs


class Untold(Exception):
    """A formula that cannot be written as text for sure; its value is kept instead."""


# The number under which functions are called that have none: of add-ins, of macros, and newer than the format.
USER_DEFINED = 255
# They lead out of the workbook, or to what is not kept of it.
_LEADING_OUT = frozenset({"CALL", "HYPERLINK", "INFO", "GETPIVOTDATA", "REGISTER.ID", "RTD", "SQL.REQUEST"})
# Functions of Excel 2007: those of the add-in that came with Excel before are among them.
_OF_EXCEL = frozenset(name for name in FORMULAE if name not in _LEADING_OUT and not name.startswith("CUBE"))
_KNOWN = {
    number: (found[0], found[1], found[2]) for number, found in func_defs.items() if found[0] in _OF_EXCEL
}
# Excel writes functions newer than the format under names that begin so.
NEWER_LEAD = "_xlfn."


def fixed(number: int) -> tuple[str, int]:
    """Name and number of arguments of a function that always has as many. Raises Untold."""
    name, least, most = _found(number)
    if least != most:
        raise Untold
    return name, least


def variable(number: int, count: int) -> str:
    """The name of a function that is given so many arguments. Raises Untold."""
    name, least, most = _found(number)
    if not least <= count <= most:
        raise Untold
    return name


def named(name: str) -> str | None:
    """The function of an add-in, or one newer than the format, as an .xlsx calls it; None for one that Excel 2007
    does not have."""
    name = name.upper()
    return name if name in _OF_EXCEL else None


def _found(number: int) -> tuple[str, int, int]:
    if number not in _KNOWN:
        raise Untold
    return _KNOWN[number]
