"""Lists that a department compiles of what districts and communes held: each row is theirs."""

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records

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


def test_new_wards_written_once_over_their_rows() -> None:
    head = ["Phường/xã", "Tên lớp tập huấn", "Ngày", "Số cha mẹ"]
    days = ["12/7/2025", "19/7/2025", "26/7/2025", "2/8/2025"]
    who = ["Phường Hải Vân", None, "Xã Hòa Tiến", None]
    report = checked(
        [head, *([w, f"Lớp {n}", d, 40] for n, (w, d) in enumerate(zip(who, days, strict=True)))]
    )
    assert not codes(report)
    assert [r["unit"] for r in records(report)] == ["20194", "20194", "20332", "20332"]


@pytest.mark.parametrize("names", [("Quận Hải Châu", "Quận Sơn Trà"), ("Hải Châu", "SƠN TRÀ")])
def test_districts_below_dia_ban_are_the_units_of_a_summary(names: tuple[str, str]) -> None:
    title = ["KẾT QUẢ CÁC BUỔI TRUYỀN THÔNG QUÝ IV NĂM 2024"]
    head = ["TT", "Địa bàn", "Số buổi", "Số lượt học sinh"]
    rows = [[None, "Toàn thành phố", 16, 7600], [1, names[0], 9, 4100], [2, names[1], 7, 3500]]
    found = records(checked([["SỞ GD&ĐT"], title, head, *rows]))
    assert [(r["unit"], r["count"]) for r in found] == [("492", 9), ("493", 7)]


def test_the_classes_of_a_school_that_came_are_no_sessions() -> None:
    head = ["STT", "Trường", "Nội dung", "Ngày", "Số lớp tham gia", "Số học sinh"]
    rows = [["PHÒNG GD&ĐT HUYỆN HÒA VANG"], ["CÁC BUỔI TRUYỀN THÔNG NĂM 2024"], head]
    (record,) = records(checked([*rows, [1, "THCS Ông Ích Đường", "An toàn mạng", "7/10/2024", 12, 430]]))
    assert (record["count"], record["basis"], record["attendances_total"]) == (1, "detail", 430)


def test_a_bare_name_in_a_target_of_2025_beside_communes_is_asked_for() -> None:
    rows = [["CHỈ TIÊU SỐ LỚP TẬP HUẤN CHO CHA MẸ NĂM 2025"], ["STT", "Đơn vị", "Chỉ tiêu"]]
    report = checked([*rows, [1, "Phường Hòa Cường", 4], [2, "Sơn Trà", 5]])
    assert issues(report) == [("unit_ambiguous", "B4")]
    report = checked([*rows, [1, "Hải Châu", 4], [2, "Sơn Trà", 5]])
    assert [r["unit"] for r in records(report)] == ["492", "493"]


def test_numbered_groups_of_a_ward_are_no_days() -> None:
    title = ["KẾT QUẢ CÁC BUỔI TRUYỀN THÔNG QUÝ III/2025"]
    head = ["TT", "Tổ dân phố", "Số buổi", "Số cha mẹ tham gia"]
    rows = [[1, "Tổ 1", 1, 60], [2, "Tổ 12", 1, 55]]
    found = records(checked([["UBND PHƯỜNG AN HẢI"], title, head, *rows]))
    assert [(r["unit"], r["start_date"], r["count"], r["attendances"]) for r in found] == [
        ("20275", "2025-06-15", 1, {"parents": 60}),
        ("20275", "2025-06-15", 1, {"parents": 55}),
    ]
