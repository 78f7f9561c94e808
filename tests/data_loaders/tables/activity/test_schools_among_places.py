"""A column of places of every sort: the schools in it count for T1, its wards are kept, other places are not."""

import pytest

from data_loaders.columns.cells.places_named import school_in
from tests.data_loaders.sheets import checked, codes, records

PLACES = ["Trường THCS Lê Độ", "Nhà văn hóa tổ 5", "UBND phường Thuận Phước", "Hội trường UBND quận"]
SCHOOLS = ["Trường THCS Lê Độ", None, None, None]
WARDS = [None, None, "UBND phường Thuận Phước", None]


def _checked(heading: str, places: list[str], *more: str):
    head = ["STT", "Tên lớp tập huấn", "Ngày", heading, "Số cha mẹ", *more]
    rows = [
        [n, f"Kỹ năng số {n}", f"{n}/8/2024", place, 40 + n, *("Lớp tập huấn" for _ in more)]
        for n, place in enumerate(places, 1)
    ]
    return checked([["UBND QUẬN HẢI CHÂU"], ["DANH SÁCH NĂM 2024"], head, *rows])


@pytest.mark.parametrize("heading", ["Địa điểm", "Nơi tổ chức", "Tổ chức tại", "Địa điểm tổ chức lớp"])
@pytest.mark.parametrize("more", [[], ["Loại hoạt động"]])
def test_each_cell_is_taken_for_what_it_says(heading: str, more: list[str]) -> None:
    report = _checked(heading, PLACES, *more)
    found = records(report)
    assert ([r["school"] for r in found], [r["ward"] for r in found]) == (SCHOOLS, WARDS)
    assert not codes(report)


def test_a_school_in_a_column_of_wards_is_no_ward() -> None:
    found = records(_checked("Địa bàn", ["Phường Bình Hiên", "Phường Nam Dương", "Trường TH Phù Đổng"]))
    assert [r["school"] for r in found] == [None, None, "Trường TH Phù Đổng"]
    assert [r["ward"] for r in found] == ["Phường Bình Hiên", "Phường Nam Dương", None]


@pytest.mark.parametrize(
    ("place", "school"),
    [
        ("Hội trường Trường Tiểu học Phù Đổng", "Trường Tiểu học Phù Đổng"),
        ("Sân trường THCS Trưng Vương", "trường THCS Trưng Vương"),
        ("Tại THPT Phan Châu Trinh, phường Hải Châu", "THPT Phan Châu Trinh"),
        ("Trường THCS Lê Độ (số 5 đường Hoàng Sa)", "Trường THCS Lê Độ"),
        ("Trung tâm Bảo trợ xã hội", "Trung tâm Bảo trợ xã hội"),
        ("Tr. THCS Lê Độ", "Tr. THCS Lê Độ"),
        ("UBND phường Bình Hiên - Hội trường Trường TH Hoàng Văn Thụ", "Trường TH Hoàng Văn Thụ"),
        ("Hội trường A (Trường THPT Phan Châu Trinh)", "Trường THPT Phan Châu Trinh"),
        ("Trường TH Phù Đổng, Trường THCS Trưng Vương", "Trường TH Phù Đổng, Trường THCS Trưng Vương"),
        ("Trường TH-THCS Lê Độ", "Trường TH-THCS Lê Độ"),
        ("THCS", None),
        ("Hội trường", None),
        ("Trường Chính trị thành phố", None),
        ("Trường Cao đẳng Nghề", None),
        ("Nhà sinh hoạt cộng đồng, gần Trường TH Phù Đổng", None),
        ("Trung tâm Văn hóa", None),
        (12, None),
    ],
)
def test_a_school_said_plainly(place: object, school: str | None) -> None:
    assert school_in(place) == school
