"""The Word document keeps each measurable rule of NĐ 30/2020/NĐ-CP, Phụ lục I, opens again, and holds together."""

import re
import unicodedata
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import docx as reader
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from lxml import etree

from exports.report.document import docx
from exports.report.letterhead import Letterhead, letterhead
from exports.report.workbook import workbook
from locales.messages import use
from program.filters import parse_filters
from program.report.draft import report
from program.report.parts import Report
from tests.exports import office
from tests.exports.office import W
from tests.program.frames import built, record, school, target

MM = 36_000
HEAD = Letterhead(
    parent="Ủy ban nhân dân thành phố Đà Nẵng", issuer="Cơ quan thử", code="CQT", to="Bộ thử",
    recipients=("Nơi thứ nhất", "Nơi thứ hai"), drafter="P1",
)  # fmt: skip


def made(**asked: str) -> Report:
    """A report of a few activities: two districts, one silent quarter, a local target, a school without any."""
    rows = [
        record("492", date(2023, 2, 1), seats={"parents": 1240}, female=700, school="Trường Một"),
        record("492", date(2023, 5, 12), kind="communication_session", seats={"children_in_school": 12345}),
        record("497", date(2023, 9, 3), seats={"parents": 30}),
    ]
    plans = [
        target("L-classes-parents", "city", date(2022, 12, 15), date(2023, 12, 14), 7),
        target("L-classes-parents", "492", date(2022, 12, 15), date(2023, 12, 14), 3),
    ]
    register = [school("Trường Một", "492"), school("Trường Hai", "497")]
    analysis = built(rows, plans, register)
    view = parse_filters({"period": "2023", **asked})
    return report(analysis, view, issuer=HEAD.issuer, today=date(2024, 6, 1))


@pytest.fixture(scope="module")
def raw() -> bytes:
    return docx(made(), HEAD)


@pytest.fixture
def document(raw: bytes) -> Any:
    return reader.Document(BytesIO(raw))


def look(paragraph: Any) -> tuple[float, bool, bool]:
    """Size, bold and italic of a paragraph's words: of its style, which nothing in the paragraph overrides."""
    assert not [e for r in paragraph.runs for e in r._r.iter(f"{W}sz", f"{W}b", f"{W}rFonts")]
    font = paragraph.style.font
    return font.size.pt, bool(font.bold), bool(font.italic)


def styled(document: Any, name: str) -> list[Any]:
    return [p for p in document.paragraphs if p.style.name == name]


def test_paper_is_a4_with_the_margins_of_the_decree(document: Any) -> None:
    for section in document.sections:
        sides = sorted((round(section.page_width / MM), round(section.page_height / MM)))
        assert sides == [210, 297]
        assert 20 <= section.top_margin / MM <= 25
        assert 20 <= section.bottom_margin / MM <= 25
        assert 30 <= section.left_margin / MM <= 35
        assert 15 <= section.right_margin / MM <= 20
    first, *annexes = document.sections
    assert first.page_width < first.page_height
    assert {a.page_width > a.page_height for a in annexes} == {True, False}


def test_every_letter_is_times_new_roman_and_black(document: Any, raw: bytes) -> None:
    xml = etree.fromstring(office.part(raw, "word/document.xml"))
    used = {s.get(f"{W}val") for s in xml.iter(f"{W}pStyle")} | {"Normal"}
    own = [style for style in document.styles if style.type == 1 and style.style_id in used]
    assert len(own) == len(used)
    for style in own:
        assert style.font.name == "Times New Roman"
        assert str(style.font.color.rgb) == "000000"
    assert not [f for f in xml.iter(f"{W}rFonts") if f.get(f"{W}ascii") != "Times New Roman"]
    assert not [c for c in xml.iter(f"{W}color") if c.get(f"{W}val") not in ("000000", "auto")]


def test_text_is_justified_and_indented_with_room_between_paragraphs(document: Any) -> None:
    form = document.styles["Normal"].paragraph_format
    assert form.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert form.first_line_indent.cm in (pytest.approx(1.0, abs=0.01), pytest.approx(1.27, abs=0.01))
    assert form.space_after.pt >= 6
    assert document.styles["Normal"].font.size.pt in (13, 14)
    assert form.line_spacing_rule == 0  # single


