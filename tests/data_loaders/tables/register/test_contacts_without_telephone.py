"""Contacts named with their position alone: read where they are called contacts, refused as names of persons elsewhere."""

from typing import Any

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records

_WHO = ["UBND QUẬN SƠN TRÀ"]
_TITLE = ["DANH SÁCH CÁN BỘ ĐẦU MỐI CHƯƠNG TRÌNH BẢO VỆ VÀ HỖ TRỢ TRẺ EM TƯƠNG TÁC LÀNH MẠNH"]
_PERSONS = [["Nguyễn Văn An", "Chuyên viên"], ["Trần Thị Bình", "Phó phòng"]]


@pytest.mark.parametrize("title", [[_TITLE], []])
def test_names_and_positions(title: list[list[str]]) -> None:
    report = checked([_WHO, *title, ["STT", "Cán bộ đầu mối", "Chức vụ"], *([1, *p] for p in _PERSONS)])
    assert [(r["unit"], r["name"], r["position"], r["phone"]) for r in records(report)] == [
        ("493", "Nguyễn Văn An", "Chuyên viên", None),
        ("493", "Trần Thị Bình", "Phó phòng", None),
    ]
    assert not codes(report)


def test_of_several_units() -> None:
    rows = [["Quận Sơn Trà", *_PERSONS[0]], ["Quận Hải Châu", *_PERSONS[1]]]
    report = checked([_TITLE, ["Đơn vị", "Họ và tên", "Chức vụ"], *rows])
    assert [(r["unit"], r["name"]) for r in records(report)] == [
        ("493", "Nguyễn Văn An"),
        ("492", "Trần Thị Bình"),
    ]


def test_the_column_of_units_that_lacks_is_named() -> None:
    report = checked([_TITLE, ["STT", "Họ và tên", "Chức vụ"], [1, *_PERSONS[0]]])
    assert issues(report) == [("required_missing", "B3")]
    assert "đơn vị báo cáo" in report["issues"][0]["message"]


@pytest.mark.parametrize(
    ("title", "head"),
    [
        (["DANH SÁCH LỚP TẬP HUẤN"], ["STT", "Họ và tên", "Chức vụ"]),
        (["DANH SÁCH ĐẠI BIỂU, CÁN BỘ ĐẦU MỐI THAM GIA TẬP HUẤN"], ["STT", "Họ và tên", "Chức vụ"]),
        (["DANH SÁCH ĐẦU MỐI"], ["STT", "Họ tên phụ huynh", "Chức vụ"]),
    ],
)
def test_other_names_refuse_the_file(title: list[str], head: list[Any]) -> None:
    report = checked([_WHO, title, head, *([1, *p] for p in _PERSONS)])
    assert (report["status"], report["tables"], set(codes(report))) == ("rejected", [], {"personal_data"})
