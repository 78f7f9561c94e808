"""Rows that a corrected file no longer has: told, and removed only when somebody says so."""

from typing import Any

import pytest
from sqlalchemy import Engine

from access import Actor, local_person
from program.contract import Report
from storage.intake.submissions import Preview, Receipt, Refused, accept, fingerprint_of, preview, withdraw
from tests.storage.build import active, bytes_of, record, report


def rows(*titles: str, **said: Any) -> Report:
    file = said.pop("file", "bao-cao.xlsx")
    return report(*(record(title=title, **said) for title in titles), file=file)


def take(engine: Engine, actor: Actor, made: Report, **options: Any) -> Receipt:
    return accept(engine, actor, made["file"], bytes_of(made), made, **options)


def look(engine: Engine, made: Report) -> Preview:
    return preview(engine, local_person(), made, fingerprint_of(bytes_of(made)))


def titles(engine: Engine) -> list[str]:
    return sorted(dict(row[1:])["title"] for row in active(engine))


def test_a_missing_row_is_told_and_stays_until_it_is_said_to_be_gone(engine: Engine, actor: Actor) -> None:
    first = take(engine, actor, rows("A", "B", "C")).submission
    better = rows("A", "B", file="Báo cáo sửa.xlsx")
    [one] = look(engine, better).corrects
    assert (one.submission, one.count, [row["title"] for row in one.rows]) == (first, 1, ["C"])
    assert (one.rows[0]["sheet"], one.rows[0]["row"]) == ("Tháng 5", 6)
    kept = take(engine, actor, better)
    assert (kept.removed, titles(engine)) == (0, ["A", "B", "C"])
    withdraw(engine, actor, kept.submission.id)
    receipt = take(engine, actor, better, remove_from=[first.id])
    assert (receipt.removed, receipt.unchanged, titles(engine)) == (1, 2, ["A", "B"])


def test_withdrawing_undoes_a_removal(engine: Engine, actor: Actor) -> None:
    first = take(engine, actor, rows("A", "B", "C")).submission
    before = active(engine)
    second = take(engine, actor, rows("A"), remove_from=[first.id])
    assert titles(engine) == ["A"]
    receipt = withdraw(engine, actor, second.submission.id)
    assert (receipt.restored, receipt.removed, active(engine)) == (3, 1, before)


def test_a_removed_row_comes_back_with_a_later_file(engine: Engine, actor: Actor) -> None:
    first = take(engine, actor, rows("A", "B")).submission
    second = take(engine, actor, rows("A"), remove_from=[first.id]).submission
    third = take(engine, actor, rows("B", file="thêm.xlsx"))
    assert (third.new, titles(engine)) == (1, ["A", "B"])
    withdraw(engine, actor, second.id)
    assert titles(engine) == ["A", "B"]
    withdraw(engine, actor, third.submission.id)
    assert titles(engine) == ["A", "B"]


def test_an_older_version_of_a_removed_row_does_not_come_back(engine: Engine, actor: Actor) -> None:
    take(engine, actor, rows("A", "B", female=1))
    middle = take(engine, actor, rows("A", "B", female=2)).submission
    take(engine, actor, rows("A", female=3), remove_from=[middle.id])
    withdraw(engine, actor, middle.id)
    assert titles(engine) == ["A"]


def test_what_a_replaced_file_had_removed_stays_removed(engine: Engine, actor: Actor) -> None:
    first = take(engine, actor, rows("A", "B")).submission
    second = take(engine, actor, rows("A", female=1), remove_from=[first.id]).submission
    third = take(engine, actor, rows("A", female=2), replaces=[second.id]).submission
    assert titles(engine) == ["A"]
    withdraw(engine, actor, third.id)
    assert titles(engine) == ["A"]
    withdraw(engine, actor, second.id)
    assert titles(engine) == ["A", "B"]


def test_a_row_that_comes_back_as_its_update_is_replaced_is_removed_too(engine: Engine, actor: Actor) -> None:
    first = take(engine, actor, rows("A", "B", "C")).submission
    second = take(engine, actor, rows("B", female=1)).submission
    receipt = take(engine, actor, rows("A", female=2), replaces=[second.id], remove_from=[first.id])
    assert (receipt.removed, receipt.restored, titles(engine)) == (2, 0, ["A"])


