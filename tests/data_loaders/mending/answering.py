"""Workbooks that ask, and the answers they get."""

from datetime import date
from typing import Any

from data_loaders.check import check
from program.contract import Report
from program.submissions.mending import Answer, Mending, Question
from program.text import key
from tests.data_loaders.sheets import Rows, records, xlsx

WHO = ["Đơn vị báo cáo: UBND quận Hải Châu"]
HEAD = ["STT", "Tên hoạt động", "Ngày tổ chức", "Loại hoạt động", "Cha mẹ"]
DAY = date(2023, 5, 12)
CLASS = "Lớp tập huấn"


def answer(question: str, words: str, value: str) -> Answer:
    return Answer(Question(question), key(words), value)


def mended(rows: Rows, *answers: Answer, sheet: str = "Dữ liệu", name: str = "a.xlsx") -> Report:
    return check(name, xlsx({sheet: rows}), Mending().with_answers(answers))


def values(report: Report, field: str) -> list[Any]:
    return [record[field] for record in records(report)]


def row(n: int, **cells: Any) -> list[Any]:
    plain = {"title": f"Hoạt động {n}", "day": DAY, "kind": CLASS, "people": 40 + n}
    return [n, *(plain | cells).values()]


ROWS = [WHO, HEAD, row(1), row(2), row(3)]
