"""Numbers written in words ("bốn mươi lăm người"): they are not read, and not passed over."""

import re

from program.text import clean

IN_DIGITS = "ghi bằng chữ số, không ghi bằng chữ"
_DIGITS = r"(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín)"
_TENS = r"(?:mười|mươi|chục|trăm|nghìn|ngàn)"
_NUMBER = rf"(?:(?:{_DIGITS}|{_TENS}|linh|lẻ|rưỡi)\s+)*(?:{_DIGITS}|{_TENS}|rưỡi)"
_COUNTED = (
    r"(?:lượt|người|em|cháu|trẻ|học sinh|học viên|phụ huynh|cha mẹ|giáo viên|cán bộ|đại biểu|hội viên|đoàn viên"
    r"|lớp|buổi|cuộc|khóa|khoá|đợt|hội nghị|hội thi)"
)
_AMOUNT = re.compile(
    rf"(?:khoảng|gần|hơn|trên|có|tổng(?: số| cộng)?:?)?\s*{_NUMBER}(?:\s+{_COUNTED}\b.*|\s*[.(].*|)",
    re.IGNORECASE,
)
# Not years at school and ages ("lớp mười", "dưới mười sáu tuổi").
_MANY = re.compile(
    rf"(?<!lớp )(?<!khối )(?<!dưới )(?<!đến )(?<!từ )\b(?:{_DIGITS}\s+)*{_TENS}\b(?!(?:\s+{_DIGITS})?\s+tuổi)",
    re.IGNORECASE,
)


def is_amount(text: str) -> bool:
    """Whether words are a number and what it counts ("hai lớp", "bốn mươi lăm"); "ba mẹ" is none."""
    return bool(_AMOUNT.fullmatch(clean(text)))


def holds_many(text: str) -> bool:
    """Whether a number of ten or more stands among words, in words."""
    return bool(_MANY.search(clean(text)))
