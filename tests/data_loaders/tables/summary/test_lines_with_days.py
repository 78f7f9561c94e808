"""Lines of a form that have days beside them: they say what is counted, and are no names of activities."""

import pytest

from tests.data_loaders.sheets import Rows, brief, checked, codes, records

_DAY = "15/3/2023"
_CLASSES = {
    "unit": "492", "kind": "training_class", "start_date": "2023-03-15", "end_date": "2023-03-15", "count": 4,
    "attendances": {"parents": 160}, "attendances_total": 160, "basis": "summary",
}  # fmt: skip


@pytest.mark.parametrize("heading", ["Nội dung", "Tên hoạt động"])
@pytest.mark.parametrize("title", [[], ["BÁO CÁO LỚP TẬP HUẤN"]])
@pytest.mark.parametrize(
    "lines",
    [
        [["Số lớp tập huấn", _DAY, 4], ["Số lượt cha mẹ tham gia", _DAY, 160]],
        [["1. Số lớp tập huấn", _DAY, 4], ["2. Lượt cha mẹ tham gia", _DAY, 160]],
    ],
)
def test_they_are_joined(heading: str, title: list[str], lines: Rows) -> None:
    report = checked([["UBND QUẬN HẢI CHÂU"], title, [heading, "Ngày", "Số lượng"], *lines])
    assert codes(report) == []
    assert [brief(r) for r in records(report)] == [_CLASSES]


def test_each_is_of_its_own_kind() -> None:
    lines = [["Số lớp tập huấn", _DAY, 4], ["Số buổi truyền thông", "21/3/2023", 3]]
    report = checked(
        [["UBND QUẬN HẢI CHÂU"], ["BÁO CÁO LỚP TẬP HUẤN"], ["Nội dung", "Thời gian", "Số lượng"], *lines]
    )
    assert [(r["kind"], r["count"]) for r in records(report)] == [
        ("training_class", 4),
        ("communication_session", 3),
    ]


def test_lines_with_months_may_have_numbers() -> None:
    lines = [["1. Số lớp tập huấn", "Tháng 3/2023", 4], ["2. Lượt cha mẹ tham gia", "Tháng 3/2023", 160]]
    report = checked([["UBND QUẬN HẢI CHÂU"], ["Nội dung", "Tháng", "Số lượng"], *lines])
    assert codes(report) == []
    assert [(r["count"], r["attendances"]) for r in records(report)] == [(4, {"parents": 160})]


def test_names_that_begin_like_a_number_are_names() -> None:
    names = [
        "Số hóa an toàn: tập huấn cha mẹ",
        "Số liệu của em: tập huấn cha mẹ",
        "Sổ tay số: tập huấn cha mẹ",
    ]
    rows = [["Tên hoạt động", "Ngày", "Số lượt"], *([name, _DAY, 40 + i] for i, name in enumerate(names))]
    report = checked([["UBND QUẬN HẢI CHÂU"], *rows])
    assert [(r["title"], r["basis"]) for r in records(report)] == [(name, "detail") for name in names]
