"""Contacts of officials: who, since when, by which document."""

import pytest

from tests.data_loaders.sheets import brief, checked, codes, issues, records

PHONES = ["0905111222", "0905333444"]


TWO = [("Trần Văn B", "Trưởng phòng", PHONES[0]), ("Lê Thị C", "Chuyên viên", PHONES[1])]


def test_contacts_of_officials_in_their_own_table_alone() -> None:
    rows = [
        ["DANH SÁCH ĐẦU MỐI"],
        ["STT", "Đơn vị", "Họ và tên", "Chức vụ", "Số máy", "Thư công vụ"],
        [1, "Quận Hải Châu", "Trần B", "Chuyên viên", 905123456, "b@danang.gov.vn"],
    ]
    report = checked(rows)
    assert report["status"] == "ready"
    assert brief(records(report)[0]) == {
        "unit": "492",
        "name": "Trần B",
        "position": "Chuyên viên",
        "phone": "0905123456",
        "email": "b@danang.gov.vn",
    }


@pytest.mark.parametrize(
    ("rows", "merges"),
    [
        (
            [
                ["Đơn vị", "Họ và tên", "Chức vụ", "Điện thoại"],
                ["Sở Y tế", *("\n".join(told) for told in zip(*TWO, strict=True))],
            ],
            [],
        ),
        (
            [
                ["Đơn vị", "Lãnh đạo phụ trách", None, None, "Cán bộ đầu mối", None, None],
                [None, *["Họ tên", "Chức vụ", "SĐT"] * 2],
                ["Sở Y tế", *TWO[0], *TWO[1]],
            ],
            ["A2:A3", "B2:D2", "E2:G2"],
        ),
        # The heading of a group of units is nobody.
        (
            [
                ["TT", "Họ và tên", "Chức vụ", "Điện thoại", "Đơn vị"],
                ["I", "KHỐI SỞ, BAN, NGÀNH"],
                *[[i, *told, "Sở Y tế"] for i, told in enumerate(TWO, 1)],
            ],
            [],
        ),
    ],
)
def test_two_contacts_of_a_unit(rows: list[list[object]], merges: list[str]) -> None:
    report = checked([["DANH SÁCH ĐẦU MỐI"], *rows], merges=merges)
    assert codes(report) == []
    assert [(r["name"], r["position"], r["phone"]) for r in records(report)] == TWO
    assert {r["unit"] for r in records(report)} == {"SO-YT"}


def test_contacts_of_communes_since_the_day_in_the_title() -> None:
    rows = [
        ["DANH SÁCH ĐẦU MỐI TẠI CÁC PHƯỜNG (từ 01/7/2025)"],
        ["Đơn vị", "Họ và tên", "Chức vụ", "Điện thoại"],
    ]
    rows += [["UBND phường Hải Châu", "Trần Văn B", "Chuyên viên", "0905111222"]]
    assert [r["unit"] for r in records(checked(rows))] == ["20242"]


@pytest.mark.parametrize(
    ("headings", "row", "expected"),
    [
        (
            ["Tên cán bộ", "Di động", "CV cử đầu mối"],
            ["Trần B", "0905111222", "55/UBND"],
            ("Trần B", None, "55/UBND"),
        ),
        (
            ["Họ tên", "Email", "Văn bản số", "Ngày văn bản"],
            ["Trần B", "b@danang.gov.vn", "5/CV", "20/5/2022"],
            ("Trần B", "2022-05-20", "5/CV"),
        ),
        # The decision of the Programme names nobody.
        (["Họ tên", "Email"], ["Trần B", "b@danang.gov.vn"], ("Trần B", None, None)),
    ],
)
def test_the_document_that_named_a_contact(
    headings: list[object], row: list[object], expected: tuple[object, ...]
) -> None:
    title = ["DANH BẠ ĐẦU MỐI TRIỂN KHAI QĐ 830/QĐ-TTg"]
    rows = [title, ["Đơn vị", "Chức vụ", *headings], ["Sở Y tế", "Chuyên viên", *row]]
    report = checked(rows)
    assert codes(report) == []
    assert [(r["name"], r["valid_from"], r["document"]) for r in records(report)] == [expected]


