"""A large file is checked in a process of its own: the same report, and no more than the bounds allow."""

import pickle
import shutil
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_loaders.apart import checking
from data_loaders.apart.checking import look_apart
from data_loaders.apart.packed import Packed, packed
from data_loaders.mending.remembering import look
from program.contract import IssueCode, Table, units_in
from program.submissions.mending import NO_MENDING, Correction, Mending
from sample_data import FOLDER

WORKBOOK = FOLDER / "quan-hai-chau-2023.xlsx"
# Equal and yet not the same: 1, 1.0 and True.
VALUES = st.none() | st.integers() | st.text(max_size=3) | st.sampled_from([1, 1.0, True, 2**40])
RECORDS = st.lists(
    st.fixed_dictionaries(
        {
            "unit": VALUES,
            "attendances": st.dictionaries(st.sampled_from("abc"), st.integers()),
            "count": VALUES,
            "source": st.fixed_dictionaries({"sheet": st.text(max_size=2), "row": st.integers()}),
        }
    ),
    max_size=6,
)


@pytest.fixture
def any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "_LARGE", 0)


def test_a_large_file_gives_the_same_report(any_size: None) -> None:
    raw = WORKBOOK.read_bytes()
    found, units = look_apart(WORKBOOK.name, raw)
    assert (found, units) == look(WORKBOOK.name, raw, NO_MENDING)
    assert units == {"492"}
    assert any(isinstance(table["records"], Packed) for table in found["tables"])


def test_what_was_mended_reaches_the_other_process(any_size: None) -> None:
    raw = "Đơn vị,Ngày tổ chức,Tên lớp tập huấn,Cha mẹ\nQuận Hải Châu,31/02/2023,A,40\nQuận Hải Châu,28/02/2023,A,40\n".encode()
    mending = Mending(corrections=frozenset({Correction("a", "B2", "27/02/2023")}))
    assert look_apart("a.csv", raw)[0]["status"] == "needs_fixes"
    assert look_apart("a.csv", raw, mending) == look("a.csv", raw, mending)
    assert look_apart("a.csv", raw, mending)[0]["status"] == "ready"


def test_a_process_that_dies_ends_in_a_sentence(any_size: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", shutil.which("false"))
    found, _ = look_apart(WORKBOOK.name, WORKBOOK.read_bytes())
    assert (found["status"], found["issues"][0]["code"]) == ("rejected", IssueCode.NOT_A_WORKBOOK)


def test_the_process_is_held_to_its_memory_and_goes_first_where_all_have_too_little() -> None:
    asking = (
        "from data_loaders.reading import grid, separate_process as p; p.bound(grid.Limits(memory_bytes=2**30)); "
        "print(open('/proc/self/oom_score_adj').read(), flush=True); bytearray(2**30)"
    )
    done = subprocess.run([sys.executable, "-c", asking], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1] == "MemoryError"
    assert done.stdout.strip() == "1000"


@given(RECORDS)
def test_packed_records_are_the_same_records(records: list[dict[str, object]]) -> None:
    kept = pickle.loads(pickle.dumps(Packed(records)))  # noqa: S301 (made here)
    assert list(kept) == records
    assert [type(record["count"]) for record in kept] == [type(record["count"]) for record in records]
    assert (len(kept), bool(kept)) == (len(records), bool(records))
    assert kept == records
    assert [kept[i] for i in range(-len(records), 0)] == records
    assert kept[1:4] == records[1:4]
    assert kept[::-2] == records[::-2]


def test_a_packed_record_is_the_readers_own() -> None:
    kept = Packed([{"unit": "492", "attendances": {"parents": 3}}])
    kept[0]["attendances"]["parents"] = 4
    kept[0]["unit"] = "x"
    assert list(kept) == [{"unit": "492", "attendances": {"parents": 3}}]


def test_records_with_different_fields_stay_a_list() -> None:
    records = [{"unit": "492"}, {"name": "a"}]
    table = {"kind": "activities", "sheet": "a", "header_rows": [1], "columns": {}, "unused_columns": []}
    report = {"file": "a", "status": "ready", "tables": [{**table, "records": records}], "issues": []}
    assert packed(report)["tables"][0]["records"] is records


def test_a_column_is_given_without_its_records() -> None:
    records = [{"attendances": {"parents": n, "officials": 1}, "unit": unit} for n, unit in enumerate("aba")]
    kept = Packed(records)
    assert list(kept.column("unit")) == ["a", "b", "a"]
    assert list(kept.column("unit", 1, 3)) == ["b", "a"]
    with pytest.raises(ValueError, match="attendances"):
        kept.column("attendances")
    with pytest.raises(ValueError, match="unit"):
        kept.within("unit")
    assert kept.within("attendances", 1) == {"parents": [1, 2], "officials": [1, 1]}
    table: Table = {
        "kind": "activities", "sheet": "", "header_rows": [], "columns": {}, "unused_columns": [], "records": kept,
    }  # fmt: skip
    assert units_in(table) == units_in({**table, "records": records}) == {"a", "b"}
    assert units_in({**table, "records": Packed([])}) == set()
