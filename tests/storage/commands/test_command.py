import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from access import Actor, local_person
from program.submissions.mending import Answer, Asked, Mending, Question
from sample_data import DEMO_FILES
from storage import __main__ as command
from storage.commands import intake
from storage.intake import answers
from storage.intake.arrivals import receipts
from storage.intake.submissions import history, mending_of
from storage.locks import windows
from tests.storage.build import active, bytes_of, error, everything, record, report

GOOD = report(record(), record(title="Lớp thứ hai"))
UNSOUND = report(record(title="Lớp ba"), status="needs_fixes", issues=[error()])
SHORTER = report(record(), file="bot.xlsx")
OPEN = report(
    record(title="Hội thảo"),
    status="needs_fixes",
    issues=[error() | {"code": "kind_unknown", "found": "Hội thảo"}],
)
REJECTED = report(status="rejected", tables=[], issues=[error()])


def check_with(_: str, raw: bytes, given: Mending, recall: Any) -> tuple[Any, Mending]:
    """The report that the bytes are; its unknown kind is a question, and the answer "other" mends it."""
    found = json.loads(raw)
    asked = [
        Asked(Question.KIND, one["found"], ()) for one in found["issues"] if one["code"] == "kind_unknown"
    ]
    applied = Mending(recall(asked, frozenset({"492"}))).with_answers(given.answers)
    if asked and applied.answer(Question.KIND, asked[0].words) == "other":
        found |= {"status": "ready", "issues": []}
    return found, applied


@pytest.fixture
def files(engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, str]:
    """Files whose bytes are the very report that their check gives, and the database as `DATABASE_URL`."""
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    monkeypatch.setattr(intake, "check_with", check_with)
    made = {"tot": GOOD, "bot": SHORTER, "con-loi": UNSOUND, "hong": REJECTED, "hoi": OPEN}
    for name, content in made.items():
        (tmp_path / f"{name}.xlsx").write_bytes(bytes_of(content))
    return {name: str(tmp_path / f"{name}.xlsx") for name in made}


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    code = command.main(arguments)
    out = capsys.readouterr().out
    return code, json.loads(out) if "--json" in arguments else out


def test_import_gives_the_receipt(engine: Engine, files: dict[str, str], capsys: Any) -> None:
    code, [result] = run(capsys, "import", files["tot"], "--json")
    assert code == 0
    assert result == {
        "file": "tot.xlsx",
        "status": "ready",
        "errors": 0,
        "warnings": 0,
        "crossings": 0,
        "repeats": 0,
        "applied": [],
        "changes": [],
        "vanished": [],
        "twins": 0,
        "overlaps": 0,
        "outcome": "accepted",
        "submission": 1,
        "new": 2,
        "changed": 0,
        "unchanged": 0,
        "removed": 0,
        "restored": 0,
        "data_version": 1,
        "message": "Lần nộp số 1. Đã nhận 2 dòng mới, 0 dòng thay đổi, 0 dòng giữ nguyên.",
    }
    assert len(active(engine)) == 2


def test_the_day_of_receipt_may_be_given(engine: Engine, files: dict[str, str], capsys: Any) -> None:
    code, [result] = run(capsys, "import", files["tot"], "--received-on", "2023-06-20", "--json")
    assert (code, result["outcome"]) == (0, "accepted")
    with engine.connect() as connection:
        found = receipts(connection).first
    assert {place: (r.day, r.stated) for place, r in found.items()} == {
        ("492", "2023-Q2"): (date(2023, 6, 20), True)
    }


def test_a_day_of_receipt_in_the_future_is_refused(
    engine: Engine, files: dict[str, str], capsys: Any
) -> None:
    code, [result] = run(capsys, "import", files["tot"], "--received-on", "9999-01-01", "--json")
    assert (code, result["outcome"]) == (1, "refused")
    assert everything(engine)["submission"] == []


