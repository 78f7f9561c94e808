"""What was broadcast, hung up, printed or published, in rows of a summary beside activities, is none."""

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records

_HEAD = [
    ["UBND QUẬN CẨM LỆ"],
    ["KẾT QUẢ NĂM 2023"],
    ["STT", "Nội dung", "Số lượng", "Đơn vị tính", "Số người tham gia"],
    [1, "Tập huấn cho cha mẹ", 5, "lớp", 240],
]


@pytest.mark.parametrize(
    "row",
    [
        ["Phát thanh trên đài phường", 48, "lượt"],
        ["Phát sóng chuyên mục", 4, "lần"],
        ["Tuyên truyền qua hệ thống loa truyền thanh", 48, "lượt"],
        ["Treo băng rôn, pano", 20, "cái"],
        ["Băng rôn tại các trường", 20, "băng rôn"],
        ["Đăng tin, bài trên trang thông tin", 25, None],
        ["In, cấp phát tài liệu", 3000, None],
        ["Xây dựng video tuyên truyền", 2, None],
        ["Truyền thông trên Fanpage, Zalo", 40, "bài"],
        ["Truyền thông trên Fanpage, Zalo", 40, "Tin, bài viết"],
        ["Truyền thông trên Fanpage, Zalo", 40, "lượt tiếp cận"],
        ["Truyền thông trên Fanpage, Zalo (bài)", 40, None],
        ["Truyền thông trên mạng xã hội (lượt xem)", 4000, None],
    ],
)
def test_things_made_are_no_activities(row: list[object]) -> None:
    report = checked([*_HEAD, [2, *row]])
    assert codes(report, "error") == []
    assert [(r["kind"], r["count"], r["attendances_total"]) for r in records(report)] == [
        ("training_class", 5, 240)
    ]
    assert issues(report) == [("unused_column", "B5")]


def test_sessions_told_by_a_unit_of_measure_in_brackets() -> None:
    report = checked([*_HEAD, [2, "Truyền thông trên mạng xã hội (buổi)", 4, None, 400]])
    assert [(r["kind"], r["count"]) for r in records(report)] == [
        ("training_class", 5),
        ("communication_session", 4),
    ]
