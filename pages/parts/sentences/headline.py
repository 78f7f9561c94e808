"""The first sentence of a screen: the words for each case of `program.views.headline`."""

from locales.forms import day, number, percent
from locales.messages import t
from pages.parts.sentences.plan import lacking, pace_words, since_words
from pages.parts.shell.links import PLAIN, Links
from pages.parts.words import MORE_UNITS, amount, count, listed, name_of, period_name, unit_inside
from program import units
from program.filters import CITY, Filters
from program.measures.analysis import first_day, last_day
from program.measures.figures import Progress
from program.shares import shown_share
from program.text import lower_first, sentence
from program.views.cases import Case
from program.views.headline import Across, Headline, lack_digits, share_of
from program.views.overview import Seats
from program.vocabulary import AUDIENCE_LABELS, Kind


def who(unit: str) -> str:
    """Whose state a sentence speaks of."""
    return t("thành phố") if unit == CITY else unit_inside(unit)


def said(h: Headline, seats: dict[Kind, Seats], due: int, links: Links = PLAIN) -> str:
    """One sentence. `seats` are those of the view, `due` the quarterly reports that should be there; with
    `links` each number leads to what it is made of (Markdown)."""
    if h.case == Case.FUTURE:
        return t("Kỳ {period} chưa bắt đầu vào ngày {day}.", period=period_name(h.period), day=day(h.day))
    if h.case == Case.NOT_YET:
        return t(
            "{unit} báo cáo từ {day}; trước đó là quận, huyện cũ, hai chuỗi số liệu không nối với nhau.",
            unit=sentence(unit_inside(h.unit)), day=day(units.BREAK),
        )  # fmt: skip
    if h.case == Case.GONE:
        return t(
            "{unit} kết thúc hoạt động ngày {day}, trước kỳ {period}; địa bàn nay do phường, xã mới báo cáo.",
            unit=sentence(unit_inside(h.unit)), day=day(h.day), period=period_name(h.period),
        )  # fmt: skip
    state = _nothing(h, due, links) if h.case == Case.SILENT else _state(h, seats, links)
    return t("Đến {day} {who} {state}.", day=day(h.day), who=who(h.unit), state=state)


def of_rows(view: Filters, counts: str) -> str:
    """The rows of a view: from when to when, whose, how many (`counts`), with which audience."""
    if view.audience:
        counts = t(
            "{counts} có {audience}", counts=counts, audience=lower_first(t(AUDIENCE_LABELS[view.audience]))
        )
    return t(
        "Từ {start} đến {end} {who} có {counts}.",
        start=day(max(first_day(view), view.since or view.period.start)), end=day(last_day(view)), who=who(view.unit), counts=counts,
    )  # fmt: skip


def _nothing(h: Headline, due: int, links: Links) -> str:
    text = t("chưa có báo cáo nào")
    if h.period.grain != "programme":
        text = t("chưa có báo cáo nào của {period}", period=period_name(h.period))
    return f"{text}; {links.reports(t('{n} báo cáo quý đã đến hạn', n=number(due)))}" if due else text


