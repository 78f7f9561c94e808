"""Lines of a report form that count what is broadcast, hung up or published: no sessions."""

import pytest

from tests.data_loaders.sheets import Rows, checked, issues, records

_HEAD: Rows = [["UBND QUẬN HẢI CHÂU"], ["BÁO CÁO QUÝ I NĂM 2023"], ["Nội dung", "ĐVT", "Kết quả"]]
_LINES: Rows = [["Lớp tập huấn", "lớp", 3], ["Cha mẹ", "lượt", 100]]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (["Phát thanh", "lần", 40], False),
        (["Treo băng rôn", "lần", 40], False),
        (["Phát thanh tuyên truyền", "lượt", 40], True),
        (["Truyền thông trên loa", "lần", 40], True),
        (["Tuyên truyền qua hệ thống loa", "buổi", 40], True),
        (["Đăng bài tuyên truyền", "lần", 40], True),
    ],
)
def test_they_are_left_out_and_told_where_they_sound_like_sessions(line: list[object], *, told: bool) -> None:
    report = checked([*_HEAD, *_LINES, line])
    assert issues(report) == [("unused_column", "A6")] * told
    assert [(r["kind"], r["count"], r["attendances"]) for r in records(report)] == [
        ("training_class", 3, {"parents": 100})
    ]


@pytest.mark.parametrize("line", [["Buổi truyền thông", "lần", 4], ["Truyền thông tại trường", "lần", 4]])
def test_sessions_count(line: list[object]) -> None:
    report = checked([*_HEAD, *_LINES, line])
    assert [r["kind"] for r in records(report)] == ["training_class", "communication_session"]