@pytest.mark.parametrize(
    "lines",
    [
        ["(Kèm theo Công văn số 81/STTTT ngày 05/6/2022)"],
        ["Số: 81/STTTT", "Đà Nẵng, ngày 05 tháng 6 năm 2022"],
        ["(Kèm theo Công văn số 81/STTTT ngày 01/6/2022)", "(Áp dụng từ ngày 05/6/2022)"],
    ],
)
def test_the_document_above_contacts_tells_since_when(lines: list[str]) -> None:
    rows = [
        ["DANH SÁCH ĐẦU MỐI"],
        *([line] for line in lines),
        ["Đơn vị", "Ông/Bà", "Đầu mối phụ trách", "Chức vụ", "ĐT"],
    ]
    found = records(checked([*rows, ["Sở Y tế", "Bà", "Trần Thị B", "Chuyên viên", "0905111222"]]))
    assert [(r["valid_from"], "81/STTTT" in r["document"]) for r in found] == [("2022-06-05", True)]


def test_contacts_may_begin_with_their_positions() -> None:
    rows = [
        ["DANH SÁCH ĐẦU MỐI"],
        ["STT", "Chức vụ", "Điện thoại", "Cơ quan", "Họ và tên"],
        [1, "Trưởng phòng VH&TT", "0905123456", "Sở Tư pháp", "Nguyễn Văn An"],
        [2, "Phó Chánh Văn phòng", "0905123457", "Quận Sơn Trà", "Trần Thị Bích"],
    ]
    assert [r["unit"] for r in records(checked(rows))] == ["SO-TP", "493"]


@pytest.mark.parametrize(
    ("heading", "below", "unit"),
    [("Đơn vị, địa phương", "Quận Hải Châu", "491"), ("Địa phương", "Phường Thạch Thang", None)],
)
def test_a_bare_name_beside_districts_is_a_district(heading: str, below: str, unit: str | None) -> None:
    names = ["Thanh Khê", "Quận Sơn Trà", below, "H. Hòa Vang"]
    rows = [[name, "Nguyễn Văn A", "Chuyên viên", "0236 3822 111"] for name in names]
    report = checked([["DANH SÁCH ĐẦU MỐI"], [heading, "Họ và tên", "Chức vụ", "Điện thoại"], *rows])
    assert [r["unit"] for r in records(report)][: len(names) - 3] == ([unit] if unit else ["493"])
    assert [i["code"] for i in report["issues"]] == ([] if unit else ["unit_ambiguous"])


@pytest.mark.parametrize(
    ("lines", "name", "unit"),
    [
        # "Cơ quan" is no quận; a document's day and a full name tell the new unit.
        (["(Kèm theo Công văn số 215/UBND-VHXH ngày 12/8/2025)"], "UBND phường Hải Châu", "20242"),
        (["(Kèm theo Công văn số 215/UBND-VHXH ngày 12/8/2022)"], "UBND phường Hải Châu", "20242"),
        ([], "UBND phường Hải Châu", "20242"),
        (["(Kèm theo Công văn số 215/UBND-VHXH ngày 12/8/2025)"], "Hải Châu", "20242"),
        (["(Kèm theo Công văn số 215/UBND-VHXH ngày 12/8/2022)"], "Hải Châu", "492"),
        ([], "Hải Châu", None),
    ],
)
@pytest.mark.parametrize("heading", ["Cơ quan", "Đơn vị quản lý"])
def test_whose_contact_by_the_name_of_two_units(
    lines: list[str], name: str, unit: str | None, heading: str
) -> None:
    rows = [["PHIẾU THÔNG TIN CÁN BỘ ĐẦU MỐI"], *([line] for line in lines)]
    rows += [["Họ và tên", "Chức vụ", heading, "Điện thoại"], ["Trần B", "Trưởng phòng", name, "0905123456"]]
    report = checked(rows)
    assert [r["unit"] for r in records(report)] == ([unit] if unit else [])
    assert codes(report, "error") == ([] if unit else ["unit_ambiguous"])


def test_only_the_year_of_birth_of_a_contact_is_refused() -> None:
    head = ["Đơn vị", "Họ tên", "Năm sinh", "Chức vụ", "Điện thoại"]
    row = ["Sở Y tế", "Đoàn Thị B", 1985, "Chuyên viên", "0905246810"]
    assert issues(checked([["DANH SÁCH ĐẦU MỐI"], head, row])) == [("personal_data", "C2")]
    # Who came to a class is no contact.
    assert len(issues(checked([["DANH SÁCH HỌC VIÊN"], head, row]))) > 1
