"""Summaries with several things at the side and above the figures, as offices lay them out."""

import pytest

from tests.data_loaders.tables.summary.told import counted


@pytest.mark.parametrize(
    ("rows", "merges", "expected"),
    [
        # Tables side by side that have but their units in common.
        (
            [
                ["TỔNG HỢP NĂM 2023"],
                ["LỚP TẬP HUẤN", None, None, None, "BUỔI TRUYỀN THÔNG"],
                ["Đơn vị", "Số lớp", "Lượt người", None, "Đơn vị", "Số buổi", "Lượt người"],
                ["Quận Hải Châu", 3, 90, None, "Quận Sơn Trà", 4, 400],
            ],
            [],
            [("492", "training_class", 3, 90, None), ("493", "communication_session", 4, 400, None)],
        ),
        # Nobody signs for the last unit.
        (
            [
                [None, "Sở Thông tin và Truyền thông"],
                ["KẾT QUẢ LỚP TẬP HUẤN NĂM 2024"],
                ["TT", "Đơn vị", "Số lớp", "Cha mẹ"],
                [1, "Quận Hải Châu", 3, 90],
                [2, "Huyện Hòa Vang", 2, 80],
                [None, None, None, "Đà Nẵng, ngày 10 tháng 7 năm 2024"],
                [None, None, None, "THỦ TRƯỞNG ĐƠN VỊ"],
            ],
            [],
            [("492", "training_class", 3, 90, None), ("497", "training_class", 2, 80, None)],
        ),
        # Two labels with their values in one line above a table.
        (
            [
                ["Đơn vị báo cáo", "Quận Sơn Trà", "Kỳ báo cáo", "Quý III/2023"],
                ["Nội dung", "Số liệu"],
                ["Số lớp tập huấn", 5],
            ],
            [],
            [("493", "training_class", 5, None, None)],
        ),
        # Units across make facts of "Chỉ tiêu".
        (
            [
                ["TỔNG HỢP SỐ LIỆU NĂM 2023"],
                ["Chỉ tiêu", "Quận Hải Châu", "Quận Sơn Trà", "Tổng"],
                ["Số lớp tập huấn", 3, 4, 7],
                ["Số lượt người tham gia tập huấn", 90, 80, 170],
            ],
            [],
            [("492", "training_class", 3, 90, None), ("493", "training_class", 4, 80, None)],
        ),
        # Beside nothing but kinds stand the numbers of their activities.
        (
            [
                ["Đơn vị: UBND quận Hải Châu"],
                ["KẾT QUẢ NĂM 2023"],
                ["Loại hoạt động", "Quý I", "Quý II"],
                ["Lớp tập huấn", 14, None],
                ["Buổi truyền thông", None, 12],
            ],
            [],
            [
                ("492", "training_class", 14, None, None),
                ("492", "communication_session", 12, None, None),
            ],
        ),
        # "Chỉ tiêu" above facts with their parts; a long name of a body across.
        (
            [
                ["LỚP TẬP HUẤN QUÝ II NĂM 2023"],
                ["Chỉ tiêu", "Hội Liên hiệp Phụ nữ thành phố", "Thành đoàn"],
                ["Số lớp", 5, 2],
                ["Số lượt người", 250, 90],
                ["Trong đó: nữ", 200, 40],
            ],
            [],
            [("HLHPN", "training_class", 5, 250, None), ("TD", "training_class", 2, 90, None)],
        ),
        # Signatures are none of the rows that say what they count.
        (
            [
                ["UBND QUẬN SƠN TRÀ - QUÝ II NĂM 2023"],
                ["STT", "Nội dung", "Số liệu"],
                [1, "Số lớp tập huấn", 5],
                [2, "Số lượt người", 250],
                [None, "- Nữ", 120],
                [],
                [None, "NGƯỜI LẬP BIỂU"],
                [None, "(Ký, ghi rõ họ tên)"],
                [None, "Trần Thị Minh Hạnh"],
            ],
            [],
            [("493", "training_class", 5, 250, None)],
        ),
        # The names of what stands at the side in a row of their own, as a program writes a pivot.
        (
            [
                ["Loại: lớp tập huấn"],
                [None, "Số lớp", None, "Lượt người", None],
                ["Kỳ báo cáo", "Quý I/2023", "Quý II/2023", "Quý I/2023", "Quý II/2023"],
                ["Đơn vị"],
                ["Quận Hải Châu", 3, 4, 90, 120],
            ],
            ["B2:C2", "D2:E2"],
            [("492", "training_class", 3, 90, None), ("492", "training_class", 4, 120, None)],
        ),
        # One heading for what stands at the side and across.
        (
            [
                ["SỐ LỚP TẬP HUẤN NĂM 2023"],
                ["Đơn vị \\ Kỳ", "Quý I", "Quý II"],
                ["Quận Hải Châu", 3, 4],
            ],
            [],
            [("492", "training_class", 3, None, None), ("492", "training_class", 4, None, None)],
        ),
        # Facts down the side of audiences; their sum is none of them.
        (
            [
                ["UBND QUẬN CẨM LỆ"],
                ["TẬP HUẤN QUÝ II NĂM 2023"],
                ["Nội dung", "Cha mẹ", "Giáo viên", "Tổng cộng"],
                ["Số lớp", 3, 1, 4],
                ["Số lượt người", 90, 25, 115],
                ["Trong đó nữ", 60, 20, 80],
            ],
            [],
            [("495", "training_class", 4, 115, None)],
        ),
        # Facts down the side of kinds.
        (
            [
                ["UBND QUẬN CẨM LỆ - QUÝ II NĂM 2023"],
                ["Nội dung", "Lớp tập huấn", "Buổi truyền thông"],
                ["Số lượng", 5, 3],
                ["Lượt người", 200, 500],
            ],
            [],
            [
                ("495", "training_class", 5, 200, None),
                ("495", "communication_session", 3, 500, None),
            ],
        ),
        # What is counted, once more below each heading, where a program knows no merged cells.
        (
            [
                ["NĂM 2023"],
                ["Đơn vị", "Lớp tập huấn", None, "Buổi truyền thông", None],
                [None, *["6 tháng đầu năm", "6 tháng cuối năm"] * 2],
                [None, "Số lớp", "Số lớp", "Số buổi", "Số buổi"],
                ["Quận Hải Châu", 2, 3, 4, 5],
            ],
            [],
            [
                ("492", kind, n, None, None)
                for n, kind in enumerate(["training_class"] * 2 + ["communication_session"] * 2, 2)
            ],
        ),
        # Units below years, and people below both, where a program knows no merged cells.
        (
            [
                ["SỐ LƯỢT NGƯỜI THAM GIA"],
                ["Loại hoạt động", "Năm 2022", None, "Năm 2023"],
                [None, *["Quận Hải Châu", "Quận Sơn Trà"] * 2],
                [None, *["Lượt người"] * 4],
                ["Lớp tập huấn", 75, 90, 80, 60],
            ],
            [],
            [
                ("492", "training_class", None, 75, None),
                ("493", "training_class", None, 90, None),
                ("492", "training_class", None, 80, None),
                ("493", "training_class", None, 60, None),
            ],
        ),
    ],
)
def test_tables_of_offices_are_read(
    rows: list[list[object]], merges: list[str], expected: list[tuple[object, ...]]
) -> None:
    assert counted(rows, merges) == expected
