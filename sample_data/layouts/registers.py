"""The workbooks of the focal agency: targets, the register of schools, known denominators."""

from datetime import date

from program import units
from program.periods import PROGRAMME_END, PROGRAMME_START
from program.vocabulary import AUTHORITY_LABELS, INDICATORS, LEVEL_LABELS, Authority
from sample_data import places, story
from sample_data.layouts.parts import table
from sample_data.model import DEMO_NOTE, Book, Cell

_DECISION = "Quyết định 830/QĐ-TTg"
_LOCAL_DOCUMENT = "Số liệu minh họa – chưa có văn bản"
_LOCAL = (story.PARENTS, story.OUT_OF_SCHOOL, story.SESSIONS, story.ATTENDING_PARENTS)


def targets() -> Book:
    """Mục tiêu: official ones for the city, local ones by year, unit and city."""
    city = "Thành phố Đà Nẵng"
    rows = [
        _target(code, city, PROGRAMME_START, PROGRAMME_END, 100, "Mục tiêu cuối giai đoạn", "%")
        for code in ("T1", "T2", "T3")
    ]
    for indicator in _LOCAL:
        counter = INDICATORS[indicator].counter
        for span in story.SPANS:
            value = story.city_target(indicator, span)
            note = story.ORGANISATIONS_NOTE
            rows.append(_target(indicator, city, span.start, span.end, value, note, counter))
            rows += [
                _target(
                    indicator,
                    units.label(unit, with_type=True),
                    span.start,
                    span.end,
                    story.target(indicator, unit, span),
                    None,
                    counter,
                )
                for unit in story.span_units(span)
            ]
    heads = {
        "Mã chỉ tiêu": 24,
        "Tên chỉ tiêu": 60,
        "Đơn vị": 24,
        "Từ ngày": 12,
        "Đến ngày": 12,
        "Mục tiêu": 12,
        "Đơn vị tính": 12,
        "Thẩm quyền": 22,
        "Văn bản": 36,
        "Ghi chú": 60,
    }
    notes = ["MỤC TIÊU, CHỈ TIÊU CHƯƠNG TRÌNH 830", f"{DEMO_NOTE} (trừ T1, T2, T3)"]
    return Book("chi-tieu.xlsx", "openpyxl", [table("Chỉ tiêu", notes, heads, rows)])


def _target(
    indicator: str, unit: str, start: date, end: date, value: int, note: str | None, counter: str
) -> list[Cell]:
    found = INDICATORS[indicator]
    document = _DECISION if found.authority == Authority.OFFICIAL else _LOCAL_DOCUMENT
    return [
        Cell(indicator),
        Cell(found.label),
        Cell(unit),
        Cell(start, "date"),
        Cell(end, "date"),
        Cell(value, "number"),
        Cell(counter),
        Cell(AUTHORITY_LABELS[found.authority]),
        Cell(document),
        Cell(note),
    ]


def schools() -> Book:
    """Danh sách trường: invented names; the numbers by level are the known ones of the former city."""
    as_of = date(2025, 6, 30)
    rows = [
        [
            Cell(i, "center"),
            Cell(school.name),
            Cell(LEVEL_LABELS[school.level]),
            Cell(units.label(school.district, with_type=True)),
            Cell(places.ward_on(school.ward, as_of).name),
            Cell(school.valid_from, "date"),
        ]
        for i, school in enumerate(places.schools(), 1)
    ]
    heads = {
        "STT": 5,
        "Tên trường": 44,
        "Cấp học": 24,
        "Đơn vị": 20,
        "Phường/xã": 22,
        "Hoạt động từ ngày": 14,
    }
    notes = [
        "SỔ TRƯỜNG HỌC, CƠ SỞ GIÁO DỤC",
        f"{DEMO_NOTE}: tên trường do người lập đặt ra",
        "Số trường theo cấp học (99 tiểu học, 60 THCS, 34 THPT) theo báo chí giữa năm 2025; chưa có số cơ sở nuôi dưỡng trẻ em",
    ]
    return Book("so-truong.xlsx", "openpyxl", [table("Sổ trường", notes, heads, rows)])


_CENSUS = "Tổng điều tra dân số 1-4-2019"
_POPULATION_2019 = {
    "492": 201522,
    "490": 194913,
    "491": 185064,
    "495": 159295,
    "493": 157415,
    "497": 145749,
    "494": 90352,
}
_PRESS = "Báo Đà Nẵng, tháng {month}-{year}"


def population() -> Book:
    """Mẫu số: only what a source gives; units without a source have no row."""
    people, children = "Dân số", "Trẻ em dưới 16 tuổi"
    rows = [
        _count(people, "48", 2019, 1134310, f"{_CENSUS} (Báo Đà Nẵng, tháng 9-2019)", None),
        *(
            _count(people, unit, 2019, n, f"{_CENSUS} (khudancu.vn)", None)
            for unit, n in _POPULATION_2019.items()
        ),
        _count(children, "48", 2024, 329700, _PRESS.format(month=11, year=2024), "Nguồn ghi: hơn 329.700"),
        _count(children, "491", 2024, 49000, _PRESS.format(month=9, year=2024), "Nguồn ghi: hơn 49.000"),
        _count(
            "Trẻ em",
            "493",
            2024,
            40000,
            _PRESS.format(month=9, year=2024),
            "Nguồn ghi: gần 40.000, không nói độ tuổi",
        ),
    ]
    heads = {"Nhóm": 24, "Đơn vị": 22, "Năm": 8, "Số người": 12, "Nguồn": 44, "Ghi chú": 60}
    notes = [
        "MẪU SỐ: DÂN SỐ VÀ TRẺ EM",
        "Tệp đi kèm bộ Dữ liệu minh họa; các con số dưới đây là số đã công bố, địa giới trước 1-7-2025",
        "Năm quận, huyện còn lại chưa có số trẻ em được công bố nên không có dòng",
    ]
    return Book("mau-so-tre-em.xlsx", "openpyxl", [table("Mẫu số", notes, heads, rows)])


def _count(group: str, unit: str, year: int, value: int, origin: str, note: str | None) -> list[Cell]:
    name = "Thành phố Đà Nẵng" if unit == units.CITY else units.label(unit, with_type=True)
    return [Cell(group), Cell(name), Cell(year, "center"), Cell(value, "number"), Cell(origin), Cell(note)]
