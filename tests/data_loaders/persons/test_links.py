"""Numbers within links: that of an article is no telephone, that which leads to a person is one."""

import pytest

from data_loaders.persons.told_by_words import KINDS, personal_words
from tests.data_loaders.persons.list_head import HEAD, WHO
from tests.data_loaders.sheets import checked, codes


@pytest.mark.parametrize(
    ("words", "telephone"),
    [
        ("https://baodanang.vn/tin-tuc/69_0987654321.aspx", False),
        ("https://danang.gov.vn/chi-tiet?id=0912345678", False),
        ("Tin: danang.gov.vn/chi-tiet-0912345678", False),
        ("https://zalo.me/0912345678", True),
        ("tel:0912345678", True),
        ("https://wa.me/84912345678", True),
        ("https://facebook.com/0912345678", True),
        ("https://baodanang.vn/0912345678", True),
        ("https://baodanang.vn/lien-he-0912345678.html", True),
        ("https://baodanang.vn/a?sdt=0912345678", True),
        ("https://baodanang.vn/a?tel=0912345678", True),
        ("https://baodanang.vn/be-an-0912345678.jpg", True),
        ("https://baodanang.vn/69_0987654321.aspx 0912345678", True),
        ("https://baodanang.vn/69_0987654321.aspx;0912345678", True),
        ("https://baodanang.vn/69_0987654321.aspx(0912345678)", True),
    ],
)
def test_the_number_of_an_article_is_no_telephone(words: str, telephone: bool) -> None:
    assert personal_words(words) == (KINDS["phone"] if telephone else None)
    report = checked([WHO, [*HEAD, "Minh chứng"], [1, "Lớp A", "12/5/2023", 40, words]])
    assert codes(report, "error") == (["personal_data"] if telephone else [])


def test_several_things_of_a_contact_in_one_cell_are_asked_for_one_by_one() -> None:
    def fix(title: str) -> str:
        row = [1, "Quận Cẩm Lệ", "Nguyễn Văn An, Trưởng phòng, 0912345678"]
        report = checked([[title], ["TT", "Đơn vị", "Cán bộ"], row])
        assert codes(report, "error") == ["personal_data"]
        return report["issues"][0]["fix"]

    assert "mỗi thứ một cột" in fix("DANH SÁCH CÁN BỘ ĐẦU MỐI NĂM 2024")
    assert "mỗi thứ một cột" not in fix("DANH SÁCH NGƯỜI THAM GIA NĂM 2024")
