"""Districts and communes beside the rows of a department: who held them, or where its own were held."""

from typing import Any

import pytest

from data_loaders.check import check
from data_loaders.mending.questions import asked
from program.submissions.mending import Answer, Mending, Question
from program.text import key
from tests.data_loaders.sheets import checked, codes, issues, records, xlsx

_BODY = ["HỘI LIÊN HIỆP PHỤ NỮ THÀNH PHỐ ĐÀ NẴNG"]
_COMMUNES = ("Phường Hải Châu", "Xã Hòa Tiến"), ["20242", "20332"], 2025
_DISTRICTS = ("Quận Hải Châu", "Huyện Hòa Vang"), ["492", "497"], 2024
_OWN = ["HLHPN", "HLHPN"]


def _rows(columns: list[str], era: tuple[Any, ...], title: str, body: list[str] = _BODY) -> list[list[Any]]:
    """A list with these columns; `{}` is the one of the places."""
    places, _, year = era
    heading = "Phường/Xã" if year == 2025 else "Quận/Huyện"
    rows = [body, [title.format(year)], [], [name.format(heading) for name in columns]]
    for n, place in enumerate(places, 1):
        held: dict[str, Any] = {"STT": n, "Tên lớp": f"Lớp {n}", "Ngày": f"{n}/8/{year}", "Cha mẹ": 40 + n}
        held |= {
            "Nội dung": f"Kỹ năng số {n}",
            "Địa điểm": "Nhà văn hóa",
            "Đơn vị tổ chức": "Hội LHPN thành phố",
        }
        rows.append([held.get(name, place) for name in columns])
    return rows


_FIRST = ["STT", "{}", "Tên lớp", "Ngày", "Cha mẹ"]
_LAST = ["STT", "Tên lớp", "Ngày", "{}", "Cha mẹ"]
_ADDRESS = ["STT", "Tên lớp", "Ngày", "Địa điểm", "{}", "Cha mẹ"]
_HELD = "DANH SÁCH LỚP TẬP HUẤN NĂM {}"


@pytest.mark.parametrize("era", [_COMMUNES, _DISTRICTS])
@pytest.mark.parametrize(
    ("columns", "title", "theirs", "said"),
    [
        # What a row is about stands first; the title says whose it is.
        (_FIRST, _HELD, True, True),
        # "Nội dung" is no place ("Nơi …").
        (["STT", "{}", "Nội dung", "Ngày", "Cha mẹ"], _HELD, True, True),
        (_FIRST, "TỔNG HỢP LỚP TẬP HUẤN CỦA CÁC QUẬN, HUYỆN, PHƯỜNG, XÃ NĂM {}", True, False),
        (_FIRST, "CÁC LỚP TẬP HUẤN CỦA HỘI NĂM {}", False, False),
        (_LAST, "CÁC LỚP TẬP HUẤN DO HỘI LHPN THÀNH PHỐ TỔ CHỨC NĂM {}", False, False),
    ],
)
def test_one_rule_on_both_sides_of_the_break(
    era: tuple[Any, ...], columns: list[str], title: str, theirs: bool, said: bool
) -> None:
    report = checked(_rows(columns, era, title))
    assert [r["unit"] for r in records(report)] == (era[1] if theirs else _OWN)
    assert codes(report, "warning") == (["place_or_unit"] if said else [])
    assert report["status"] == "ready"


@pytest.mark.parametrize(
    ("columns", "era", "units", "said"),
    [
        # Behind the activity a heading is taken for what it is in forms: the district reports, the ward is the place.
        (_LAST, _COMMUNES, _OWN, True),
        (_LAST, _DISTRICTS, _DISTRICTS[1], True),
        # The last part of an address; whoever organised has a column.
        (_ADDRESS, _COMMUNES, _OWN, False),
        ([*_FIRST, "Đơn vị tổ chức"], _COMMUNES, _OWN, False),
        (["STT", "Tên lớp", "Ngày", "Địa bàn", "Cha mẹ"], _COMMUNES, _OWN, False),
    ],
)
def test_columns_behind_the_activity(
    columns: list[str], era: tuple[Any, ...], units: list[str], said: bool
) -> None:
    report = checked(_rows(columns, era, _HELD))
    assert [r["unit"] for r in records(report)] == units
    assert ("place_or_unit" in codes(report)) == said


