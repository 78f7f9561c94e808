""" "Địa chỉ" in a list of activities: halls and schools are nobody's home; posts on Zalo are no telephone."""

import pytest

from tests.data_loaders.sheets import Rows, checked, codes, records

_VENUES = ["Hội trường UBND phường, 12 Lê Lợi", "Trường THCS Trưng Vương", "Nhà sinh hoạt cộng đồng tổ 5"]


def _listed(heading: str, cells: list[object]) -> Rows:
    days = [[f"{12 + i}/5/2023", f"Tập huấn kỹ năng {i}", 40 + i, cell] for i, cell in enumerate(cells)]
    return [["UBND QUẬN HẢI CHÂU"], ["Ngày", "Tên hoạt động", "Cha mẹ", heading], *days]


@pytest.mark.parametrize(
    "below", [[], [["", "", "", "CHỦ TỊCH"], ["", "", "", "(đã ký)"]], [["Tổng cộng", "", 123, None]]]
)
def test_venues_pass(below: Rows) -> None:
    report = checked([*_listed("Địa chỉ", [*_VENUES]), *below])
    assert codes(report, "error") == []
    assert [r["attendances_total"] for r in records(report)] == [40, 41, 42]


@pytest.mark.parametrize(
    "home", ["12 Lê Lợi", "Tổ 5, Thạch Thang", "Nhà bà Lan, tổ 4", "K34/5 Nguyễn Tri Phương", "Trường Chinh, tổ 5", 12]
)  # fmt: skip
@pytest.mark.parametrize("at", [0, 3])
def test_one_home_among_them_refuses_the_file(home: object, at: int) -> None:
    cells: list[object] = [*_VENUES[:at], home, *_VENUES[at:]]
    assert codes(checked(_listed("Địa chỉ", cells))) == ["personal_data"]


def test_a_home_below_the_days_refuses_the_file() -> None:
    rows = [*_listed("Địa chỉ", [*_VENUES]), ["", "Em An", "", "Số 12 Lê Lợi"]]
    assert "personal_data" in codes(checked(rows))


@pytest.mark.parametrize("heading", ["Địa chỉ nhà", "Địa chỉ học sinh", "Nơi ở", "Địa chỉ thường trú"])
def test_headings_of_homes_stay_refused(heading: str) -> None:
    assert codes(checked(_listed(heading, [*_VENUES]))) == ["personal_data"]


def test_an_address_beside_names_stays_refused() -> None:
    rows: Rows = [
        ["Ngày", "Tên hoạt động", "Họ và tên", "Địa chỉ"],
        ["12/5/2023", "Tập huấn", "Nguyễn Văn An", "Trường THCS Trưng Vương"],
    ]
    assert set(codes(checked([["UBND QUẬN HẢI CHÂU"], *rows]))) == {"personal_data"}


@pytest.mark.parametrize("heading", ["Số bài trên Fanpage, Zalo", "Số bài đăng Zalo", "Số tin trên Zalo"])
def test_posts_are_no_telephone(heading: str) -> None:
    report = checked(_listed(heading, [3, 4]))
    assert (codes(report), len(records(report))) == (["unused_column"], 2)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Zalo", ["0905123456", "0905123457"]), ("Số Zalo", [3, 4]), ("Zalo phụ huynh", [3, 4]),
        ("Số bài trên Fanpage, Zalo", ["0905123456", "0905123457"]),
    ],
)  # fmt: skip
def test_telephones_stay_refused(heading: str, cells: list[object]) -> None:
    assert codes(checked(_listed(heading, cells))) == ["personal_data"]
