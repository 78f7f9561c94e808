"""The five slides: native charts, the finding as title, the foot on each, in a package that holds together."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pptx as reader
import pytest
from lxml import etree
from pptx.util import Emu

from exports.slides.presentation import pptx
from program.report.parts import Report
from tests.exports import office
from tests.exports.test_report_document import made

QUESTIONS = [
    "Đã đạt mục tiêu chưa?",
    "Ai chậm, từ khi nào?",
    "Cần gì bây giờ?",
    "Số liệu chắc đến đâu?",
    "Làm gì tiếp?",
]


@pytest.fixture(scope="module")
def draft() -> Report:
    return made(as_of="2023-06-30")


@pytest.fixture(scope="module")
def raw(draft: Report) -> bytes:
    return pptx(draft)


@pytest.fixture
def shown(raw: bytes) -> Any:
    return reader.Presentation(BytesIO(raw))


def words(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_five_slides_answer_the_five_questions(shown: Any, draft: Report) -> None:
    assert (shown.slide_width, shown.slide_height) == (Emu(12191695), Emu(6858000))
    assert len(shown.slides) == 5
    for slide, question, told in zip(shown.slides, QUESTIONS, draft.slides, strict=True):
        assert any(text.startswith(question) for text in words(slide))
        assert slide.shapes.title.text_frame.text == told.title.replace("\u2011", "-")
        assert draft.foot.replace("\u2011", "-") in words(slide)


def test_charts_are_drawn_by_powerpoint_and_hold_their_numbers(shown: Any, raw: bytes, draft: Report) -> None:
    drawn = [shape.chart for slide in shown.slides for shape in slide.shapes if shape.has_chart]
    assert len(drawn) == sum(slide.chart is not None for slide in draft.slides) >= 3
    assert not [
        shape for slide in shown.slides for shape in slide.shapes if shape.shape_type == 13
    ]  # a picture
    read = office.charts(raw)
    assert len(read) == len(drawn)
    assert all(chart.cached == chart.stored for chart in read)


def test_nothing_overlaps_or_leaves_the_slide(shown: Any) -> None:
    for slide in shown.slides:
        boxes = [(s.left, s.top, s.left + s.width, s.top + s.height) for s in slide.shapes]
        for left, top, right, bottom in boxes:
            assert left >= 0
            assert top >= 0
            assert right <= shown.slide_width
            assert bottom <= shown.slide_height
        for i, a in enumerate(boxes):
            for b in boxes[i + 1 :]:
                assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], slide.shapes.title.text


def test_words_are_in_one_font_that_every_office_has(raw: bytes) -> None:
    for name in (n for n in office.names(raw) if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)):
        fonts = {f.get("typeface") for f in etree.fromstring(office.part(raw, name)).iter("{*}latin")}
        assert fonts == {"Arial"}
    theme = office.part(raw, "ppt/theme/theme1.xml").decode()
    assert "Calibri" not in theme


def test_words_are_read_from_the_last_row(raw: bytes, draft: Report) -> None:
    """18 points; what would not fit is smaller, and never below 14."""
    for place, slide in enumerate(draft.slides, start=1):
        xml = etree.fromstring(office.part(raw, f"ppt/slides/slide{place}.xml"))
        sizes = {"".join(p.itertext()): int(p.find(".//{*}rPr").get("sz")) for p in xml.iter("{*}p")}
        assert min(sizes.values()) >= 1400
        assert sizes[slide.title.replace("\u2011", "-")] >= 2000
        assert {size for words, size in sizes.items() if len(words) < 60} <= {1800, 2400, 2800}
    for name in (n for n in office.names(raw) if re.fullmatch(r"ppt/charts/chart\d+\.xml", n)):
        written = etree.fromstring(office.part(raw, name)).iter("{*}defRPr", "{*}rPr")
        assert {int(e.get("sz")) for e in written if e.get("sz")} <= {1400, 1500, 1600, 1700, 1800}, name


def test_a_long_list_is_written_smaller_and_its_chart_gives_way(draft: Report) -> None:
    much = replace(
        draft.slides[3], points=tuple(f"{n}. " + "Chờ quyết định về một kỳ. " * 9 for n in range(4))
    )
    long = replace(draft, slides=(*draft.slides[:3], much, draft.slides[4]))
    short, full = (reader.Presentation(BytesIO(pptx(one))).slides[3] for one in (draft, long))
    widths = [next(s.width for s in slide.shapes if s.has_chart) for slide in (short, full)]
    assert widths[0] > widths[1]
    (list_,) = (s for s in full.shapes if s.has_text_frame and s.text_frame.text.startswith("0."))
    assert list_.text_frame.paragraphs[0].runs[0].font.size.pt < 18


def test_a_silent_view_says_so_and_has_no_number_of_it() -> None:
    silent = made(unit="490")
    assert silent.slides[0].title == "Chưa có báo cáo nào trong kỳ"
    assert not [s for s in silent.slides if re.search(r"\b0 (lớp|buổi|%)", " ".join((s.title, *s.points)))]
    office.check_package(pptx(silent))


def test_its_parts_hold_together_and_the_same_report_gives_the_same_slides(raw: bytes, draft: Report) -> None:
    office.check_package(raw)
    assert pptx(draft) == raw
    again = BytesIO()
    reader.Presentation(BytesIO(raw)).save(again)
    assert sorted(office.names(again.getvalue())) == sorted(office.names(raw))
    assert made(as_of="2023-06-30").as_of == date(2023, 6, 30)
