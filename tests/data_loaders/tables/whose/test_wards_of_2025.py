"""A phường of one name on both sides of 1-7-2025 in a report on the whole year 2025."""

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records

NEW, OLD = "20242", "492"
TITLE, HEAD = ["KẾT QUẢ NĂM 2025"], ["STT", "Đơn vị", "Số lớp tập huấn", "Lượt cha mẹ"]


def _checked(*names: str, title: str = "KẾT QUẢ NĂM 2025"):
    return checked([[title], HEAD, *([n, name, 3, 90 + n] for n, name in enumerate(names))])


@pytest.mark.parametrize(
    ("beside", "unit", "ward"),
    [
        (["Phường Điện Bàn Đông", "Phường An Thắng"], NEW, None),
        (["UBND xã Bà Nà"], NEW, None),
        (["Phường Hòa Cường", "Phường Hải Châu (từ 1/7/2025)"], NEW, None),
        (["Phường Thuận Phước", "Phường Bình Thuận"], OLD, "Phường Hải Châu"),
    ],
)
def test_it_is_as_the_wards_beside_it_are(beside: list[str], unit: str, ward: str | None) -> None:
    report = _checked("Phường Hải Châu", *beside)
    assert not codes(report)
    assert (records(report)[0]["unit"], records(report)[0]["ward"]) == (unit, ward)


@pytest.mark.parametrize("beside", [[], ["Phường Điện Bàn Đông", "Phường Thuận Phước"], ["Quận Thanh Khê"]])
def test_it_is_asked_for_where_they_leave_a_doubt(beside: list[str]) -> None:
    report = _checked("UBND phường Hải Châu", *beside)
    assert issues(report) == [("unit_ambiguous", "B3")]
    for written in ("UBND phường Hải Châu (đến 30-6-2025)", "Phường Hải Châu (từ 1-7-2025)"):
        assert f"“{written}”" in report["issues"][0]["fix"]


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Phường Hải Châu (từ 1-7-2025)", NEW),
        ("UBND phường Hải Châu (từ ngày 01/7/2025)", NEW),
        ("Phường Hải Châu mới", NEW),
        ("Hải Châu (sau 30.6)", NEW),
        ("Phường Hải Châu (đến 30-6-2025)", OLD),
        ("P. Hải Châu cũ", OLD),
        ("Hải Châu, trước 1/7/2025", OLD),
    ],
)
def test_what_the_advice_says_is_read(name: str, unit: str) -> None:
    assert [r["unit"] for r in records(_checked(name))] == [unit]


def test_in_a_letterhead_too() -> None:
    rows = [["UBND PHƯỜNG HẢI CHÂU (TỪ 1-7-2025)"], TITLE, ["Số lớp tập huấn", "Lượt cha mẹ"], [3, 90]]
    (record,) = records(checked(rows))
    assert (record["unit"], record["start_date"]) == (NEW, "2024-12-15")


def test_a_time_that_the_period_denies_is_asked_for() -> None:
    report = _checked("Phường Hải Châu (từ 1-7-2025)", title="KẾT QUẢ NĂM 2023")
    assert issues(report) == [("unit_ambiguous", "B3")]
    assert "chỉ có từ 1-7-2025: kiểm tra lại ngày, kỳ báo cáo" in report["issues"][0]["fix"]


@pytest.mark.parametrize("title", ["KẾT QUẢ QUÝ III NĂM 2025", "KẾT QUẢ QUÝ IV NĂM 2025"])
def test_a_ward_that_was_taken_in_is_told_what_to_write(title: str) -> None:
    report = _checked("Phường Hòa Thọ Đông", title=title)
    assert issues(report) == [("unit_ambiguous", "B3")]
    assert "Từ 1-7-2025 thuộc Phường Cẩm Lệ: ghi Phường Cẩm Lệ" in report["issues"][0]["fix"]


def test_a_ward_of_quang_nam_is_told_that_it_did_not_report_yet() -> None:
    report = _checked("Quận Hải Châu", "Phường Hòa Thuận", title="KẾT QUẢ QUÝ III NĂM 2023")
    assert (issues(report), len(records(report))) == ([("unit_ambiguous", "B4")], 1)
    assert "Đến 30-6-2025 Thành phố Tam Kỳ thuộc tỉnh Quảng Nam" in report["issues"][0]["fix"]
