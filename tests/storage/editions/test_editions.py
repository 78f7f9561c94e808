"""Issued reports: kept with their files, unchanged by what comes later, taken back with a reason and brought back."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, update

from access import Actor
from program.editions.issued import Text, latest, same_before, suggested_name
from program.filters import parse_filters
from storage.database import connect, writing
from storage.editions import issued as editions
from storage.intake.submissions import accept
from storage.reading.analysis import data_version
from storage.refusals import Refused
from storage.schema import edition_file, event
from storage.upkeep.backup import back_up
from storage.upkeep.restore import restore
from storage.upkeep.retention import retain
from storage.upkeep.soundness import unsound
from tests.ground import edition
from tests.storage.build import bytes_of, record, report

YEAR = parse_filters({"period": "2023"})
FIGURE = {
    "measure": "activities",
    "kind": "training_class",
    "audience": None,
    "unit": "492",
    "value": 3,
    "target": None,
}
FILES = {"docx": bytes(range(256)) * 9, "xlsx": b"PK\x03", "pptx": b"\x00"}


def issued(engine: Engine, actor: Actor, unit: str = "city", **said: object) -> int:
    """Issue a report; gives its number."""
    return editions.issue(engine, actor, replace(edition(engine, unit), **said)).id  # type: ignore[arg-type]


def test_an_edition_is_what_was_issued_whatever_comes_later(
    engine: Engine, actor: Actor, tmp_path: Path
) -> None:
    made = report(record())
    accept(engine, actor, "a.xlsx", bytes_of(made), made)
    texts = (
        Text("I. CHỈ ĐẠO", "I.1", "", "Đã “nộp”", True),
        Text("II. KẾT QUẢ", "II.1", "1. Lớp", "3 lớp", False),
    )
    number = issued(
        engine, actor, name="  Báo cáo\n năm 2023 ", document="12/BC", texts=texts, settings={"place": "Đà Nẵng"},
        figures=(FIGURE,), files=FILES,
    )  # fmt: skip
    (one,), whole = editions.editions(engine), editions.kept(engine, number)
    later = report(record(title="Lớp sau"))
    accept(engine, actor, "b.xlsx", bytes_of(later), later)
    retain(engine, 1)
    back_up(engine, tmp_path / "sao-luu.zip")
    elsewhere = connect(f"sqlite:///{tmp_path / 'noi-khac.sqlite3'}")
    restore(elsewhere, tmp_path / "sao-luu.zip")
    for place in (engine, elsewhere):
        assert editions.editions(place) == (one,)
        assert editions.kept(place, number) == whole
        assert {kind: editions.file_of(place, number, kind) for kind in FILES} == FILES
    elsewhere.dispose()
    assert whole is not None
    assert (whole.edition, whole.texts, whole.figures, whole.written) == (
        one,
        texts,
        (FIGURE,),
        {"I.1": "Đã “nộp”"},
    )
    assert (one.name, one.document, one.filters, one.then.as_of) == (
        "Báo cáo năm 2023",
        "12/BC",
        YEAR,
        date(2023, 12, 14),
    )
    assert {kind: (f.size, f.fingerprint) for kind, f in one.files.items()} == {
        kind: (len(data), sha256(data).hexdigest()) for kind, data in FILES.items()
    }
    assert data_version(engine) > one.data_version
    assert editions.kept(engine, 99) is None
    with pytest.raises(LookupError):
        editions.file_of(engine, number, "pdf")


def test_taking_back_keeps_it_and_can_be_undone(engine: Engine, actor: Actor) -> None:
    number = issued(engine, actor)
    with pytest.raises(Refused, match="lý do"):
        editions.take_back(engine, actor, number, " \n")
    editions.take_back(engine, actor, number, "Thiếu quý IV")
    back = editions.editions(engine)[0].taken_back
    assert back is not None
    assert (back.by, back.why) == (actor.name, "Thiếu quý IV")
    assert editions.file_of(engine, number, "docx") == b"x"
    with pytest.raises(Refused, match="vừa được người khác thu hồi"):
        editions.take_back(engine, actor, number, "lại")
    editions.bring_back(engine, actor, number)
    assert editions.editions(engine)[0].taken_back is None
    with pytest.raises(Refused, match="đang có hiệu lực"):
        editions.bring_back(engine, actor, number)
    for act in (
        lambda: editions.take_back(engine, actor, 99, "x"),
        lambda: editions.bring_back(engine, actor, 99),
    ):
        with pytest.raises(Refused, match="Không có bản phát hành số 99"):
            act()
    with engine.connect() as connection:
        query = select(event.c.action, event.c.subject, event.c.before, event.c.after).order_by(event.c.id)
        noted = [tuple(row) for row in connection.execute(query)]
    said = {
        "title": "Báo cáo năm 2023",
        "unit": "city",
        "period": "2023",
        "as_of": "2023-12-14",
        "document": None,
    }
    assert noted == [
        ("edition_issued", "edition:1", None, said),
        ("edition_withdrawn", "edition:1", said, {"reason": "Thiếu quý IV"}),
        ("edition_restored", "edition:1", {"reason": "Thiếu quý IV"}, said),
    ]


def test_nothing_is_issued_without_a_name_or_of_data_that_moved_meanwhile(
    engine: Engine, actor: Actor
) -> None:
    with pytest.raises(Refused, match="tên"):
        issued(engine, actor, name=" \u200b ")
    asked = edition(engine, "city")
    made = report(record())
    accept(engine, actor, "a.xlsx", bytes_of(made), made)
    with pytest.raises(Refused, match="vừa thay đổi"):
        editions.issue(engine, actor, asked)
    with pytest.raises(ValueError, match="files"):
        issued(engine, actor, files={"docx": b"x"})
    assert editions.editions(engine) == ()


def test_a_file_that_is_not_what_was_issued_is_not_handed_out(engine: Engine, actor: Actor) -> None:
    number = issued(engine, actor)
    assert unsound(engine) == []
    with writing(engine) as connection:
        spoilt = update(edition_file).where(edition_file.c.kind == "pptx")
        connection.execute(spoilt.values(data=b"y"))
    assert editions.file_of(engine, number, "docx") == b"x"
    assert unsound(engine) == ["Tệp pptx của bản phát hành số 1 không còn như lúc phát hành."]
    with pytest.raises(editions.Damaged, match="Tệp pptx của bản số 1"):
        editions.file_of(engine, number, "pptx")


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_editions_of_one_scope_and_period_follow_each_other(engine: Engine, actor: Actor) -> None:
    first, of_unit, second, third = (issued(engine, actor, unit) for unit in ("city", "492", "city", "city"))
    editions.take_back(engine, actor, second, "nhầm")
    every = editions.editions(engine)
    by_number = {one.id: one for one in every}
    assert [one.id for one in every] == [third, second, of_unit, first]
    assert latest(every, YEAR) == by_number[third]
    assert same_before(every, YEAR, "c" * 64) == by_number[third]
    assert same_before(every, YEAR, "d" * 64) is None
    assert same_before(every, YEAR.only(unit="493"), "c" * 64) is None
    assert suggested_name(every, YEAR) == "Báo cáo năm 2023, lần 4"
    assert suggested_name((), parse_filters({"period": "2023-H1"})) == "Báo cáo 6 tháng đầu năm 2023, lần 1"
    civil = parse_filters({"period": "2023", "calendar": "civil"})
    assert latest(every, civil) is None


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_the_number_on_paper_is_noted_later_and_by_one_of_two_at_once(engine: Engine, actor: Actor) -> None:
    number = issued(engine, actor)
    editions.note_document(engine, actor, number, " 12/BC-SKHCN ngày 5-1-2024 ", None)
    with pytest.raises(Refused, match="vừa được người khác ghi"):
        editions.note_document(engine, actor, number, "13/BC", None)
    assert editions.editions(engine)[0].document == "12/BC-SKHCN ngày 5-1-2024"
    assert editions.file_of(engine, number, "docx") == b"x"
    editions.note_document(engine, actor, number, "12/BC-SKHCN ngày 5-1-2024", "12/BC-SKHCN ngày 5-1-2024")
    editions.note_document(engine, actor, number, "", "12/BC-SKHCN ngày 5-1-2024")
    assert editions.editions(engine)[0].document is None
    with engine.connect() as connection:
        query = select(event.c.before, event.c.after).where(event.c.action == "edition_numbered")
        assert [tuple(row) for row in connection.execute(query.order_by(event.c.id))] == [
            ({"document": None}, {"document": "12/BC-SKHCN ngày 5-1-2024"}),
            ({"document": "12/BC-SKHCN ngày 5-1-2024"}, {"document": None}),
        ]
