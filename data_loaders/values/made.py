"""What is broadcast, hung up, printed or published: nobody came to it, so it is no session."""

import re

from program.text import fold

_MADE = re.compile(
    r"\W*((phat (thanh|song)|treo|dang (tai|tin|bai)|viet (tin|bai)|cap phat|in (an|va|cap phat|to roi|tai lieu))\b"
    r"|(xay dung|san xuat) (video|clip|phong su|chuyen (muc|trang))|.*\b(tren|qua|bang) (cac |he thong )*(loa|dai (phat|truyen) thanh)\b)"
)


def is_made(text: str) -> bool:
    """Whether words tell of what is made or broadcast ("Treo băng rôn", "Truyền thông trên loa")."""
    return bool(_MADE.match(fold(text)))
