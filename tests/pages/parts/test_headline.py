"""The words of the first sentence, and that its numbers are those of the figures."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from locales.messages import use
from pages.parts.sentences import headline
from pages.parts.sentences import plan as plan_words
from program.filters import Filters, parse_filters
from program.measures.figure_list import figures
from program.shares import shown_share
from program.views.cases import Case
from program.views.headline import across, of_overview
from program.views.overview import overview, rank
from program.vocabulary import INDICATORS
from tests.program.frames import built, record, target
from tests.program.views.test_headline import MANY, YEARS, classes, plan

SENTENCES = [
    (MANY, [plan("48", 200)], {"as_of": "2024-06-30"},
     ("Đến 30-6-2024 thành phố đạt 30 % kế hoạch lớp cho cha mẹ, chậm 37 điểm so với lộ trình từ 11/2022; "
     "cần 7,8 lớp mỗi tháng, 12 tháng qua không có lớp nào.")),
    (MANY, [plan("48", 61)], {}, "Đến 31-12-2025 thành phố đạt 98 % kế hoạch lớp cho cha mẹ, thiếu 1 lớp."),
    (MANY, [plan("48", 61), target("L-sessions", "48", *YEARS, 9)], {},
     ("Đến 31-12-2025 thành phố chưa thực hiện được gì trong kế hoạch buổi truyền thông, thiếu 9 buổi; cả 2 chỉ tiêu địa "
      "phương đều chưa đạt.")),
    (MANY, [plan("48", 60)], {}, "Đến 31-12-2025 thành phố đã đạt kế hoạch lớp cho cha mẹ: 60 trên 60 lớp."),
    (MANY, [plan("48", 89)], {"as_of": "2024-06-30"},
     "Đến 30-6-2024 thành phố theo kịp kế hoạch lớp cho cha mẹ: 60 trên 89 lớp."),
    (MANY, [], {"as_of": "2024-06-30"},
     "Đến 30-6-2024 thành phố đã tổ chức 60 lớp tập huấn, chưa có buổi truyền thông nào; chưa có chỉ tiêu để so sánh."),
    (MANY, [plan("493", 20)], {"as_of": "2024-06-30"},
     ("Đến 30-6-2024 thành phố đã tổ chức 60 lớp tập huấn, chưa có buổi truyền thông nào; "
      "chưa có chỉ tiêu chung để so sánh.")),
    ([], [], {"as_of": "2024-06-30"},
     "Đến 30-6-2024 thành phố chưa có báo cáo nào; 84 báo cáo quý đã đến hạn."),
    ([], [], {"as_of": "2024-06-30", "period": "2024-Q2", "unit": "492"},
     "Đến 14-6-2024 quận Hải Châu chưa có báo cáo nào của quý II/2024; 1 báo cáo quý đã đến hạn."),
    ([record("492", date(2022, 3, 5), kind="contest")], [plan("48", 60)], {"as_of": "2024-06-30", "period": "2022"},
     "Đến 14-12-2022 thành phố chưa thực hiện được gì trong kế hoạch năm 2022 về lớp cho cha mẹ, thiếu 13 lớp."),
    (MANY, [], {"as_of": "2024-06-30", "period": "2025"}, "Kỳ năm 2025 chưa bắt đầu vào ngày 30-6-2024."),
    (MANY, [], {"as_of": "2025-12-31", "unit": "492", "period": "2025-Q4"},
     "Quận Hải Châu kết thúc hoạt động ngày 30-6-2025, trước kỳ quý IV/2025; địa bàn nay do phường, xã mới báo cáo."),
    (MANY, [], {"as_of": "2024-06-30", "unit": "20242"},
     "Phường Hải Châu báo cáo từ 1-7-2025; trước đó là quận, huyện cũ, hai chuỗi số liệu không nối với nhau."),
    (MANY, [plan("48", 200, (date(2021, 6, 1), date(2024, 7, 10)))], {"as_of": "2024-06-30"},
     ("Đến 30-6-2024 thành phố đạt 30 % kế hoạch lớp cho cha mẹ, chậm 69 điểm so với lộ trình từ 5/2022; "
     "còn thiếu 140 lớp trong 10 ngày.")),
    # The first days of a new unit: no whole class is due yet.
    ([record("20242", date(2025, 7, 3), kind="contest")],
     [plan("20242", 4, (date(2025, 7, 1), date(2025, 12, 31)))], {"as_of": "2025-07-15", "unit": "20242"},
     "Đến 15-7-2025 phường Hải Châu chưa có lớp nào trong kế hoạch lớp cho cha mẹ; kế hoạch đến nay chưa đến 1 lớp."),
]  # fmt: skip
ENGLISH = [
    (MANY, [plan("48", 200)], {"as_of": "2024-06-30"},
     ("By 30 Jun 2024 the city has reached 30% of the plan for classes for parents, 37 points behind the path "
     "since 11/2022; 7.8 classes a month are needed, the last 12 months brought no classes.")),
    (MANY, [plan("48", 61)], {},
     "By 31 Dec 2025 the city has reached 98% of the plan for classes for parents, 1 class short."),
    ([], [], {"as_of": "2024-06-30", "unit": "492", "period": "2024-Q2"},
     "By 14 Jun 2024 quận Hải Châu has no report yet for 2024-Q2; 1 quarterly report is due."),
]  # fmt: skip


def said(rows: list, targets: list, filters: Filters) -> str:
    o = overview(built(rows, targets), filters)
    text = headline.said(of_overview(o), o.seats, o.completeness.due)
    return text.replace("\u00a0", " ").replace("\u2011", "-")


@pytest.mark.parametrize(("rows", "targets", "asked", "text"), SENTENCES)
def test_the_sentence(rows, targets, asked, text) -> None:
    assert said(rows, targets, parse_filters({"as_of": "2025-12-31"} | asked)) == text


def test_where_less_than_one_is_due_the_line_below_says_that_its_state_is_a_ratio() -> None:
    rows, targets, asked, _ = SENTENCES[-1]
    o = overview(built(rows, targets), parse_filters(asked))
    assert of_overview(o).case == Case.NOT_DUE
    first = plan_words.lede(o).split(" · ")[0]
    assert first.endswith("theo tỷ lệ")
    assert "chậm" in first


@pytest.mark.parametrize(
    ("planned", "held", "short", "line"),
    [
        # Of a plan for the whole programme a month of 30 days has its part: 0.36 classes, 2.11, 2.03, 5.37.
        (20, 0, "thiếu 0,4 lớp", "0 trên 0,4 lớp theo chỉ tiêu, thiếu 0,4 lớp"),
        (118, 2, "thiếu 0,1 lớp", "2 trên 2,1 lớp theo chỉ tiêu, thiếu 0,1 lớp"),
        (113.5, 2, "thiếu 0,03 lớp", "2 trên 2,03 lớp theo chỉ tiêu, thiếu 0,03 lớp"),
        (300, 4, "thiếu 1 lớp", "4 trên 5 lớp theo chỉ tiêu, thiếu 1 lớp"),
    ],
)
def test_what_is_lacking_is_never_told_as_nothing(planned: float, held: int, short: str, line: str) -> None:
    rows = [record("492", date(2022, 4, 20), seats={"parents": 30})] * held
    rows.append(record("492", date(2022, 4, 20), kind="contest"))
    asked = parse_filters({"period": "2022-05", "as_of": "2025-12-31"})
    o = overview(built(rows, [plan("48", planned)]), asked)
    text = headline.said(of_overview(o), o.seats, o.completeness.due).replace("\u00a0", " ")
    assert short in text
    assert "thiếu 0 lớp" not in text
    told = plan_words.lede(o).replace("*", "").replace("\u00a0", " ")
    assert line in told
    assert "vừa đủ" not in told


def test_the_lines_and_the_curve_speak_of_the_indicator_of_the_sentence() -> None:
    """Of what is over and what can still be caught up with the latter; no alarm before the first class is due."""
    over = (date(2021, 6, 1), date(2022, 12, 14))
    targets = [
        target("L-sessions", "48", *over, 500),
        target("L-classes-out-of-school", "48", date(2024, 6, 1), date(2025, 12, 31), 3),
        plan("48", 200),
    ]
    o = overview(built(MANY, targets), parse_filters({"as_of": "2024-06-30"}))
    h = of_overview(o)
    assert (h.case, h.progress.indicator.code) == (Case.BEHIND, "L-classes-parents")
    assert o.focus.progress == o.compared == h.progress
    assert "Lớp cho cha mẹ: 60\u00a0lớp" in plan_words.lede(o)


@pytest.mark.parametrize(("rows", "targets", "asked", "text"), ENGLISH)
def test_the_english_sentence(rows, targets, asked, text) -> None:
    use("en")
    try:
        assert said(rows, targets, parse_filters({"as_of": "2025-12-31"} | asked)) == text
    finally:
        use("vi")


ACROSS = [
    ([], [], "2024-06-30", "Đến 30-6-2024 chưa đơn vị nào báo cáo trong kỳ này."),
    ([classes("490", date(2022, 3, 5), 2)], [plan("490", 60)], "2024-06-30",
     ("Đến 30-6-2024, 1/1 quận, huyện chậm hơn kế hoạch về lớp cho cha mẹ; quận Liên Chiểu chậm nhất, mới đạt 5 % "
     "kế hoạch đến nay, cần 4,3 lớp mỗi tháng, 12 tháng qua không có lớp nào; quận Cẩm Lệ, quận Hải Châu, huyện Hòa Vang "
     "và 3 đơn vị khác chưa báo cáo.")),
    ([record(u, date(2022, 3, 5), kind="contest") for u in ("490", "491", "492", "493", "494", "495", "497")], [],
     "2024-06-30", "Đến 30-6-2024, chưa có chỉ tiêu để so sánh các quận, huyện về lớp cho cha mẹ."),
    ([classes(u, date(2022, 3, 5), 2) for u in ("490", "491", "492", "493", "494", "495", "497")],
     [plan("492", 2), plan("493", 3, (date(2021, 6, 1), date(2025, 6, 30)))], "2025-12-31",
     ("Đến 30-6-2025, 1/2 quận, huyện chưa đạt chỉ tiêu lớp cho cha mẹ; quận Sơn Trà đạt thấp nhất, 67 % chỉ tiêu, "
     "thiếu 1 lớp.")),
    ([classes(u, date(2022, 3, 5), n) for n, u in enumerate(("490", "491", "492", "493", "494", "495", "497"), 1)],
     [plan(u, 10, (date(2021, 6, 1), date(2025, 6, 30))) for u in ("490", "491", "492", "493", "494", "495", "497")],
     "2025-12-31",
     ("Đến 30-6-2025, cả 7 quận, huyện chưa đạt chỉ tiêu lớp cho cha mẹ; quận Liên Chiểu đạt thấp nhất, 10 % chỉ tiêu, "
      "thiếu 9 lớp.")),
    # Four that have done nothing: the first by name is no worse than the others.
    ([*(record(u, date(2022, 3, 5), kind="contest") for u in ("490", "491", "492", "493")),
      *(classes(u, date(2022, 3, 5), 9) for u in ("494", "495", "497"))],
     [plan(u, 9) for u in ("490", "491", "492", "493", "494", "495", "497")], "2024-06-30",
     ("Đến 30-6-2024, 4/7 quận, huyện chậm hơn kế hoạch về lớp cho cha mẹ; quận Hải Châu, quận Liên Chiểu, quận Sơn "
     "Trà và 1 đơn vị khác cùng thấp nhất, chưa có lớp nào.")),
]  # fmt: skip
FURTHEST = [
    ({"490": 2, "491": 5, "492": 9, "493": 60}, 60, "2024-06-30",
     ("**3/4** đơn vị chậm ở chỉ tiêu này, nhất là quận Liên Chiểu (5 % kế hoạch đến nay), quận Thanh Khê (12 %) và quận Hải "
     "Châu (22 %).")),
    ({"490": 2, "491": 5, "492": 60}, 60, "2025-12-31",
     "**2/3** đơn vị chưa đạt chỉ tiêu này, thiếu nhiều nhất: quận Liên Chiểu (51 lớp) và quận Thanh Khê (48 lớp)."),
    ({"490": 0, "491": 0, "492": 0, "493": 0}, 60, "2024-06-30",
     ("**4/4** đơn vị chậm ở chỉ tiêu này, nhất là quận Hải Châu (0 % kế hoạch đến nay), quận Liên Chiểu (0 %), quận Sơn Trà "
     "(0 %) và 1 đơn vị khác.")),
    ({"490": 60}, 60, "2024-06-30", ""),
]  # fmt: skip


@pytest.mark.parametrize(("done", "target_", "as_of", "text"), FURTHEST)
def test_who_lags_is_counted_and_named(done, target_, as_of, text) -> None:
    rows = [
        classes(u, date(2022, 3, 5), n) if n else record(u, date(2022, 3, 5), kind="contest")
        for u, n in done.items()
    ]
    ranked = rank(
        built(rows, [plan(u, target_) for u in done]), "L-classes-parents", parse_filters({"as_of": as_of})
    )
    assert plan_words.furthest(ranked).replace("\u00a0", " ").replace("\u2011", "-") == text


def test_units_that_can_still_catch_up_are_counted_apart_from_those_that_ended() -> None:
    rows = [classes("490", date(2022, 3, 5), 2), record("20242", date(2025, 7, 10), kind="contest")]
    plans = [
        plan("490", 60, (date(2021, 6, 1), date(2025, 6, 30))),
        plan("20242", 30, (date(2025, 7, 1), date(2025, 12, 31))),
    ]
    ranked = rank(built(rows, plans), "L-classes-parents", parse_filters({"as_of": "2025-08-15"}))
    told = plan_words.furthest(ranked).replace("\u00a0", " ")
    assert told == "**1/1** đơn vị chậm ở chỉ tiêu này, nhất là phường Hải Châu (0 % kế hoạch đến nay)."


@pytest.mark.parametrize(("rows", "targets", "as_of", "text"), ACROSS)
def test_units_side_by_side(rows, targets, as_of, text) -> None:
    asked = parse_filters({"as_of": as_of})
    ranked = [p for p in rank(built(rows, targets), "L-classes-parents", asked) if p.unit.startswith("49")]
    shown = headline.side_by_side(
        across(ranked, date.fromisoformat(as_of)), "districts", "lớp cho cha mẹ", True
    )
    assert shown.replace("\u00a0", " ").replace("\u2011", "-") == text


ROWS = st.builds(
    record,
    st.sampled_from(["490", "492", "20242"]),
    st.dates(*YEARS),
    kind=st.sampled_from(["training_class", "communication_session"]),
    count=st.integers(0, 40),
    seats=st.dictionaries(
        st.sampled_from(["parents", "children_out_of_school"]), st.integers(0, 900), max_size=2
    ),
)
TARGETS = st.builds(
    target,
    st.sampled_from(["L-classes-parents", "L-classes-out-of-school", "L-sessions", "L-parents"]),
    st.sampled_from(["48", "490", "492"]),
    st.just(YEARS[0]),
    st.just(YEARS[1]),
    st.integers(1, 3000).map(float),
)


def numbers(text: str) -> list[float]:
    """The figures of a sentence without its dates, months and years."""
    text = re.sub(
        r"\d+-\d+-\d+|\b\d+/20\d\d|6 tháng (?:đầu|cuối) năm \d+|năm \d+|quý [IV]+/\d+|12 tháng qua", "", text
    )
    return [float(n.replace(".", "").replace(",", ".")) for n in re.findall(r"\d[\d.]*(?:,\d+)?", text)]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(ROWS, max_size=20),
    st.lists(TARGETS, max_size=4, unique_by=lambda row: (row["indicator"], row["unit"])),
    st.sampled_from(["all", "2022", "2024-H1", "2025-Q3"]),
    st.sampled_from(["city", "490", "492", "20242"]),
    st.dates(*YEARS),
)
def test_its_numbers_are_those_of_the_figures(rows, targets, period, unit, as_of) -> None:
    filters = parse_filters({"period": period, "unit": unit, "as_of": as_of.isoformat()})
    analysis = built(rows, targets)
    o = overview(analysis, filters)
    h, text = of_overview(o), said(rows, targets, filters)
    listed = {f["indicator"]: f for f in figures(analysis, filters) if f["unit"] == unit and f["indicator"]}
    allowed: set[float] = {float(o.completeness.due)}
    for code, f in listed.items():
        if INDICATORS[code].authority != "local" or f["target"] is None:
            continue
        share = shown_share(f["value"], f["target"])
        planned = shown_share(f["expected"], f["target"])
        allowed |= {round(v, d) for v in (f["value"], f["target"]) if v is not None for d in (0, 1)}
        if share is not None:
            allowed |= {share, round(f["target"] - f["value"])}
            if planned is not None:
                allowed.add(round(planned - share, 1))
    p = h.progress
    if p is not None:
        allowed |= {round(v, 1) for v in (p.needed, p.recent) if v is not None} | {
            float((p.end - p.as_of).days)
        }
    for counts in o.seats.values():
        allowed.add(float(counts.activities or 0))
    allowed |= {float(h.behind), float(h.met), float(h.assessed)}
    if h.case == Case.NOT_DUE:
        # "chưa đến 1 lớp": what nothing is due below.
        allowed.add(1.0)
    if h.case not in (Case.FUTURE, Case.GONE, Case.NOT_YET):
        assert set(numbers(text)) <= allowed, (text, allowed)
    if h.case in (Case.BEHIND, Case.NOT_MET) and p is not None and p.value:
        f = listed[p.indicator.code]
        assert numbers(text)[0] == shown_share(f["value"], f["target"])


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ({"as_of": "2024-06-30"}, "Từ 1-6-2021 đến 30-6-2024 thành phố có 3 lớp tập huấn."),
        ({"unit": "492", "period": "2023", "audience": "parents"},
         "Từ 15-12-2022 đến 14-12-2023 quận Hải Châu có 3 lớp tập huấn có cha mẹ, người chăm sóc trẻ."),
        ({"since": "2023-07-01", "as_of": "2024-06-30"}, "Từ 1-7-2023 đến 30-6-2024 thành phố có 3 lớp tập huấn."),
        ({"unit": "492", "as_of": "2025-12-31"}, "Từ 1-6-2021 đến 30-6-2025 quận Hải Châu có 3 lớp tập huấn."),
    ],
)  # fmt: skip
def test_the_rows_of_a_view(asked: dict[str, str], text: str) -> None:
    shown = headline.of_rows(parse_filters(asked), "3 lớp tập huấn")
    assert shown.replace("\u2011", "-") == text


def test_without_a_target_of_the_city_units_stand_against_their_own() -> None:
    """By the indicator in which most of them can be judged; a city target goes before."""
    own = [target("L-sessions", "493", *YEARS, 10), plan("492", 200), plan("490", 30)]
    shown = overview(
        built([*MANY, classes("490", date(2022, 3, 5))], own), parse_filters({"as_of": "2024-06-30"})
    )
    assert (shown.focus, shown.compared.indicator.code) == (None, "L-classes-parents")
    assert shown.compared.target is None
    assert {p.unit for p in shown.units if p.target} == {"492", "490"}
    said = plan_words.lede(shown)
    assert "Theo chỉ tiêu riêng về lớp cho cha mẹ: **2/2** đơn vị chậm ở chỉ tiêu này" in said
    city = overview(built(MANY, [*own, target("L-sessions", "48", *YEARS, 10)]), shown.filters)
    assert city.compared == city.focus.progress
    assert overview(built(MANY, own), parse_filters({"unit": "492"})).compared is None
