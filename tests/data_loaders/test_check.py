import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_loaders import issues as catalogue
from data_loaders.__main__ import main
from data_loaders.check import check
from program.contract import WARNINGS, IssueCode
from tests.data_loaders.sheets import checked, codes, records, xlsx

HEAD = ["STT", "Tên lớp tập huấn", "Ngày", "Số người"]
GOOD = [["Đơn vị báo cáo: UBND quận Hải Châu"], HEAD, [1, "A", "12/5/2023", 40]]
WORDS = {
    "what": "x", "kind": "x", "delete": "x", "fix": "x", "candidates": "x", "other": "x", "parts": "x", "total": 1,
    "row": 1, "first": 1, "each": 1, "counter": "lớp", "low": 1, "high": 2, "column": "A", "line": "Cột A", "name": "x",
    "day": "1-1-2023", "assigned": "2-1-2023", "so": "x", "audiences": "x", "period": "x", "taken": "x", "named": "x",
}  # fmt: skip


# Whole files have sentences of their own (`reading.refusals`); rows of others are told apart after the check
# (`program.submissions.own_rows`).
_ELSEWHERE = {
    "not_a_workbook",
    "encrypted",
    "too_large",
    "unsafe_archive",
    "unit_not_yours",
    "table_not_yours",
}


@pytest.mark.parametrize("code", [code for code in IssueCode if code not in _ELSEWHERE])
def test_every_code_has_its_sentences(code: IssueCode) -> None:
    found = catalogue.issue(code, "S", "A1", "31/02/2023", **WORDS)
    assert found["severity"] == ("warning" if code in WARNINGS else "error")
    assert found["code"] == code
    for text in (found["message"], found["fix"]):
        assert text
        assert "{" not in text


@pytest.mark.parametrize(
    "raw", [b"", b"hello", b"PK\x03\x04broken", b"%PDF-1.4", b"\xd0\xcf\x11\xe0" + b"\0" * 600]
)
def test_what_is_no_workbook_is_refused_with_a_reason(raw: bytes) -> None:
    report = check("x.xlsx", raw)
    assert report["status"] == "rejected"
    assert report["issues"]


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_make_it_fail(raw: bytes) -> None:
    assert check("x.csv", raw)["status"] in ("ready", "needs_fixes", "rejected")


CELLS = st.one_of(
    st.none(),
    st.integers(-10, 2030),
    st.sampled_from(
        ["STT", "Đơn vị", "Quận Hải Châu", "Tên hoạt động", "Ngày", "Tổng số", "Cha mẹ", "Nữ", "12/5/2023", "Quý I", "2023", "Tổng cộng",
         "Không phát sinh", "I", "Lớp tập huấn", "Số lớp", "Chỉ tiêu", "Mục tiêu", "Cấp học", "Tên trường", "Dưới 6 tuổi", "Ghi chú", "x"]
    ),
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=7), max_size=9))
def test_any_sheet_of_words_gives_a_report(rows: list[list[object]]) -> None:
    report = checked(rows)
    assert (report["status"] == "ready") == (bool(records(report)) and not codes(report, "error"))
    assert report["issues"] or report["status"] == "ready"


def test_hidden_rows_columns_and_sheets_are_read_and_said() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "BC"
    for row in [*GOOD, [2, "B", "13/5/2023", 41], [3, "C", "14/5/2023", 42]]:
        sheet.append(row)
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["D"].hidden = True
    path_bytes = _bytes(book)
    report = check("x.xlsx", path_bytes)
    assert len(records(report)) == 3
    assert codes(report) == ["hidden_rows", "hidden_rows"]
    assert report["status"] == "ready"


def _bytes(book: openpyxl.Workbook) -> bytes:
    import io

    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_formula_without_a_result_is_an_error() -> None:
    report = checked([*GOOD, [2, "B", "13/5/2023", "=20+21"]])
    assert codes(report) == ["formula_without_value"]
    assert report["issues"][0]["cell"] == "D4"


def test_a_part_without_a_result_is_told_once() -> None:
    head = ["Phường", "Số lớp", "Phụ huynh", "Học sinh", "Tổng số người"]
    report = checked(
        [
            ["TẬP HUẤN - QUẬN CẨM LỆ - NĂM 2024"],
            head,
            ["Hòa An", 2, 60, "=20+20", 100],
            ["Khuê Trung", 2, 60, 40, 100],
        ]
    )
    assert codes(report) == ["formula_without_value"]
    assert [r["ward"] for r in records(report)] == ["Khuê Trung"]


