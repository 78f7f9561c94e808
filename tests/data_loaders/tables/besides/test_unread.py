"""Files without a table: their headings are asked about, and nothing that may be a name is repeated."""

import pytest

from data_loaders.check import check
from tests.data_loaders.sheets import checked, codes, issues, records, xlsx

DISTRICT = ["UBND QUẬN THANH KHÊ"]


def test_unknown_headings_of_a_file_without_a_table_are_asked() -> None:
    rows = [DISTRICT, ["Mục lạ", "Hôm duyệt", "Kê thêm", "Đông không"]]
    rows += [["Kỹ năng số", "5/3/2023", "Tập huấn", 30], ["Luật Trẻ em", "6/3/2023", "Tập huấn", 40]]
    report = checked(rows)
    assert report["status"] == "rejected"
    assert [(i["code"], i["found"]) for i in report["issues"][:-1]] == [
        ("unused_column", heading) for heading in rows[1]
    ]
    assert "“Ngày bắt đầu”" in report["issues"][1]["fix"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Kính gửi: Sở TTTT"], ["Đề nghị gửi mẫu biểu."]],
        [["Lê Gia Bảo", "Trần Minh Khang", "Phạm An"], [1, 2, 3], [4, 5, 6]],
        [["An", "Bình", "Cúc"], ["a", "b", "c"], ["d", "e", "f"]],
    ],
)
def test_words_that_head_no_figures_are_not_repeated(rows: list[list[object]]) -> None:
    assert codes(checked(rows)) == ["no_table"]


def test_a_table_that_is_not_read_beside_one_that_is_is_told() -> None:
    head = ["STT", "Đơn vị", "Chỉ tiêu"]
    rows = [DISTRICT, ["CHỈ TIÊU SỐ BUỔI TRUYỀN THÔNG NĂM 2024"], head, [1, "Quận Hải Châu", 5]]
    report = checked([*rows, [], ["Bảng phụ"], head, [1, "Sở Y tế", 5], [2, "Sở Tư pháp", 6]])
    assert ([r["unit"] for r in records(report)], issues(report)) == (["492"], [("sheet_unread", "B7")])
    assert "không có gì của bảng này" in report["issues"][0]["message"]
    words = [["KHÓ KHĂN"], ["STT", "Khó khăn, vướng mắc", "Đề xuất"], [1, "Thiếu kinh phí", "Hỗ trợ"]]
    assert codes(checked([*rows, [], *words, [2, "Cha mẹ bận", "Cuối tuần"]])) == []


_HELD = [DISTRICT, ["Tên lớp tập huấn", "Ngày", "Cha mẹ"], ["A", "12/05/2023", 40]]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (["STT", "Nội dung chi", "Kinh phí"], []),
        (["TT", "Khoản mục", "Số tiền"], []),
        (["STT", "Nội dung chi", "Đơn giá", "Thành tiền"], []),
        (["STT", "Mục lạ", "Điểm"], ["sheet_unread"]),
    ],
)
def test_a_table_of_money_beside_others_holds_nothing_of_ours(head: list[str], told: list[str]) -> None:
    rows = [[n, text, *[n * 1000] * (len(head) - 2)] for n, text in enumerate(("In ấn", "Nước uống"), 1)]
    assert codes(check("a.xlsx", xlsx({"Hoạt động": _HELD, "Sheet2": [head, *rows]}))) == told