def test_a_day_of_receipt_that_is_none_is_wrong_usage(files: dict[str, str], capsys: Any) -> None:
    with pytest.raises(SystemExit) as stopped:
        command.main(["import", files["tot"], "--received-on", "31/02/2023"])
    assert stopped.value.code == 2
    assert "Không hiểu ngày" in capsys.readouterr().err


def test_importing_again_changes_nothing(engine: Engine, files: dict[str, str], capsys: Any) -> None:
    run(capsys, "import", files["tot"])
    before = everything(engine)
    code, [result] = run(capsys, "import", files["tot"], "--json")
    assert (code, result["outcome"], result["submission"]) == (0, "unchanged", 1)
    assert everything(engine) == before


def test_a_dry_run_shows_what_would_be_and_writes_nothing(
    engine: Engine, files: dict[str, str], capsys: Any
) -> None:
    before = everything(engine)
    code, [result] = run(capsys, "import", files["tot"], "--dry-run", "--json")
    assert (code, result["outcome"], result["new"]) == (0, "preview", 2)
    assert everything(engine) == before
    run(capsys, "import", files["tot"])
    code, out = run(capsys, "import", files["tot"], "--dry-run")
    assert (code, out) == (0, "tot.xlsx: Tệp này đã được nhận (lần nộp số 1); nhận lại không thay đổi gì.\n")


@pytest.mark.parametrize("extra", [[], ["--dry-run"]])
def test_refusals_end_with_one_and_the_others_are_still_taken(
    engine: Engine, files: dict[str, str], capsys: Any, extra: list[str]
) -> None:
    code, results = run(capsys, "import", files["hong"], files["con-loi"], files["tot"], *extra, "--json")
    assert code == 1
    assert [result["outcome"] for result in results][:2] == ["refused", "refused"]
    assert results[2]["outcome"] == ("preview" if extra else "accepted")
    assert "còn 1 lỗi" in results[1]["message"]
    assert [entry.file_name for entry in history(engine)] == ([] if extra else ["tot.xlsx"])


def test_sound_rows_are_taken_when_asked_for(engine: Engine, files: dict[str, str], capsys: Any) -> None:
    code, [result] = run(capsys, "import", files["con-loi"], "--accept-sound-rows", "--json")
    assert (code, result["new"], result["errors"]) == (0, 1, 1)
    assert len(active(engine)) == 1


def test_what_the_upload_page_shows_before_is_told_in_lines_too(
    engine: Engine, files: dict[str, str], capsys: Any, tmp_path: Path
) -> None:
    run(capsys, "import", files["tot"])
    (kept,) = [r for table in SHORTER["tables"] for r in table["records"]]
    other = kept | {"attendances": {"parents": 51}, "attendances_total": 51, "delivery": "online"}
    tables = [table | {"records": [other]} for table in SHORTER["tables"]]
    path = tmp_path / "doi.xlsx"
    path.write_bytes(bytes_of(SHORTER | {"file": "doi.xlsx", "tables": tables}))
    code, [seen] = run(capsys, "import", str(path), "--dry-run", "--json")
    (change,) = seen["changes"]
    assert (code, change["fields"]["attendances_total"][1]) == (0, 51)
    _, said = run(capsys, "import", str(path), "--dry-run")
    assert "  Thay đổi [" in said
    assert "→ 51" in said
    assert "Lượt Cha mẹ" in said
    assert "→ Trực tuyến" in said
    assert (
        "1 dòng của lần nộp số 1 không còn trong tệp này, vẫn được tính; để bỏ: thêm --remove-missing."
        in said
    )
    _, said = run(capsys, "import", str(path))
    assert "để bỏ: rút lần nộp này, nhận lại với --remove-missing." in said
    _, said = run(capsys, "import", str(path))
    assert said.count("\n") == 1


def test_errors_that_keep_rows_out_are_told(engine: Engine, files: dict[str, str], capsys: Any) -> None:
    _, said = run(capsys, "import", files["con-loi"], "--accept-sound-rows")
    assert "  1 lỗi, các dòng có lỗi không được tính" in said


