"""Tình hình nộp: the sentence, the calendar, the table and its file say the same."""

import csv
from io import StringIO

import pytest

from sample_data import story
from tests.pages.conftest import Start
from tests.pages.test_overview import figure, words

PAGE = "pages/view/reporting.py"


def test_the_sentence_names_who_is_late_and_who_is_missing(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of="2024-07-31", campaign="2024-Q2")
    assert app.title[0].value == (
        "Quý II/2024: 6 trong 7 đơn vị đã nộp, 2 nộp muộn, lâu nhất 31 ngày; quận Thanh Khê chưa nộp, quá hạn 37 ngày."
    )