def test_no_table_is_said() -> None:
    assert codes(checked([["Xin chào"]])) == ["no_table"]


def test_the_order_of_sheets_does_not_matter() -> None:
    sheets = {
        "Quận Hải Châu": GOOD,
        "Sơn Trà": [["Đơn vị báo cáo: Quận Sơn Trà"], HEAD, [1, "B", "13/5/2023", 50]],
    }
    one = records(check("x.xlsx", xlsx(sheets)))
    other = records(check("x.xlsx", xlsx(dict(reversed(sheets.items())))))
    by_title = {r["title"]: r for r in other}
    assert {r["title"]: r for r in one} == by_title


def test_the_command_prints_the_contract_and_exits_by_status(tmp_path, capsys) -> None:
    good, bad = tmp_path / "tot.xlsx", tmp_path / "hong.xlsx"
    good.write_bytes(xlsx({"BC": GOOD}))
    bad.write_bytes(b"hello")
    assert main(["check", str(good), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert [(r["file"], r["status"]) for r in printed] == [("tot.xlsx", "ready")]
    assert main(["check", str(good), str(bad), "--json"]) == 1
    assert [r["status"] for r in json.loads(capsys.readouterr().out)] == ["ready", "rejected"]
    assert main(["check", str(bad)]) == 1
    assert "không nhận được" in capsys.readouterr().out


def test_wrong_usage_exits_with_two(tmp_path) -> None:
    for arguments in ([], ["check"], ["check", str(tmp_path / "khong-co.xlsx")]):
        done = subprocess.run(
            [sys.executable, "-m", "data_loaders", *arguments], capture_output=True, check=False
        )
        assert done.returncode == 2


@pytest.mark.own_fault
def test_a_fault_of_ours_ends_in_a_sentence_and_tells_the_log_no_value(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("Nguyễn Văn An")

    monkeypatch.setattr("data_loaders.check.find_blocks", broken)
    report = check("bao-cao.xlsx", xlsx({"A": [["Đơn vị"], ["Quận Hải Châu"]]}))
    assert report["status"] == "rejected"
    assert [i["code"] for i in report["issues"]] == ["check_failed"]
    assert "ValueError" in caplog.text
    assert "Nguyễn" not in caplog.text + str(report)


def test_words_of_instructions_and_hidden_sheets_declare_nothing() -> None:
    said = [["UBND quận Hải Châu"], ["Tháng 6/2023 không phát sinh hoạt động"]]
    assert check("a.xlsx", xlsx({"Báo cáo": said}))["status"] == "ready"
    assert check("a.xlsx", xlsx({"Hướng dẫn": said}))["status"] == "rejected"


def test_sums_are_written_as_on_the_screens_and_years_are_not() -> None:
    summed = catalogue.issue(IssueCode.TOTAL_ROW_MISMATCH, found=3783, total=3800)
    assert "3.783" in summed["message"]
    assert "3.800" in summed["message"]
    assert summed["found"] == "3783"
    assert "2031" in catalogue.issue(IssueCode.DATE_OUTSIDE_PROGRAM, found=2031)["message"]


def test_reading_a_workbook_loads_no_frames() -> None:
    """Each file of some size is checked in a process of its own, which would load them anew."""
    told = "import sys, data_loaders.check; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0


def test_the_terminal_tells_all_findings_by_cause_in_words_of_the_office(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    days = [
        [f"Lớp {n}", "Quận Hải Châu", "31/02/2023" if n % 2 else f"{n + 1}/5/2023", 40] for n in range(1, 19)
    ]
    days[1][3] = "nhiều"
    path = tmp_path / "sai.xlsx"
    path.write_bytes(xlsx({"BC": [["Tên lớp tập huấn", "Đơn vị", "Ngày", "Số người"], *days]}))
    assert main(["check", str(path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [
        "sai.xlsx: cần sửa",
        "  Trang “BC”: 8 dòng số liệu (hoạt động)",
        "  Lỗi: Ngày không đọc được (9 chỗ)",
    ]
    assert [line[:12] for line in lines[3:12]] == [f"    [BC C{n}] "[:12] for n in range(2, 20, 2)]
    assert lines[12] == "  Lỗi: Số không đọc được (1 chỗ)"
