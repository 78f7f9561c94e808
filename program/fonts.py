"""Fonts of the workbooks that are written here, with their parts in the order of Excel's own files.

ECMA-376 leaves the order free; Microsoft's Open XML SDK, by which others check files, does not.
"""

from typing import Any

from openpyxl.styles import Font

__all__ = ["Font", "font"]

Font.__elements__ = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family",
    "charset", "scheme",
)  # fmt: skip


def font(**given: Any) -> Font:
    """A font with name and size, those of a new workbook where none are given: a font that lacks them is another one
    in every program, so a sheet had letters of two kinds."""
    return Font(**({"name": "Calibri", "size": 11, "family": 2} | given))
