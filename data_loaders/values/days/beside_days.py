"""What stands beside a day in its cell: the hour, the weekday, how long it lasted, where it was held."""

import re

# Figures after an hour are its minutes, not the day that follows ("14h 22/5/2023").
_TIME = re.compile(
    r"\b\d{1,2}\s*(?:h|g|gio)(?:\s*\d{1,2}(?!\d|\s*[/.]\s*\d))?(?![a-z])(?:\s*phut\b|\s*['’′])?|\b\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\b"
)
_WEEKDAY = re.compile(
    r"\bt\.?\s?(?:[2-7]|hai|ba|tu|nam|sau|bay)\b(?=\W*(?:ngay )?\d{1,2}\s*[/.]\s*\d{1,2}\b)|(?<=\d{4})[\s,(]+t[2-7]\b\)?(?!/)|\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn)\b|\b(?:buoi )?(?:sang|chieu|toi|trua)\b|\b(?:luc|vao|cac|trong)\b"
    r"|\(?\b(?:khai giang|be giang|khai mac|be mac|bat dau|ket thuc)\b\)?:?"
)
# A day whose hyphens Word made long ("12–5–2024"): no days from one to another.
_LONG_HYPHENS = re.compile(r"(?<!\d)(\d{1,2} ?)[–—‐‑]( ?\d{1,2} ?)[–—‐‑](?= ?20\d\d(?!\d))")
_LONG_HYPHENS_ISO = re.compile(r"(?<!\d)(20\d\d)[–—‐‑](\d{1,2})[–—‐‑](?=\d{1,2}(?!\d))")
# How long it lasted: "02 ngày: 15-16/5/2023", "15-16/5/2023 (2 ngày)".
_LASTING = re.compile(
    r"^(?:trong )?(?:vong )?\(?\d{1,2} (?:ngay|buoi)\)?\s*[:,;(\-]|^(?:trong )?(?:vong )?(?:\d{1,2}|hai|ba|bon|nam) ngay (?=\d|tu )|[(,;\-]\s*(?:trong )?\d{1,2} (?:ngay|buoi)\)?$"
)
# Where it was held, told beside the day ("Sáng 12/5/2023, Hội trường phường Mỹ An").
_PLACE = (
    r"(?:tai|dia diem|hoi truong|nha van hoa|nha sinh hoat|truong|phuong|xa|ubnd|trung tam|khu|san|cong vien"
    r"|to dan pho|thon|phong hop)"
)
_PLACE_AFTER = re.compile(rf"(?<=\d\d)\)?[\s,;:(–-]+{_PLACE}\b.*$")
_PLACE_BEFORE = re.compile(rf"^{_PLACE}\b[^\d/]*[\s,;:(–-](?=\d{{1,2}}\s?[/.])")


def days_alone(plain: str) -> str:
    """Folded words of a cell without what stands beside its days."""
    plain = _LONG_HYPHENS_ISO.sub(r"\1-\2-", _LONG_HYPHENS.sub(r"\1-\2-", plain))
    plain = _PLACE_AFTER.sub("", _PLACE_BEFORE.sub("", plain))
    plain = re.sub(r"(?<=\d)t(?=\d\d:)|(?<=:\d\d)z$", " ", plain)
    plain = _TIME.sub(" ", _LASTING.sub(" ", plain))
    return re.sub(r"\s+", " ", _WEEKDAY.sub(" ", plain)).strip(" ,;.-()").rstrip("/")
