"""`python -m exports editions`: issued, fetched to the byte after everything changed, compared with the cause."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from access import local_person
from exports.__main__ import main
from program import clock
from storage.database import Engine
from storage.editions import issued
from storage.intake.submissions import accept, withdraw
from tests.exports import office
from tests.ground import edition
from tests.storage.build import bytes_of, record, report
from tests.stores import Shared

Say = Callable[..., tuple[int, str]]
ISSUE = ("issue", "--scope", "492", "--period", "2023")
TARGET = {
    "indicator": "L-classes-parents", "unit": "492", "start_date": "2022-12-15", "end_date": "2023-12-14", "value": 4.0,
    "authority": "local", "document": "KH 1", "source": {"sheet": "A", "row": 2},
}  # fmt: skip


@pytest.fixture
def engine(shared: Shared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """A database with a class and a target of 2023."""
    path = tmp_path / "house.sqlite3"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path.as_posix()}")
    return shared.store(path, "class-and-target", _class_and_target)


def _class_and_target(engine: Engine) -> None:
    take(engine, report(record()))
    take(engine, report(TARGET, kind="targets"))


@pytest.fixture
def say(engine: Engine, capsys: pytest.CaptureFixture[str]) -> Say:
    """Run the command: exit code and what it said."""

    def said(*words: str) -> tuple[int, str]:
        code = main(["editions", *words])
        return code, capsys.readouterr().out.replace("\u2011", "-").replace("\u00a0", " ")

    return said


def take(engine: Engine, made: object) -> int:
    return accept(engine, local_person(), "tep.xlsx", bytes_of(made), made).submission.id  # type: ignore[arg-type]


def test_an_issued_report_stays_to_the_byte_and_says_what_changed_since(
    say: Say, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = tmp_path / "loi-van.json"
    texts.write_text(json.dumps({"I": "Đã ban hành Kế hoạch 12."}), "utf-8")
    assert say("list") == (0, "Chưa có báo cáo nào được phát hành.\n")
    code, told = say(*ISSUE, "--name", "Báo cáo năm 2023, lần 1", "--texts", str(texts))
    assert (code, told) == (0, "Đã phát hành bản số 1: Báo cáo năm 2023, lần 1.\n"), told
    first = {kind: issued.file_of(engine, 1, kind) for kind in ("docx", "xlsx", "pptx")}
    assert "Đã ban hành Kế hoạch 12." in office.body(first["docx"])
    code, told = say("compare", "1")
    assert (code, told) == (0, "Không có số nào thay đổi so với bản số 1.\n")

    late = take(engine, report(record(title="Muộn", start_date="2023-09-20", end_date="2023-09-20")))
    take(engine, report(TARGET | {"value": 5.0, "document": "KH 2"}, kind="targets"))
    monkeypatch.setenv("DASHBOARD_REPORT_AGENCY", "Sở Khoa học và Công nghệ")
    monkeypatch.setattr(clock, "today", lambda: date(2027, 3, 1))
    for kind, data in first.items():
        out = tmp_path / f"lai.{kind}"
        assert say("get", "1", "--kind", kind, "--out", str(out)) == (
            0, f"Đã ghi lai.{kind}: Báo cáo năm 2023, lần 1.\n",
        )  # fmt: skip
        assert out.read_bytes() == data

    out = tmp_path / "khac.csv"
    code, told = say("compare", "1", "--out", str(out))
    assert code == 1
    lines = told.splitlines()
    assert lines[0] == "4 số thay đổi so với bản số 1: 3 do nộp muộn, 1 do nộp muộn và sửa mục tiêu."
    assert f"- Quận Hải Châu nộp muộn, quý IV/2023 (lần nộp số {late}, tệp tep.xlsx, " in lines[1]
    assert (
        "Mục tiêu “Lớp cho cha mẹ” của quận Hải Châu, 15-12-2022 đến 14-12-2023, sửa từ 4 thành 5 (+1) (lần nộp số 4, KH 2, "
        in lines[2]
    )
    assert "Quận Hải Châu: Lớp tập huấn: 1 lớp → 2 lớp (+1) (nộp muộn)" in lines
    assert "Thiết lập khác: kính gửi: chưa đặt → Sở Khoa học và Công nghệ" in lines
    found = list(csv.DictReader(StringIO(out.read_text("utf-8-sig"))))
    assert [(r["Trước"], r["Sau"], r["Chênh lệch"]) for r in found] == [
        ("1", "2", "1"), ("1", "2", "1"), ("30", "60", "30"), ("30", "60", "30"),
    ]  # fmt: skip
    assert [(r["Mục tiêu trước"], r["Mục tiêu sau"]) for r in found] == [
        ("", ""),
        ("4", "5"),
        ("", ""),
        ("", ""),
    ]

    assert say(*ISSUE, "--name", "Lần 2")[0] == 0
    assert issued.file_of(engine, 2, "docx") != first["docx"]
    withdraw(engine, local_person(), late)
    code, told = say("compare", "2", "--with", "1", "--json")
    assert code == 1
    assert {tuple(c["why"] for c in one["causes"]) for one in json.loads(told)} == {
        ("late",),
        ("late", "target"),
    }
    assert "1 số thay đổi so với bản số 1: 1 do sửa mục tiêu." in say("compare", "1")[1]


def test_editions_are_taken_back_and_brought_back_and_listed(say: Say, engine: Engine) -> None:
    issued.issue(engine, local_person(), replace(edition(engine, "492"), name="Lần 1"))
    assert say("withdraw", "1", "--why", "nhầm kỳ") == (0, "Đã thu hồi bản số 1.\n")
    assert "Lần 1: Quận Hải Châu, năm 2023, số liệu đến 14-12-2023" in say("list")[1]
    (one,) = json.loads(say("list", "--json")[1])
    assert (one["number"], one["unit"], one["withdrawn"]["why"]) == (1, "492", "nhầm kỳ")
    assert one["files"]["docx"]["size"] == 1
    assert say("restore", "1") == (0, "Bản số 1 lại có hiệu lực.\n")


def test_a_refusal_ends_with_1_and_a_sentence(say: Say) -> None:
    for words, said in {
        ("get", "9", "--kind", "docx", "--out", "x.docx"): "Không có bản phát hành số 9.",
        ("compare", "9"): "Không có bản phát hành số 9.",
        ("withdraw", "9", "--why", "x"): "Không có bản phát hành số 9.",
        (*ISSUE[:-1], "2030", "--name", "x"): "bắt đầu ngày",
        (*ISSUE, "--name", " "): "Hãy ghi tên",
    }.items():
        code, told = say(*words)
        assert (code, said in told) == (1, True), (words, told)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "thiếu VIỆC"),
        (("get", "1", "--kind", "pdf", "--out", "x"), "--kind không nhận 'pdf'"),
        (("get", "1", "--kind", "docx", "--out", "/khong-co/x.docx"), "không có thư mục"),
        ((*ISSUE, "--name", "x", "--texts", "khong-co.json"), "Không đọc được lời văn"),
        (("issue", "--scope", "nowhere", "--period", "2023", "--name", "x"), "Không có đơn vị nào mang mã"),
    ],
)
def test_wrong_usage_ends_with_2(
    words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["editions", *words])
    assert end.value.code == 2
    assert said in capsys.readouterr().err
