"""What a person answered and corrected, given to the command `check` as a file."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data_loaders.__main__ import main
from data_loaders.mending.command_file import mending_file
from program.submissions.mending import Answer, Correction, Mending, Question
from tests.data_loaders.sheets import xlsx

ROWS = [
    ["Đơn vị báo cáo: UBND quận Hải Châu"],
    ["Tên hoạt động", "Hôm duyệt", "Loại hoạt động", "Cha mẹ"],
    ["Lớp A", date(2023, 5, 12), "Sự vụ", "nhiều"],
]
TOLD = {
    "answers": [["heading", "Hôm duyệt", "start_date"], ["kind", "SỰ VỤ", "contest"]],
    "corrections": [["S", "d3", "45"]],
}


@pytest.fixture
def workbook(tmp_path: Path) -> str:
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx({"S": ROWS}))
    return str(path)


def test_the_command_follows_the_answers(
    workbook: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = tmp_path / "sửa.json"
    told.write_text(json.dumps(TOLD), encoding="utf-8")
    assert main(["check", workbook, "--json"]) == 1
    capsys.readouterr()
    assert main(["check", workbook, "--mending", str(told), "--json"]) == 0
    (record,) = json.loads(capsys.readouterr().out)[0]["tables"][0]["records"]
    assert (record["start_date"], record["kind"], record["attendances_total"]) == (
        "2023-05-12",
        "contest",
        45,
    )


def test_what_the_program_wrote_is_read_again(tmp_path: Path) -> None:
    mending = (
        Mending()
        .with_answers([Answer(Question.UNIT, "nhà a", "492")])
        .with_corrections([Correction("S", "D3", "")])
    )
    path = tmp_path / "m.json"
    path.write_text(json.dumps(mending.as_json()), encoding="utf-8")
    assert mending_file(str(path)) == mending


@pytest.mark.parametrize(
    "content",
    [
        "", "[]", "1", "{", '{"answers": 4}', '{"answers": [["unit", "a"]]}', '{"answers": [["màu", "a", "b"]]}',
        '{"answers": [["unit", "a", 492]]}', '{"answers": [["unit", [], "492"]]}', '{"corrections": [["S", "D3", 45]]}',
        '{"corrections": [["S", 3, "45"]]}', '{"answers": {"unit": "a"}}',
    ],
)  # fmt: skip
def test_a_wrong_file_is_wrong_use_said_in_vietnamese(
    content: str, workbook: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "m.json"
    path.write_text(content, encoding="utf-8")
    assert _refused([workbook, "--mending", str(path)], capsys) == (
        f"(không phải tệp JSON các câu trả lời và ô sửa: {path})"
    )


def test_a_missing_file_is_said(workbook: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "không có.json"
    assert _refused([workbook, "--mending", str(missing)], capsys) == f"(không đọc được tệp: {missing})"


def test_the_help_tells_what_the_file_holds(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    for word in (*Question, "not_used", "day_first", "month_first", "corrections"):
        assert word in said


def _refused(arguments: list[Any], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as ended:
        main(["check", *arguments])
    assert ended.value.code == 2
    return capsys.readouterr().err.strip().partition("--help ")[2]
