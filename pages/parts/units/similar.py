"""Units like the one of the page, by their number of people, in the same measure."""

from locales.forms import number
from locales.messages import t
from pages.parts import html_table, words
from pages.parts.html_table import Told, told
from pages.parts.listing import drill
from pages.parts.shell import frame
from program.filters import Filters
from program.measures.figures import Progress
from program.per_children.children import CHILDREN
from program.shares import share_in_words, shown_share
from program.text import lower_first, sentence
from program.views.one_unit import EVERYBODY, Likeness, Similar, UnitPage

PEOPLE = {CHILDREN: "Trẻ em dưới 16 tuổi", EVERYBODY: "Dân số"}


def draw(page: UnitPage, view: Filters) -> None:
    """The unit itself first; a silent unit is said to be silent."""
    found = page.likeness
    p = found.own.progress
    if found.group is None:
        frame.head(
            t("Đơn vị tương tự"),
            t(
                "Chưa có số trẻ em hoặc dân số của đủ đơn vị cùng cấp nên chưa chọn được; nộp bảng số trẻ em, dân số ở trang Nộp báo cáo"
            ),
            inner=True,
        )
        return
    people, years = t(PEOPLE[found.group]), {s.people.year for s in (found.own, *found.others) if s.people}
    frame.head(
        place(found),
        t(
            "{name} · phần trăm chỉ tiêu riêng của từng đơn vị · quy mô theo {people}, {years}",
            name=words.name_of(p), people=lower_first(people), years=", ".join(map(str, sorted(years))),
        ),
        inner=True,
    )  # fmt: skip
    heads = (
        t("Đơn vị"), people, t("Thực hiện"), t("Mục tiêu"), t("Đạt (% mục tiêu)"), t("Tình trạng"),
    )  # fmt: skip
    html_table.draw(
        t("đơn vị tương tự"),
        heads,
        (_line(one, view) for one in (found.own, *found.others)),
        "similar",
        look="cards",
    )


def place(found: Likeness) -> str:
    """Where the unit stands among those like it, of which something is known; that it stands beside them, where of it
    nothing is."""
    share = _share(found.own.progress)
    others = [other for one in found.others if (other := _share(one.progress)) is not None]
    if share is None or not others:
        return t("Bên cạnh {n} đơn vị cùng cấp có quy mô gần nhất", n=number(len(found.others)))
    words_of = "Đạt {share} chỉ tiêu, thứ {k} trong {n} đơn vị cùng cấp có quy mô gần nhau"
    if all(share >= other for other in others):
        words_of = "Đạt {share} chỉ tiêu, cao nhất trong {n} đơn vị cùng cấp có quy mô gần nhau"
    elif all(share <= other for other in others):
        words_of = "Đạt {share} chỉ tiêu, thấp nhất trong {n} đơn vị cùng cấp có quy mô gần nhau"
    return t(
        words_of,
        share=share_in_words(found.own.progress.value, found.own.progress.target),
        k=number(1 + sum(other > share for other in others)), n=number(1 + len(others)),
    )  # fmt: skip


def _share(p: Progress) -> float | None:
    """What is done of the target as it is, since two that look alike when rounded may stand one behind the other."""
    return p.value / p.target if p.value is not None and p.target else None


def _line(one: Similar, view: Filters) -> tuple[Told, ...]:
    p = one.progress
    share = shown_share(p.value, p.target)
    if share is not None and share.is_integer():
        share = int(share)
    done = told(t("chưa báo cáo"))
    if p.value is not None:
        figure = words.amount(p.value, p.indicator.counter)
        done = Told(round(p.value), drill.anchor(figure, drill.of_progress(p, view)))
    return (
        told(sentence(words.unit_inside(p.unit))),
        told(one.people.value if one.people else None),
        done,
        Told(round(p.target), words.amount(p.target, p.indicator.counter)) if p.target else told(None),
        told(share),
        told(words.status_words(p.status)),
    )
