"""Parts of a workbook as openpyxl saves them, mended where Office's own schema wants them otherwise.

What each of them is was found by Microsoft's Open XML SDK validator; Excel may ask to repair a file for them.
"""

import re
from itertools import count

_GEOMETRY = re.compile(rb"<a:prstGeom\b[^>]*>.*?</a:prstGeom>", re.DOTALL)
_ADJUSTED = re.compile(rb"<(/?)(avLst|gd)\b")
_NUMBER = re.compile(rb'(<(?:\w+:)?cNvPr\b[^>]*?\bid=")\d+(")')
_PIVOT_ID = re.compile(rb'(<pivotTableDefinition\b[^>]*?) r:id="[^"]*"')
_BLANKS = re.compile(rb"<t>(\s+)</t>")
_FORMS = re.compile(rb"<cellStyleXfs\b.*?</cellStyleXfs>", re.DOTALL)
_CELL_FORMS = re.compile(rb"<cellXfs\b.*?</cellXfs>", re.DOTALL)
_OF_FORM = re.compile(rb'\bxfId="(\d+)"')


def mended(name: str, raw: bytes) -> bytes:
    """A part of this name as Office writes it; others as they are."""
    if name == "xl/styles.xml":
        return _styles(raw)
    if name.startswith("xl/worksheets/"):
        # Blanks alone between letters of two fonts, which are lost unless they are said to count.
        return _BLANKS.sub(rb'<t xml:space="preserve">\1</t>', raw)
    if name.startswith("xl/drawings/") and name.endswith(".xml"):
        return _drawing(raw)
    if name.startswith("xl/pivotTables/") and name.endswith(".xml"):
        return _PIVOT_ID.sub(rb"\1", raw, count=1)
    return raw


def _drawing(raw: bytes) -> bytes:
    """The adjustments of a picture's frame in the namespace of their frame; every picture and chart with a number of
    its own (openpyxl counts both from one)."""
    raw = _GEOMETRY.sub(lambda found: _ADJUSTED.sub(rb"<\1a:\2", found[0]), raw)
    numbers = count(1)
    return _NUMBER.sub(lambda found: b"%b%d%b" % (found[1], next(numbers), found[2]), raw)


def _styles(raw: bytes) -> bytes:
    """Cells whose form names a style that openpyxl left out (it keeps those with a name) have the usual one."""
    forms = _FORMS.search(raw)
    known = len(re.findall(rb"<xf\b", forms[0])) if forms else 0
    return _CELL_FORMS.sub(
        lambda all_: _OF_FORM.sub(lambda one: one[0] if int(one[1]) < known else b'xfId="0"', all_[0]), raw
    )
