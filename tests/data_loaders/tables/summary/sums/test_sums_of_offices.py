"""Sums of every sort in the summaries of offices: left out, and held against what they sum."""

import pytest

from tests.data_loaders.tables.summary.told import counted


@pytest.mark.parametrize(
    ("rows", "merges", "expected"),
    [
        # "Cộng" before a unit's name is a sum, a number of schools no school.
        (
            [
                ["TRUYỀN THÔNG NĂM 2023"],
                ["Đơn vị", "Số buổi", "Lượt người", "Số trường tham gia"],
                ["Quận Liên Chiểu", 2, 90, 3],
                ["Cộng Liên Chiểu", 2, 90, 3],
                ["Lũy kế từ đầu chương trình", 20, 900, 30],
            ],
            [],
            [("490", "communication_session", 2, 90, None)],
        ),
        # A sum of some audiences is no total.
        (
            [
                ["TRUYỀN THÔNG NĂM 2023"],
                [
                    "Đơn vị",
                    "Số buổi",
                    "TE trong trường",
                    "TE ngoài trường",
                    "Cộng trẻ em",
                    "Cha mẹ",
                    "Tổng số",
                ],
                ["Quận Liên Chiểu", 2, 50, 30, 80, 20, 100],
            ],
            [],
            [("490", "communication_session", 2, 100, None)],
        ),
        # The sum of audiences below it is their sum; where they do not make it up they are told with it.
        (
            [
                ["UBND QUẬN HẢI CHÂU"],
                ["BÁO CÁO NĂM 2023"],
                ["TT", "Nội dung", "ĐVT", "Số liệu trong kỳ"],
                ["I", "Lớp tập huấn", None, None],
                [1, "Số lớp", "Lớp", 3],
                [2, "Số lượt người tham gia", "Lượt", 150],
                ["-", "Cha mẹ", "Lượt", 90],
                ["-", "Giáo viên", "Lượt", 60],
                ["II", "Buổi truyền thông", None, None],
                [1, "Số lượt người tham gia", "Lượt", 400],
                ["-", "Cha mẹ", "Lượt", 90],
            ],
            [],
            [
                ("492", "training_class", 3, 150, None),
                ("492", "communication_session", None, 400, None),
            ],
        ),
        # What rows count of one thing is one record; classes for others are another.
        (
            [
                ["UBND QUẬN HẢI CHÂU"],
                ["BÁO CÁO SỐ LIỆU NĂM 2023"],
                ["Chỉ tiêu", "Kết quả"],
                ["Số lớp tập huấn cho cha mẹ", 3],
                ["Số lớp tập huấn cho giáo viên", 2],
                ["Số lượt cha mẹ tham gia tập huấn", 90],
                ["Số lượt giáo viên tham gia tập huấn", 40],
            ],
            [],
            [("492", "training_class", 3, 90, None), ("492", "training_class", 2, 40, None)],
        ),
        # Classes of all stand beside those of each audience: they count once.
        (
            [
                ["TẬP HUẤN NĂM 2024"],
                ["STT", "Đơn vị", "Cha mẹ", None, "Giáo viên", None, "Tổng cộng", None],
                [None, None, *["Số lớp", "Số lượt"] * 3],
                [1, "Quận Hải Châu", 3, 90, 2, 40, 4, 130],
            ],
            ["A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:H2"],
            [("492", "training_class", 4, 130, None)],
        ),
        # So do people of all forms beside those of each form, in either order.
        *(
            (
                [
                    ["TẬP HUẤN NĂM 2024"],
                    ["STT", "Đơn vị", *heads],
                    [None, None, *["Số lớp", "Số lượt"] * 3],
                    [1, "Quận Hải Châu", *figures],
                ],
                ["A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:H2"],
                [("492", "training_class", 5, 130, None)],
            )
            for heads, figures in (
                (["Trực tiếp", None, "Trực tuyến", None, "Tổng cộng"], [3, 90, 2, 40, 5, 130]),
                (["Tổng cộng", None, "Trực tiếp", None, "Trực tuyến"], [5, 130, 3, 90, 2, 40]),
            )
        ),
        # All people cannot be fewer than those of one audience.
        (
            [
                ["Đơn vị", "Kỳ báo cáo", "Loại hoạt động", "SL", "Cha mẹ", "Học sinh"],
                ["Quận Hải Châu", "Quý II/2023", "Lớp tập huấn", 14, 300, 200],
            ],
            [],
            [("492", "training_class", 14, 500, None)],
        ),
        # Beside audiences "Tổng cộng" sums people, under a title of classes too.
        (
            [
                ["LỚP TẬP HUẤN QUÝ II NĂM 2023"],
                ["Đơn vị", "Cha mẹ", "Học sinh", "Tổng cộng"],
                ["Quận Hải Châu", 30, 40, 70],
            ],
            [],
            [("492", "training_class", None, 70, None)],
        ),
        # The classes of one form are among all; so are those for an audience, before the people are counted.
        (
            [
                ["TẬP HUẤN QUÝ II NĂM 2023"],
                ["Đơn vị", "Số lớp", "Số lớp tập huấn trực tuyến", "Trong đó: cha mẹ", "Lượt người"],
                ["Quận Hải Châu", 5, 2, 1, "200 (nữ: 120)"],
            ],
            [],
            [("492", "training_class", 5, 200, None)],
        ),
        # Classes held in person and online, without their sum.
        (
            [
                ["TẬP HUẤN QUÝ II NĂM 2023"],
                ["Đơn vị", "Số lớp trực tiếp", "Số lớp trực tuyến", "Lượt người"],
                ["Quận Hải Châu", 5, 2, 200],
            ],
            [],
            [("492", "training_class", 7, 200, None)],
        ),
        # The sum of a kind's people is of that kind's audiences, no sum of some of all, and counts no activities.
        (
            [
                ["NĂM 2023"],
                ["Đơn vị", "Lớp tập huấn", None, None, "Buổi truyền thông", None, None],
                [None, *["Cha mẹ", "Khác", "Cộng"] * 2],
                ["Quận Hải Châu", 20, 30, 60, 100, 50, 150],
            ],
            ["A2:A3", "B2:D2", "E2:G2"],
            [("492", "training_class", None, 60, None), ("492", "communication_session", None, 150, None)],
        ),
        # The sum of people below their heading leaves the amount beside it to the classes.
        (
            [
                ["LỚP TẬP HUẤN NĂM 2024"],
                ["Đơn vị", "Số lượng", "Lượt người tham gia", None],
                [None, None, "Tổng số", "Trong đó: nữ"],
                ["Quận Hải Châu", 12, 400, 160],
            ],
            ["A2:A3", "B2:B3", "C2:D2"],
            [("492", "training_class", 12, 400, None)],
        ),
    ],
)
def test_sums_of_offices_are_read(
    rows: list[list[object]], merges: list[str], expected: list[tuple[object, ...]]
) -> None:
    assert counted(rows, merges) == expected