def test_a_row_that_a_later_file_has_is_not_missing(engine: Engine, actor: Actor) -> None:
    first = take(engine, actor, rows("A", "B", "C")).submission
    take(engine, actor, rows("C", file="khác.xlsx", female=3))
    better = rows("A", "B")
    assert look(engine, better).corrects == ()
    assert take(engine, actor, better, remove_from=[first.id]).removed == 0
    assert titles(engine) == ["A", "B", "C"]


def test_a_file_of_one_unit_says_nothing_of_the_rows_of_others(engine: Engine, actor: Actor) -> None:
    whole = report(record(title="A"), record(title="B"), record(title="C", unit="493"), file="chung.xlsx")
    first = take(engine, actor, whole).submission
    own = rows("A", file="chung.xlsx")
    [one] = look(engine, own).corrects
    assert [row["title"] for row in one.rows] == ["B"]
    take(engine, actor, own, remove_from=[first.id])
    assert titles(engine) == ["A", "C"]


def test_a_file_of_several_units_speaks_for_all_units_of_the_earlier(engine: Engine, actor: Actor) -> None:
    units = ("490", "491", "492")
    whole = report(*(record(unit=unit) for unit in units), file="chung.xlsx")
    take(engine, actor, whole)
    shorter = report(*(record(unit=unit) for unit in units[:2]), file="chung.xlsx")
    [one] = look(engine, shorter).corrects
    assert [row["unit"] for row in one.rows] == ["492"]


@pytest.mark.parametrize(
    ("later", "corrects"),
    [
        (rows("A", "B", file="khác.xlsx"), True),
        (rows("A", "Mới 1", "Mới 2", "Mới 3", file="khác.xlsx"), False),
        (rows("Mới", file="bao-cao.xlsx"), True),
        (rows("Mới", file="BÁO  CÁO.xlsx"), True),
        (rows("Mới", file="khác.xlsx"), False),
        # The same name every month.
        (rows("Mới", file="bao-cao.xlsx", start_date="2023-06-12", end_date="2023-06-12"), False),
        (rows("A", "B", file="bao-cao.xlsx", unit="493"), False),
    ],
)
def test_what_a_file_seems_to_correct(engine: Engine, actor: Actor, later: Report, corrects: bool) -> None:
    take(engine, actor, rows("A", "B", "C", "D", "E", file="Báo-cáo.xlsx"))
    assert bool(look(engine, later).corrects) == corrects


def test_withdrawn_and_replaced_files_are_not_corrected(engine: Engine, actor: Actor) -> None:
    first = take(engine, actor, rows("A", "B")).submission
    second = take(engine, actor, rows("A", "C"), replaces=[first.id]).submission
    assert [one.submission.id for one in look(engine, rows("A")).corrects] == [second.id]
    withdraw(engine, actor, second.id)
    withdraw(engine, actor, first.id)
    assert look(engine, rows("A")).corrects == ()


def test_rows_of_a_kind_that_the_file_does_not_hold_stay(engine: Engine, actor: Actor) -> None:
    target = {"indicator": "L-sessions", "unit": "492", "value": 40, "authority": "local", "document": None}
    target |= {"start_date": "2022-12-15", "end_date": "2023-12-14", "source": {"sheet": "B", "row": 2}}
    both = rows("A", "B")
    both["tables"] += report(target, kind="targets")["tables"]
    first = take(engine, actor, both).submission
    shorter = rows("A")
    assert [one.count for one in look(engine, shorter).corrects] == [1]
    take(engine, actor, shorter, remove_from=[first.id])
    assert sorted(row[0] for row in active(engine)) == ["activity", "target"]


def test_at_most_200_missing_rows_are_shown(engine: Engine, actor: Actor) -> None:
    take(engine, actor, rows(*map(str, range(300))))
    [one] = look(engine, rows("1", "2")).corrects
    assert (one.count, len(one.rows)) == (298, 200)


def test_rows_are_removed_only_from_what_counts(engine: Engine, actor: Actor) -> None:
    first = take(engine, actor, rows("A", "B")).submission
    withdraw(engine, actor, first.id)
    with pytest.raises(Refused, match="Lần nộp số 1 hiện không được tính nên không thể bỏ dòng"):
        take(engine, actor, rows("A", female=1), remove_from=[first.id])
    with pytest.raises(Refused, match="Lần nộp số 9"):
        take(engine, actor, rows("A", female=1), remove_from=[9])
