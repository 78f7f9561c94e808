""" "Nội dung chi tiết" beside the names of activities tells more of them; beside their kinds it is their name."""

import pytest

from tests.data_loaders.sheets import checked, issues, records

_TITLE = ["UBND QUẬN HẢI CHÂU - CÁC LỚP TẬP HUẤN NĂM 2024"]
_NAMES, _DETAILS = ["Lớp tập huấn kỹ năng số", "Lớp an toàn mạng"], ["Cách đặt mật khẩu", "Nhận biết lừa đảo"]


def _rows(head: list[str], first: list[str], second: list[str]) -> list[list[object]]:
    days = ["12/3/2024", "15/4/2024"]
    told = zip(first, second, days, strict=True)
    return [_TITLE, [*head, "Ngày tổ chức", "Số lượt cha mẹ"], *([*cells, 30] for cells in told)]


@pytest.mark.parametrize("heading", ["Tên lớp", "Hoạt động", "Tên hoạt động", "Chuyên đề"])
@pytest.mark.parametrize("details", ["Nội dung chi tiết", "Nội dung cụ thể"])
@pytest.mark.parametrize("before", [False, True], ids=["behind", "before"])
def test_details_never_take_the_place_of_the_name(heading: str, details: str, before: bool) -> None:
    columns = [(heading, _NAMES), (details, _DETAILS)]
    (one, first), (other, second) = columns[::-1] if before else columns
    report = checked(_rows([one, other], first, second))
    assert [r["title"] for r in records(report)] == _NAMES
    assert issues(report) == [("unused_column", "A2" if before else "B2")]


def test_beside_kinds_they_are_the_name() -> None:
    report = checked(_rows(["Hoạt động", "Nội dung chi tiết"], ["Tập huấn", "Truyền thông"], _DETAILS))
    assert [(r["kind"], r["title"]) for r in records(report)] == [
        ("training_class", _DETAILS[0]),
        ("communication_session", _DETAILS[1]),
    ]
