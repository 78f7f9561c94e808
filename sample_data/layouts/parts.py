"""What the layouts share: the head of an official report, total rows and signatures."""

from collections.abc import Mapping

from openpyxl.utils import get_column_letter

from program import units
from sample_data.hand import Hand
from sample_data.layouts.columns import Column
from sample_data.model import DEMO_NOTE, Activity, Cell, Sheet

PROGRAMME = "Chương trình bảo vệ và hỗ trợ trẻ em tương tác lành mạnh, sáng tạo trên môi trường mạng"
Merge = tuple[int, int, int, int]


def office_name(unit: str) -> str:
    """The authority that signs: UBND quận Hải Châu, Sở Giáo dục và Đào tạo, Thành đoàn Đà Nẵng."""
    found = units.unit(unit)
    name = units.label(unit, with_type=True)
    if found and found.level in ("district", "commune"):
        return f"UBND {name[:1].lower()}{name[1:]}"
    return name


def report_head(
    hand: Hand, unit: str, title: str, letter: str, period: str, width: int
) -> tuple[list[list[Cell]], list[Merge]]:
    """The block above the table of an official report, and its merged cells."""
    right = max(width // 2, 3)
    office = office_name(unit)

    def line(left: str | None, other: str | None) -> list[Cell]:
        cells = [Cell(None)] * width
        cells[0] = hand.text(left, "title")
        cells[right] = hand.text(other, "title")
        return cells

    def whole(text: str, style: str) -> list[Cell]:
        return [hand.text(text, style)]

    rows = [
        line("UBND THÀNH PHỐ ĐÀ NẴNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        line(office.upper(), "Độc lập - Tự do - Hạnh phúc"),
        [],
        whole(f"{title} {PROGRAMME}".upper(), "title"),
        whole(letter, "note"),
        whole(DEMO_NOTE, "note"),
        whole(f"Đơn vị báo cáo: {office}", "body"),
        whole(f"Kỳ báo cáo: {period}", "body"),
        [],
    ]
    merges = [(row, 1, row, width) for row in (4, 5, 6)]
    merges += [(row, 1, row, right) for row in (1, 2)] + [(row, right + 1, row, width) for row in (1, 2)]
    return rows, merges


# The column in which a sum says what it is.
_LABELS = 1


def total_row(
    columns: list[Column], activities: list[Activity], hand: Hand, first: int, last: int
) -> list[Cell]:
    """The row "Tổng cộng" over the sheet's rows first to last."""
    cells = []
    for i, column in enumerate(columns):
        if i == _LABELS:
            cells.append(hand.text("Tổng cộng", "total"))
        elif column.summed:
            value = sum(column.summed(a) for a in activities)
            letter = get_column_letter(i + 1)
            cells.append(
                Cell(hand.number(value).value, "total", f"=SUM({letter}{first}:{letter}{last})")
                if not hand.text_thousands
                else hand.number(value, "total")
            )
        else:
            cells.append(Cell(None, "total"))
    return cells


def signatures(hand: Hand, width: int, head: str) -> list[list[Cell]]:
    """The block below the table, without any name."""
    right = max(width - 4, 2)

    def line(left: str | None, other: str | None, style: str) -> list[Cell]:
        cells = [Cell(None)] * width
        cells[1] = hand.text(left, style)
        cells[right] = hand.text(other, style)
        return cells

    return [
        [],
        line("NGƯỜI LẬP BIỂU", head, "title"),
        line("(Ký, ghi rõ họ tên)", "(Ký tên, đóng dấu)", "note"),
    ]


def signatory(unit: str) -> str:
    """Whose signature stands below: the chairman's for a committee, else the head's."""
    found = units.unit(unit)
    if found and found.level in ("district", "commune"):
        return "TM. ỦY BAN NHÂN DÂN"
    if found and found.level == "mass_organisation":
        return "TM. BAN THƯỜNG VỤ"
    return "THỦ TRƯỞNG ĐƠN VỊ"


def table(name: str, notes: list[str], heads: Mapping[str, float], rows: list[list[Cell]]) -> Sheet:
    """A sheet of the focal agency: notes, one row of headings with their widths, rows."""
    top = [[Cell(note, "title" if i == 0 else "note")] for i, note in enumerate(notes)]
    merges = [(i + 1, 1, i + 1, len(heads)) for i in range(len(notes))]
    head = [Cell(words, "head") for words in heads]
    return Sheet(name, [*top, [], head, *rows], merges, list(heads.values()))
