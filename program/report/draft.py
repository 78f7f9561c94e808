"""The report of a scope and a period, drafted from the same results as the screens.

Its order follows the common one of a báo cáo (NĐ 30/2020/NĐ-CP gives the form, no paper gives the sections of a
report on programme 830): guidance, results, shortcomings, tasks, proposals, and figures in annexes.
"""

from datetime import date
from typing import Final

from locales.forms import NO_BREAK_SPACE, day, number
from program import units
from program.filters import Filters
from program.measures.analysis import Analysis
from program.periods import CALENDAR_LABELS
from program.report import notes as report_notes
from program.report.facts import Facts, NothingToReport, facts
from program.report.parts import Notes, Report
from program.report.results import results, scope_words
from program.report.sections import guidance, proposals, shortcomings, tasks
from program.report.slides import slides
from program.report.tables import annexes
from program.report.words import full, name_of, vietnamese
from program.targets.progress import NEEDS_ACCELERATION_FROM, ON_TRACK_FROM
from program.text import lower_first

__all__ = ["NothingToReport", "report"]

PROGRAMME: Final = (
    "“Bảo vệ và hỗ trợ trẻ em tương tác lành mạnh, sáng tạo trên môi trường mạng giai đoạn 2021 – 2025”"
)
# Công văn 2523/UBND-KGVX of the city; a report on days before it cannot have followed it.
_INSTRUCTION = date(2022, 5, 10)

# The rules of counting (docs/architecture.md) and of judging (`program.targets.progress`) in the words of the first sheet.
_OF_AUDIENCE: Final = (
    "Lớp, buổi có ít nhất một lượt của đối tượng đó; một lớp có hai đối tượng được kể ở cả hai, nên các số này không "
    "cộng với nhau."
)
_REPORTED: Final = (
    "Có một dòng hoạt động trong quý, hoặc có số tổng hợp hay khai không phát sinh tính cho ngày giữa quý. Chưa báo cáo không "
    "tính là 0."
)
_JUDGED: Final = (
    "Kế hoạch chia đều mục tiêu theo ngày, qua từng mốc của mục tiêu. Đúng tiến độ: từ "
    f"{ON_TRACK_FROM:.0%} kế hoạch đến ngày chốt; cần tăng tốc: từ {NEEDS_ACCELERATION_FROM:.0%}; chậm: thấp hơn. Khi thời hạn "
    "của mục tiêu đã hết chỉ còn đã đạt hoặc chưa đạt."
).replace("%", f"{NO_BREAK_SPACE}%")


@vietnamese
def report(
    analysis: Analysis,
    filters: Filters,
    *,
    issuer: str = "",
    demo: bool = False,
    today: date | None = None,
    undecided: str = "",
) -> Report:
    """The draft for the unit (or city), period and as-of day of `filters`; its other filters do not matter.
    `issuer` is the agency that reports (empty: to be filled in); `demo` marks it as made from demo data; `today`
    is the day on which missing reports are overdue; `undecided` what waits for a decision (`program.report.conflicts_note`).
    Raises NothingToReport where the view has no day."""
    f = facts(analysis, filters, today, undecided)
    tables = annexes(f)
    notes = Notes(tables)
    led, done = guidance(f, notes), results(f, notes)
    lacking, ahead, asked = shortcomings(f, notes), tasks(f, notes), proposals(f)
    return Report(
        filters=f.view,
        subject=f"Kết quả thực hiện Chương trình {PROGRAMME} {_of(f)}",
        scope=full(f.view.unit),
        period=name_of(f.view.period),
        opening=_opening(f, issuer or "[Tên cơ quan]"),
        sections=(led, done, lacking, ahead, asked),
        closing=f"Trên đây là báo cáo kết quả thực hiện Chương trình {_of(f)}./.",
        annexes=tables,
        notes=tuple(notes.said),
        about=_about(f, demo),
        slides=slides(f, asked),
        foot=report_notes.foot(f),
        done=f.overview.completeness,
        as_of=f.day,
        demo=demo,
    )