def test_parts_stand_in_their_order_with_their_sizes(document: Any) -> None:
    head = document.tables[0]
    left, right = head.rows[0].cells
    assert [p.text for p in left.paragraphs][:2] == ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ ĐÀ NẴNG"]
    assert left.paragraphs[2].text == "CƠ QUAN THỬ"
    assert [look(p) for p in left.paragraphs[:3]] == [(12, False, False)] * 2 + [(12, True, False)]
    nation, motto = right.paragraphs[:2]
    assert (nation.text, motto.text) == ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    assert (look(nation), look(motto)) == ((12, True, False), (13, True, False))
    number, day = (cell.paragraphs[0] for cell in head.rows[1].cells)
    assert number.text == "Số: ……/BC-CQT"
    assert (look(number), look(day)) == ((13, False, False), (13, False, True))
    assert day.text == "Đà Nẵng, ngày …… tháng …… năm ……"
    assert styled(document, "Title")[0].text == "BÁO CÁO"
    assert document.styles["Title"].font.size.pt in (13, 14)
    assert document.styles["Title"].font.bold
    assert [p.text for p in document.paragraphs if p.text.startswith("Kính gửi")] == ["Kính gửi: Bộ thử"]
    headings = [p.text.split(".")[0] for p in styled(document, "Heading 1")]
    assert headings == ["I", "II", "III", "IV", "V"]
    assert all(p.text.split(". ", 1)[1].isupper() for p in styled(document, "Heading 1"))
    order = [p.text for p in document.paragraphs]
    places = [
        order.index(t)
        for t in ("BÁO CÁO", "Kính gửi: Bộ thử", *(p.text for p in styled(document, "Heading 1")))
    ]
    assert places == sorted(places)
    assert [t for t in order if t.endswith("./.")]


def test_several_it_is_addressed_to_stand_below_each_other() -> None:
    raw = docx(made(), replace(HEAD, to="Bộ Một; Sở Hai ;"))
    words = office.body(raw)
    at = words.index("Kính gửi:")
    assert words[at + 1 : at + 3] == ["- Bộ Một;", "- Sở Hai."]


@pytest.mark.parametrize("name", ["Sở Y tế", "Sở Khoa học và Công nghệ", "Ủy ban nhân dân xã Hòa Vang"])
def test_the_line_below_the_agency_is_a_third_to_half_of_its_name(name: str) -> None:
    """Widths of the capitals of Times New Roman Bold, in thousandths of its size (Adobe's AFM)."""
    narrow = {"I": 389, "Ị": 389, "J": 500, " ": 250, "Ế": 667, "Ệ": 667, "S": 556, "Ở": 778, "Ò": 778}
    left = reader.Document(BytesIO(docx(made(), replace(HEAD, issuer=name)))).tables[0].rows[0].cells[0]
    last, line = left.paragraphs[-2:]
    wide = sum(narrow.get(letter, 722) for letter in last.text) * 12 / 1000
    form = line.paragraph_format
    room = (71 - 3.8) * 72 / 25.4
    drawn = room - form.left_indent.pt - form.right_indent.pt
    assert wide / 3 <= drawn <= wide / 2


def test_a_long_name_of_an_agency_breaks_between_its_words() -> None:
    name = "Hội Liên hiệp Phụ nữ thành phố"
    left = (
        reader.Document(BytesIO(docx(made(), replace(HEAD, parent="", issuer=name))))
        .tables[0]
        .rows[0]
        .cells[0]
    )
    first, second, _ = (p.text for p in left.paragraphs)
    assert f"{first} {second}" == name.upper()
    assert not second.startswith(("NỮ", "PHỐ", "HIỆP"))
    assert 10 < len(second) < 18


# Advance widths of Times New Roman Bold in thousandths of its size (Adobe's AFM), without marks.
_BOLD = dict(zip("abcdeghilnoprstuĐHT -", (500, 556, 444, 556, 444, 500, 556, 278, 278, 556, 500, 556, 444, 389, 333, 556,
             722, 778, 667, 250, 333), strict=True))  # fmt: skip


