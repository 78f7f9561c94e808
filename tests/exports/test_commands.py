"""`python -m exports`: the rows and figures of the screens without a browser."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from access import local_person
from exports.__main__ import main
from storage.database import Engine, connect
from storage.intake.submissions import accept
from storage.journal import audit, log
from storage.journal.audit import Chosen
from tests.storage.build import bytes_of, record, report
from tests.stores import Shared


@pytest.fixture(autouse=True)
def house(shared: Shared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database with a class in 2023 and a session in 2024."""
    path = tmp_path / "house.sqlite3"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path.as_posix()}")
    shared.store(path, "class-and-session", _class_and_session).dispose()


def _class_and_session(engine: Engine) -> None:
    session = record(kind="communication_session", unit="490", start_date="2024-03-02", end_date="2024-03-02")
    made = report(record(), session)
    accept(engine, local_person(), "tep.xlsx", bytes_of(made), made)


def rows(out: Path) -> list[dict[str, str]]:
    with out.open(encoding="utf-8-sig", newline="") as source:
        return list(csv.DictReader(source))


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    assert main(["figures", *arguments, "--json"]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize(
    ("asked", "units"),
    [
        ([], ["Quận Liên Chiểu", "Quận Hải Châu"]),
        (["--period", "2023"], ["Quận Hải Châu"]),
        (["--period", "2024-Q1", "--calendar", "civil"], ["Quận Liên Chiểu"]),
        (["--unit", "492"], ["Quận Hải Châu"]),
        (["--kind", "communication_session"], ["Quận Liên Chiểu"]),
        (["--as-of", "2023-12-31"], ["Quận Hải Châu"]),
        (["--q", "lien chieu"], ["Quận Liên Chiểu"]),
        (["--delivery", "online"], []),
        (["--size", "unusual"], ["Quận Liên Chiểu"]),
        (["--state", "provisional"], []),
        (["--state", "official"], ["Quận Liên Chiểu", "Quận Hải Châu"]),
        (["--unit", "492", "--unit", "493"], ["Quận Hải Châu"]),
        (["--unit", "492,490", "--period", "2023, 2024-Q1"], ["Quận Liên Chiểu", "Quận Hải Châu"]),
        (
            ["--audience", "parents", "--audience", "other,children_out_of_school"],
            ["Quận Liên Chiểu", "Quận Hải Châu"],
        ),
        (["--kind", "contest,training_class", "--delivery", "online,in_person"], ["Quận Hải Châu"]),
    ],
)
def test_csv_writes_the_rows_of_the_view(
    tmp_path: Path, asked: list[str], units: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "rows.csv"
    assert main(["csv", *asked, "--out", str(out)]) == 0
    assert [row["Đơn vị"] for row in rows(out)] == units
    assert capsys.readouterr().out == f"Đã ghi {len(units)} dòng vào rows.csv.\n"


def test_figures_print_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    (figure,) = [
        f
        for f in printed(
            capsys, "--period", "2023", "--unit", "492", "--kind", "training_class", "--audience", "parents"
        )
        if f["measure"] == "attendances"
    ]
    assert figure == {
        "measure": "attendances", "kind": "training_class", "audience": "parents", "unit": "492",
        "period": "2023", "start_date": "2022-12-15", "end_date": "2023-12-14", "value": 30,
        "indicator": None, "authority": None, "target": None, "expected": None, "pace": None, "status": None,
        "denominator": None, "provisional": 0, "completeness": {"reported": 1, "expected": 1},
    }  # fmt: skip


def test_figures_heed_the_as_of_day(capsys: pytest.CaptureFixture[str]) -> None:
    def classes(*asked: str) -> int | None:
        found = printed(capsys, "--unit", "492", "--kind", "training_class", *asked)
        return next(f["value"] for f in found if f["measure"] == "activities" and f["audience"] is None)

    assert "492" not in {f["unit"] for f in printed(capsys, "--period", "2026")}, "it ended on 30-6-2025"
    assert classes() == 1
    assert classes("--as-of", "2023-05-11") is None


def test_figures_of_several_periods_units_and_kinds_are_those_of_each_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = [("2023", "492"), ("2023", "490"), ("2024", "492"), ("2024", "490")]
    alone = [
        figure for period, unit in asked for figure in printed(capsys, "--period", period, "--unit", unit)
    ]
    assert printed(capsys, "--period", "2023,2024", "--unit", "492", "--unit", "490") == alone
    # The city brings its units along: each of them stands there once.
    assert printed(capsys, "--period", "2023", "--unit", "city,492") == printed(capsys, "--period", "2023")
    kinds = ["training_class", "contest"]
    assert {f["kind"] for f in printed(capsys, "--kind", ",".join(kinds))} == set(kinds)
    assert main(["figures", "--period", "2023,2024", "--unit", "492", "--kind", "training_class"]) == 0
    assert "Quận Hải Châu: số hoạt động, Lớp tập huấn, kỳ 2023: 1" in capsys.readouterr().out.splitlines()


def test_figures_without_json_are_lines_for_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "--unit", "492", "--period", "2023"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "Quận Hải Châu: số hoạt động, Lớp tập huấn: 1" in lines
    assert any(line.startswith("Quận Hải Châu: T1 ") for line in lines)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["csv"], "--out"),
        (["csv", "--out", "khong/co/day/a.csv"], "không có thư mục"),
        (["csv", "--period", "năm nay", "--out", "a.csv"], "Không hiểu kỳ “năm nay”"),
        (["figures", "--unit", "xyz"], "Không có đơn vị nào mang mã “xyz”"),
        (["figures", "--q", "lớp"], "--q"),
        (["figures", "--unit", "492,xyz"], "Không có đơn vị nào mang mã “xyz”"),
        (["figures", "--delivery", "online", "--delivery", "hybrid"], "mỗi lần chỉ hỏi một hình thức"),
        (["figures", "--as-of", "2023-01-01", "--as-of", "2024-01-01"], "--as-of chỉ ghi một lần"),
        (["csv", "--out", "."], "là một thư mục"),
        (["report"], "report"),
    ],
)
def test_wrong_use_is_explained(
    arguments: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err
    assert not list(tmp_path.glob("*.csv"))


def test_what_a_command_writes_into_a_file_stands_in_the_log(tmp_path: Path) -> None:
    assert main(["csv", "--unit", "492", "--period", "2023", "--out", str(tmp_path / "rows.csv")]) == 0
    assert main(["figures", "--json"]) == 0
    assert main(["csv", "--unit", "492,490", "--period", "2023", "--out", str(tmp_path / "rows.csv")]) == 0
    engine = connect()
    found = [e for e in audit.entries(engine, local_person(), Chosen()) if e.action == log.EXPORTED]
    engine.dispose()
    assert [(e.actor, e.subject, e.after) for e in found] == [
        ("operator", "export:activities", {"unit": ["492", "490"], "period": "2023"}),
        ("operator", "export:activities", {"unit": "492", "period": "2023"}),
    ]


def test_figures_tell_tasks_done_of_tasks_passed_on(capsys: pytest.CaptureFixture[str]) -> None:
    given = {
        "unit": "492", "assignee": "UBND các phường", "document": None, "assigned_on": "2023-03-01", "due_date": "2023-06-05",
        "result": None, "proof": None, "source": {"sheet": "Số liệu", "row": 7},
    }  # fmt: skip
    done = given | {"duty": "Mở lớp", "state": "done", "done_on": "2023-06-01"}
    made = report(done, given | {"duty": "Rà soát", "state": None, "done_on": None}, kind="tasks")
    assert not [one for one in printed(capsys) if one["measure"] == "tasks_done"], "nobody handed any in"
    engine = connect()
    accept(engine, local_person(), "nhiem-vu.xlsx", bytes_of(made), made)
    engine.dispose()
    found = {
        one["unit"]: one for one in printed(capsys, "--period", "2023") if one["measure"] == "tasks_done"
    }
    assert {unit: (one["value"], one["denominator"]) for unit, one in found.items() if unit in ("city", "492", "493")} == {
        "city": (1, 2), "492": (1, 2), "493": (None, None),
    }  # fmt: skip
    assert found["city"]["completeness"] == {"reported": 1, "expected": 7}
    assert main(["figures", "--unit", "492"]) == 0
    assert "nhiệm vụ hoàn thành trên số đã giao (chỉ tiêu địa phương): 1, mẫu số 2" in capsys.readouterr().out