def _of(f: Facts) -> str:
    period = name_of(f.view.period)
    return f"của {scope_words(f)} {'trong ' if period.startswith('Tháng') else ''}{period}"


def _opening(f: Facts, issuer: str) -> str:
    text = (
        "Thực hiện Quyết định số 830/QĐ-TTg ngày 01 tháng 6 năm 2021 của Thủ tướng Chính phủ phê duyệt Chương trình "
        f"{PROGRAMME}"
    )
    if f.end >= _INSTRUCTION:
        text += (
            " và Công văn số 2523/UBND-KGVX ngày 10 tháng 5 năm 2022 của Ủy ban nhân dân thành phố Đà Nẵng"
        )
    first, last = _days(f)
    return (
        f"{text}, {issuer} báo cáo kết quả {name_of(f.view.period)} (số liệu từ {day(first)} đến "
        f"{day(last)}) như sau:"
    )


def _days(f: Facts) -> tuple[date, date]:
    """The days of the period on which the scope stood: a ward from 1-7-2025, a district until the day before."""
    known = units.unit(f.view.unit)
    first, last = units.first_day(f.view.unit), known.valid_to if known else None
    return max(f.start, first or f.start), min(f.day, last or f.day)


def _about(f: Facts, demo: bool) -> tuple[tuple[str, str], ...]:
    """What the figures rest on, as the first sheet of the workbook says it."""
    done, notes = f.overview.completeness, report_notes
    lines = [
        ("Phạm vi", full(f.view.unit)),
        ("Kỳ", f"{name_of(f.view.period)}, {lower_first(CALENDAR_LABELS[f.view.calendar])}"),
        ("Từ ngày", day(_days(f)[0])),
        ("Đến ngày (ngày chốt số liệu)", day(f.day)),
        ("Bộ lọc khác", "không: mọi loại hoạt động, mọi đối tượng, mọi hình thức"),
        ("Báo cáo quý đã nhận", f"{number(done.reports)}/{number(done.due)}"),
        ("Số đơn vị có báo cáo", f"{number(done.reported)}/{number(done.expected)}"),
        ("Phiên bản số liệu", number(f.analysis.version)),
    ]
    if f.doubts.files:
        lines.append(("Tệp mới nhất nhận ngày", day(f.doubts.files[-1][1].day)))
    if demo:
        lines.insert(0, ("Lưu ý", "DỮ LIỆU MINH HỌA, KHÔNG DÙNG ĐỂ BÁO CÁO"))
    told = (
        ("Độ đầy đủ", notes.completeness_note(f)),
        ("Lượt tham gia", notes.SEATS),
        ("Số hoạt động", "Đếm theo từng loại; lớp, buổi, cuộc thi không cộng với nhau."),
        ("Lớp, buổi cho một đối tượng", _OF_AUDIENCE),
        ("Đơn vị có báo cáo", _REPORTED),
        ("Kế hoạch và đánh giá", _JUDGED),
        ("Ô trống và số 0", "Ô trống: chưa có số liệu. Số 0: có báo cáo nhưng không phát sinh."),
        ("Mục tiêu T1", notes.schools_note(f)),
        (
            "Mục tiêu T2, T3",
            "Số của toàn thành phố do cơ quan chức năng cung cấp; chưa cung cấp thì để trống.",
        ),
        ("Chỉ tiêu địa phương", notes.LOCAL_ONLY),
        ("Điều chỉnh chỉ tiêu", notes.changed_note(f)),
        ("Số liệu chờ quyết định", notes.conflicts_note(f)),
        ("Số liệu tạm tính", notes.provisional_note(f)),
        *(("Số liệu thay đổi sau khi khóa", text) for text in notes.opened_notes(f)),
        ("Dòng không ghi số hoạt động", notes.uncounted_note(f)),
        ("Chưa phân đối tượng", notes.undivided_note(f)),
        ("Địa giới", notes.break_note(f)),
    )
    return (*lines, *((name, text) for name, text in told if text))