def test_what_stands_in_the_middle_and_how_long_the_lines_below_it_are(document: Any) -> None:
    """The motto's line is as long as the motto, the subject's a third to a half of a line of it."""
    paper = document.sections[0]
    across = (paper.page_width - paper.left_margin - paper.right_margin) / MM
    left, right = document.tables[0].rows[0].cells
    title, subject = styled(document, "Title")
    closing = document.tables[1].rows[0].cells[1]
    middle = [*left.paragraphs[:-1], *right.paragraphs[:-1], title, subject, *closing.paragraphs]
    assert {p.style.paragraph_format.alignment for p in middle} == {WD_ALIGN_PARAGRAPH.CENTER}
    nation, motto, line = right.paragraphs
    assert nation.text.isupper()
    plain = "".join(c for c in unicodedata.normalize("NFD", motto.text) if not unicodedata.combining(c))
    wide = sum(_BOLD[c if c in _BOLD else c.lower()] for c in plain) * 13 / 1000
    assert drawn(line, across - 71 - 3.8) == pytest.approx(wide, rel=0.05)
    below = document.paragraphs[[p.text for p in document.paragraphs].index(subject.text) + 1]
    room = across * 72 / 25.4
    assert room / 3 <= drawn(below, across) <= room / 2
    assert look(title) == look(subject) == (14, True, False)


def drawn(line: Any, room: float) -> float:
    """The points that a line takes of a room in mm."""
    form = line.paragraph_format
    return float(room * 72 / 25.4 - form.left_indent.pt - form.right_indent.pt)


def test_headings_are_bold_and_the_end_stands_at_the_end(document: Any) -> None:
    for level, upper in (("Heading 1", True), ("Heading 2", False)):
        assert {look(p) for p in styled(document, level)} == {(14, True, False)}
        assert all(p.text.partition(". ")[2].isupper() == upper for p in styled(document, level))
    inside = [(child.tag.rpartition("}")[2], "".join(child.itertext())) for child in document.element.body]
    end, signed = (
        next(i for i, (tag, words) in enumerate(inside) if tag == what and found(words))
        for what, found in (("p", lambda w: w.endswith("./.")), ("tbl", lambda w: w.startswith("Nơi nhận:")))
    )
    annex = next(i for i, (tag, words) in enumerate(inside) if tag == "p" and words.startswith("Phụ lục"))
    assert inside[0][0] == "tbl"
    assert end < signed < annex


def test_recipients_and_signature_close_the_report(document: Any) -> None:
    closing = next(t for t in document.tables if t.rows[0].cells[0].paragraphs[0].text == "Nơi nhận:")
    left, right = closing.rows[0].cells
    label, *entries = left.paragraphs
    assert look(label) == (12, True, True)
    assert [e.text for e in entries] == ["- Như trên;", "- Nơi thứ nhất;", "- Nơi thứ hai;", "- Lưu: VT, P1."]
    assert {look(e) for e in entries} == {(11, False, False)}
    assert look(right.paragraphs[0]) == look(right.paragraphs[-1]) == (14, True, False)


def test_page_number_stands_in_the_middle_of_the_upper_margin_but_not_on_the_first_page(
    document: Any,
) -> None:
    assert document.styles["Header"].font.size.pt in (13, 14)
    assert document.styles["Header"].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    for section in document.sections:
        assert section.different_first_page_header_footer
        assert " PAGE " in "".join(i.text or "" for i in section.header._element.iter(f"{W}instrText"))
        assert not list(section.first_page_header._element.iter(f"{W}instrText"))
        assert section.header_distance < section.top_margin
    starts = [s._sectPr.find(f"{W}pgNumType") for s in document.sections]
    assert starts[0] is None or starts[0].get(f"{W}start") is None
    assert [s.get(f"{W}start") for s in starts[1:]] == ["1"] * (len(starts) - 1)


