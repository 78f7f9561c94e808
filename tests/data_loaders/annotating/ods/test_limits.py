"""An .ods that is too large, or that cannot be marked."""

import io
import random
import time
import zipfile

import pytest

from data_loaders.annotating import annotated
from data_loaders.annotating.ods import workbook
from data_loaders.annotating.recognising import NAME
from data_loaders.reading import Limits
from program.contract import Issue, Report
from tests.data_loaders.annotating.ods import looking
from tests.data_loaders.annotating.ods.writing import (
    NOTE,
    RED,
    SAID,
    built,
    cell,
    issue,
    own,
    row,
    table,
    text,
    with_parts,
)
from tests.data_loaders.reading import making
from tests.data_loaders.sheets import xlsx

DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


@pytest.mark.parametrize(
    "raw",
    [
        with_parts(making.ods(table(row(text("a")))), **{"styles.xml": DOCTYPE}),
        xlsx({"T": [["a"]]}),
        making.ods(
            table("<table:table-row><table:table-row/><table:table-cell/></table:table-row>", row(text("a")))
        ),
        making.ods(
            table(f"<table:table-row>{table(name='U')}<table:table-cell/></table:table-row>", row(text("a")))
        ),
    ],
    ids=["entities", "an .xlsx by another name", "a row within a row", "a table within a row"],
)
def test_what_cannot_be_marked_comes_as_the_list_alone(raw: bytes) -> None:
    back = annotated("a.ods", raw, report(issue("A1")))
    assert list(looking.tables(back)) == [NAME]
    assert looking.cells(back, NAME)[6, 6].words or looking.cells(back, NAME)[7, 6].words == "Sai."
    assert "sửa theo danh sách này" in looking.cells(back, NAME)[4, 1].words
    with zipfile.ZipFile(io.BytesIO(back)) as archive:
        assert archive.namelist() == ["mimetype", "content.xml", "META-INF/manifest.xml"]


def report(*issues: Issue) -> Report:
    return {"file": "a.ods", "status": "needs_fixes", "tables": [], "issues": list(issues)}


@pytest.mark.parametrize("change", [(b"xmlns:table=", b"xmlns:fo='urn:other' xmlns:table="), (b"<office:document-content", b'<?xml version="1.0" encoding="iso-8859-1"?><office:document-content')])  # fmt: skip
def test_a_part_of_unknown_letters_or_prefixes_is_not_touched(change: tuple[bytes, bytes]) -> None:
    raw = making.ods(table(row(text("a"))))
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        content = archive.read("content.xml").decode().encode("ascii", "xmlcharrefreplace").replace(*change)
    back = annotated("a.ods", with_parts(raw, **{"content.xml": content}), report(issue("A1")))
    assert list(looking.tables(back)) == [NAME]


def test_more_new_bytes_than_a_file_may_have_are_refused() -> None:
    """Each mark within a long run of rows costs a copy of the row."""
    wide = "".join(text("x" * 50) for _ in range(200))
    raw = making.ods(table(row(wide, said=' table:number-rows-repeated="4000"')))
    back = annotated(
        "a.ods", raw, report(*(issue(f"A{n}") for n in range(1, 4000, 2))), Limits(unpacked_bytes=10_000_000)
    )
    assert list(looking.tables(back)) == [NAME]


def test_a_long_table_with_many_findings() -> None:
    line = row(text("Quận Hải Châu"), text("A"), text("31/02/2023"), cell(40))
    raw = making.ods(table(*[line] * 20_000))
    chosen = random.Random(1).sample(range(1, 20_001), 4_000)
    begun = time.process_time()
    back = built(raw, *(issue(f"C{n}") for n in chosen))
    assert time.process_time() - begun < 20
    assert {row_ for row_, _ in looking.marked(back, "T")} == set(chosen)


def test_beyond_a_number_of_remarks_cells_are_only_coloured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_MOST_REMARKS", 2)
    raw = making.ods(table(row(text("a"), text("b"), text("c", inside=NOTE))))
    assert (4, 1) in looking.cells(built(raw, issue("A1"), issue("B1")), NAME)
    assert looking.cells(built(raw, issue("A1"), issue("B1")), NAME)[4, 1].words == ""
    back = built(raw, issue("A1"), issue("D1"), issue("B1"), issue("C1"), issue("A2"))
    found = looking.cells(back, "T")
    assert {place for place, seen in found.items() if seen.ground == RED} == {
        (1, 1),
        (1, 2),
        (1, 3),
        (1, 4),
        (2, 1),
    }
    assert {place: seen.note for place, seen in found.items() if seen.note} == {
        (1, 1): SAID, (1, 2): SAID, (1, 3): "Hỏi lại trường",
    }  # fmt: skip
    assert "ghi chú ghim vào ô" in looking.cells(back, NAME)[4, 1].words
    assert own(back) == own(raw)
