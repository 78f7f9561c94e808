from unicodedata import normalize

import pytest

from data_loaders.check import check
from data_loaders.letters import composed, is_broken, restored
from data_loaders.reading.grid import Sheet
from data_loaders.values.old_fonts import from_tcvn3, from_vni, in_unicode
from tests.data_loaders.sheets import checked, issues, records

HEAD = ["STT", "Tên lớp tập huấn", "Ngày", "Số người"]
WHO = ["Đơn vị báo cáo: UBND quận Hải Châu"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("TËp huÊn kü n¨ng", "Tập huấn kỹ năng"),
        ("§¬n vÞ b¸o c¸o", "Đơn vị báo cáo"),
        ("QuËn H¶i Ch©u", "Quận Hải Châu"),
        ("Phô huynh, gi¸o viªn", "Phụ huynh, giáo viên"),
        ("TruyÒn th«ng", "Truyền thông"),
        ("Ng\u00adêi ch¨m sãc trÎ", "Người chăm sóc trẻ"),
    ],
)
def test_tcvn3(old: str, new: str) -> None:
    assert from_tcvn3(old) == new
    assert in_unicode(old, ".VnTime") == new


def test_the_font_of_capitals() -> None:
    assert in_unicode("b¸o c¸o", ".VnTimeH") == "BÁO CÁO"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Taäp huaán kyõ naêng", "Tập huấn kỹ năng"),
        ("Ñôn vò baùo caùo", "Đơn vị báo cáo"),
        ("Quaän Haûi Chaâu", "Quận Hải Châu"),
        ("Ngöôøi chaêm soùc treû", "Người chăm sóc trẻ"),
        ("TRUYEÀN THOÂNG", "TRUYỀN THÔNG"),
    ],
)
def test_vni(old: str, new: str) -> None:
    assert from_vni(old) == new
    assert in_unicode(old, "VNI-Times") == new


@pytest.mark.parametrize("turn", ["tcvn3", "vni"])
def test_a_whole_sheet_of_an_old_font_is_read(turn: str) -> None:
    rows = {
        "tcvn3": [["§¬n vÞ b¸o c¸o: QuËn H¶i Ch©u"], ["STT", "Tªn líp tËp huÊn", "Ngµy tæ chøc", "Sè l\u00adît tham gia"], [1, "Líp “kü n¨ng”", "5/3/2023", 40]],
        "vni": [["Ñôn vò baùo caùo: Quaän Haûi Chaâu"], ["STT", "Teân lôùp taäp huaán", "Ngaøy toå chöùc", "Soá löôït tham gia"], [1, "Lôùp “kyõ naêng”", "5/3/2023", 40]],
    }[turn]  # fmt: skip
    (record,) = records(checked(rows))
    assert (record["unit"], record["title"], record["attendances_total"]) == ("492", "Lớp “kỹ năng”", 40)


def test_parted_accents_are_composed_and_lines_stay() -> None:
    rows: list[list[object]] = [
        [normalize("NFD", "Hòa Vang"), 1, "em\u00a0Lan\nGhi"],
        ["cÃ\u00a0", None, "đủ"],
    ]
    sheet = Sheet("S", rows, 1, 1, False, (), frozenset(), frozenset(), frozenset(), {})  # type: ignore[arg-type]
    assert restored(sheet).rows == [["Hòa Vang", 1, "em Lan\nGhi"], ["cÃ\u00a0", None, "đủ"]]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("XÃ\u00a0HÒA VANG", "XÃ HÒA VANG"),
        ("XÃ\u00a0BÀ NÀ", "XÃ BÀ NÀ"),
        ("PHƯỜNG/XÃ\u00a0", "PHƯỜNG/XÃ "),
        ("NGÃ\u00a03 HUẾ", "NGÃ 3 HUẾ"),
        ("HÃ\u00a0 Ná»™i", "HÃ\u00a0 Ná»™i"),
        ("hÃ\u00a0ng", "hÃ\u00a0ng"),
    ],
)
def test_a_firm_blank_behind_a_capital_is_no_half_of_a_broken_letter(text: str, meant: str) -> None:
    assert composed(text) == meant
    assert is_broken(composed(text)) == (text == meant)


def test_numbers_kept_as_words_are_numbers() -> None:
    rows: list[list[object]] = [["5", " 12 ", "0", "2023"], ["01", "0905123456", "1.2", "905123456"]]
    sheet = Sheet("S", rows, 1, 1, False, (), frozenset(), frozenset(), frozenset(), {})  # type: ignore[arg-type]
    assert restored(sheet).rows == [[5, 12, 0, 2023], ["01", "0905123456", "1.2", "905123456"]]


