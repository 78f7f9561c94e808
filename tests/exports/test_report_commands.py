"""`python -m exports report` and `slides`: files written, exit codes, sentences."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from access import local_person
from exports.__main__ import main
from storage.database import Engine
from storage.intake.submissions import accept
from tests.exports import office
from tests.storage.build import bytes_of, record, report
from tests.stores import Shared

Ask = Callable[..., int]


@pytest.fixture
def house(shared: Shared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database with a class in 2023, a school whose name begins like a formula."""
    path = tmp_path / "house.sqlite3"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path.as_posix()}")
    shared.store(path, "class-and-school", _class_and_school).dispose()
    return tmp_path


def _class_and_school(engine: Engine) -> None:
    made = report(record())
    accept(engine, local_person(), "tep.xlsx", bytes_of(made), made)
    school = {"name": '=HYPERLINK("http://x","Trường")', "level": "primary", "unit": "492", "ward": None}
    made = report(
        school | {"valid_from": None, "valid_to": None, "source": {"sheet": "Trường", "row": 6}},
        kind="schools",
    )
    accept(engine, local_person(), "truong.xlsx", bytes_of(made), made)


def test_report_and_workbook_are_written(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, book = house / "bao-cao.docx", house / "so-lieu.xlsx"
    asked = ["report", "--scope", "city", "--period", "2023", "--out", str(out), "--with-workbook", str(book)]
    assert main(asked) == 0
    assert capsys.readouterr().out == (
        "Đã ghi bao-cao.docx: Toàn thành phố, năm 2023.\nĐã ghi so-lieu.xlsx: Toàn thành phố, năm 2023.\n"
    )
    assert office.annexes(out.read_bytes())
    sheets = load_workbook(BytesIO(book.read_bytes())).worksheets
    assert sheets[0].title == "Đọc trước"
    schools = next(sheet for sheet in sheets if sheet.title.endswith("Trường"))
    assert (schools["B4"].value, schools["B4"].data_type) == ('=HYPERLINK("http://x","Trường")', "s")
    assert "MINH HỌA" not in "\n".join(office.body(out.read_bytes()))


def test_slides_are_written_for_a_unit_and_the_whole_programme(house: Path) -> None:
    out = house / "hop.pptx"
    assert main(["slides", "--scope", "492", "--period", "2021-2025", "--out", str(out)]) == 0
    office.check_package(out.read_bytes())


@pytest.mark.parametrize(
    ("scope", "period", "said"),
    [
        ("city", "2030", "Không lập được báo cáo: Kỳ năm 2030 bắt đầu ngày 15-12-2029"),
        ("492", "2027", "bắt đầu ngày 15-12-2026"),
        ("20242", "2023", "báo cáo từ 1-7-2025, sau kỳ năm 2023."),
    ],
)
def test_nothing_to_report_on_ends_with_1_and_says_why(
    house: Path, capsys: pytest.CaptureFixture[str], scope: str, period: str, said: str
) -> None:
    out = house / "x.docx"
    assert main(["report", "--scope", scope, "--period", period, "--out", str(out)]) == 1
    assert said in capsys.readouterr().out.replace("\u2011", "-")
    assert not out.exists()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["report", "--scope", "city", "--out", "x.docx"], "thiếu --period"),
        (
            ["report", "--scope", "nowhere", "--period", "2023", "--out", "x.docx"],
            "Không có đơn vị nào mang mã",
        ),
        (["slides", "--scope", "city", "--period", "23", "--out", "x.pptx"], "Không có kỳ “23”; năm từ 1900"),
        (["slides", "--scope", "city", "--period", "2023", "--out", "/khong-co/x.pptx"], "không có thư mục"),
        (["slides", "--scope", " ", "--period", "2023", "--out", "x.pptx"], "không được để trống"),
    ],
)
def test_wrong_usage_ends_with_2_and_a_vietnamese_sentence(
    house: Path, capsys: pytest.CaptureFixture[str], asked: list[str], said: str
) -> None:
    with pytest.raises(SystemExit) as end:
        main(asked)
    assert end.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("command", ["report", "slides"])
def test_help_is_vietnamese(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([command, "--help"])
    assert end.value.code == 0
    assert "Cách dùng" in (told := capsys.readouterr().out)
    assert "usage" not in told
