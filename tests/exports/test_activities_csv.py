"""The CSV of rows: byte for byte, harmless, fast, named after what is inside."""

import csv
import io
from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.as_csv.activities import csv_bytes, file_name, harmless, write_csv
from exports.as_csv.columns import COLUMNS
from program.filters import parse_filters
from program.vocabulary import Audience

_TEXTS = ("unit_name", "kind", "title", "delivery", "organiser", "ward", "school", "basis")
_TYPES = dict.fromkeys((*_TEXTS, "file_name", "sheet", "uploaded_by", "review", "size_reason"), "str")
_TYPES |= dict.fromkeys(("start_date", "end_date", "counted_on"), "datetime64[s]")
_TYPES |= dict.fromkeys(("count", "row"), "int64")
_SEATS = tuple(f"att_{audience}" for audience in Audience)
_TYPES |= dict.fromkeys((*_SEATS, "attendances_total", "female"), "Int32")
_TYPES |= {"uploaded_at": "datetime64[us, UTC]"}


def rows(*said: dict[str, Any]) -> pd.DataFrame:
    """Rows as `storage.reading.activities` gives them: one class, with whatever is said otherwise."""
    given_ = {
        "unit_name": "Quận Hải Châu", "kind": "training_class", "title": "Lớp an toàn mạng",
        "start_date": "2023-05-12", "end_date": "2023-05-13", "counted_on": "2023-05-12", "count": 1,
        "delivery": "in_person", "organiser": None, "ward": None, "school": None,
        **dict.fromkeys(_SEATS), "att_parents": 45, "attendances_total": 45, "female": 0,
        "basis": "detail", "file_name": "hai-chau.xlsx", "sheet": "Tháng 5", "row": 6,
        "uploaded_by": "An", "uploaded_at": pd.Timestamp("2023-12-31T18:30", tz="UTC"),
        "review": "official",
        "size_reason": None,
    }  # fmt: skip
    return pd.DataFrame([given_ | one for one in said], columns=list(given_)).astype(_TYPES)


def read(raw: bytes) -> list[dict[str, str]]:
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_the_whole_file_byte_for_byte() -> None:
    made = csv_bytes(
        [
            rows(
                {"size_reason": "cả trường"},
                {"title": 'Nói "không", với kẻ lạ', "kind": None, "count": 0, "att_parents": None},
            )
        ]
    )
    assert (
        made
        == (
            "\ufeff"
            '"Đơn vị","Loại hoạt động","Tên hoạt động","Ngày bắt đầu","Ngày kết thúc","Tính vào ngày",'
            '"Số lớp, buổi","Hình thức","Đơn vị chủ trì","Phường, xã","Trường, cơ sở",'
            '"Lượt: Cha mẹ, người chăm sóc trẻ","Lượt: Trẻ em ngoài trường học","Lượt: Trẻ em trong trường học",'
            '"Lượt: Giáo viên, CBQL giáo dục","Lượt: Cán bộ làm công tác trẻ em, cộng tác viên",'
            '"Lượt: CBCCVC, đoàn thể","Lượt: Đối tượng khác","Tổng lượt tham gia","Trong đó lượt nữ","Cách ghi",'
            '"Tệp","Trang tính","Dòng","Người nộp","Nộp lúc","Tình trạng duyệt","Xác nhận quy mô"\r\n'
            '"Quận Hải Châu","Lớp tập huấn","Lớp an toàn mạng",2023-05-12,2023-05-13,2023-05-12,'
            '1,"Trực tiếp",,,,45,,,,,,,45,0,"Từng hoạt động","hai-chau.xlsx","Tháng 5",6,"An","2024-01-01 01:30","chính thức","cả trường"\r\n'
            '"Quận Hải Châu",,"Nói ""không"", với kẻ lạ",2023-05-12,2023-05-13,2023-05-12,'
            '0,"Trực tiếp",,,,,,,,,,,45,0,"Từng hoạt động","hai-chau.xlsx","Tháng 5",6,"An","2024-01-01 01:30","chính thức",\r\n'
        ).encode()
    )


