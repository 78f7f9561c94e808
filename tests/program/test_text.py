import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program.text import _OPEN_PAIR, clean, collation_key, fold, key

WORDS = st.text(st.sampled_from("aàảãáạăằâầđeèêếiíoòôốơờuùưứyý bcdghklmnpqrstvx"), max_size=20)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa Vang", "Hoà Vang"),
        ("HẢI CHÂU", "hải châu"),
        ("Hải\u00a0Châu  I", "Hải Châu I"),
        ("Thủy Tú", "Thuỷ Tú"),
        ("Khỏe mạnh", "Khoẻ mạnh"),
        (unicodedata.normalize("NFD", "Quận Cẩm Lệ"), "Quận Cẩm Lệ"),
    ],
)
def test_equal_words_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Tam Đàn", "Tam Dân"), ("Trà Don", "Trà Dơn"), ("Mỹ An", "Mỹ Ấn")]
)
def test_accents_decide_and_folding_only_suggests(one: str, other: str) -> None:
    assert key(one) != key(other)
    assert fold(one) == fold(other)


def test_fold_keeps_letters_and_digits_only() -> None:
    assert fold("Sở LĐ-TB&XH, Đà Nẵng (48)") == "so ld tb xh da nang 48"


@given(WORDS)
def test_keys_do_not_depend_on_the_form_of_letters(text: str) -> None:
    for form in ("NFC", "NFD"):
        assert key(unicodedata.normalize(form, text)) == key(text)
        assert fold(unicodedata.normalize(form, text)) == fold(text)
    assert key(key(text)) == key(text)
    assert clean(clean(text)) == clean(text)


@given(
    st.text() | st.text(st.sampled_from("oauyeOÀĐđqg1- .\u0301\u0323\u200b\ufeff\u00a0\n\u1ee5\u00b4\u0345"))
)
def test_a_text_is_compared_word_by_word_as_it_would_be_in_one_piece(text: str) -> None:
    loose = _OPEN_PAIR.sub(r"\1\3\2", unicodedata.normalize("NFD", clean(text).casefold()))
    assert key(text) == unicodedata.normalize("NFC", loose)
    bare = unicodedata.normalize("NFD", key(text).replace("đ", "d"))
    plain = "".join(letter for letter in bare if not unicodedata.combining(letter))
    assert fold(text) == " ".join(re.findall("[a-z0-9]+", plain))


def test_the_vietnamese_alphabet_sorts() -> None:
    names = ["Điện Bàn", "Đà Nẵng", "Duy Xuyên", "Thanh Khê", "An Hải", "Hòa Vang", "Hải Châu"]
    assert sorted(names, key=collation_key) == [
        "An Hải",
        "Duy Xuyên",
        "Đà Nẵng",
        "Điện Bàn",
        "Hải Châu",
        "Hòa Vang",
        "Thanh Khê",
    ]
