"""A person named in the title of an activity: the name goes, the activity stays."""

import pytest

from tests.data_loaders.sheets import checked


@pytest.mark.parametrize(
    "title",
    ["Hội thi An toàn mạng, giải nhất: em Nguyễn Văn An lớp 6/1", "Tuyên dương học sinh Đặng Quốc Việt", "Hội thi, giải nhì: em Lê Thị Bình"],
)  # fmt: skip
def test_the_advice_keeps_the_activity(title: str) -> None:
    rows = [["Ngày", "Tên hoạt động", "Học sinh"], ["15/3/2023", title, 120], ["16/3/2023", "Hội thi", 130]]
    (found,) = checked([["UBND QUẬN HẢI CHÂU"], *rows])["issues"]
    assert (found["code"], found["cell"], found["found"]) == ("personal_data", "B3", None)
    assert found["fix"] == "Bỏ tên, lớp của người đó khỏi ô này, giữ lại tên hoạt động, rồi nộp lại."


def test_a_telephone_in_a_title_is_to_be_deleted() -> None:
    rows = [["Ngày", "Tên hoạt động", "Học sinh"], ["15/3/2023", "Hội thi, liên hệ 0905123456", 120]]
    (found,) = checked([["UBND QUẬN HẢI CHÂU"], *rows])["issues"]
    assert found["fix"].startswith("Xóa phần này trong cột B")
