"""In which form a marked workbook comes back."""

from enum import StrEnum
from pathlib import PurePath


class Form(StrEnum):
    """Forms by the ending of the file's name: an .ods comes back as one, anything else as an .xlsx."""

    XLSX = ".xlsx"
    ODS = ".ods"


def form_of(file_name: str) -> Form:
    """The form in which a file of this name comes back."""
    return Form.ODS if PurePath(file_name).suffix.casefold() == Form.ODS else Form.XLSX
