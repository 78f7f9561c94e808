"""What the sentences of a report, its notes and its slides say in figures: each as a claim with places for its figures,
and where else than in the drafting code these come from. `strange` finds every digit that no claim accounts for."""

import re
from collections.abc import Iterator
from importlib import import_module

from program.vocabulary import INDICATORS
from tests.exports.claims.claiming import CLAIMS, PLACES, Place, Told

# They register their claims, and an earlier one takes its words first.
for _claims in ("of_targets", "of_reports"):
    import_module(f"tests.exports.claims.{_claims}")

# Names of papers, of targets and of times that stand in sentences whatever the figures are; nothing else is left out.
_FIXED = re.compile(
    r"Quyết định(?: số)? 830/QĐ-TTg(?: ngày 01 tháng 6 năm 2021)?|2523/UBND-KGVX(?: ngày 10 tháng 5 năm 2022)?|1659/NQ-UBTVQH15"
    r"|giai đoạn 2021 – 2025|12 tháng qua|trong 12 tháng|ngày 15 tháng trước đến ngày 14|\(15-12 đến 14-12\)"
    r"|dưới 100 %|(?:số|bằng|là|Số|và số) 0\b|^x: đã nhận; 0:|Từ 1-7-2025 không còn|từ 1-7-2025 không nối"
    r"|T1(?= tính|, trường| \|)|mẫu số T1|T2(?=, trẻ em|: chưa có)|T3(?=, tổ chức|: chưa có)|T2(?: và|,) T3"
    r"|\(thiết lập ngày 24-11-2026\)|^Quận, huyện \(đến 30-6-2025\)$|^Phường, xã \(từ 1-7-2025\)$|^Quý [IV]+/\d{4}$"
)

NAMED_INDICATOR = re.compile(rf"\w({PLACES['ind']})")


def strange(told: Told, sentences: Iterator[tuple[str, str]]) -> list[str]:
    """Sentences that claim another figure than is so, or hold a digit that no claim accounts for."""
    return [words for where, said in sentences if (words := _wrong(told, where, said))]


def _wrong(told: Told, where: str, said: str) -> str:
    left = said.replace("\u2011", "-").replace("\u00a0", " ")
    named = NAMED_INDICATOR.search(left)
    code = next((c for c, i in INDICATORS.items() if named and i.short_label[1:] == named[1]), told.focus)
    at = Place(told, where, code)
    for pattern, check in CLAIMS:
        for found in list(pattern.finditer(left)):
            groups = found.groupdict()
            expected = check(at, **groups)
            wrong = {k: (v, expected[k]) for k, v in groups.items() if k in expected and v != expected[k]}
            if wrong:
                return f"{where}: {said}: {wrong}"
            left = left.replace(found[0], " ¤ ", 1)
    left = _FIXED.sub(" ¤ ", left.replace(told.report.period, " ¤ "))
    return f"{where}: {said}: {left}" if re.search(r"\d", left) else ""
