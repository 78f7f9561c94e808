"""The paper receipt: everything on it, nothing of a workbook as markup, nothing from a network."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from exports.receipt import LEFT_OUT_SHOWN, PaperReceipt, file_name, receipt_html
from program.contract import Issue
from program.submissions.mending import Correction

PRINTED = datetime(2023, 6, 2, 3, 4, tzinfo=UTC)
EVIL = "<script>alert(1)</script>\"><img src=x onerror=y> & 'hai'"


@dataclass(frozen=True)
class Line:
    unit: str = "492"
    year: int = 2023
    kind: str | None = "training_class"
    rows: int = 3
    count: int | None = 1200
    attendances: int | None = 3456


def error(**said: str | None) -> Issue:
    made = {"severity": "error", "code": "date_unreadable", "sheet": "Tháng 5", "cell": "D9"}
    told = {"found": "31/02/2023", "message": "Không có ngày này.", "fix": "Ghi lại."}
    return {**made, **told, **said}  # type: ignore[typeddict-item, return-value]


def paper(**said: object) -> PaperReceipt:
    made = PaperReceipt(
        submission=1012, state="accepted", demo=False, file_name="hai-chau.xlsx", size=49_345, fingerprint="ab" * 32,
        submitted_by="Lê Bình", submitted_at=datetime(2023, 6, 1, 18, 30, tzinfo=UTC), accepted_by="Lê Bình",
        accepted_at=datetime(2023, 6, 1, 18, 45, tzinfo=UTC), units=("Quận Hải Châu",), rows=("49 dòng hoạt động",),
        new=38, changed=5, unchanged=6, removed=3, data_version=17, counted=(Line(),), answers=(), corrections=(),
        decisions=(), left_out=(), rest="none",
    )  # fmt: skip
    return replace(made, **said)  # type: ignore[arg-type]


class Reader(HTMLParser):
    """Tags and attributes of a page, and its text by row of a table."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.rows: list[list[str]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if "style" not in self.tags[-1:]:
            self.text += data + " "
        if self.tags[-1:] in (["td"], ["th"]):
            self.rows[-1][-1] += data


def read(receipt: PaperReceipt) -> Reader:
    reader = Reader()
    reader.feed(receipt_html(receipt, PRINTED).decode().replace("\u2011", "-"))
    return reader


def test_who_what_when_and_what_came_of_it() -> None:
    page = read(paper())
    assert page.rows[:10] == [
        ["Tệp", "hai-chau.xlsx"],
        ["Kích thước", "49,3 KB (49.345 byte)"],
        ["Mã nhận dạng (SHA-256)", "ab" * 32],
        ["Người nộp", "Lê Bình"],
        ["Nộp lúc", "2-6-2023 01:30"],
        ["Nhận lúc", "2-6-2023 01:45"],
        ["Đơn vị", "Quận Hải Châu"],
        ["Đã nhận", "49 dòng hoạt động"],
        ["Kết quả", "38 dòng mới; 5 dòng thay đổi; 6 dòng giữ nguyên; 3 dòng bỏ"],
        ["Phiên bản số liệu", "17"],
    ]
    assert "Lần nộp số 1.012 · đang được tính" in page.text
    assert "In lúc 2-6-2023 10:04" in page.text
    assert "minh họa" not in page.text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (Line(), ["Quận Hải Châu", "2023", "Lớp tập huấn", "1.200 lớp", "3.456"]),
        (Line(count=None), ["Quận Hải Châu", "2023", "Lớp tập huấn", "chưa rõ", "3.456"]),
        (Line(attendances=None), ["Quận Hải Châu", "2023", "Lớp tập huấn", "1.200 lớp", "chưa rõ"]),
        (Line(kind=None, count=0, attendances=0), ["Quận Hải Châu", "2023", "Không phát sinh", "0", "0"]),
    ],
)
def test_what_was_counted_by_unit_year_and_kind(line: Line, told: list[str]) -> None:
    assert told in read(paper(counted=(line,))).rows


def test_answers_corrections_decisions_and_what_was_left_out_stand_on_it() -> None:
    page = read(
        paper(
            answers=("Cột “Số dự” là Tổng lượt tham gia",), corrections=(Correction("Tháng 5", "D9", ""),),
            decisions=("Cùng một hoạt động: trường báo hai lần",), left_out=(error(),), rest="open",
        )
    )  # fmt: skip
    assert "Cột “Số dự” là Tổng lượt tham gia" in page.text
    assert ["Tháng 5", "D9", "(để trống)"] in page.rows
    assert "Cùng một hoạt động: trường báo hai lần" in page.text
    assert ["Tháng 5", "D9", "31/02/2023", "Không có ngày này."] in page.rows
    assert "Lỗi của các dòng không được tính (chưa nhận, chờ sửa)" in page.text


def test_a_part_without_content_has_no_heading() -> None:
    page = read(paper(counted=()))
    assert page.tags.count("h2") == 0


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"state": "withdrawn"}, "Lần nộp số 1.012 · đã rút"),
        ({"state": "superseded"}, "đã được lần nộp sau thay thế"),
        ({"demo": True}, "Đây là dữ liệu minh họa, không phải số liệu thật."),
        ({"left_out": (error(),), "rest": "dropped"}, "không được tính (đã bỏ)"),
    ],
)
def test_its_state_is_said(said: dict[str, object], words: str) -> None:
    assert words in read(paper(**said)).text


def test_errors_beyond_the_limit_are_counted() -> None:
    page = read(paper(left_out=[error(cell=f"D{n}") for n in range(1, LEFT_OUT_SHOWN + 6)]))
    assert ["Tháng 5", f"D{LEFT_OUT_SHOWN}", "31/02/2023", "Không có ngày này."] in page.rows
    assert f"D{LEFT_OUT_SHOWN + 1}" not in page.text
    assert "Còn 5 lỗi nữa" in page.text


def test_words_of_a_workbook_are_never_markup() -> None:
    page = read(
        paper(
            file_name=EVIL, submitted_by=EVIL, units=(EVIL,), rows=(EVIL,), counted=(Line(unit=EVIL),), answers=(EVIL,),
            corrections=(Correction(EVIL, EVIL, EVIL),), decisions=(EVIL,),
            left_out=(error(sheet=EVIL, cell=EVIL, found=EVIL, message=EVIL),),
        )
    )  # fmt: skip
    assert not {"script", "img"} & set(page.tags)
    assert "onerror" not in page.attributes
    assert page.text.count("<script>alert(1)</script>") == 14


def test_nothing_of_it_comes_from_elsewhere_and_it_prints_on_a4() -> None:
    raw = receipt_html(paper(), PRINTED).decode()
    assert not re.search(r"https?:|//|url\(|@import|<link|<script|src=", raw)
    assert "default-src 'none'" in raw
    assert "size:A4" in raw
    colours = set(re.findall(r"#[0-9a-fA-F]{3,8}\b", raw))
    assert colours == {"#000", "#fff"}


def test_its_file_is_called_by_its_number() -> None:
    assert file_name(1012) == "bien-nhan-1012.html"
