"""Headings that end in signs: what closes a heading says nothing."""

import pytest

from tests.data_loaders.sheets import brief, checked, codes, records

_STOPS = ["", ":", " :", ".", " -", " –", ";", ",", ". -"]


@pytest.mark.parametrize("stop", _STOPS)
def test_of_a_list(stop: str) -> None:
    told = ["STT", "Ngày tổ chức", "Tên hoạt động", "Quận, huyện", "Số lượt cha mẹ", "Nữ"]
    headings = [text + stop for text in told]
    report = checked([headings, [1, "15/3/2023", "Tập huấn kỹ năng số", "Quận Hải Châu", 40, 20]])
    assert codes(report) == []
    assert [(r["unit"], r["attendances"], r["female"]) for r in records(report)] == [
        ("492", {"parents": 40}, 20)
    ]


def test_each_with_another() -> None:
    headings = ["STT :", "Quận, huyện.", "Số lớp -", "Số lượt cha mẹ;"]
    report = checked([["BÁO CÁO QUÝ I/2023"], headings, [1, "Quận Hải Châu", 2, 50]])
    assert codes(report) == []
    assert [brief(r) for r in records(report)] == [
        {
            "unit": "492", "kind": "training_class", "start_date": "2022-12-15", "end_date": "2023-03-14", "count": 2,
            "attendances": {"parents": 50}, "attendances_total": 50, "basis": "summary",
        }
    ]  # fmt: skip


@pytest.mark.parametrize("stop", _STOPS)
def test_of_headings_in_two_rows(stop: str) -> None:
    upper = ["STT" + stop, "Quận, huyện" + stop, "Lớp tập huấn" + stop, None]
    lower = [None, None, "Số lớp" + stop, "Lượt" + stop]
    merges = ["A2:A3", "B2:B3", "C2:D2"]
    report = checked([["BÁO CÁO QUÝ I/2023"], upper, lower, [1, "Quận Hải Châu", 2, 50]], merges=merges)
    assert codes(report) == []
    assert [(r["kind"], r["count"], r["attendances_total"]) for r in records(report)] == [
        ("training_class", 2, 50)
    ]
