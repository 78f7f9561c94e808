"""Whether the groups that the city puts first get more or less of the attendances, year by year."""

from charts import numbers
from charts.bars import shares
from charts.bars.shares import YearShare
from locales.forms import day, number
from locales.messages import t
from pages.parts.figures import results
from pages.parts.shell import frame
from pages.parts.words import period_name
from program import units
from program.filters import Filters
from program.shares import share_in_words
from program.views.beside_totals import Share
from program.vocabulary import Kind


def over_years(view: Filters) -> None:
    """Small columns of both kinds; nothing where there is only one year to see, or none has any of the groups."""
    found = results.beside(view).shares
    classes, sessions = found[Kind.TRAINING_CLASS], found[Kind.COMMUNICATION_SESSION]
    if min(sum(s.share is not None for s in kind) for kind in (classes, sessions)) < 2:
        return
    if not any(s.share for s in (*classes, *sessions)):
        return
    measure = t(
        "Phần của cha mẹ và trẻ em ngoài trường học trong lượt tham gia mỗi năm; số lớp, số buổi từng năm ở bảng số liệu"
    )
    if any(s.year.contains(units.BREAK) for s in classes):
        measure += " · " + t("vạch đứng: từ {day} là phường, xã mới", day=day(units.BREAK))
    finding = t(
        "Hai nhóm ưu tiên: {classes}; {sessions}",
        classes=_trend(t("lớp"), classes), sessions=_trend(t("buổi"), sessions),
    )  # fmt: skip
    frame.head(finding, measure)
    drawn = ([_column(s) for s in classes], [_column(s) for s in sessions])
    frame.chart(
        shares.shares(*drawn, frame.palette()),
        finding,
        shares.alt(*drawn),
        "priority",
        lambda: numbers.of_shares(*drawn),
    )


def _trend(name: str, years: tuple[Share, ...]) -> str:
    """ "Buổi từ 13 % còn 10 %": first and last year that are known."""
    known = [s for s in years if s.share is not None]
    first, last = share_in_words(known[0].share, 1), share_in_words(known[-1].share, 1)
    if first == last:
        return t("{name} vẫn {last}", name=name, last=last)
    text = (
        "{name} từ {first} lên {last}"
        if (known[-1].share or 0) > (known[0].share or 0)
        else "{name} từ {first} còn {last}"
    )
    return t(text, name=name, first=first, last=last)


def _printed(found: Share) -> str:
    if found.total is None:
        return t("chưa rõ số lượt")
    if found.priority is None:
        return t("chưa rõ bao nhiêu trên {all} lượt", all=number(found.total))
    return t("{part} trên {all} lượt", part=number(found.priority), all=number(found.total))


def _column(found: Share) -> YearShare:
    year = found.year
    turn = (units.BREAK - year.start) / (year.end - year.start) if year.contains(units.BREAK) else None
    return YearShare(
        year.code,
        period_name(year),
        found.share,
        _printed(found),
        turn,
        found.count,
    )