@pytest.mark.parametrize(
    "table",
    [
        [["Đơn vị", "Số lượng"], [None, "Tập huấn", "Truyền thông"], ["Quận Hải Châu", 5, 12], ["Quận Cẩm Lệ", 2, 7]],
        [["Đơn vị", "Số người", "Loại hoạt động", "Số lượng"], ["Quận Hải Châu", 45, "Tập huấn", 1], ["Quận Cẩm Lệ", 150, "Truyền thông", 2]],
    ],
)  # fmt: skip
def test_a_table_of_numbers_kept_as_words_is_read_as_one_of_numbers(table: list[list[object]]) -> None:
    rows: list[list[object]] = [["KẾT QUẢ HOẠT ĐỘNG CÁC QUẬN NĂM 2023"], *table]
    written = [[str(cell) if isinstance(cell, int) else cell for cell in row] for row in rows]
    assert records(checked(written)) == records(checked(rows)) != []


def test_the_named_font_decides_cell_by_cell() -> None:
    rows: list[list[object]] = [["TËp huÊn", "Café"]]
    sheet = Sheet("S", rows, 3, 2, False, (), frozenset(), frozenset(), frozenset(), {(3, 2): ".VnArial"})  # type: ignore[arg-type]
    assert restored(sheet).rows == [["Tập huấn", "Café"]]


def test_broken_words_in_one_cell_are_said() -> None:
    report = checked(
        [WHO, HEAD, [1, "Táº­p huáº¥n ká»¹ nÄƒng", "5/3/2023", 40], [2, "Tập huấn", "5/3/2023", 40]]
    )
    assert issues(report) == [("text_garbled", "B3")]
    assert len(records(report)) == 1


def test_a_broken_sheet_is_said_to_be_broken() -> None:
    def wrong(text: str) -> str:
        return text.encode().decode("latin-1")

    report = checked([[wrong(WHO[0])], [wrong(h) for h in HEAD], [1, wrong("Lớp kỹ năng"), "5/3/2023", 40]])
    assert report["status"] == "rejected"
    assert [i["code"] for i in report["issues"]] == ["text_garbled"]


def test_signs_that_stand_for_any_letter_are_no_lost_ones() -> None:
    patterns = [["name", f"=t?p{n}"] for n in range(4)]
    words = [["apple", "pear"] for _ in range(30)]
    lost = [["Qu?n", "H?i"], ["T?p hu?n", "Ph??ng"], ["Nh?m", "C?m L?"]]
    assert [i["code"] for i in checked([*patterns, *words])["issues"]] == ["no_table"]
    assert [i["code"] for i in checked(lost)["issues"]] == ["text_garbled"]


@pytest.mark.parametrize(
    "text", ["Tập huấn kỹ năng số", "Ai? Ở đâu?", "Internet & bạn", "ÁO DÀI Ấm áp", "TRẺ EM VÀ MẠNG XÃ HỘI"]
)
def test_sound_words(text: str) -> None:
    assert not is_broken(text)


def test_a_sheet_of_few_known_words_is_told_by_signs_that_no_vietnamese_letter_has() -> None:
    rows: list[list[object]] = [
        ["Chøc danh", "Hép th\u00ad c«ng vô"],
        ["Phã Tr\u00adëng phßng", "a@b.vn"],
        ["Héi LHPN", "V¨n b¶n"],
    ]
    sheet = Sheet("Báo cáo", rows, 1, 1, False, (), frozenset(), frozenset(), frozenset(), {})  # type: ignore[arg-type]
    found = restored(sheet)
    assert found.rows[0] == ["Chức danh", "Hộp thư công vụ"]
    assert found.name == "Báo cáo"


def test_a_short_summary_of_an_old_font_is_read() -> None:
    rows = [
        ["KEÁT QUAÛ CAÙC BUOÅI TUYEÂN TRUYEÀN NAÊM 2023"],
        ["Ñôn vò", "Quyù", "Soá buoåi"],
        ["Q. Thanh Kheâ", "Quyù I", 3],
    ]
    assert [(r["unit"], r["count"]) for r in records(checked(rows))] == [("491", 3)]


def test_a_garbled_sheet_is_told_once() -> None:
    lines = [
        "UBND QUẬN NGŨ HÀNH SƠN",
        "STT,Tên hoạt động,Ngày tổ chức,Phường,Số phụ huynh",
        "1,Tập huấn kỹ năng an toàn mạng,12/05/2023,Mỹ An,45",
        "2,Truyền thông phòng chống xâm hại,20/06/2023,Hòa Hải,120",
    ]
    report = check("h05.csv", "\n".join(lines).encode().decode("latin-1").encode())
    assert [(i["code"], i["cell"]) for i in report["issues"]] == [("text_garbled", None)]