def test_the_unit_of_a_submission(engine: Engine, files: dict[str, str], capsys: Any) -> None:
    code, [result] = run(capsys, "import", files["tot"], "--unit", "493", "--json")
    assert (code, result["outcome"]) == (1, "refused")
    code, [result] = run(capsys, "import", files["tot"], "--unit", "492", "--json")
    assert (code, history(engine)[0].unit) == (0, "492")


def test_missing_rows_are_told_and_removed_only_when_asked_for(
    engine: Engine, files: dict[str, str], capsys: Any
) -> None:
    run(capsys, "import", files["tot"])
    before = active(engine)
    vanished = [{"submission": 1, "rows": 1}]
    code, [seen] = run(capsys, "import", files["bot"], "--dry-run", "--json")
    assert (code, seen["vanished"], seen["removed"]) == (0, vanished, 0)
    code, [seen] = run(capsys, "import", files["bot"], "--dry-run", "--remove-missing", "--json")
    assert (seen["vanished"], seen["removed"]) == (vanished, 1)
    code, [done] = run(capsys, "import", files["bot"], "--json")
    assert (done["vanished"], done["removed"], len(active(engine))) == (vanished, 0, 2)
    run(capsys, "withdraw", "2")
    assert active(engine) == before
    code, [done] = run(capsys, "import", files["bot"], "--remove-missing", "--json")
    assert (done["removed"], len(active(engine))) == (1, 1)
    assert done["message"].endswith("1 dòng giữ nguyên, 1 dòng thôi tính.")
    code, result = run(capsys, "withdraw", str(done["submission"]), "--json")
    assert (result["restored"], result["kept"], active(engine)) == (2, [], before)


def test_withdrawing_names_what_a_later_file_keeps(
    engine: Engine, files: dict[str, str], capsys: Any
) -> None:
    run(capsys, "import", files["tot"], files["bot"])
    code, result = run(capsys, "withdraw", "1", "--json")
    assert (code, result["removed"], result["kept"]) == (0, 1, [{"submission": 2, "rows": 1}])
    what = "1 dòng thôi được tính, 0 dòng trước đó được tính trở lại; 1 dòng vẫn được tính theo lần nộp số 2 nhận sau"
    assert result["message"] == f"Đã rút lần nộp số 1: {what}."


def test_large_numbers_are_written_in_groups() -> None:
    assert "4.000 dòng mới" in intake._counted("Đã nhận", 4000, 0, 0, 0)


def test_remembered_answers_are_applied(
    engine: Engine, actor: Actor, files: dict[str, str], capsys: Any
) -> None:
    assert run(capsys, "import", files["hoi"], "--json")[0] == 1
    answers.remember(engine, actor, "492", [Answer(Question.KIND, "hội thảo", "other")])
    code, [result] = run(capsys, "import", files["hoi"], "--json")
    applied = [["kind", "hội thảo", "other"]]
    assert (code, result["status"], result["applied"]) == (0, "ready", applied)
    assert mending_of(engine, local_person(), result["submission"]).as_json()["answers"] == applied


def test_a_file_of_answers_goes_before_what_is_remembered(
    engine: Engine, actor: Actor, files: dict[str, str], tmp_path: Path, capsys: Any
) -> None:
    given = Mending().with_answers([Answer(Question.KIND, "hội thảo", "other")])
    path = tmp_path / "tra-loi.json"
    path.write_text(json.dumps(given.as_json()), encoding="utf-8")
    answers.remember(engine, actor, "492", [Answer(Question.KIND, "hội thảo", "contest")])
    code, [result] = run(capsys, "import", files["hoi"], "--mending", str(path), "--json")
    assert (code, result["applied"]) == (0, [["kind", "hội thảo", "other"]])
    assert mending_of(engine, local_person(), result["submission"]) == given