def test_annexes_are_numbered_titled_and_referred_to(document: Any, raw: bytes) -> None:
    numbers = [p.text for p in styled(document, "Phụ lục")]
    assert numbers == [f"Phụ lục {n}" for n in ("I", "II", "III", "IV", "V", "VI")[: len(numbers)]]
    assert len(numbers) > 1
    assert document.styles["Phụ lục"].font.size.pt == 14
    assert document.styles["Phụ lục"].font.bold
    titles = [p.text for p in styled(document, "Tên phụ lục")]
    assert all(t.isupper() for t in titles)
    assert document.styles["Tên phụ lục"].font.size.pt in (13, 14)
    of = [p for p in document.paragraphs if p.text.startswith("(Kèm theo Báo cáo số ……/BC-CQT ngày")]
    assert len(of) == len(numbers)
    assert {p.text.endswith(" năm …… của Cơ\N{NO-BREAK SPACE}quan\N{NO-BREAK SPACE}thử)") for p in of} == {
        True
    }
    assert {look(p) for p in of} == {(13, False, True)}
    # The pane of headings has the title of each annex below its number.
    assert document.styles["Tên phụ lục"].base_style.name == "Heading 2"
    words = "\n".join(office.body(raw))
    named = set(re.findall(r"Phụ lục [IVX]+", words))
    assert named
    assert named <= set(numbers)
    schools_at = next(i for i, t in enumerate(titles) if t.startswith("TRƯỜNG"))
    assert f"danh sách ở {numbers[schools_at]}" in words


def test_heading_rows_repeat_and_rows_stay_whole(document: Any) -> None:
    tables = [t for t in document.tables if t.style is not None and t.style.name == "Table Grid"]
    assert len(tables) > 3
    for table in tables:
        assert "w:tblHeader" in table.rows[0]._tr.xml
        assert "w:tblHeader" not in table.rows[-1]._tr.xml
        assert all("w:cantSplit" in row._tr.xml for row in table.rows)


def test_headings_are_styles_of_word_so_that_an_officer_goes_on_with_them(document: Any) -> None:
    assert len(styled(document, "Heading 2")) >= 6
    assert styled(document, "Caption")
    assert all(p.text.startswith("Hình ") for p in styled(document, "Caption"))
    # A caption stays with its chart, which stays whole, and what is announced with what announces it.
    assert document.styles["Caption"].paragraph_format.keep_with_next
    assert document.styles["Hình"].paragraph_format.keep_together
    for caption in styled(document, "Caption"):
        assert reader.text.paragraph.Paragraph(caption._p.getnext(), document).style.name == "Hình"
        assert caption._p.getnext().find(f".//{W}drawing") is not None
    announcing = [
        p for p in document.paragraphs if p.text.endswith(":") and p.style.name in ("Normal", "Gạch đầu dòng")
    ]
    assert announcing
    assert all(p.paragraph_format.keep_with_next for p in announcing)
    assert document.styles["Phụ lục"].base_style.name == "Heading 1"
    assert document.core_properties.language == "vi-VN"


def test_notes_are_real_footnotes_each_referred_to_once(raw: bytes) -> None:
    xml = etree.fromstring(office.part(raw, "word/document.xml"))
    referred = [r.get(f"{W}id") for r in xml.iter(f"{W}footnoteReference")]
    assert referred == [str(n) for n in range(1, len(office.footnotes(raw)) + 1)]
    assert any("báo cáo quý đã đến hạn" in note for note in office.footnotes(raw))
    assert "chú thích" not in "\n".join(office.body(raw))


def test_numbers_and_days_have_the_vietnamese_form(raw: bytes) -> None:
    words = [*office.body(raw), *office.footnotes(raw)]
    for table in office.annexes(raw).values():
        words += [cell for row in table.rows for cell in row]
    said = "\n".join(words)
    assert "12.345 lượt" in said
    assert not re.findall(r"\d,\d{3}\b|\d\.\d{1,2}\b(?!\d)|\d{5,}", said)
    assert not re.findall(r"\d%", said)
    assert not re.findall(r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}/\d{1,2}/\d{4}\b", said)
    assert "14-12-2023" in said


def test_it_opens_again_and_loses_nothing(raw: bytes) -> None:
    document = reader.Document(BytesIO(raw))
    again = BytesIO()
    document.save(again)
    assert sorted(office.names(again.getvalue())) == sorted(office.names(raw))
    assert office.body(again.getvalue()) == office.body(raw)
    assert office.footnotes(again.getvalue()) == office.footnotes(raw)
    assert office.charts(again.getvalue()) == office.charts(raw)


