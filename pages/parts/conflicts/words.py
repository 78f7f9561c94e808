"""What kinds of conflicts are called, counted, and how figures stand as long as nobody decides."""

from locales.messages import t
from pages.parts.words import amount
from program.conflicts.desk import Sort
from program.conflicts.overlaps import Overlap
from program.vocabulary import KIND_COUNTERS, Kind

COUNTED = {
    Sort.TWIN: "{n} cặp dòng có thể trùng",
    Sort.BASIS: "{n} kỳ có chi tiết và tổng hợp khác nhau",
    Sort.CROSSING: "{n} cặp số tổng hợp giao nhau một phần",
    Sort.SIZE: "{n} dòng quy mô khác thường",
    Sort.REPEAT: "{n} tệp lặp lại báo cáo năm trước",
}
NOW = {
    Sort.TWIN: "{conflicts}, đang tính cả hai; nhiều nhất {seats} lượt sẽ bớt đi.",
    Sort.BASIS: "{conflicts}, đang tính theo chi tiết; tổng hợp hơn kém {seats} lượt.",
    Sort.CROSSING: "{conflicts}, đang tính cả hai; nhiều nhất {seats} lượt sẽ bớt đi.",
    Sort.SIZE: "{conflicts}, đang được tính {seats} lượt, chưa ai xác nhận.",
    Sort.REPEAT: "{conflicts}, đang được tính {seats} lượt.",
}


def difference(one: Overlap) -> str:
    """What the summary says more or less: "nhiều hơn 2 lớp, ít hơn 60 lượt"."""
    parts = []
    if one.summed is not None and one.listed is not None:
        parts.append(_more_or_less(one.summed - one.listed, KIND_COUNTERS[Kind(one.kind)]))
    parts.append(_more_or_less(one.summed_seats - one.listed_seats, "lượt"))
    return ", ".join(part for part in parts if part) or t("bằng danh sách chi tiết")


def _more_or_less(gap: int, counter: str) -> str:
    if not gap:
        return ""
    words = "nhiều hơn {amount}" if gap > 0 else "ít hơn {amount}"
    return t(words, amount=amount(abs(gap), counter))