@pytest.mark.parametrize(
    ("title", "units"),
    [("KẾT QUẢ TẬP HUẤN NĂM {}", None), ("CÁC LỚP TẬP HUẤN DO HỘI TỔ CHỨC NĂM {}", _OWN)],
)
@pytest.mark.parametrize("era", [_COMMUNES, _DISTRICTS])
def test_groups_of_places(era: tuple[Any, ...], title: str, units: list[str] | None) -> None:
    (first, second), theirs, year = era
    rows = [_BODY, [title.format(year)], [], ["STT", "Tên lớp", "Ngày", "Cha mẹ"]]
    rows += [["I", first], [1, "A", f"1/8/{year}", 45], ["II", second], [1, "B", f"2/8/{year}", 50]]
    report = checked(rows)
    assert [r["unit"] for r in records(report)] == (units or theirs)
    assert issues(report) == ([] if units else [("place_or_unit", "B5")])
    assert asked(report) == []


@pytest.mark.parametrize("period", ["năm 2025", "6 tháng cuối năm 2025", "quý III/2025"])
def test_communes_of_a_period_that_spans_the_break_are_told_too(period: str) -> None:
    head = ["STT", "Loại hoạt động", "Hình thức", "Phường/xã", "Số buổi", "Cha mẹ"]
    rows = [
        [n, "Buổi truyền thông", "Trực tiếp", place, 2, 160 + n]
        for n, place in enumerate(("Xã Tam Anh", "Xã Nam Trà My"), 1)
    ]
    report = checked([_BODY, [f"BÁO CÁO TỔNG HỢP {period.upper()}"], [], head, *rows])
    theirs = [r["unit"] for r in records(report)] == ["20984", "20944"]
    assert theirs == (period != "năm 2025")
    assert codes(report, "warning") == (["place_or_unit"] if theirs else [])


def test_one_place_alone_is_where_it_was_held() -> None:
    report = checked(_rows(_FIRST, (("Phường Hải Châu",) * 2, [], 2025), _HELD))
    assert ([r["unit"] for r in records(report)], codes(report)) == (_OWN, [])


@pytest.mark.parametrize(("value", "units"), [("unit", ["20242", "20332"]), ("ward", _OWN)])
def test_a_person_says_what_the_column_is(value: str, units: list[str]) -> None:
    raw = xlsx({"Lớp": _rows(_LAST, _COMMUNES, _HELD)})
    (question,) = asked(check("a.xlsx", raw))
    assert (question.question, question.candidates) == (Question.HEADING, ("unit", "ward"))
    report = check("a.xlsx", raw, Mending(frozenset([question.answered(value)])))
    assert ([r["unit"] for r in records(report)], codes(report)) == (units, [])


def test_the_focal_agency_heads_groups_with_districts_whatever_its_title() -> None:
    rows = [
        ["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"],
        ["CÁC LỚP TẬP HUẤN CỦA SỞ NĂM 2024"],
        ["STT", "Tên lớp", "Ngày", "Cha mẹ"],
    ]
    rows += [
        ["I", "Quận Hải Châu"],
        [1, "A", "1/8/2024", 45],
        ["II", "Huyện Hòa Vang"],
        [1, "B", "2/8/2024", 50],
    ]
    assert [r["unit"] for r in records(checked(rows))] == ["492", "497"]


def test_an_answer_outdoes_the_title() -> None:
    raw = xlsx({"Lớp": _rows(_FIRST, _COMMUNES, "CÁC LỚP TẬP HUẤN CỦA HỘI NĂM {}")})
    told = Answer(Question.HEADING, key("Phường/Xã"), "unit")
    assert [r["unit"] for r in records(check("a.xlsx", raw, Mending(frozenset([told]))))] == [
        "20242",
        "20332",
    ]


def test_the_focal_agency_lists_districts_without_a_question() -> None:
    report = checked(_rows(_LAST, _DISTRICTS, _HELD, ["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"]))
    assert ([r["unit"] for r in records(report)], codes(report)) == (["492", "497"], [])


_MTTQ, _SO = ["ỦY BAN MTTQ VIỆT NAM THÀNH PHỐ ĐÀ NẴNG"], ["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"]
_OTHERS, _SENDERS = ["HLHPN", "TD"], ["MTTQ", "MTTQ"]


def _of_bodies(body: list[str], title: str, heading: str, names: tuple[str, str]) -> list[list[Any]]:
    head = ["STT", heading, "Số lớp tập huấn", "Lượt cha mẹ"]
    return [body, [title], head, [1, names[0], 3, 120], [2, names[1], 2, 80]]


