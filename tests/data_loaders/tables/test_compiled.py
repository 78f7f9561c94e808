"""Lists that a department compiles of what districts and communes held: each row is theirs."""

import pytest

from tests.data_loaders.sheets import checked, records

_SO = ["SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"]
_HELD = ["CÁC BUỔI TRUYỀN THÔNG QUÝ II NĂM 2024"]


def _units(organisers: list[str], around: list[str] = _SO) -> list[str]:
    head = ["STT", "Đơn vị tổ chức", "Nội dung", "Ngày", "Phụ huynh"]
    rows = [[n, who, f"Tư vấn {n}", f"{n}/4/2024", 90] for n, who in enumerate(organisers, 1)]
    return [r["unit"] for r in records(checked([around, _HELD, head, *rows]))]


@pytest.mark.parametrize(
    ("organisers", "units"),
    [
        (["UBND quận Hải Châu", "UBND huyện Hòa Vang"], ["492", "497"]),
        (["Q. Hải Châu", "Q. NHS", "H. Hòa Vang"], ["492", "494", "497"]),
        # One host of all, or partners of the department: the rows are its own.
        (["UBND quận Hải Châu", "UBND quận Hải Châu"], ["SO-LDTBXH"] * 2),
        (["UBND quận Hải Châu", "Phòng Trẻ em", "UBND quận Sơn Trà"], ["SO-LDTBXH"] * 3),
        (["Phường Mỹ An", "Phường Hòa Minh"], ["SO-LDTBXH"] * 2),
    ],
)
def test_who_organised(organisers: list[str], units: list[str]) -> None:
    assert _units(organisers) == units


def test_offices_that_bear_the_names_of_districts_are_no_districts() -> None:
    organisers = ["Hội LHPN quận Hải Châu", "Hội LHPN quận Sơn Trà"]
    assert _units(organisers, ["HỘI LIÊN HIỆP PHỤ NỮ THÀNH PHỐ"]) == ["HLHPN"] * 2


@pytest.mark.parametrize(
    ("title", "units"),
    [
        ("TỔNG HỢP LỚP TẬP HUẤN TẠI CÁC XÃ, PHƯỜNG QUÝ III NĂM 2025", ["20257", "20455"]),
        ("CÁC LỚP TẬP HUẤN CỦA SỞ QUÝ III NĂM 2025", ["SO-YT"] * 2),
    ],
)
def test_communes_that_a_department_sums_up(title: str, units: list[str]) -> None:
    head = ["STT", "Xã, phường", "Tên lớp", "Ngày", "Cha mẹ"]
    rows = [[1, "P. Hòa Cường", "A", "12/7/2025", 48], [2, "X. Tây Giang", "B", "9/8/2025", 60]]
    assert [r["unit"] for r in records(checked([["SỞ Y TẾ"], [title], head, *rows]))] == units
