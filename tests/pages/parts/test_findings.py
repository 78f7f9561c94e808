"""The heads above charts of several things: none is named lowest where all stand alike, and "0" is said in words."""

from types import SimpleNamespace
from typing import Any

import pytest

from pages.parts.schools import words as school_words
from pages.parts.sentences import findings
from program.schools.reach import Reach
from program.views.overview import LevelReach
from program.vocabulary import Kind, Level, Status


def progress(status: Status, value: int | None = 1, target: int | None = 2) -> Any:
    ended = status in (Status.NOT_MET, Status.MET)
    return SimpleNamespace(status=status, ended=ended, value=value, target=target, heard=value is not None)


NOT_MET, MET = progress(Status.NOT_MET), progress(Status.MET)
BEHIND, KEPT = progress(Status.FAR_BEHIND), progress(Status.ON_TRACK)
SILENT, UNSET = progress(Status.NOT_ASSESSABLE, None), progress(Status.NOT_ASSESSABLE, target=None)


@pytest.mark.parametrize(
    ("units", "said"),
    [
        ([NOT_MET, MET], "1 đơn vị chưa đạt, 1 đạt"),
        ([NOT_MET, NOT_MET, SILENT], "2 đơn vị chưa đạt, không đơn vị nào đạt"),
        ([BEHIND, KEPT], "1 đơn vị chậm hơn kế hoạch, 1 theo kịp"),
        ([BEHIND], "1 đơn vị chậm hơn kế hoạch, không đơn vị nào theo kịp"),
        ([KEPT], "Không đơn vị nào chậm hơn kế hoạch, 1 theo kịp"),
        ([SILENT, SILENT], "Chưa đơn vị nào báo cáo"),
        ([SILENT, UNSET], "Chưa đơn vị nào đánh giá được"),
        ([UNSET], "Chưa giao chỉ tiêu cho đơn vị nào"),
    ],
)
def test_units_side_by_side(units: list[Any], said: str) -> None:
    assert findings.of_units(units) == said


@pytest.mark.parametrize(
    ("targets", "said"),
    [
        ([NOT_MET], "1 trong 1 chỉ tiêu chưa đạt"),
        ([NOT_MET, NOT_MET, UNSET], "Cả 2 chỉ tiêu đều chưa đạt"),
        ([BEHIND, NOT_MET], "Cả 2 chỉ tiêu đều chậm hơn kế hoạch"),
        ([BEHIND, KEPT], "1 trong 2 chỉ tiêu chậm hơn kế hoạch"),
        ([UNSET], None),
    ],
)
def test_targets(targets: list[Any], said: str | None) -> None:
    assert findings.of_targets(targets) == said


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"phường A": (1, 2), "phường B": (2, 3)}, "Phường A thấp nhất: 1/2 trường trong 12 tháng"),
        (
            {"phường A": (1, 2), "phường B": (2, 4), "phường C": (1, 1)},
            "Phường A và phường B cùng thấp nhất: 50,0 % trường trong 12 tháng",
        ),
        ({"phường A": (2, 2), "phường B": (4, 4)}, "Nơi nào cũng như nhau: 100 % trường trong 12 tháng"),
        ({"phường A": (0, 2)}, "Phường A thấp nhất: 0/2 trường trong 12 tháng"),
    ],
)
def test_where_fewest_schools_were_reached(parts: dict[str, tuple[int, int]], said: str) -> None:
    found = [(name, Reach(total, recent, recent)) for name, (recent, total) in parts.items()]
    assert school_words.lowest(found).replace("\u00a0", " ") == said


def test_groups_that_nobody_came_of_are_said_in_words() -> None:
    def held(total: int, priority: int | None) -> Any:
        return SimpleNamespace(total=total, priority=priority)

    def said(classes: Any, sessions: Any) -> str:
        return findings.of_priority({Kind.TRAINING_CLASS: classes, Kind.COMMUNICATION_SESSION: sessions})

    assert said(held(1100, 0), held(7280, 0)) == "Hai nhóm ưu tiên chưa có lượt nào"
    assert said(held(0, 0), held(7280, 0)) == "Hai nhóm ưu tiên chưa có lượt nào"
    assert "chiếm" in said(held(1100, 0), held(7280, 5))
    few_and_most = said(held(1000, 1), held(1000, 999)).replace("\u00a0", " ")
    assert few_and_most == "Hai nhóm ưu tiên chiếm 0,1 % lượt của lớp, 99,9 % lượt của buổi"
    assert "một phần chưa rõ" in said(held(1100, 0), held(7280, None))


@pytest.mark.parametrize(
    ("state", "facilities", "said"),
    [
        (MET, 0, "T1: đã đạt (chưa kể cơ sở bảo vệ, nuôi dưỡng trẻ em)"),
        (MET, 3, "T1: đã đạt"),
        (NOT_MET, 0, "T1: chưa đạt"),
    ],
)
def test_a_met_t1_says_what_it_does_not_count(state: Any, facilities: int, said: str) -> None:
    levels = [LevelReach(Level.PRIMARY, 9, 9), LevelReach(Level.FACILITY, facilities, facilities)]
    assert findings.of_t1(state, levels) == said