def test_its_parts_hold_together_and_nothing_leads_out(raw: bytes) -> None:
    office.check_package(raw)
    assert len(office.charts(raw)) >= 4
    assert office.out_of_order(raw) == []
    assert "word/stylesWithEffects.xml" not in office.names(raw)
    office.check_package(workbook(made()))


def test_charts_read_in_black_and_white(raw: bytes) -> None:
    """Every tone is a grey, and series side by side differ by tone or hatching."""
    for name in (n for n in office.names(raw) if re.fullmatch(r"word/charts/chart\d+\.xml", n)):
        xml = etree.fromstring(office.part(raw, name))
        tones = {c.get("val") for c in xml.iter("{*}srgbClr")}
        assert all(tone[:2] == tone[2:4] == tone[4:] for tone in tones), name
        looks = [etree.tostring(s.find("{*}spPr")) for s in xml.iter("{*}ser")]
        assert len(set(looks)) == len(looks)


def test_what_is_not_known_is_left_blank_and_never_made_up() -> None:
    raw = docx(made(), Letterhead())
    document = reader.Document(BytesIO(raw))
    left = document.tables[0].rows[0].cells[0]
    assert left.paragraphs[0].text == "……"
    words = office.body(raw)
    assert "Kính gửi: ……" in words
    style = next(s.style_id for s in document.styles if s.name == "Cần bổ sung")
    xml = etree.fromstring(office.part(raw, "word/document.xml"))
    marked = [r for r in xml.iter(f"{W}r") if r.find(f"{W}rPr/{W}rStyle[@{W}val='{style}']") is not None]
    prompts = ["".join(t.text or "" for t in r.iter(f"{W}t")) for r in marked]
    assert "[Nêu nguyên nhân khách quan, chủ quan]" in prompts
    assert all(p.startswith("[") and p.endswith("]") for p in prompts)


def test_a_unit_reports_under_its_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_REPORT_AGENCY", "Cơ quan tổng hợp")
    monkeypatch.setenv("DASHBOARD_REPORT_RECIPIENTS", "Bộ Một; Sở Hai ;")
    assert letterhead("city").recipients == ("Bộ Một", "Sở Hai")
    own = letterhead("492")
    assert (own.issuer, own.parent, own.to) == ("Ủy ban nhân dân quận Hải Châu", "", "Cơ quan tổng hợp")
    assert own.place == "Hải Châu"
    department = letterhead("SO-YT")
    assert department.issuer == "Sở Y tế"
    assert (department.parent, department.place) == ("Ủy ban nhân dân thành phố Đà Nẵng", "Đà Nẵng")


def test_it_is_vietnamese_whatever_the_language_of_the_screen(raw: bytes) -> None:
    use("en")
    try:
        assert docx(made(), HEAD) == raw
    finally:
        use("vi")


def test_an_edited_text_replaces_the_draft_and_keeps_tables_and_charts() -> None:
    draft = made()
    texts = {"III.2": "Dòng một <b>&</b>\x0b\n\n- Dòng hai [chú thích 1][chú thích 1]", "I": ""}
    raw = docx(draft.edited(texts), HEAD)
    words = office.body(raw)
    assert "Dòng một <b>&</b>" in words
    xml = etree.fromstring(office.part(raw, "word/document.xml"))
    referred = [r.get(f"{W}id") for r in xml.iter(f"{W}footnoteReference")]
    assert referred == [str(n) for n in range(1, len(office.footnotes(raw)) + 1)]
    assert not [w for w in words if "Nêu văn bản chỉ đạo" in w]
    assert len(office.annexes(raw)) == len(draft.annexes)
    assert len(office.charts(raw)) == len(office.charts(docx(draft, HEAD)))
    office.check_package(raw)
    pasted = draft.edited({"V": "Kiến nghị\x00\x08 một\ufffe"})
    assert "Kiến nghị một" in office.body(docx(pasted, HEAD))
    assert workbook(pasted)


def test_the_same_report_gives_the_same_document(raw: bytes) -> None:
    assert docx(made(), HEAD) == raw
