"""A total that is divided twice ("1. Chia theo đối tượng", "2. Chia theo địa bàn") counts once."""

import pytest

from tests.data_loaders.sheets import Rows, checked, codes, issues, records

_TITLE = [["UBND QUẬN SƠN TRÀ"], ["KẾT QUẢ TẬP HUẤN NĂM 2023"]]
_BY_AUDIENCE = [["- Cha mẹ", 7, 340], ["- Giáo viên", 5, 220]]
_BY_PLACE = [["- Phường Thọ Quang", 4, 190], ["- Phường Mân Thái", 8, 370]]


@pytest.mark.parametrize("label", ["Chỉ tiêu", "Nội dung"])
@pytest.mark.parametrize("whole", [[None, None], [12, 560]])
def test_the_first_division_counts(label: str, whole: list[int | None]) -> None:
    rows: Rows = [
        *_TITLE,
        [label, "Số lớp tập huấn", "Số lượt người tham gia"],
        ["Tổng số", 12, 560],
        ["1. Chia theo đối tượng", *whole],
        *_BY_AUDIENCE,
        ["2. Chia theo địa bàn", *whole],
        *_BY_PLACE,
    ]
    report = checked(rows)
    assert [(r["count"], r["attendances"]) for r in records(report)] == [
        (7, {"parents": 340}),
        (5, {"teachers": 220}),
    ]
    assert issues(report) == [("unused_column", "A8")]
    assert report["issues"][0]["fix"].endswith("(số liệu này đã tính theo “1. Chia theo đối tượng”).")


def test_units_go_before_what_stands_first() -> None:
    rows: Rows = [
        ["TẬP HUẤN NĂM 2023"],
        ["Đơn vị", "Số lớp tập huấn", "Số lượt người tham gia"],
        ["Chia theo đối tượng", None, None],
        *_BY_AUDIENCE,
        ["Chia theo quận, huyện", None, None],
        ["- Quận Hải Châu", 4, 190],
        ["- Quận Sơn Trà", 8, 370],
    ]
    report = checked(rows)
    assert [(r["unit"], r["count"]) for r in records(report)] == [("492", 4), ("493", 8)]
    assert codes(report, "error") == []


def test_each_part_of_a_report_has_its_own_divisions() -> None:
    part = [["1. Chia theo đối tượng"], *_BY_AUDIENCE, ["2. Chia theo địa bàn"], *_BY_PLACE]
    head = ["Nội dung", "Số lượng", "Số lượt người tham gia"]
    rows: Rows = [*_TITLE, head, ["I. LỚP TẬP HUẤN"], *part, ["II. BUỔI TRUYỀN THÔNG"], *part]
    kinds = [(r["kind"], r["count"]) for r in records(checked(rows))]
    assert kinds == [(k, n) for k in ("training_class", "communication_session") for n in (7, 5)]


@pytest.mark.parametrize(
    ("first", "second"),
    [("I. LỚP TẬP HUẤN", "II. BUỔI TRUYỀN THÔNG"), ("1. Lớp tập huấn", "2. Buổi truyền thông")],
)
def test_a_kind_with_the_figures_of_all_that_is_divided_below_it(first: str, second: str) -> None:
    rows: Rows = [
        *_TITLE,
        ["Chỉ tiêu", "Số lượng (lớp, buổi)", "Số lượt người tham gia"],
        [first, 12, 560],
        ["Phân theo đối tượng"],
        *_BY_AUDIENCE,
        [second, 12, 560],
        ["Phân theo đối tượng"],
        *_BY_AUDIENCE,
        ["Phân theo địa bàn"],
        *_BY_PLACE,
    ]
    report = checked(rows)
    kinds = [(r["kind"], r["count"]) for r in records(report)]
    assert kinds == [(k, n) for k in ("training_class", "communication_session") for n in (7, 5)]
    assert ("unused_column", "A12") in issues(report)


@pytest.mark.parametrize("note", ["(*) Tính theo lượt tham gia", "Tính theo số lượt", "Chia theo tỷ lệ"])
def test_a_note_divides_nothing(note: str) -> None:
    rows: Rows = [*_TITLE, ["Loại hoạt động", "Số lượng", "Lượt cha mẹ"], ["Lớp tập huấn", 4, 180]]
    rows = [*rows, ["Buổi truyền thông", 9, 700], [], [note]]
    assert [r["count"] for r in records(checked(rows))] == [4, 9]


_BY_KIND = [["- Lớp tập huấn", 5, 200], ["- Buổi truyền thông", 8, 900]]
_ALSO_BY_PLACE = [["- Phường Hòa An", 7, 600], ["- Phường Hòa Phát", 6, 500]]


@pytest.mark.parametrize("first", [True, False])
def test_kinds_that_nothing_else_tells_go_before_what_stands_first(first: bool) -> None:
    kinds, places = ["Chia theo loại hình"], ["Chia theo địa bàn"]
    head = ["Chỉ tiêu", "Số cuộc", "Số lượt người"]
    parts = (
        [kinds, *_BY_KIND, places, *_ALSO_BY_PLACE] if first else [places, *_ALSO_BY_PLACE, kinds, *_BY_KIND]
    )
    report = checked([["UBND QUẬN CẨM LỆ"], ["KẾT QUẢ NĂM 2023"], head, ["Tổng số", 13, 1100], *parts])
    found = [(r["kind"], r["count"]) for r in records(report)]
    assert found == [("training_class", 5), ("communication_session", 8)]
    assert codes(report) == ["unused_column"]
