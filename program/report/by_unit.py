"""How the units stand in the indicator that is furthest behind, in the words of a report."""

from collections.abc import Collection, Sequence

from locales.forms import number
from program.measures.figures import BEHIND, Progress
from program.report import notes as report_notes
from program.report.facts import Facts
from program.report.parts import Notes
from program.report.words import amount, inside, listed
from program.text import lower_first, sentence
from program.views.headline import share_of

_TIERS = {"districts": "quận, huyện", "communes": "phường, xã"}


def by_unit(f: Facts, notes: Notes) -> tuple[str, ...]:
    """The paragraphs on units. A unit is silent where it did not report, not where a figure of it is unknown; one
    without a target is not judged."""
    if f.compared is None:
        return (
            f"Chưa có chỉ tiêu để so sánh giữa các đơn vị; số liệu từng đơn vị ở {notes.annex('units')}.",
        )
    code, name = f.compared.indicator.code, lower_first(f.compared.indicator.short_label)
    lines = []
    for tier, found in f.ranked[code].items():
        heard = {line.view.unit for line in f.lines.get(tier, ()) if line.heard}
        lines += _tier(found, heard, name, _TIERS[tier])
    if not lines:
        return (f"Số liệu từng đơn vị ở {notes.annex('units')}.",)
    lines[0] += notes.mark(report_notes.break_note(f))
    if any(p.value is not None and not p.target for found in f.ranked[code].values() for p in found):
        lines.append(f"Số liệu từng đơn vị ở {notes.annex('units')}.")
    organisations = sum(line.heard for line in f.lines.get("organisations", ()))
    if organisations:
        lines.append(f"Có {number(organisations)} sở, ban, ngành, đoàn thể gửi báo cáo trong kỳ.")
    return tuple(lines)


def _tier(found: Sequence[Progress], heard: Collection[str], name: str, what: str) -> list[str]:
    """How the units of one tier stand; a silent unit is not ranked."""
    told = [p for p in found if p.target and p.value is not None]
    without = [p.unit for p in found if not p.target and p.value is not None]
    silent = [p.unit for p in found if p.unit not in heard]
    unclear = [p.unit for p in found if p.unit in heard and p.value is None]
    lines = []
    if told:
        behind = [p for p in told if p.status in BEHIND]
        kept = len(told) - len(behind)
        reached = "đạt chỉ tiêu" if all(p.ended for p in told) else "theo kịp kế hoạch"
        lines.append(
            f"Về {name}, {number(kept)}/{number(len(told))} {what} có báo cáo {reached}"
            + (f"; thấp nhất là {listed([_share(p) for p in behind[:3]])}." if behind else ".")
        )
    if without and not told:
        lines.append(f"Chưa giao chỉ tiêu về {name} cho từng {what} nên chưa so sánh được.")
    elif without:
        lines.append(f"{_names(without)} chưa được giao chỉ tiêu này.")
    if unclear:
        lines.append(f"{_names(unclear)} có báo cáo nhưng chưa rõ số liệu về {name}.")
    if silent and len(silent) < len(found):
        lines.append(f"{_names(silent)} chưa có báo cáo trong kỳ.")
    elif silent:
        lines.append(f"Chưa {what} nào có báo cáo trong kỳ.")
    return lines


def _names(codes: Sequence[str]) -> str:
    return sentence(listed([inside(code) for code in codes]))


def _share(p: Progress) -> str:
    return f"{inside(p.unit)} ({amount(p.value or 0, p.indicator.counter)}, {share_of(p)} chỉ tiêu)"
