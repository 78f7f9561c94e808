"""The receipt of an accepted file as one page of HTML to print: A4, black and white, nothing from a network.

In Vietnamese for everybody, as every paper of the programme; the caller's language must be `vi`.
Words of a workbook are escaped: they are never markup.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Protocol

from locales.forms import day, number
from program import clock, units
from program.contract import Issue
from program.submissions.mending import Correction
from program.vocabulary import KIND_COUNTERS, KIND_LABELS, Kind

LEFT_OUT_SHOWN = 1_000
_STATES = {
    "accepted": "đang được tính",
    "withdrawn": "đã rút",
    "superseded": "đã được lần nộp sau thay thế",
}
_STYLE = """
@page{size:A4;margin:18mm 16mm 18mm 20mm}
*{box-sizing:border-box}
body{font:11.5pt/1.45 "Times New Roman","Liberation Serif","Noto Serif",serif;color:#000;background:#fff;
max-width:174mm;margin:8mm auto;padding:0 4mm}
header{display:flex;justify-content:space-between;gap:8mm;font-size:10.5pt}
h1{font-size:16pt;text-align:center;margin:9mm 0 1mm}
.number{text-align:center;margin:0 0 7mm}
h2{font-size:12pt;margin:6mm 0 1.5mm;break-after:avoid}
p{margin:0 0 1.5mm}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{border:.4pt solid #000;padding:1mm 1.8mm;text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead{display:table-header-group}
tr{break-inside:avoid}
.facts th{width:40mm;font-weight:normal}
.facts th,.facts td{border-width:0 0 .4pt}
.n{text-align:right;white-space:nowrap}
.code{font:8.5pt/1.6 "Liberation Mono","DejaVu Sans Mono",monospace}
ul{margin:0;padding-left:5mm}
li{margin-bottom:.8mm;overflow-wrap:anywhere}
footer{margin-top:7mm;border-top:.4pt solid #000;padding-top:1.5mm;font-size:10pt}
.screen{font-size:10.5pt;border:.4pt solid #000;padding:2mm 3mm;margin-bottom:6mm}
@media print{body{margin:0;padding:0;max-width:none}.screen{display:none}}
"""
_START = (
    '<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
)
_FOOT = (
    "<footer>Mã nhận dạng SHA-256 được tính từ nội dung tệp: tệp có cùng mã là đúng tệp đã nộp. "
    "Lớp và buổi không cộng với nhau; lượt tham gia không phải số người.</footer>"
)


class Counted(Protocol):
    """What a file says of one unit, report year and kind (None: nothing took place)."""

    @property
    def unit(self) -> str: ...
    @property
    def year(self) -> int: ...
    @property
    def kind(self) -> str | None: ...
    @property
    def rows(self) -> int: ...
    @property
    def count(self) -> int | None: ...
    @property
    def attendances(self) -> int | None: ...


@dataclass(frozen=True)
class PaperReceipt:
    """What the paper says. Moments have their zone. `rows` are the records by what they are, in words;
    `answers` and `decisions` are sentences without markup; `left_out` are the errors of rows that were
    not taken, `rest` what became of those rows ('none', 'open', 'dropped')."""

    submission: int
    state: str
    demo: bool
    file_name: str
    size: int
    fingerprint: str
    submitted_by: str
    submitted_at: datetime
    accepted_by: str
    accepted_at: datetime | None
    units: Sequence[str]
    rows: Sequence[str]
    new: int
    changed: int
    unchanged: int
    removed: int
    data_version: int | None
    counted: Sequence[Counted]
    answers: Sequence[str]
    corrections: Sequence[Correction]
    decisions: Sequence[str]
    left_out: Sequence[Issue]
    rest: str


def receipt_html(receipt: PaperReceipt, printed_at: datetime) -> bytes:
    """The whole file, UTF-8. `printed_at` is when it was made."""
    body = (
        _head(receipt, printed_at),
        _facts(receipt),
        _counted(receipt.counted),
        _listed("Câu trả lời đã áp dụng khi đọc tệp", receipt.answers),
        _corrections(receipt.corrections),
        _listed("Quyết định về số liệu trùng", receipt.decisions),
        _left_out(receipt),
        _FOOT,
    )
    title = f"<title>Biên nhận lần nộp số {number(receipt.submission)}</title>"
    return f"{_START}{title}<style>{_STYLE}</style></head><body>{''.join(body)}</body></html>\n".encode()


def file_name(submission: int) -> str:
    """Its name: bien-nhan-12.html."""
    return f"bien-nhan-{submission}.html"


def _moment(when: datetime) -> str:
    local = when.astimezone(clock.LOCAL_TIME)
    return f"{day(local.date())} {local:%H:%M}"


def _head(receipt: PaperReceipt, printed_at: datetime) -> str:
    parts = [
        '<p class="screen">Để in: nhấn Ctrl+P (máy Mac: Cmd+P), khổ giấy A4.</p>',
        "<header><div>CHƯƠNG TRÌNH 830<br>THÀNH PHỐ ĐÀ NẴNG</div>",
        f"<div>In lúc {_moment(printed_at)}</div></header>",
        "<h1>BIÊN NHẬN BÁO CÁO</h1>",
        f'<p class="number">Lần nộp số {number(receipt.submission)} · {_STATES[receipt.state]}</p>',
    ]
    if receipt.demo:
        parts.append("<p><strong>Đây là dữ liệu minh họa, không phải số liệu thật.</strong></p>")
    return "".join(parts)


def _facts(receipt: PaperReceipt) -> str:
    results = [
        (receipt.new, "dòng mới"),
        (receipt.changed, "dòng thay đổi"),
        (receipt.unchanged, "dòng giữ nguyên"),
        (receipt.removed, "dòng bỏ"),
    ]
    facts = [
        ("Tệp", receipt.file_name),
        ("Kích thước", f"{number(receipt.size / 1000, 1)} KB ({number(receipt.size)} byte)"),
        ("Mã nhận dạng (SHA-256)", receipt.fingerprint),
        ("Người nộp", receipt.submitted_by),
        ("Nộp lúc", _moment(receipt.submitted_at)),
        *([("Người nhận", receipt.accepted_by)] if receipt.accepted_by != receipt.submitted_by else []),
        ("Nhận lúc", _moment(receipt.accepted_at) if receipt.accepted_at else "chưa nhận"),
        ("Đơn vị", "; ".join(receipt.units) or "chưa rõ"),
        ("Đã nhận", "; ".join(receipt.rows) or "không có dòng nào"),
        ("Kết quả", "; ".join(f"{number(count)} {words}" for count, words in results)),
    ]
    if receipt.data_version is not None:
        facts.append(("Phiên bản số liệu", number(receipt.data_version)))
    rows = [
        f'<tr><th scope="row">{name}</th><td{_code(name)}>{escape(words)}</td></tr>' for name, words in facts
    ]
    return f'<table class="facts"><tbody>{"".join(rows)}</tbody></table>'


def _code(name: str) -> str:
    return ' class="code"' if "SHA" in name else ""


def _counted(lines: Sequence[Counted]) -> str:
    if not lines:
        return ""
    rows = [
        (
            units.label(line.unit, with_type=True),
            str(line.year),
            KIND_LABELS[Kind(line.kind)] if line.kind else "Không phát sinh",
            _count(line),
            "chưa rõ" if line.attendances is None else number(line.attendances),
        )
        for line in lines
    ]
    heads = ("Đơn vị", "Năm báo cáo", "Loại hoạt động", "Số lượng", "Lượt tham gia")
    return "<h2>Số liệu trong các dòng đã nhận</h2>" + _table(
        heads, rows, widths=(29, 14, 25, 16, 16), right=(3, 4)
    )


def _count(line: Counted) -> str:
    if line.count is None:
        return "chưa rõ"
    return f"{number(line.count)} {KIND_COUNTERS[Kind(line.kind)]}" if line.kind else number(line.count)


def _corrections(corrections: Sequence[Correction]) -> str:
    if not corrections:
        return ""
    rows = [(c.sheet, c.cell, c.text or "(để trống)") for c in corrections]
    return "<h2>Ô đã sửa khi nộp (tệp gốc giữ nguyên)</h2>" + _table(
        ("Trang", "Ô", "Được tính theo"), rows, widths=(30, 12, 58)
    )


def _left_out(receipt: PaperReceipt) -> str:
    errors = receipt.left_out
    if not errors:
        return ""
    rest = {"open": "chưa nhận, chờ sửa", "dropped": "đã bỏ"}.get(receipt.rest, "chưa nhận")
    rows = [
        (i["sheet"] or "", i["cell"] or "", i["found"] or "", i["message"]) for i in errors[:LEFT_OUT_SHOWN]
    ]
    more = len(errors) - len(rows)
    note = f"<p>Còn {number(more)} lỗi nữa trong danh sách tải về.</p>" if more else ""
    return (
        f"<h2>Lỗi của các dòng không được tính ({rest})</h2>"
        + _table(("Trang", "Ô", "Trong tệp", "Vấn đề"), rows, widths=(18, 11, 21, 50))
        + note
    )


def _listed(heading: str, lines: Sequence[str]) -> str:
    if not lines:
        return ""
    return f"<h2>{heading}</h2><ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"


def _table(
    heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int], right: Sequence[int] = ()
) -> str:
    def cell(place: int, words: str) -> str:
        return f"<td{' class=n' if place in right else ''}>{escape(words)}</td>"

    columns = "".join(f'<col style="width:{width}%">' for width in widths)
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = "".join(f"<tr>{''.join(cell(i, words) for i, words in enumerate(row))}</tr>" for row in rows)
    return f"<table>{columns}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
