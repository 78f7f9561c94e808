"""Reminders: what they say before, on and after the due day, to whom, and to nobody who owes nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.messages import use
from program.contacts.contact import Details
from program.periods import parse_period
from program.reporting.campaigns import Stated, action_month
from program.reporting.quarters import QUARTERS
from program.reporting.reminders import Reminder, Waiting, reminders, whom_to_ask
from program.reporting.timeliness import Arrival, Arrivals, Receipt, Sent, campaigns, cells

DUE = date(2024, 6, 24)
ADDRESS = "https://830.danang.gov.vn/"
FILE = Waiting(7, "Bao cao Q2.xlsx", 3, date(2024, 6, 20))


def asked(
    as_of: date,
    arrivals: Arrivals | None = None,
    grain: str = "quarter",
    window: str = "2024-Q2",
    **more: Waiting,
) -> dict[str, Reminder]:
    found = cells(arrivals or Arrivals({}, date(2021, 1, 1)), grain, as_of)
    own = [cell for (_, code), cell in found.items() if code == window]
    return {one.unit: one for one in reminders(own, more.get("waiting") or {}, as_of, ADDRESS)}  # type: ignore[arg-type, call-overload]


def came(*units: str, day: date = DUE, quarter: str = "2024-Q2") -> Arrivals:
    said = {(unit, quarter): Arrival(Receipt(day, True, 1, "tep.xlsx")) for unit in units}
    return Arrivals(said, date(2021, 1, 1))


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        (date(2024, 6, 19), "chậm nhất ngày 24-6-2024 (còn 5 ngày)"),
        (DUE, "chậm nhất ngày 24-6-2024 (hôm nay)"),
        (date(2024, 6, 25), "Hạn nộp là ngày 24-6-2024, đã quá 1 ngày."),
        (date(2027, 6, 25), "đã quá 1.096 ngày."),
    ],
)
def test_it_speaks_of_the_due_day_as_it_stands(as_of: date, words: str) -> None:
    text = asked(as_of)["492"].text
    assert words in text
    assert "báo cáo kết quả Chương trình 830 quý II/2024" in text
    assert "số liệu từ ngày 15-3-2024 đến ngày 14-6-2024" in text
    assert ADDRESS in text
    assert "“Không phát sinh”" in text


def test_a_reminder_word_for_word() -> None:
    assert asked(date(2024, 7, 1))["490"].text == (
        "Kính gửi: Cán bộ đầu mối Chương trình 830 của quận Liên Chiểu\n\n"
        "Đến ngày 1-7-2024, cơ quan đầu mối chưa nhận đủ báo cáo kết quả Chương trình 830 quý II/2024 của quận Liên "
        "Chiểu (số liệu từ ngày 15-3-2024 đến ngày 14-6-2024). Hạn nộp là ngày 24-6-2024, đã quá 7 ngày. Đề nghị đơn "
        "vị nộp trong thời gian sớm nhất.\n\n"
        "Cách nộp: mở https://830.danang.gov.vn/, chọn “Nộp báo cáo”, rồi chọn tệp Excel của đơn vị; trang chỉ rõ ô "
        "nào cần sửa. Nếu trong kỳ không có hoạt động nào, đề nghị vẫn nộp và ghi “Không phát sinh”.\n\n"
        "Nếu đơn vị đã nộp, xin báo lại để đối chiếu. Trân trọng cảm ơn."
    )


def test_whoever_reported_is_left_in_peace() -> None:
    as_of = date(2024, 7, 1)
    late = came("492", day=date(2024, 6, 30))
    assert "492" not in asked(as_of, late)
    assert "493" in asked(as_of, late)
    assert "492" not in asked(as_of, came("492", day=date(2024, 8, 1))), "it has come since"
    assert asked(date(2024, 6, 13)) == {}, "the window has not ended"


def test_rows_that_wait_are_asked_for_whether_or_not_the_report_came() -> None:
    as_of, left = date(2024, 7, 1), {"492": FILE, "493": FILE}
    found = asked(as_of, came("492"), waiting=left)  # type: ignore[arg-type]
    assert (found["492"].owes, found["493"].owes, found["494"].waiting) == (False, True, None)
    assert found["492"].subject.startswith("Đề nghị sửa báo cáo")
    assert "Tuy nhiên, tệp “Bao cao Q2.xlsx” gửi ngày 20-6-2024 còn 3 lỗi" in found["492"].text
    assert "Hạn nộp" not in found["492"].text
    assert "Ngoài ra, tệp “Bao cao Q2.xlsx”" in found["493"].text
    back = {"492": replace(FILE, returned_on=date(2024, 6, 25))}
    words = asked(as_of, came("492"), waiting=back)["492"].text  # type: ignore[arg-type]
    assert "gửi ngày 20-6-2024 đã được trả lại để sửa ngày 25-6-2024. Đề nghị đơn vị xem lời trả lại" in words
    assert "lỗi" not in words


def test_a_report_of_several_quarters_names_those_it_lacks() -> None:
    as_of = date(2024, 7, 1)
    found = asked(as_of, came("492"), "half", "2024-H1")
    assert "Đơn vị đã gửi một phần, còn thiếu quý I/2024." in found["492"].text
    assert "đã gửi một phần" not in found["493"].text


def test_a_campaign_of_its_own_has_its_name_and_document() -> None:
    stated = Stated(1, action_month(2024), "Hoa", datetime.now(UTC))
    code = "own-1"
    said = Stated(
        1,
        stated.asked.__class__(**vars(stated.asked) | {"code": code, "document": "CV 12/SYT"}),
        "Hoa",
        stated.at,
    )
    arrivals = Arrivals({}, date(2021, 1, 1), {code: said})
    text = asked(date(2024, 7, 20), arrivals, "own", code)["492"].text
    assert "báo cáo Tháng hành động vì trẻ em 2024" in text
    assert "Hạn nộp theo CV 12/SYT là ngày 19-7-2024, đã quá 1 ngày." in text


def test_a_unit_that_stands_no_more_is_not_written_to() -> None:
    found = asked(date(2025, 8, 1))["492"]
    assert found.ended == date(2025, 6, 30)
    assert found.text.startswith(
        "Kính gửi: Nơi tiếp nhận hồ sơ của quận Hải Châu (kết thúc hoạt động ngày 30-6-2025)"
    )


def test_a_ward_is_asked_for_the_days_since_it_stands() -> None:
    text = asked(date(2025, 10, 1), window="2025-Q3")["20242"].text
    assert "quý III/2025 của phường Hải Châu (số liệu từ ngày 1-7-2025 đến ngày 14-9-2025)" in text


def test_whom_to_call_is_the_contact_of_the_agency_that_asks() -> None:
    known = {"SO-YT": [Details("Lê A", phone="0236 1"), Details("Lê B")], "492": [Details("C", phone="0905")]}
    sentence = whom_to_ask(known, "Sở Y tế")
    assert sentence == "Cần hỏi, xin gọi Sở Y tế: Lê A, điện thoại 0236 1."
    one = asked(date(2024, 7, 1))["490"]
    assert one.asking(sentence).text.split("\n\n")[-2:] == [sentence, one.text.split("\n\n")[-1]]
    assert one.asking(whom_to_ask(known, "")) == one.asking(whom_to_ask({}, "Sở Y tế")) == one


def test_it_is_vietnamese_on_an_english_screen() -> None:
    before = asked(date(2024, 7, 1))["492"]
    use("en")
    try:
        assert asked(date(2024, 7, 1))["492"] == before
    finally:
        use("vi")


@given(
    st.sampled_from(QUARTERS), st.integers(-40, 700), st.sets(st.sampled_from(["490", "491", "492", "493"]))
)
def test_exactly_who_owes_is_written_to_and_the_days_are_right(
    window: object, after: int, sent: set[str]
) -> None:
    code = window.code  # type: ignore[attr-defined]
    as_of = parse_period(code).end + timedelta(days=after)
    arrivals = came(*sent, day=parse_period(code).end, quarter=code)
    (campaign,) = [c for c in campaigns("quarter") if c.window.code == code]
    found = asked(as_of, arrivals, window=code)
    owing = {u.code for u in campaign.units} - sent if after >= 0 else set()
    assert set(found) == owing
    for one in found.values():
        assert one.owes
        assert (one.cell.sent == Sent.MISSING) == (as_of > campaign.deadline())
        assert ("đã quá" in one.text) == (as_of > campaign.deadline())
        assert "\u2011" not in one.text


def test_without_an_address_the_file_is_sent() -> None:
    found = cells(Arrivals({}, date(2021, 1, 1)), "quarter", date(2024, 7, 1))
    text = reminders([found["492", "2024-Q2"]], {}, date(2024, 7, 1), None)[0].text
    assert "gửi tệp Excel báo cáo của đơn vị cho cơ quan đầu mối" in text
    assert "mở " not in text
