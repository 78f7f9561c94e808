""" "Phụ nữ" beside others: women among them, or an audience of its own that a person must name."""

import pytest

from data_loaders.check import check
from data_loaders.mending.questions import asked
from program.submissions.mending import Mending
from tests.data_loaders.sheets import checked, codes, records, xlsx

_TITLE = ["HỘI LHPN QUẬN HẢI CHÂU - KẾT QUẢ NĂM 2023"]


def _rows(headings: list[str], figures: list[int]) -> list[list[object]]:
    return [_TITLE, ["STT", "Ngày", "Nội dung", *headings], [1, "20/5/2023", "Tập huấn kỹ năng số", *figures]]


@pytest.mark.parametrize(
    ("headings", "figures"),
    [
        (["Phụ nữ", "Trẻ em ngoài trường học"], [60, 70]),
        (["Tổng số", "Phụ nữ", "Trẻ em ngoài trường học"], [100, 60, 40]),
        (["Phụ nữ"], [60]),
        (["Phụ nữ và trẻ em"], [60]),
    ],
)
def test_women_as_an_audience_are_asked_about(headings: list[str], figures: list[int]) -> None:
    assert codes(checked(_rows(headings, figures)), "error") == ["audience_unknown"]


@pytest.mark.parametrize(
    ("headings", "figures", "female"),
    [
        (["Tổng số", "Phụ nữ"], [100, 60], 60),
        (["Cha mẹ", "Phụ nữ"], [100, 60], 60),
        (["Tổng số", "Phụ nữ", "Cha mẹ"], [100, 60, 100], 60),
        (["Nữ", "Cha mẹ"], [60, 100], 60),
    ],
)
def test_women_among_others_are_women(headings: list[str], figures: list[int], female: int) -> None:
    (record,) = records(checked(_rows(headings, figures)))
    assert (record["female"], record["attendances_total"]) == (female, 100)


def test_an_answer_counts_them() -> None:
    raw = xlsx({"S": _rows(["Phụ nữ", "Trẻ em ngoài trường học"], [60, 40])})
    (question,) = asked(check("a.xlsx", raw))
    after = check("a.xlsx", raw, Mending().with_answers([question.answered("other")]))
    assert records(after)[0]["attendances"] == {"other": 60, "children_out_of_school": 40}
    assert after["tables"][0]["columns"]["D"] == "attendances.other"


def test_women_between_groups_of_people_are_asked_about_with_the_group_behind_them() -> None:
    rows = _rows(["Cha mẹ", "Phụ nữ", "Thanh niên"], [60, 40, 20])
    raw = xlsx({"S": rows})
    report = check("a.xlsx", raw)
    assert [(i["code"], i["cell"]) for i in report["issues"]] == [
        ("audience_unknown", "E2"),
        ("audience_unknown", "F2"),
    ]
    answers = [question.answered("other") for question in asked(report)]
    after = check("a.xlsx", raw, Mending().with_answers(answers))
    assert (codes(after), [r["attendances"] for r in records(after)]) == ([], [{"parents": 60, "other": 60}])


@pytest.mark.parametrize("headings", [["Cha mẹ", "Phụ nữ", "Ghi chú"], ["Cha mẹ", "Phụ nữ", "Giáo viên"]])
def test_women_behind_one_audience_stay_those_among_it(headings: list[str]) -> None:
    (record,) = records(checked(_rows(headings, [60, 40, 20])))
    assert record["female"] == 40
