"""Sound workbooks of every format with a few bytes, values or parts changed: each ends in a report. The
same changes in every run; a fault of the check itself is raised (`conftest.py`)."""

import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from datetime import date

import odf.opendocument
import odf.table
import odf.text
import pytest
import xlwt

from data_loaders.check import check
from data_loaders.reading import separate
from data_loaders.reading.grid import Limits, Workbook
from data_loaders.reading.xls import reading as xls
from data_loaders.reading.xlsb import reading as xlsb
from tests.data_loaders.reading import making
from tests.data_loaders.reading.xlsb import writing as binary
from tests.data_loaders.sheets import xlsx

HEAD = ["Đơn vị", "Loại hoạt động", "Tên hoạt động", "Ngày tổ chức", "Cha mẹ", "Giáo viên"]
ROWS = [
    HEAD,
    *[["Quận Hải Châu", "Lớp tập huấn", f"Lớp {i}", date(2023, 5, i), 30 + i, i] for i in range(1, 9)],
]
TIMES = 300
# What is put where a value or an attribute stood.
ODD = (
    "-1", "0", "99999999999", "1e308", "NaN", "XFD1048576", "A0", "", "&#x41;", "A1:XFD1048576", "ư", "\0", "4294967295",
    "inlineStr", "e", "s", "31/02/2023", "1e-400", "true", "Tổng cộng", "Không phát sinh", " " * 50,
)  # fmt: skip


def _xls() -> bytes:
    book, target = xlwt.Workbook(), io.BytesIO()
    sheet = book.add_sheet("Lớp")
    for r, row in enumerate(ROWS):
        for c, value in enumerate(row):
            sheet.write(r, c, value)
    book.save(target)
    return target.getvalue()


def _ods() -> bytes:
    book, target = odf.opendocument.OpenDocumentSpreadsheet(), io.BytesIO()
    table = odf.table.Table(name="Lớp")
    for row in ROWS:
        line = odf.table.TableRow()
        for value in row:
            cell = odf.table.TableCell(
                **({"valuetype": "float", "value": value} if isinstance(value, int) else {})
            )
            cell.addElement(odf.text.P(text=str(value)))
            line.addElement(cell)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    book.save(target)
    return target.getvalue()


def _xlsb() -> bytes:
    rows = [
        binary.row(r, *[binary.cell(binary.TEXT, c, binary.text(str(v))) for c, v in enumerate(row, 1)])
        for r, row in enumerate(ROWS, 1)
    ]  # fmt: skip
    return binary.xlsb(*rows)


def _csv() -> bytes:
    return "\n".join(";".join(map(str, row)) for row in ROWS).encode()


def _changed(raw: bytes, chance: random.Random) -> bytes:
    """Some bytes replaced, taken out, put in twice, or the end cut off."""
    changed = bytearray(raw)
    for _ in range(chance.choice((1, 1, 3, 10))):
        at = chance.randrange(len(changed)) if changed else 0
        way = chance.randrange(5)
        if way == 0:
            changed[at : at + 1] = chance.randbytes(1)
        elif way == 1:
            changed[at : at + 4] = chance.choice((b"\xff" * 4, bytes(4), b"\xff\xff\xff\x7f"))
        elif way == 2:
            del changed[at : at + chance.randrange(1, 30)]
        elif way == 3:
            changed[at:at] = changed[at // 2 : at // 2 + chance.randrange(1, 60)]
        elif chance.random() < 0.2:
            del changed[at:]
    return bytes(changed)


def _value_changed(markup: bytes, chance: random.Random) -> bytes:
    places = list(re.finditer(rb'(?<=")[^"<>]{0,40}(?=")|(?<=>)[^<>]{1,40}(?=<)', markup))
    place = chance.choice(places)
    return markup[: place.start()] + chance.choice(ODD).encode() + markup[place.end() :]


def damaged(raw: bytes, chance: random.Random) -> bytes:
    """The file with a change in its bytes or, where it is an archive, mostly in one of its parts."""
    if not raw.startswith(b"PK") or chance.random() < 0.1:
        return _changed(raw, chance)
    with zipfile.ZipFile(io.BytesIO(raw)) as opened:
        parts: dict[str, bytes | str] = {name: opened.read(name) for name in opened.namelist()}
    name = chance.choice([name for name, part in parts.items() if part])
    part = parts[name]
    assert isinstance(part, bytes)
    by_value = name.endswith((".xml", ".rels")) and chance.random() < 0.6
    parts[name] = _value_changed(part, chance) if by_value else _changed(part, chance)
    if chance.random() < 0.03:
        del parts[name]
    return making.archive(parts)


@pytest.fixture(autouse=True)
def read_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Starting a process for each of the files would take most of the time."""

    def read(raw: bytes, limits: Limits) -> Workbook:
        return (xlsb if raw.startswith(b"PK") else xls).read(raw, limits)

    monkeypatch.setattr(separate, "read", read)


@pytest.mark.parametrize(
    ("ending", "make"),
    [("xlsx", lambda: xlsx({"Lớp": ROWS})), ("xls", _xls), ("xlsb", _xlsb), ("ods", _ods), ("csv", _csv)],
)
def test_damaged_files_end_in_a_report(ending: str, make: Callable[[], bytes]) -> None:
    raw = make()
    assert len(check(f"a.{ending}", raw)["tables"][0]["records"]) == len(ROWS) - 1
    chance = random.Random(ending)
    ends = set()
    for number in range(TIMES):
        report = check(f"{number}.{ending}", damaged(raw, chance))
        json.dumps(report, allow_nan=False)
        errors = [found for found in report["issues"] if found["severity"] == "error"]
        assert (report["status"] == "ready") == (not errors), number
        assert (report["status"] == "rejected") == (not any(t["records"] for t in report["tables"])), number
        ends.add(report["status"])
    assert ends >= {"ready", "rejected"}