def test_frames_follow_one_another_under_one_heading() -> None:
    out = io.BytesIO()
    assert write_csv(iter([rows({"title": "A"}), rows({"title": "B"}, {"title": "C"})]), out) == 3
    assert [row["Tên hoạt động"] for row in read(out.getvalue())] == ["A", "B", "C"]


@pytest.mark.parametrize("frames", [[], [rows()]], ids=["no frame", "empty frame"])
def test_without_rows_the_headings_stand_alone(frames: list[pd.DataFrame]) -> None:
    (only,) = csv_bytes(frames).decode("utf-8-sig").splitlines()
    assert next(csv.reader([only])) == [column.heading for column in COLUMNS]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+84 236", "'+84 236"),
        ("-35", "'-35"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("Lớp = 1", "Lớp = 1"),
        ("12-5", "12-5"),
        ("'=1", "'=1"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_would_run_is_made_harmless(text: str, cell: str) -> None:
    assert harmless(text) == cell


@pytest.mark.parametrize(
    "column", ["title", "organiser", "ward", "school", "file_name", "sheet", "uploaded_by", "unit_name"]
)
def test_every_text_column_is_made_harmless(column: str) -> None:
    heading = next(c.heading for c in COLUMNS if c.name == column)
    (row,) = read(csv_bytes([rows({column: "=HYPERLINK(1)"})]))
    assert row[heading] == "'=HYPERLINK(1)"


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
BEGUN = st.tuples(st.sampled_from(["", " ", "\u00a0", "'"]), st.sampled_from(["", *"=+-@\t\r\n"]), TEXTS)


@settings(max_examples=25)
@given(st.lists(BEGUN.map("".join), min_size=4, max_size=8))
def test_any_words_come_back_and_no_cell_begins_like_a_formula(texts: list[str]) -> None:
    found = [row["Tên hoạt động"] for row in read(csv_bytes([rows(*({"title": text} for text in texts))]))]
    assert [
        cell.removeprefix("'") if not text.startswith("'") else cell
        for text, cell in zip(texts, found, strict=True)
    ] == texts
    assert not [
        cell for cell in found if cell.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    ]


def test_numbers_and_dates_are_read_as_such() -> None:
    raw = csv_bytes([rows({"att_parents": None, "att_teachers": 0, "attendances_total": 1234567})])
    frame = pd.read_csv(io.BytesIO(raw), parse_dates=["Ngày bắt đầu"])
    row = frame.iloc[0]
    assert row["Ngày bắt đầu"].date() == date(2023, 5, 12)
    assert row["Tổng lượt tham gia"] == 1234567
    assert row["Lượt: Giáo viên, CBQL giáo dục"] == 0
    assert pd.isna(row["Lượt: Cha mẹ, người chăm sóc trẻ"])


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ({}, "hoat-dong-2021-2025-thanh-pho.csv"),
        ({"period": "2023", "unit": "492"}, "hoat-dong-2023-quan-hai-chau.csv"),
        ({"period": "2025-Q4", "unit": "20242"}, "hoat-dong-2025-q4-phuong-hai-chau.csv"),
        (
            {"kind": "contest", "audience": "parents", "delivery": "online"},
            "hoat-dong-2021-2025-thanh-pho-hoi-thi-cuoc-thi-cha-me-nguoi-cham-soc-tre-truc-tuyen.csv",
        ),
        (
            {"period": "2023", "calendar": "civil", "as_of": "2023-06-30", "q": "../Hòa Minh"},
            "hoat-dong-2023-thanh-pho-lich-civil-den-2023-06-30-hoa-minh.csv",
        ),
    ],
)
def test_the_name_says_what_is_inside(asked: dict[str, str], name: str) -> None:
    assert file_name(parse_filters(asked)) == name


def test_each_distinct_text_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def counting(text: str) -> str:
        seen.append(text)
        return text

    monkeypatch.setattr("exports.as_csv.activities.harmless", counting)
    csv_bytes([pd.concat([rows({})] * 1000)])
    assert len(seen) < 20