def _state(h: Headline, seats: dict[Kind, Seats], links: Links) -> str:
    p = h.progress
    if h.case == Case.NO_TARGET or p is None:
        none = t("; chưa có chỉ tiêu chung để so sánh") if h.apart else t("; chưa có chỉ tiêu để so sánh")
        return _held(seats, links) + none
    if h.case == Case.UNCOUNTED:
        return t(
            "đã báo cáo nhưng chưa rõ số liệu về {name}; chưa đánh giá được", name=lower_first(name_of(p))
        )
    if h.case == Case.NOT_DUE:
        counter = t(p.indicator.counter)
        have = t("chưa có {counter} nào", counter=counter)
        if p.value:
            have = t("có {value}", value=links.rows(amount(p.value, p.indicator.counter), p))
        words = "{have} trong {name}; kế hoạch chưa bắt đầu"
        if p.expected:
            words = "{have} trong {name}; kế hoạch đến nay chưa đến 1 {counter}"
        return t(words, have=have, name=plan_of(h, p), counter=t(p.indicator.counter, n="1"))
    if h.case == Case.BEHIND:
        return _behind(h, p, links)
    if h.case == Case.NOT_MET:
        text = t(
            "{reached}, thiếu {gap}",
            reached=_reached(h, p, links),
            gap=links.plan(lacking(p), p),
        )  # fmt: skip
        if h.behind == h.assessed > 1:
            return text + t("; cả {n} chỉ tiêu địa phương đều chưa đạt", n=links.plans(number(h.behind)))
        if h.assessed > 1:
            text += t(
                "; chưa đạt {part} chỉ tiêu địa phương",
                part=links.plans(t("{n}/{all}", n=number(h.behind), all=number(h.assessed))),
            )
        return text
    return _kept(h, p, links)


def _held(seats: dict[Kind, Seats], links: Links) -> str:
    classes, sessions = seats[Kind.TRAINING_CLASS], seats[Kind.COMMUNICATION_SESSION]
    if classes.activities == 0 and sessions.activities == 0:
        return t("chưa có lớp tập huấn hoặc buổi truyền thông nào")
    few = links.kind(count(classes), classes.kind)
    many = links.kind(count(sessions), sessions.kind)
    if sessions.activities == 0:
        return t("đã tổ chức {classes} tập huấn, chưa có buổi truyền thông nào", classes=few)
    if classes.activities == 0:
        return t("đã tổ chức {sessions} truyền thông, chưa có lớp tập huấn nào", sessions=many)
    return t("đã tổ chức {classes} tập huấn và {sessions} truyền thông", classes=few, sessions=many)


def plan_of(h: Headline, p: Progress) -> str:
    """kế hoạch lớp cho cha mẹ; of a shorter period: kế hoạch năm 2023 về lớp cho cha mẹ."""
    if h.period.grain == "programme":
        return t("kế hoạch {name}", name=lower_first(name_of(p)))
    return t("kế hoạch {period} về {name}", period=period_name(h.period), name=lower_first(name_of(p)))


def _reached(h: Headline, p: Progress, links: Links) -> str:
    if not p.value:
        return t("chưa thực hiện được gì trong {plan}", plan=plan_of(h, p))
    return t("đạt {share} {plan}", share=links.rows(share_of(p), p), plan=plan_of(h, p))


def _behind(h: Headline, p: Progress, links: Links) -> str:
    """How far, behind by how much, since when; what is needed against what is done."""
    text = _reached(h, p, links)
    points = t("chậm hơn lộ trình")
    if h.lag:
        lag = number(h.lag, 0 if h.lag.is_integer() else 1)
        points = links.plan(t("chậm {n} điểm so với lộ trình", n=lag), p)
    text += ", " + points
    since = since_words(p)
    if since:
        text += " " + since
    needed = pace_words(p, links)
    return f"{text}; {needed}" if needed else text


def _kept(h: Headline, p: Progress, links: Links) -> str:
    """Nothing is behind: all met, or all on their path."""
    if h.assessed == 1:
        value = t(
            "{value} trên {target}",
            value=links.rows(number(p.value or 0), p),
            target=links.plan(amount(p.target or 0, p.indicator.counter, lack_digits(p)), p),
        )  # fmt: skip
        words = "đã đạt {plan}: {value}" if h.case == Case.MET else "theo kịp {plan}: {value}"
        return t(words, plan=plan_of(h, p), value=value)
    if h.met == h.assessed:
        return links.plans(t("đạt cả {n} chỉ tiêu địa phương", n=h.assessed))
    text = links.plans(t("theo kịp kế hoạch của cả {n} chỉ tiêu địa phương", n=h.assessed))
    if h.met:
        text += t(", đã đạt {n}", n=links.plans(number(h.met)))
    return text + t(
        "; thấp nhất là {name}, {share}", name=lower_first(name_of(p)), share=links.rows(share_of(p), p)
    )


