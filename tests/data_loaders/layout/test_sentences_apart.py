"""Results of a summary by unit that are sentences: plain ones are read, others are told."""

import pytest

from tests.data_loaders.sheets import Rows, checked, codes, issues, records

_HEAD: Rows = [["UBND QUẬN HẢI CHÂU"], ["BÁO CÁO QUÝ I NĂM 2023"]]
_PLAIN = [
    ("02 lớp, 96 lượt; 03 buổi, 350 lượt", {}, {}),
    ("Đã tổ chức 02 lớp tập huấn cho 96 lượt người và 03 buổi truyền thông với 350 lượt người", {}, {}),
    ("02 lớp/96 người; 03 buổi/350 người", {}, {}),
    ("- 02 lớp tập huấn, 96 lượt\n- 03 buổi truyền thông, 350 lượt", {}, {}),
    ("02 lớp tập huấn, 96 cha mẹ; 03 buổi truyền thông, 350 học sinh", {"parents": 96}, {"children_in_school": 350}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "of_classes", "of_sessions"), _PLAIN)
@pytest.mark.parametrize("heading", ["Kết quả", "Kết quả thực hiện", "Số liệu thực hiện"])
def test_each_number_is_read(
    sentence: str, of_classes: dict[str, int], of_sessions: dict[str, int], heading: str
) -> None:
    other = "01 lớp, 40 lượt; 02 buổi, 250 lượt"
    rows: Rows = [
        ["STT", "Phường", heading],
        [1, "Phường Thạch Thang", sentence],
        [2, "Phường Hải Châu I", other],
    ]
    report = checked([*_HEAD, *rows])
    assert issues(report) == []
    told = [
        (r["ward"], r["kind"], r["count"], r["attendances"], r["attendances_total"]) for r in records(report)
    ]
    assert told == [
        ("Phường Thạch Thang", "training_class", 2, of_classes, 96),
        ("Phường Thạch Thang", "communication_session", 3, of_sessions, 350),
        ("Phường Hải Châu I", "training_class", 1, {}, 40),
        ("Phường Hải Châu I", "communication_session", 2, {}, 250),
    ]
    assert report["tables"][0]["header_rows"] == [3]
    assert [r["source"]["row"] for r in records(report)] == [4, 4, 5, 5]


def test_none_and_sums_beside_them() -> None:
    rows: Rows = [
        ["Đơn vị", "Kết quả", "Ghi chú"],
        ["Quận Hải Châu", "02 lớp tập huấn, 110 cha mẹ; 03 buổi truyền thông, 1.200 học sinh", None],
        ["Quận Sơn Trà", "Không phát sinh", None],
        ["Tổng cộng", "02 lớp tập huấn, 110 cha mẹ; 03 buổi truyền thông, 1.250 học sinh", None],
    ]
    report = checked([_HEAD[1], *rows])
    assert issues(report) == [("total_row_mismatch", "B5")]
    assert [(r["unit"], r["basis"], r["count"]) for r in records(report)] == [
        ("492", "summary", 2),
        ("492", "summary", 3),
        ("493", "declared_zero", 0),
        ("493", "declared_zero", 0),
    ]


def test_what_is_below_the_last_is_no_result() -> None:
    signed: Rows = [[None, None, "CHỦ TỊCH"], [None, None, "(đã ký)"]]
    row = [1, "Phường Thạch Thang", "02 lớp, 96 lượt; 03 buổi, 350 lượt"]
    report = checked([*_HEAD, ["STT", "Phường", "Kết quả"], row, *signed])
    assert (issues(report), [r["count"] for r in records(report)]) == ([], [2, 3])


def test_more_women_than_people_are_an_error_at_the_sentence() -> None:
    row = [1, "Phường Thạch Thang", "02 lớp, 20 lượt; 03 buổi, 350 lượt; nữ 400"]
    report = checked([*_HEAD, ["STT", "Phường", "Kết quả"], row])
    assert issues(report) == [("parts_exceed_total", "C4")]
    assert [r["count"] for r in records(report)] == [2]


@pytest.mark.parametrize(
    "sentence",
    ["02 lớp tập huấn, 110 cha mẹ; khoảng 3 buổi", "02 lớp, 96 lượt; 03 đợt, 50 lượt", "02 lớp, 96 lượt; 01 lớp, 40 lượt; 03 buổi"],
)  # fmt: skip
@pytest.mark.parametrize("beside", ["01 lớp, 40 lượt; 02 buổi, 250 lượt", "Không phát sinh"])
def test_one_that_is_not_plain_is_told(sentence: str, beside: str) -> None:
    rows: Rows = [["Đơn vị", "Kết quả"], ["Quận Hải Châu", sentence], ["Quận Sơn Trà", beside]]
    report = checked([_HEAD[1], *rows])
    assert (records(report), set(codes(report))) == ([], {"number_unreadable"})


def test_figures_beside_them_are_not_counted_twice() -> None:
    rows: Rows = [
        ["Phường", "Lớp", "Kết quả"],
        ["Phường Thạch Thang", 2, "02 lớp, 96 lượt; 03 buổi, 350 lượt"],
    ]
    assert records(checked([*_HEAD, *rows])) == []