@pytest.mark.parametrize(
    ("body", "title", "heading", "names", "units", "said"),
    [
        # The title says whose they are; who gathers the reports of all lists others.
        (_MTTQ, "TỔNG HỢP KẾT QUẢ CỦA CÁC TỔ CHỨC THÀNH VIÊN NĂM 2023", "Tổ chức", ("Hội LHPN", "Đoàn TNCS HCM"), _OTHERS, False),
        (_MTTQ, "TỔNG HỢP KẾT QUẢ CÁC ĐOÀN THỂ NĂM 2023", "Đơn vị", ("Hội LHPN", "Đoàn TNCS HCM"), _OTHERS, False),
        (_SO, "KẾT QUẢ TẬP HUẤN NĂM 2023", "Tổ chức", ("Hội LHPN", "Đoàn TNCS HCM"), _OTHERS, True),
        # Else they may be partners: the sender counts, and it is said.
        (_MTTQ, "KẾT QUẢ TẬP HUẤN NĂM 2023", "Tổ chức", ("Hội LHPN", "Đoàn TNCS HCM"), _SENDERS, True),
        # One of them alone, or none that reports.
        (_MTTQ, "KẾT QUẢ TẬP HUẤN NĂM 2023", "Tổ chức", ("Ủy ban MTTQ", "Hội LHPN"), _SENDERS, False),
        (_MTTQ, "KẾT QUẢ TẬP HUẤN NĂM 2023", "Tổ chức", ("Ban Phong trào", "Văn phòng"), _SENDERS, False),
        (["UBND QUẬN HẢI CHÂU"], "TỔNG HỢP KẾT QUẢ CỦA CÁC ĐOÀN THỂ NĂM 2023", "Tổ chức", ("Hội LHPN", "Đoàn TNCS HCM"), ["492", "492"], False),
    ],
)  # fmt: skip
def test_bodies_of_the_city_that_another_sums_up(
    body: list[str], title: str, heading: str, names: tuple[str, str], units: list[str], said: bool
) -> None:
    report = checked(_of_bodies(body, title, heading, names))
    assert [r["unit"] for r in records(report)] == units
    assert issues(report) == ([("place_or_unit", "B3")] if said else [])


_THREE, _MIXED = ["492", "HLHPN", "TD"], ("Q. Hải Châu", "Hội LHPN TP", "Thành đoàn")
_BEFORE = ["STT", "Đơn vị tổ chức", "Tên lớp tập huấn", "Ngày", "Cha mẹ"]


@pytest.mark.parametrize(
    ("body", "title", "head", "names", "units", "said"),
    [
        (_SO, "TỔNG HỢP LỚP TẬP HUẤN NĂM 2024 CỦA CÁC ĐƠN VỊ", _BEFORE, _MIXED, _THREE, False),
        (_SO, "CÁC LỚP TẬP HUẤN NĂM 2024", _BEFORE, _MIXED, _THREE, True),
        (_MTTQ, "CÁC LỚP TẬP HUẤN NĂM 2024", _BEFORE, _MIXED, ["MTTQ"] * 3, True),
        # The title says that they are its own; behind the activity, or among others, they helped.
        (_SO, "CÁC LỚP TẬP HUẤN DO SỞ TỔ CHỨC NĂM 2024", _BEFORE, _MIXED, ["SO-TTTT"] * 3, False),
        (_SO, "CÁC LỚP TẬP HUẤN NĂM 2024", [*_BEFORE[:1], *_BEFORE[2:], _BEFORE[1]], _MIXED, ["SO-TTTT"] * 3, False),
        (_SO, "CÁC LỚP TẬP HUẤN NĂM 2024", _BEFORE, (*_MIXED[1:], "Công ty TNHH An Tâm"), ["SO-TTTT"] * 3, False),
    ],
)  # fmt: skip
def test_units_that_report_as_organisers_of_a_list(
    body: list[str], title: str, head: list[str], names: tuple[str, ...], units: list[str], said: bool
) -> None:
    held = [
        {
            "STT": n,
            "Đơn vị tổ chức": name,
            "Tên lớp tập huấn": f"Lớp {n}",
            "Ngày": f"{n}/8/2024",
            "Cha mẹ": 40,
        }
        for n, name in enumerate(names, 1)
    ]
    report = checked([body, [title], head, *([row[name] for name in head] for row in held)])
    assert [r["unit"] for r in records(report)] == units
    assert issues(report) == ([("place_or_unit", "B3")] if said else [])


