"""A sheet of nothing but labels and values that reports one activity."""

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records

HEAD = [["UBND QUẬN HẢI CHÂU"], ["PHIẾU BÁO CÁO LỚP TẬP HUẤN"]]
UNIT, NAME, DAY = "Đơn vị: Quận Hải Châu", "Tên lớp: Tập huấn kỹ năng an toàn mạng", "Ngày: 12/5/2023"
FORMS = {
    "a cell each": [[UNIT], [NAME], [DAY], ["Đối tượng: Cha mẹ"], ["Số người: 45"]],
    "two cells each": [
        ["Đơn vị", "Quận Hải Châu"],
        ["Tên lớp", "Tập huấn kỹ năng an toàn mạng"],
        ["Ngày tổ chức", "12/5/2023"],
        ["Số cha mẹ", 45],
    ],
    "two facts a row": [
        ["Đơn vị:", "Quận Hải Châu", "Ngày:", "12/5/2023"],
        ["Tên lớp:", "Tập huấn kỹ năng an toàn mạng", "Số cha mẹ:", 45],
    ],
    "all in one cell": [["; ".join([UNIT, NAME, DAY, "Đối tượng: Cha mẹ", "Số người: 45"])]],
    "people in words": [[UNIT], [NAME], ["Thời gian: ngày 12 tháng 5 năm 2023"], ["Thành phần: 45 cha mẹ"]],
    "two figures": [[UNIT], [NAME], [DAY], ["Số cha mẹ: 45"], ["Trong đó nữ: 30"]],
}


@pytest.mark.parametrize("form", FORMS)
def test_it_is_read_as_one_record(form: str) -> None:
    report = checked([*HEAD, *FORMS[form]])
    (record,) = records(report)
    assert (record["unit"], record["title"]) == ("492", "Tập huấn kỹ năng an toàn mạng")
    assert (record["start_date"], record["attendances"]) == ("2023-05-12", {"parents": 45})
    assert record["basis"] == "detail"
    assert not codes(report, "error")


def test_several_of_them_are_a_record_each() -> None:
    forms = [
        [
            [f"Tên lớp: Tập huấn kỹ năng {n}"],
            [f"Ngày: {n}/5/2023"],
            ["Đối tượng: Cha mẹ"],
            [f"Số người: 4{n}"],
            [],
        ]
        for n in (1, 2, 3)
    ]
    found = records(checked([*HEAD, *(line for form in forms for line in form)]))
    assert [(r["start_date"], r["attendances"]) for r in found] == [
        (f"2023-05-0{n}", {"parents": 40 + n}) for n in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("lines", "lacking"),
    [
        ([UNIT, NAME, DAY, "Đối tượng: Cha mẹ"], "“Số người tham gia: …”"),
        ([UNIT, NAME, "Đối tượng: Cha mẹ"], "“Ngày tổ chức: …”, “Số người tham gia: …”"),
    ],
)
def test_what_it_lacks_is_said(lines: list[str], lacking: str) -> None:
    report = checked([*HEAD, *([line] for line in lines)])
    assert issues(report) == [("required_missing", "A3")]
    assert report["issues"][0]["fix"] == f"Thêm dòng {lacking} vào phiếu."


def test_a_letter_of_words_alone_is_no_form() -> None:
    report = checked([*HEAD, ["Kính gửi: Sở Thông tin và Truyền thông"], ["Nơi nhận: lưu VT"]])
    assert codes(report) == ["no_table"]
