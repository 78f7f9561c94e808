"""What a report says: right for nothing, one and unknown; official and local apart; no joined series."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from locales.messages import use
from program.conflicts.overlaps import Overlap
from program.filters import parse_filters
from program.locks.windows import Change, Lock, Locks, Said
from program.measures.analysis import Analysis
from program.measures.cube import provisional_rows
from program.report.draft import NothingToReport, report
from program.report.parts import Chart, Notes, Report, Table
from program.report.words import amount, name_of
from program.reporting.campaigns import Asked, Stated
from program.reporting.timeliness import Receipt, Receipts
from program.targets.history import TargetVersion
from program.targets.progress import TargetRow
from program.targets.supplied import Supplied
from program.vocabulary import Authority, Kind
from tests.program.frames import activities, built, record, school, target

TODAY = date(2026, 11, 26)


def drafted(analysis: Analysis, **asked: str) -> Report:
    return report(analysis, parse_filters(asked), today=TODAY)


def words(made: Report, code: str) -> str:
    return next(part.text for part in made.parts if part.code == code)


def everything(made: Report) -> str:
    texts = [part.text for part in made.parts]
    texts += [text for slide in made.slides for text in (slide.title, *slide.points)]
    return "\n".join([*texts, *made.notes])


def chart(made: Report, code: str) -> Chart:
    return next(c for part in made.parts for c in part.charts if c.code == code)


def table(made: Report, code: str) -> Table:
    return next(t for t in made.annexes if t.code == code)


def test_an_empty_house_has_no_percentages_and_says_what_is_missing() -> None:
    made = drafted(built([]), period="2023")
    said = everything(made)
    assert "%" not in said.replace("% mục tiêu", "")
    assert "chưa có mẫu số" in words(made, "II.1")
    assert words(made, "II.3") == "Thành phố chưa có báo cáo nào trong kỳ."
    assert "Thiếu 28/28 báo cáo quý" in words(made, "III.1")
    assert [c.code for part in made.parts for c in part.charts] == []
    units = table(made, "units")
    assert all(value is None for row in units.rows for value in row.values[1:])


def test_silence_is_not_zero_and_is_not_ranked() -> None:
    plans = [
        target("L-classes-parents", u, date(2022, 12, 15), date(2023, 12, 14), 4)
        for u in ("city", "492", "490")
    ]
    made = drafted(built([record("492", date(2023, 2, 1), seats={"parents": 20})], plans), period="2023")
    bars = chart(made, "units-districts")
    done = dict(zip(bars.categories, bars.series[0].values, strict=True))
    assert done == {"Quận Hải Châu": 1, "Quận Liên Chiểu": None}
    text = words(made, "II.5")
    assert "thấp nhất là quận Hải Châu (1 lớp, 25\u00a0% chỉ tiêu)" in text
    assert "quận Liên Chiểu (" not in text
    assert "chưa có báo cáo trong kỳ" in text
    rows = {row.values[0]: row.values[1:3] for row in table(made, "indicators").rows}
    assert rows["Quận Liên Chiểu"] == (None, 4)


def test_every_change_of_a_target_within_the_period_is_told_and_no_other() -> None:
    def version(value: float, decided: date, year: int = 2023) -> TargetVersion:
        row = TargetRow(date(year - 1, 12, 15), date(year, 12, 14), value, Authority.LOCAL, None)
        return TargetVersion((row,), decided, None, "a", datetime(2026, 1, 1, tzinfo=UTC), 1)

    told = [version(9, date(2022, 12, 20)), version(8, date(2023, 2, 1)), version(7, date(2023, 9, 1))]
    last = version(7, date(2023, 10, 1))
    # Another year's row that comes beside it, and a decision of another year, change nothing of this one.
    more = replace(last, rows=(*last.rows, *version(5, date(2023, 10, 1), 2024).rows))
    versions = (*told, more, version(6, date(2024, 3, 1)))
    plans = [target("L-classes-parents", "city", date(2022, 12, 15), date(2023, 12, 14), 7)]
    found = built([record("492", date(2023, 2, 1), seats={"parents": 5})], plans)
    made = drafted(replace(found, target_history={("L-classes-parents", "city"): versions}), period="2023")
    (note,) = (n for n in made.notes if "điều chỉnh" in n)
    assert "lớp cho cha mẹ (từ 1\u20112\u20112023 và 1\u20119\u20112023); báo cáo dùng chỉ tiêu mới" in note


def test_units_without_a_target_are_not_said_to_lack_figures() -> None:
    """Nor is one that reported without a number of classes said to be silent; a small part is not told as none."""
    city = target("L-classes-parents", "city", date(2022, 12, 15), date(2023, 12, 14), 4) | {
        "document": "KH 1"
    }
    later = target("L-classes-parents", "city", date(2024, 12, 15), date(2025, 12, 14), 4) | {
        "document": "QĐ 2"
    }
    rows = [
        record("492", date(2023, 2, 1), seats={"parents": 29999, "children_out_of_school": 1}),
        record("493", date(2023, 1, 1), end=date(2023, 3, 1), basis="summary", count=None, seats={"parents": 9}),  # type: ignore[arg-type]
    ]  # fmt: skip
    made = drafted(built(rows, [city, later]), period="2023")
    assert "Chỉ tiêu địa phương trong kỳ thực hiện theo: KH 1." in words(made, "I")
    text = words(made, "II.5")
    assert "Chưa giao chỉ tiêu về lớp cho cha mẹ cho từng quận, huyện nên chưa so sánh được." in text
    assert "Quận Sơn Trà có báo cáo nhưng chưa rõ số liệu về lớp cho cha mẹ." in text
    assert "nào có" not in text
    assert "quận Hải Châu" not in text
    assert made.slides[1].title == "Chưa giao chỉ tiêu về lớp cho cha mẹ cho từng đơn vị"
    assert "ngoài trường học 1 lượt (0,1\u00a0%)" in words(made, "II.4")
    assert "(99,9\u00a0%)" in words(made, "II.4")


def test_one_activity_is_told_as_one_and_its_attendances_are_never_people() -> None:
    made = drafted(built([record("492", date(2023, 2, 1), seats={"parents": 20}, female=11)]), period="2023")
    text = words(made, "II.3")
    assert "- 1 lớp tập huấn, 20 lượt tham gia [chú thích" in text
    assert "trong đó 11 lượt nữ" in text
    assert "0 buổi truyền thông, 0 lượt tham gia" in text
    assert "cuộc thi" not in text
    assert any("không phải số người" in note for note in made.notes)


def test_an_unknown_number_of_activities_is_said_in_words() -> None:
    summary = record(
        "492", date(2023, 1, 1), end=date(2023, 3, 1), basis="summary", count=None, seats={"parents": 300}  # type: ignore[arg-type]
    )  # fmt: skip
    made = drafted(built([summary]), period="2023")
    assert "lớp tập huấn: chưa rõ số lớp, 300 lượt tham gia" in words(made, "II.3")
    assert any("1 dòng tổng hợp không ghi số lớp" in note for note in made.notes)
    assert table(made, "units").rows[0].values[1:3] == (None, 300)


@pytest.mark.parametrize("unit", ["city", "492"])
def test_for_whom_classes_were_is_unknown_and_then_no_target_is_said_to_be_met_or_to_be_lacking(
    unit: str,
) -> None:
    plans = [
        target("L-classes-parents", of, date(2022, 12, 15), date(2023, 12, 14), 7) for of in ("city", "492")
    ]
    made = drafted(built([record("492", date(2023, 2, 1))], plans), period="2023", unit=unit)
    assert "Lớp cho cha mẹ: chưa rõ số lớp; chỉ tiêu 7 lớp" in words(made, "II.2")
    charts = [chart.title for part in made.parts for chart in part.charts]
    told = [
        *charts,
        *(slide.title for slide in made.slides),
        *(slide.chart.title for slide in made.slides if slide.chart),
    ]
    for wrong in (
        "đạt chỉ tiêu",
        "không có chỉ tiêu chậm",
        "Chưa có chỉ tiêu",
        "Chưa có báo cáo",
        "theo kịp",
    ):
        assert not [title for title in told if wrong in title]
    assert made.slides[0].title == "Chưa rõ kết quả của 1 chỉ tiêu địa phương"
    assert made.slides[2].title == "Chưa rõ kết quả để tính nhịp cần"
    if unit == "city":
        assert "Có báo cáo nhưng chưa rõ số: quận Hải Châu" in made.slides[1].points
    else:
        assert made.slides[1].title == "Chưa rõ kết quả để biết nhanh hay chậm"


def test_official_and_local_targets_are_apart_and_local_says_so() -> None:
    plans = [target("L-sessions", "city", date(2022, 12, 15), date(2023, 12, 14), 10)]
    made = drafted(built([record("492", date(2023, 2, 1))], plans), period="2023")
    assert "Buổi truyền thông" not in words(made, "II.1")
    assert "T1" not in words(made, "II.2")
    assert any("không phải mục tiêu của Quyết định" in note for note in made.notes)
    groups = [row.values[0] for row in table(made, "targets").rows if len(row.values) == 1]
    assert groups == ["Mục tiêu quốc gia (Quyết định 830/QĐ-TTg)", "Chỉ tiêu địa phương"]
    assert "T2, " in words(made, "II.1")
    unit = drafted(built([record("492", date(2023, 2, 1))], plans), period="2023", unit="492")
    assert "[Bổ sung" not in words(unit, "II.1")
    assert "chỉ có số của toàn thành phố" in words(unit, "II.1")


def test_what_another_agency_supplied_names_the_agency_and_the_day() -> None:
    told = Supplied(
        1, "T2", date(2023, 11, 30), 9, 12, "Cơ quan thử", "CV 1", "local", datetime(2023, 12, 1, tzinfo=UTC)
    )
    none = replace(told, id=2, indicator="T3", numerator=0, denominator=0)
    made = drafted(replace(built([record("492", date(2023, 2, 1))]), supplied=(told, none)), period="2023")
    text = words(made, "II.1")
    assert "9/12 trường hợp, đạt 75,0\u00a0% (Cơ quan thử cung cấp, tính đến 30‑11‑2023, CV 1)" in text
    assert "(phấn đấu): không có trường hợp phát sinh (Cơ quan thử cung cấp" in text
    assert "0/0" not in text
    assert "[Bổ sung" not in text
    assert "cung cấp số liệu mục tiêu" not in words(made, "V")


def test_the_two_tiers_of_2025_are_never_one_series() -> None:
    rows = [
        record("492", date(2025, 3, 1), seats={"parents": 5}),
        record("20242", date(2025, 9, 1), seats={"parents": 7}),
    ]
    plans = [target("L-classes-parents", "city", date(2024, 12, 15), date(2025, 12, 14), 10)]
    made = drafted(built(rows, plans), period="2025")
    curve = chart(made, "curve")
    before, after, _ = curve.series
    assert not [
        1 for a, b in zip(before.values, after.values, strict=True) if a is not None and b is not None
    ]
    assert before.values[-1] is None
    assert after.values[0] is None
    assert any("1659/NQ-UBTVQH15" in note for note in made.notes)
    groups = [str(row.values[0]) for row in table(made, "units").rows if len(row.values) == 1]
    assert groups == ["Quận, huyện (đến 30-6-2025)", "Phường, xã (từ 1-7-2025)"]
    assert {t.code for t in made.annexes} >= {"reports-district", "reports-commune"}
    assert not [n for n in drafted(built(rows, plans), period="2024").notes if "1659" in n]


def test_a_new_ward_has_no_days_before_it_began() -> None:
    plans = [target("L-classes-parents", "20242", date(2025, 7, 1), date(2025, 12, 31), 4)]
    made = drafted(
        built([record("20242", date(2025, 9, 1), seats={"parents": 7})], plans), period="2025", unit="20242"
    )
    curve = chart(made, "curve")
    assert [series.name for series in curve.series] == ["Đã thực hiện", "Kế hoạch"]
    assert curve.categories[0] == "7/2025"
    assert [row.values[0] for row in table(made, "units").rows] == [
        "Phường Hải Châu",
        "Quý III/2025",
        "Quý IV/2025",
    ]
    assert ("Từ ngày", "1‑7‑2025") in drafted(built([]), unit="20242").about
    assert "(số liệu từ 1‑7‑2025 đến 31‑12‑2025)" in drafted(built([]), unit="20242").opening
    assert "(số liệu từ 1‑6‑2021 đến 30‑6‑2025)" in drafted(built([]), unit="492").opening
    assert "(số liệu từ 1‑6‑2021 đến 31‑12‑2025)" in drafted(built([])).opening


def test_what_was_declared_not_to_have_happened_was_not_held() -> None:
    zero = record("492", date(2022, 12, 15), end=date(2023, 12, 14), basis="declared_zero", count=0, total=0)
    plans = [
        target("L-classes-parents", u, date(2022, 12, 15), date(2023, 12, 14), 4) for u in ("city", "492")
    ]
    for scope, said in (("492", "Quận Hải Châu báo cáo"), ("", "Các đơn vị đã báo cáo đều")):
        made = drafted(built([zero], plans), period="2023", unit=scope)
        text = words(made, "II.3")
        assert text.startswith(f"{said} không phát sinh hoạt động trong kỳ [chú thích ")
        assert "tổ chức" not in text
        # Bars of nothing are no chart; the curve beside its plan is.
        assert {c.code for part in made.parts for c in part.charts} & {"shares", "curve"} == {"curve"}


def test_an_organisation_owes_no_reports_and_has_no_schools() -> None:
    made = drafted(
        built([record("SO-YT", date(2023, 2, 1))], schools=[school("Trường Một", "492")]),
        period="2023",
        unit="SO-YT",
    )
    assert "của Sở Y tế năm 2023" in made.subject
    assert "mẫu số" not in everything(made)
    assert "báo cáo quý" not in everything(made).replace("Chưa có báo cáo quý nào đến hạn", "")
    assert any("Không tìm thấy danh sách" in note for note in made.notes)
    assert "Chưa có chỉ tiêu địa phương nên chưa đánh giá được" in words(made, "III.1")


def test_a_year_is_held_against_the_same_days_of_the_year_before() -> None:
    rows = [record("492", date(2022, 2, n)) for n in (1, 2, 3)] + [record("492", date(2023, 2, 1))]
    text = words(drafted(built(rows), period="2023"), "II.3")
    assert "giảm 2 lớp so với cùng kỳ năm trước (3 lớp)" in text
    assert "cùng kỳ" not in words(drafted(built(rows), period="all"), "II.3")


def test_schools_never_reached_are_listed_and_asked_for() -> None:
    register = [school("Trường Một", "492"), school("Trường Hai", "490")]
    made = drafted(
        built([record("492", date(2023, 2, 1), school="Trường Một")], schools=register), period="2023"
    )
    assert "1/2 trường trong sổ có hoạt động, đạt 50,0\u00a0%" in words(made, "II.1")
    assert "1/2 trường trong sổ chưa từng có hoạt động" in words(made, "III.1")
    national = "T1: 50,0\u00a0% (1/2) trên mục tiêu 100\u00a0% vào 31\u201112\u20112025; cần tăng tốc."
    assert national in words(made, "III.1").splitlines()[0]
    assert [row.values[1] for row in table(made, "schools").rows] == ["Trường Hai"]
    assert "tại 1 trường chưa từng có hoạt động" in words(made, "IV")


def test_needed_rates_look_ahead_from_the_last_day_and_end_with_the_programme() -> None:
    plans = [target("L-sessions", "city", date(2021, 6, 1), date(2025, 12, 31), 55)]
    rows = [record("492", date(2023, 2, 1), kind="communication_session")]
    ahead = words(drafted(built(rows, plans), period="2023"), "IV")
    assert "tính từ 14‑12‑2023" in ahead
    assert (
        "Buổi truyền thông, chỉ tiêu 55 buổi đến 31‑12‑2025: cần 2,2 buổi mỗi tháng, 12 tháng qua bình quân 0,1 buổi"
        in ahead
    )
    # Twelve months without any have no rate.
    idle = words(
        drafted(built([record("492", date(2021, 9, 1), kind="communication_session")], plans), period="2023"),
        "IV",
    )
    assert "mỗi tháng, 12 tháng qua không có buổi nào" in idle
    over = words(drafted(built(rows, plans), period="all"), "IV")
    assert "mỗi tháng" not in over
    assert "Chương trình kết thúc ngày 31‑12‑2025" in over


def test_conflicts_that_wait_stand_in_a_note_and_among_the_shortcomings() -> None:
    waits = Overlap("492", Kind.TRAINING_CLASS, date(2023, 1, 1), date(2023, 3, 31), 12, 9, 300, 250, False)
    less = replace(waits, end=date(2023, 2, 28), summed=10)
    made = report(
        built([record("492", date(2023, 2, 1))], overlaps=(less, waits)),
        parse_filters({"period": "2023"}),
        today=TODAY,
    )
    assert any("(tổng hợp 12, chi tiết 9)" in note for note in made.notes)
    lacking = words(made, "III.1")
    assert "2 kỳ có số chi tiết và số tổng hợp khác nhau, chưa quyết định dùng số nào" in lacking
    # The two numbers of the one that differs most stand in the text, not only in a note.
    assert (
        "lệch nhiều nhất là quận Hải Châu, lớp tập huấn, 1‑1‑2023 đến 31‑3‑2023 (tổng hợp 12, chi tiết 9)"
        in lacking
    )


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"period": "2030"}, "bắt đầu ngày 15‑12‑2029"),
        ({"period": "2020"}, r"kết thúc ngày 14‑12‑2020, trước khi Chương trình bắt đầu \(1‑6‑2021\)"),
        ({"period": "2023", "as_of": "2022-01-01"}, "bắt đầu ngày 15‑12‑2022"),
        ({"period": "2023", "unit": "20242"}, "báo cáo từ 1‑7‑2025"),
        ({"period": "2025-Q4", "unit": "492"}, "kết thúc hoạt động ngày 30‑6‑2025"),
    ],
)
def test_a_view_without_a_day_is_refused_with_a_sentence(asked: dict[str, str], why: str) -> None:
    with pytest.raises(NothingToReport, match=why):
        drafted(built([record("492", date(2023, 2, 1))]), **asked)


def test_what_only_the_officer_knows_is_a_prompt() -> None:
    made = drafted(built([record("492", date(2023, 2, 1))]), period="2023")
    for code in ("I", "III.2", "IV", "V"):
        assert "[Nêu " in words(made, code)
    assert "[Tên cơ quan] báo cáo" in made.opening
    assert "2523" in made.opening
    assert "2523" not in drafted(built([record("492", date(2021, 7, 1))]), period="2021").opening


def test_words_are_vietnamese_whatever_the_language_of_the_screen() -> None:
    house = built([record("492", date(2023, 2, 1), seats={"parents": 1234})])
    before = drafted(house, period="2023")
    use("en")
    try:
        assert drafted(house, period="2023") == before
    finally:
        use("vi")


def test_an_edited_part_keeps_the_others() -> None:
    made = drafted(built([record("492", date(2023, 2, 1))]), period="2023")
    other = made.edited({"V": "Một dòng\n\n  Hai   dòng  "})
    assert next(p for p in other.parts if p.code == "V").paragraphs == ("Một dòng", "Hai dòng")
    assert [p for p in other.parts if p.code != "V"] == [p for p in made.parts if p.code != "V"]


def test_a_note_is_marked_where_it_is_first_needed() -> None:
    notes = Notes()
    assert [notes.mark("một"), notes.mark(""), notes.mark("hai"), notes.mark("một")] == [
        " [chú thích 1]", "", " [chú thích 2]", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "counter", "said"),
    [(3.45, "lớp", "3,5 lớp"), (384.4, "lượt", "384 lượt"), (2.98, "lớp", "3 lớp"), (0, "lớp", "0 lớp")],
)
def test_small_targets_keep_a_decimal_so_that_shares_can_be_recounted(
    value: float, counter: str, said: str
) -> None:
    assert amount(value, counter) == said


def test_june_by_the_civil_calendar_is_the_action_month() -> None:
    assert (
        name_of(parse_filters({"period": "2024-06", "calendar": "civil"}).period)
        == "Tháng hành động vì trẻ em năm 2024"
    )
    assert name_of(parse_filters({"period": "2024-06"}).period) == "tháng 6/2024"


def test_the_note_on_lateness_names_the_due_days_that_were_set() -> None:
    first = Receipts({("492", "2023-Q1"): Receipt(date(2023, 6, 1), True, 1, "a.xlsx")})
    known = built([record("492", date(2023, 1, 5))], receipts=first)
    assert "cơ quan đầu mối đặt" not in everything(drafted(known, period="2023-H1", unit="492"))
    quarter = Asked(
        "2023-Q1", "Quý I/2023", date(2022, 12, 15), date(2023, 3, 14), date(2023, 5, 5), None, "CV 12"
    )
    said = Stated(1, quarter, "Hoa", datetime(2023, 3, 1, tzinfo=UTC))
    moved = replace(known, arrivals=replace(known.arrivals, stated={said.code: said}))
    made = drafted(moved, period="2023-H1", unit="492")
    assert "muộn 27 ngày" in words(made, "III.1")
    assert "Hạn do cơ quan đầu mối đặt: quý I/2023 ngày 5‑5‑2023 (CV 12)." in everything(made)


def test_provisional_figures_stand_apart_from_official_ones() -> None:
    sure = record("492", date(2023, 5, 2), seats={"parents": 40})
    waits = record("492", date(2023, 5, 9), seats={"parents": 15})
    known = built([sure, waits])
    assert "tạm tính" not in everything(drafted(known, period="2023", unit="492"))
    some = provisional_rows(
        activities([waits]).assign(submission_id=7), known.cube, date(2021, 6, 1), date(2025, 12, 31)
    )
    made = drafted(replace(known, provisional=some), period="2023", unit="492")
    assert (
        "phần tạm tính của 1 tệp đang chờ duyệt hoặc đã trả lại đơn vị: lớp tập huấn 1 lớp với 15 lượt."
        in everything(made)
    )
    assert "Số liệu tạm tính" in dict(made.about)
    assert "tạm tính" not in everything(drafted(replace(known, provisional=some), period="2022", unit="492"))


def test_the_reason_of_an_opening_follows_the_figures_that_changed() -> None:
    opened = Said(
        2,
        "2023-Q2",
        "492",
        Lock.OPENED,
        "Bổ sung lớp ở phường",
        None,
        "Hoa",
        datetime(2023, 8, 1, tzinfo=UTC),
    )
    change = Change(opened, "492", "2023-Q2", datetime(2023, 8, 3, tzinfo=UTC))
    known = replace(built([record("492", date(2023, 5, 2))]), locks=Locks((opened,), (change,)))
    for view, told in (({"unit": "492"}, True), ({}, True), ({"unit": "490"}, False)):
        said = everything(drafted(known, period="2023", **view))
        assert ("lý do: Bổ sung lớp ở phường." in said) is told
    assert "lý do" not in everything(drafted(known, period="2023-Q1", unit="492"))