@pytest.mark.parametrize(("value", "units"), [("unit", _OTHERS), ("organiser", _SENDERS)])
def test_a_person_says_whether_bodies_are_partners(value: str, units: list[str]) -> None:
    raw = xlsx(
        {"Lớp": _of_bodies(_MTTQ, "KẾT QUẢ TẬP HUẤN NĂM 2023", "Tổ chức", ("Hội LHPN", "Đoàn TNCS HCM"))}
    )
    (question,) = asked(check("a.xlsx", raw))
    assert (question.question, question.candidates) == (Question.HEADING, ("unit", "organiser"))
    report = check("a.xlsx", raw, Mending(frozenset([question.answered(value)])))
    assert ([r["unit"] for r in records(report)], codes(report)) == (units, [])


@pytest.mark.parametrize("total", ["Tổng cộng", "Toàn ngành"])
@pytest.mark.parametrize(
    ("heading", "place", "said"),
    [
        ("Phòng GD&ĐT", "{}", True),
        ("Phòng Giáo dục và Đào tạo", "{}", True),
        ("Quận, huyện", "{}", True),
        # Whose the rows are is said by their own words.
        ("Phòng GD&ĐT", "Phòng GD&ĐT {}", False),
        ("Đơn vị", "{}", False),
    ],
)
def test_districts_below_the_name_of_their_office(heading: str, place: str, said: bool, total: str) -> None:
    rows = [["SỞ GIÁO DỤC VÀ ĐÀO TẠO"], ["SỐ LIỆU BUỔI TUYÊN TRUYỀN"], ["Quý IV năm 2024"]]
    rows += [["TT", heading, "Số buổi", "Học sinh"], [1, place.format("quận Hải Châu"), 31, 12900]]
    rows += [[2, place.format("huyện Hòa Vang"), 19, 6350], [None, total, 50, 19250]]
    report = checked(rows)
    assert [(r["unit"], r["count"]) for r in records(report)] == [("492", 31), ("497", 19)]
    assert codes(report) == (["place_or_unit"] if said else [])


_TITLE = "TỔNG HỢP HOẠT ĐỘNG CỦA CÁC XÃ, PHƯỜNG 6 THÁNG CUỐI NĂM 2025"


@pytest.mark.parametrize("body", [["SỞ KHOA HỌC VÀ CÔNG NGHỆ"], [None]])
@pytest.mark.parametrize("heading", ["Xã, phường", "Địa bàn", "Đơn vị"])
@pytest.mark.parametrize(
    ("slip", "code"),
    [
        ("P. Hòa Đông Sơn", "unit_unknown"),
        ("P. Hải Chậu", "unit_unknown"),
        ("xã Đại Lôc", "unit_unknown"),
        ("Hòa Đông Sơn", "unit_unknown"),
        ("P. Thạch Thang", "unit_ambiguous"),
    ],
)
def test_a_commune_of_no_name_is_asked_for_in_any_column(
    slip: str, code: str, heading: str, body: list[Any]
) -> None:
    places = ("Hải Châu", "P. Hội An", slip, "xã Đại Lộc")
    rows = [body, [_TITLE], [], ["STT", heading, *_FIRST[2:]]]
    rows += [[n, place, f"Lớp {n}", f"{n}/8/2025", 40 + n] for n, place in enumerate(places, 1)]
    report = checked(rows)
    assert [(i["code"], i["cell"], i["found"]) for i in report["issues"]] == [(code, "B7", slip)]
    assert [r["unit"] for r in records(report)] == ["20242", "20410", "20500"]


@pytest.mark.parametrize(
    ("columns", "era", "title"),
    [
        # A blank is the body's own; of an own list, and of districts' days, the ward is only where it was held.
        (_FIRST, (("Phường Hải Châu", "Xã Hòa Tiến", None), ["20242", "20332", "HLHPN"], 2025), _HELD),
        (_FIRST, (("Phường Hải Châu", "P. Hải Chậu"), _OWN, 2025), "CÁC LỚP TẬP HUẤN CỦA HỘI NĂM {}"),
        (_LAST, (("Phường Hải Châu", "P. Hải Chậu"), _OWN, 2025), _HELD),
        (_ADDRESS, (("Phường Hải Châu", "P. Hải Chậu"), _OWN, 2025), _HELD),
    ],
)
def test_a_place_of_no_name_where_the_body_reports(columns: list[str], era: Any, title: str) -> None:
    report = checked(_rows(columns, era, title))
    assert [r["unit"] for r in records(report)] == era[1]
    assert codes(report, "error") == []