def side_by_side(a: Across, tier: str, name: str, period_open: bool, links: Links = PLAIN) -> str:
    """One indicator over the units of a tier: how many are behind, who most, who is silent. `period_open`
    is false where the view has no day yet; `links` as in `said`."""
    if not period_open:
        return t("Kỳ này chưa bắt đầu vào ngày {day}.", day=day(a.day))
    if not a.units or len(a.silent) == a.units:
        return t("Đến {day} chưa đơn vị nào báo cáo trong kỳ này.", day=day(a.day))
    text = t("Đến {day}, ", day=day(a.day)) + _how_many(a, tier, name, links)
    worst = a.worst
    if worst is not None and a.tied:
        text += "; " + _tied(worst, a.tied, links)
    elif worst is not None and worst.ended:
        text += t(
            "; {unit} đạt thấp nhất, {share} chỉ tiêu, thiếu {gap}",
            unit=links.unit(unit_inside(worst.unit), worst.unit), share=links.rows(share_of(worst), worst),
            gap=links.plan(lacking(worst), worst),
        )  # fmt: skip
    elif worst is not None:
        text += "; " + _slowest(worst, links)
        needed = pace_words(worst, links)
        text += f", {needed}" if needed else ""
    if a.silent:
        names = listed([unit_inside(code) for code in a.silent], more=MORE_UNITS)
        text += "; " + t("{units} chưa báo cáo", units=names)
    return f"{text}."


def _tied(p: Progress, tied: tuple[str, ...], links: Links) -> str:
    """Several units that stand exactly alike: none of them is the slowest."""
    names = listed([links.unit(unit_inside(code), code) for code in tied], more=MORE_UNITS)
    counter = t(p.indicator.counter)
    if not p.value:
        return t("{units} cùng thấp nhất, chưa có {counter} nào", units=names, counter=counter)
    words = "{units} cùng chậm nhất, mới đạt {share} kế hoạch đến nay"
    if p.ended:
        words = "{units} cùng thấp nhất, {share} chỉ tiêu"
    return t(words, units=names, share=_share(p, links))


def _share(p: Progress, links: Links) -> str:
    """Per cent of what is planned by now."""
    share = shown_share(p.value, p.expected) or 0.0
    return links.rows(percent(share / 100, 0 if share.is_integer() else 1), p)


def _slowest(p: Progress, links: Links) -> str:
    if not p.value:
        return t(
            "{unit} chậm nhất, chưa có {counter} nào",
            unit=links.unit(unit_inside(p.unit), p.unit), counter=t(p.indicator.counter),
        )  # fmt: skip
    return t(
        "{unit} chậm nhất, mới đạt {share} kế hoạch đến nay",
        unit=links.unit(unit_inside(p.unit), p.unit),
        share=_share(p, links),
    )  # fmt: skip


def _how_many(a: Across, tier: str, name: str, links: Links) -> str:
    kinds = {"districts": "quận, huyện", "communes": "phường, xã"}
    kind = t(kinds.get(tier, "đơn vị"))
    if not a.assessed:
        return t("chưa có chỉ tiêu để so sánh các {units} về {name}", units=kind, name=name)
    if a.behind and a.ended:
        words = "{part} chưa đạt chỉ tiêu {name}"
    elif a.behind:
        words = "{part} chậm hơn kế hoạch về {name}"
    else:
        words = "{part} theo kịp kế hoạch về {name}"
    n = a.behind or a.assessed
    told = t("{n}/{all} {units}", n=number(n), all=number(a.assessed), units=kind)
    if n == a.units > 1:
        told = t("cả {n} {units}", n=number(n), units=kind)
    part = links.units(told, a.worst)
    return t(words, n=n, part=part, name=name)
