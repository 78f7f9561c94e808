"""A list of targets, schools, contacts or inhabitants to the right of a report form: two tables."""

import pytest

from tests.data_loaders.sheets import Rows, checked, codes, records

_HEAD: Rows = [["UBND QUẬN HẢI CHÂU"], ["BÁO CÁO KẾT QUẢ QUÝ I NĂM 2023"], []]
_FORMS: dict[str, Rows] = {
    "headed": [["Nội dung", "Kết quả"], ["1. Số lớp tập huấn", 4], ["2. Số lượt cha mẹ tham gia lớp", 160]],
    "bare": [["Số lớp tập huấn:", 4], ["Số lượt cha mẹ tham gia tập huấn:", 160]],
    "named": [
        ["Đơn vị:", "Quận Hải Châu"], ["Kỳ báo cáo:", "Quý I/2023"], ["Loại hoạt động:", "Lớp tập huấn"], ["Số lớp:", 4],
        ["Số lượt cha mẹ:", 160],
    ],
}  # fmt: skip
_LISTS: dict[str, tuple[Rows, list[str]]] = {
    "targets": (
        [
            ["Chỉ tiêu", "Đơn vị", "Năm", "Mục tiêu"],
            ["Số lớp tập huấn", "Quận Hải Châu", 2023, 12],
            ["Số lượt cha mẹ", "Quận Hải Châu", 2023, 400],
        ],
        ["indicator", "value"],
    ),
    "schools": (
        [["Tên trường", "Cấp học", "Phường"], ["TH Phan Thanh", "Tiểu học", "Thạch Thang"], ["THCS Trưng Vương", "THCS", ""]],
        ["name", "level"],
    ),
    "focal_points": (
        [["Đơn vị", "Họ và tên", "Chức vụ", "Điện thoại"], ["Quận Hải Châu", "Nguyễn Văn An", "Chuyên viên", "0905123456"]],
        ["name", "phone"],
    ),
    "population": (
        [["Nhóm tuổi", "Năm", "Số trẻ em"], ["Dưới 6 tuổi", 2023, 1200], ["6 đến 10 tuổi", 2023, 1300]],
        ["group", "value"],
    ),
}  # fmt: skip


def _beside(form: Rows, listed: Rows, gap: int, down: int) -> Rows:
    rows = [*[[None, None, *[None] * gap] for _ in range(len(listed) + down)]]
    for i, line in enumerate(listed):
        rows[i + down] = [*rows[i + down], *line]
    padded = [*form, *[[None, None]] * (len(rows) - len(form))]
    return [
        [*line, *(rows[i][2:] if i < len(rows) else [])]
        for i, line in enumerate(padded[: max(len(form), len(rows))])
    ]


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize("listed", _LISTS)
@pytest.mark.parametrize(("gap", "down"), [(0, 0), (1, 0), (1, 1), (2, 0)])
def test_each_is_read_as_it_is_alone(form: str, listed: str, gap: int, down: int) -> None:
    rows, fields = _LISTS[listed]
    report = checked([*_HEAD, *_beside(_FORMS[form], rows, gap, down)])
    assert codes(report) == []
    assert [table["kind"] for table in report["tables"]] == ["participation", listed]
    first, *others = records(report)
    assert (first["unit"], first["kind"], first["count"], first["attendances"]) == (
        "492", "training_class", 4, {"parents": 160}
    )  # fmt: skip
    alone = records(checked([*_HEAD, *rows]))
    assert [[r[f] for f in [*fields, "unit"]] for r in others] == [
        [r[f] for f in [*fields, "unit"]] for r in alone
    ]


def test_the_list_is_of_the_unit_that_the_form_tells() -> None:
    rows, _ = _LISTS["population"]
    report = checked([["PHIẾU SỐ LIỆU"], *_beside(_FORMS["named"], rows, 1, 0)])
    assert [r["unit"] for r in records(report)] == ["492", "492", "492"]


def test_columns_of_one_table_are_no_form() -> None:
    rows = [["Đơn vị", "Chỉ tiêu", "Năm", "Giá trị"], ["Quận Hải Châu", "Số lớp tập huấn", 2023, 12]]
    report = checked(rows)
    assert [(t["kind"], t["columns"]["A"]) for t in report["tables"]] == [("targets", "unit")]
