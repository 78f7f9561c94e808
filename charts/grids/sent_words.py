"""What became of a report, as a sign with its word: never one without the other."""

from locales.forms import day, number
from locales.messages import t
from program.reporting.timeliness import SENT_LABELS, Cell, Sent

SIGNS = {
    Sent.ON_TIME: "●",
    Sent.LATE: "▲",
    Sent.DAY_UNKNOWN: "○",
    Sent.MISSING: "×",
    Sent.NOT_DUE: "",
    Sent.OPEN: "",
}
# A report that says nothing took place.
ZERO = "0"


def state(cell: Cell) -> str:
    """What became of the report, with its days: "nộp muộn 12 ngày"."""
    if cell.sent == Sent.LATE:
        return t("nộp muộn {n} ngày", n=number(cell.days or 0))
    if cell.sent == Sent.MISSING:
        return t("chưa nộp, quá hạn {n} ngày", n=number(cell.days or 0))
    return t(SENT_LABELS[cell.sent])


def said(cell: Cell) -> str:
    """Sign and word: "▲ nộp muộn 12 ngày; không phát sinh"."""
    words = f"{SIGNS[cell.sent]} {state(cell)}".strip()
    return f"{words}; {t('không phát sinh')}" if cell.declared_zero else words


def dates(cell: Cell) -> str:
    """The deadline and the day of the receipt: "hạn 24-6-2024, nhận 6-7-2024"."""
    words = t("hạn {day}", day=day(cell.deadline))
    if cell.receipt is None or cell.sent == Sent.DAY_UNKNOWN:
        return words
    if cell.gaps:
        return f"{words}, {t('nhận {day}, sau ngày tính', day=day(cell.receipt.day))}"
    return f"{words}, {t('nhận {day}', day=day(cell.receipt.day))}"
