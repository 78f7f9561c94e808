"""Fonts of the workbooks that are written here, with their parts in the order of Excel's own files.

ECMA-376 leaves the order free; Microsoft's Open XML SDK, by which others check files, does not.
"""

from openpyxl.styles import Font

__all__ = ["Font"]

Font.__elements__ = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family",
    "charset", "scheme",
)  # fmt: skip