@pytest.mark.parametrize(
    "content", ["", "[]", '{"answers": [["khác", "a", "b"]]}', '{"answers": [["kind"]]}']
)
def test_a_file_that_holds_no_answers_is_wrong_use(
    content: str, files: dict[str, str], tmp_path: Path, capsys: Any
) -> None:
    path = tmp_path / "tra-loi.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        command.main(["import", files["tot"], "--mending", str(path)])
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("Không đọc được tệp trả lời")


def test_a_submission_is_withdrawn_once(engine: Engine, files: dict[str, str], capsys: Any) -> None:
    run(capsys, "import", files["tot"])
    code, result = run(capsys, "withdraw", "1", "--json")
    assert (code, result["outcome"], active(engine)) == (0, "withdrawn", [])
    code, out = run(capsys, "withdraw", "1")
    assert (code, out) == (1, "Lần nộp số 1 đã được rút trước đó.\n")


def test_a_locked_window_ends_with_one_and_says_who_locked_it(
    engine: Engine, files: dict[str, str], capsys: Any
) -> None:
    run(capsys, "import", files["tot"])
    windows.lock(engine, local_person(), "2023-Q2", seen=None)
    for words in (("import", files["hoi"], "--accept-sound-rows"), ("withdraw", "1")):
        for more in ((), ("--dry-run",) if words[0] == "import" else ()):
            code, out = run(capsys, *words, *more)
            assert code == 1
            assert "Số liệu quý II/2023 của Quận Hải Châu đã được Người dùng tại máy này khóa" in out
    # The same file again changes nothing.
    assert run(capsys, "import", files["bot"], "--dry-run")[0] == 0


def test_migrating_twice_changes_nothing(url: str, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    assert run(capsys, "migrate") == (0, "Kho số liệu đã sẵn sàng.\n")
    assert run(capsys, "migrate") == (0, "Kho số liệu đã sẵn sàng.\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Lệnh chưa đúng."),
        (["khác"], "Lệnh chưa đúng."),
        (["import"], "Lệnh chưa đúng."),
        (["import", "khong-co.xlsx"], "Không tìm thấy tệp “khong-co.xlsx”."),
        (["import", __file__, "--unit", "999"], "Không có đơn vị nào mang mã “999”."),
        (["import", __file__, "--other"], "Lệnh chưa đúng."),
        (["withdraw", "một"], "Lệnh chưa đúng."),
    ],
)
def test_wrong_use_ends_with_two(
    arguments: list[str], sentence: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Any
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/x.sqlite3")
    with pytest.raises(SystemExit) as ended:
        command.main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith(f"{sentence} Xem hướng dẫn: python -m storage")
    assert not (tmp_path / "x.sqlite3").exists()


def test_another_kind_of_database_is_wrong_use(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://host/name")
    with pytest.raises(SystemExit) as ended:
        command.main(["migrate"])
    assert ended.value.code == 2
    assert "DATABASE_URL chưa đúng; cần địa chỉ PostgreSQL" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["import"], ["withdraw"], ["migrate"]])
def test_the_commands_explain_themselves_in_vietnamese(words: list[str], capsys: Any) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main([*words, "--help"])
    assert not ended.value.code
    _explained(capsys.readouterr().out)


def test_a_command_is_a_process_that_explains_itself() -> None:
    root = Path(__file__).resolve().parents[3]
    asked = [sys.executable, "-m", "storage", "--help"]
    done = subprocess.run(asked, cwd=root, capture_output=True, text=True, check=True, encoding="utf-8")
    _explained(done.stdout)


def _explained(said: str) -> None:
    assert said.startswith("Cách dùng: python -m storage")
    for english in ("usage", "positional", "options", "optional", "show this"):
        assert english not in said


def test_demo_fills_a_new_house_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    some = DEMO_FILES[::9]  # what all of them say: tests/sample_data
    monkeypatch.setattr(intake, "DEMO_FILES", some)
    assert command.main(["demo"]) == 0
    assert f"{len(some)}/{len(some)} tệp" in capsys.readouterr().out
    assert command.main(["demo"]) == 0
    assert "không cần nạp" in capsys.readouterr().out
