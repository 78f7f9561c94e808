"""Unit × campaign: each state has its own look, sign and words; the break is always drawn."""

from dataclasses import replace

import pytest

from charts.grids.calendar import NARROW_ONLY, alt, calendar, key
from charts.grids.heat import HeatRow, heat
from charts.grids.sent_words import said
from charts.theme import DARK, LIGHT, SIZE, Palette
from charts.words import width
from pages.parts.shell.browser.style import SCREEN
from program.reporting.timeliness import Sent
from program.views.by_quarter import NoNumber
from program.vocabulary import Status
from tests.charts.figures import (
    COLUMNS,
    COMMUNE,
    DISTRICT,
    NEW,
    OLD,
    hovers,
    marks,
    notes,
    plain,
    sent,
    traces,
    words,
)

FIGURE = calendar(OLD, (DISTRICT,), LIGHT)
AFTER = calendar(NEW, (COMMUNE,), LIGHT)


def test_each_state_has_its_own_look_and_sign() -> None:
    found = {t["meta"]: t for t in marks(FIGURE)}
    assert {meta: (t["x"], t["text"]) for meta, t in found.items() if meta != "days"} == {
        "unknown": ([0], ["○"]),
        "on-time": ([1], ["●"]),
        "zero": ([2], ["0"]),
        "late": ([3], ["▲"]),
    }
    (missing,) = traces(AFTER, "missing")
    assert (missing["x"], missing["text"]) == ([0], None)
    found["missing"] = missing
    looks = [str(t["marker"]) for meta, t in found.items() if meta != "days"]
    assert len(set(looks)) == len(looks)


def test_silence_and_zero_look_as_in_the_heat_table() -> None:
    rows = (HeatRow("A", (NoNumber.SILENT, 0, NoNumber.NOT_DUE), 1, 2),)
    table = {t["meta"]: t["marker"] for t in marks(heat(COLUMNS, rows, LIGHT, "lớp"))}
    (missing,), (zero,) = traces(AFTER, "missing"), traces(FIGURE, "zero")
    assert missing["marker"]["pattern"] == table["silent"]["pattern"]
    assert zero["marker"]["line"] == table["zero"]["line"]


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_a_zero_that_came_late_is_a_framed_zero_on_the_ground_of_what_is_late(palette: Palette) -> None:
    row = replace(DISTRICT, cells=(sent(0, Sent.ON_TIME, declared_zero=True), *DISTRICT.cells[1:]))
    (zero,) = traces(calendar(OLD, (row,), palette), "zero")
    clear, late = zero["marker"]["color"]
    assert (late, clear) == (palette.tint[Status.NEEDS_ACCELERATION], "rgba(0,0,0,0)")


def test_days_stand_below_what_is_late_or_missing() -> None:
    (days,) = traces(FIGURE, "days")
    assert [(x, text.strip()) for x, text in zip(days["x"], days["text"], strict=True)] == [
        (2, "12"),
        (3, "9"),
    ]
    assert [text.strip() for text in traces(AFTER, "days")[0]["text"]] == ["337"]


@pytest.mark.parametrize("state", [Sent.NOT_DUE, Sent.OPEN])
def test_what_is_not_due_or_not_expected_stays_blank(state: Sent) -> None:
    row = replace(DISTRICT, cells=(sent(0, state), None, None, None))
    assert marks(calendar(OLD, (row,), LIGHT)) == []


def test_the_new_units_stand_right_of_the_break_their_names_left_of_it() -> None:
    layout = AFTER["layout"]
    (line,) = layout["shapes"]
    assert line["x0"] == line["x1"] == layout["xaxis"]["range"][0]
    assert line["y1"] == -layout["height"]
    (name,) = [a for a in notes(AFTER) if a["text"].strip() == "Xã Bà Nà"]
    assert (name["x"], name["xanchor"]) == (line["x0"], "right")
    assert layout["margin"]["l"] > width("Xã Bà Nà", SIZE)
    assert "từ 1‑7‑2025: phường, xã, đặc khu mới" in words(AFTER)
    assert not FIGURE["layout"]["shapes"]


def test_the_last_column_is_received_of_expected() -> None:
    assert {"4/4", "đã nhận"} <= set(words(FIGURE))
    assert "0/1" in words(AFTER)


def test_hover_gives_state_deadline_and_receipt() -> None:
    assert hovers(FIGURE) + hovers(AFTER) == [
        "Quận Hải Châu quý IV/2024: ● đúng hạn hạn 24‑12‑2024, nhận 24‑12‑2024",
        "Quận Hải Châu quý II/2025: ▲ nộp muộn 9 ngày hạn 24‑6‑2025, nhận 3‑7‑2025",
        "Quận Hải Châu quý III/2024: ○ không rõ ngày nhận hạn 24‑9‑2024",
        "Quận Hải Châu quý I/2025: ▲ nộp muộn 12 ngày; không phát sinh hạn 24‑3‑2025, nhận 5‑4‑2025",
        "Xã Bà Nà quý III/2025: × chưa nộp, quá hạn 337 ngày hạn 24‑9‑2025",
    ]


def test_what_came_after_the_as_of_day_is_said() -> None:
    late = sent(3, Sent.LATE, 9)
    cell = replace(
        sent(3, Sent.MISSING, 3), receipt=late.receipt, gaps=late.campaign.quarters, came_later=True
    )
    row = replace(DISTRICT, cells=(None, None, None, cell))
    assert hovers(calendar(OLD, (row,), LIGHT)) == [
        "Quận Hải Châu quý II/2025: × chưa nộp, quá hạn 3 ngày hạn 24‑6‑2025, nhận 3‑7‑2025, sau ngày tính"
    ]


def test_every_drawn_state_has_a_sign_and_a_word() -> None:
    drawn = [said(sent(1, state, 1)) for state in (Sent.ON_TIME, Sent.LATE, Sent.DAY_UNKNOWN, Sent.MISSING)]
    assert len({text[0] for text in drawn}) == len({text[2:] for text in drawn}) == 4


def test_a_row_must_have_a_cell_for_each_campaign() -> None:
    with pytest.raises(ValueError):
        calendar(OLD, (replace(DISTRICT, cells=(None,)),), LIGHT)


def test_key_and_alt_are_in_words() -> None:
    found = plain(key(LIGHT))
    for word in ("đúng hạn", "nộp muộn", "không rõ ngày nhận", "không phát sinh", "chưa nộp", "để trống"):
        assert word in found
    assert alt((DISTRICT, COMMUNE)) == "Quận Hải Châu: 4/4 báo cáo, 2 nộp muộn; Xã Bà Nà: 0/1 báo cáo."


def test_what_a_finger_does_is_told_on_a_narrow_screen_alone() -> None:
    assert f"<span class='{NARROW_ONLY}'>ô hẹp: chạm để xem số ngày</span>" in key(LIGHT)
    assert f"(min-width: 641px) {{ .{NARROW_ONLY} {{ display: none; }} }}" in SCREEN
