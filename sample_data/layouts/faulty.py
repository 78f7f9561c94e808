"""A workbook with eight mistakes between sound rows, to show what the check says about them."""

from datetime import date

from sample_data.model import DEMO_NOTE, Book, Cell, Sheet, Value

_HEADS = (
    "Đơn vị",
    "Loại hoạt động",
    "Tên hoạt động",
    "Ngày bắt đầu",
    "Ngày kết thúc",
    "Hình thức",
    "Đơn vị chủ trì",
    "Phường/xã",
    "Số lớp/buổi",
    "Trẻ em ngoài trường học",
    "Cha mẹ, người chăm sóc trẻ",
    "Tổng lượt",
    "Trong đó nữ",
)
_UNIT, _CLASS, _SESSION = "Quận Sơn Trà", "Lớp tập huấn", "Buổi truyền thông"
_SOUND = "Tập huấn phụ huynh về bảo vệ thông tin cá nhân của trẻ em"


def _row(
    unit: Value,
    kind: Value,
    title: str,
    start: Value,
    ward: str,
    children: Value,
    parents: Value,
    total: Value,
    female: Value,
) -> list[Cell]:
    end = start
    values = (
        unit, kind, title, start, end, "Trực tiếp", "UBND phường " + ward, "Phường " + ward, 1, children, parents, total, female
    )  # fmt: skip
    return [Cell(v, "date" if isinstance(v, date) else "body") for v in values]


def book() -> Book:
    """The workbook; each wrong row has one mistake."""
    twin = _row(_UNIT, _CLASS, _SOUND, date(2023, 8, 5), "Phước Mỹ", None, 48, 48, 31)
    rows = [
        _row(
            _UNIT,
            _CLASS,
            "Tập huấn kỹ năng đồng hành cùng con",
            date(2023, 3, 18),
            "Mân Thái",
            None,
            52,
            52,
            37,
        ),
        _row(_UNIT, _CLASS, "Lớp tập huấn phụ huynh đầu năm", "31/02/2023", "Thọ Quang", None, 45, 45, 30),
        _row(
            "Quận Sơn Tràng",
            _CLASS,
            "Tập huấn cha mẹ về mạng xã hội",
            date(2023, 4, 9),
            "An Hải Bắc",
            None,
            40,
            40,
            22,
        ),
        _row(
            _UNIT,
            _CLASS,
            "Lớp hè kỹ năng dùng internet an toàn",
            date(2023, 6, 10),
            "Nại Hiên Đông",
            -35,
            5,
            35,
            18,
        ),
        _row(
            _UNIT,
            _SESSION,
            "Nói chuyện chuyên đề Gia đình số",
            date(2023, 5, 20),
            "An Hải Tây",
            20,
            "nhiều",
            120,
            60,
        ),
        _row(
            _UNIT, _SESSION, "Truyền thông tại khu dân cư", date(2023, 7, 2), "An Hải Đông", 60, 90, 120, 70
        ),
        _row(
            _UNIT, _CLASS, "Tập huấn nhóm cha mẹ nòng cốt", date(2019, 5, 12), "Thọ Quang", None, 38, 38, 25
        ),
        _row(
            _UNIT,
            None,
            "Trẻ em với internet an toàn",
            date(2023, 7, 15),
            "Mân Thái",
            70,
            10,
            80,
            41,
        ),
        twin,
        list(twin),
        _row(
            _UNIT,
            _SESSION,
            "Truyền thông lưu động Tháng hành động vì trẻ em",
            date(2023, 6, 1),
            "Phước Mỹ",
            110,
            95,
            205,
            113,
        ),
        _row(
            _UNIT,
            _CLASS,
            "Lớp kỹ năng số cho trẻ em có hoàn cảnh đặc biệt",
            date(2023, 7, 22),
            "An Hải Bắc",
            33,
            None,
            33,
            15,
        ),
        _row(
            _UNIT,
            "Chiếu phim",
            "Chiếu phim lưu động về an toàn mạng",
            date(2023, 9, 9),
            "Thọ Quang",
            80,
            60,
            140,
            72,
        ),
    ]
    head = [Cell(words, "head") for words in _HEADS]
    sheet = Sheet(
        "Hoạt động",
        [[Cell(DEMO_NOTE, "note")], head, *rows],
        [],
        [18, 18, 48, 12, 12, 12, 28, 20, 8, 10, 10, 10, 10],
    )
    return Book("vi-du-co-loi.xlsx", "openpyxl", [sheet])
