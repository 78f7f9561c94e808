"""The sheet of instructions: short rules and two worked examples, laid out so that no reader counts them.

A sheet is read as a table where a row has two known headings, and as a declaration of nothing where a short
line says so. Hence the label of each example's line ends with a colon, and the line about declaring nothing
is a long one (`data_loaders.layout.head.header`, `data_loaders.values.amounts.numbers.says_nothing_happened`).
"""

from datetime import date, timedelta

from data_loaders.templates.column import Column, Entry, Example
from data_loaders.templates.columns import NOTHING
from data_loaders.templates.setting import ACTIVITY_KINDS, Setting
from program.contract import TableKind

DATA_SHEET = "Số liệu"
_PERSONS = (
    "Không ghi họ tên, ngày sinh, số điện thoại, địa chỉ, lớp học, số giấy tờ của trẻ em và cha mẹ: tệp có những "
    "thông tin này bị từ chối và không được lưu."
)
_DECLARING = (
    f"Nếu cả kỳ không có hoạt động nào: tại trang {DATA_SHEET}, ở dòng trống đầu tiên, chọn “{NOTHING}” trong cột Loại "
    "hoạt động và để trống các cột còn lại. Đơn vị khi đó được tính là đã báo cáo; nộp bảng trống thì chưa."
)
_DUE = "Hạn nộp: theo văn bản của cơ quan đầu mối."
_COMMON = (
    f"Ghi vào trang {DATA_SHEET}, mỗi dòng một mục, từ dòng trống đầu tiên; cột có dấu * phải ghi.",
    "Giữ nguyên dòng tiêu đề và các dòng phía trên. Thiếu dòng thì ghi tiếp bên dưới; cột không dùng thì để trống.",
)
_ACTIVITIES = (
    "Ghi số lượt tham gia, không phải số người: một em dự ba buổi là ba lượt.",
    "Lớp tập huấn khác buổi truyền thông: chọn đúng loại ở từng dòng; hai loại không được cộng chung.",
    "Ô chưa có số liệu thì để trống; chỉ ghi 0 khi đúng là không có lượt nào.",
    "Tổng lượt có thể để trống: hệ thống tự cộng lượt của các đối tượng.",
    _DECLARING,
    _PERSONS,
)
_RULES: dict[TableKind, tuple[str, ...]] = {
    TableKind.ACTIVITIES: _ACTIVITIES,
    TableKind.PARTICIPATION: (
        "Mẫu này dành cho số tổng hợp của kỳ; hoạt động đã báo cáo từng dòng ở mẫu khác thì không ghi lại ở đây.",
        *_ACTIVITIES,
    ),
    TableKind.TARGETS: (
        "Mỗi dòng là mục tiêu của một chỉ tiêu. Không ghi ngày thì mục tiêu tính cho cả kỳ nêu phía trên bảng.",
        "Chỉ tiêu do thành phố đặt ra chọn Chỉ tiêu địa phương; ghi rõ văn bản giao.",
    ),
    TableKind.SCHOOLS: (
        "Mỗi dòng một trường hoặc cơ sở bảo vệ, nuôi dưỡng trẻ em; trường nhiều cấp chọn đúng cấp học ghép.",
    ),
    TableKind.POPULATION: (
        "Chỉ ghi con số đã được công bố, kèm nguồn; chưa có số thì không ghi dòng đó.",
        "Trẻ em là người dưới 16 tuổi.",
    ),
    TableKind.FOCAL_POINTS: (
        "Chỉ ghi cán bộ đầu mối của đơn vị và liên hệ công vụ. Không ghi thông tin của trẻ em, cha mẹ.",
    ),
    TableKind.DIRECTIVES: (
        "Mỗi dòng một văn bản mà đơn vị đã ban hành về Chương trình: kế hoạch, công văn, quyết định.",
        "Văn bản được nhận ra theo đơn vị, số và ngày ban hành; nộp lại cùng số, cùng ngày là sửa dòng đã có.",
        "Ghi tên cơ quan, không ghi tên người ký.",
    ),
    TableKind.TASKS: (
        "Mỗi dòng một nhiệm vụ giao cho một đơn vị trực thuộc hoặc một nhóm đơn vị.",
        "Nhiệm vụ được nhận ra theo nơi giao, nơi nhận, nội dung và ngày giao; nộp lại đúng bốn ô đó là cập nhật tình trạng.",
        "Giao cho phường, xã, trường, phòng, ban hoặc chức danh. Không ghi tên người: tệp có tên người không được nhận.",
        "Quá hạn hay chưa do hệ thống tính theo hạn hoàn thành và ngày xem; không cần ghi.",
    ),
}


def rules(kind: TableKind) -> tuple[str, ...]:
    """The rules of a kind of template, one sentence a line."""
    due = (_DUE,) if kind in ACTIVITY_KINDS else ()
    return (*_COMMON, *_RULES[kind], *due)


def examples(at: Setting, columns: tuple[Column, ...]) -> list[tuple[str, list[str | int | date | None]]]:
    """Lines of the two worked examples: a label, and the cells of both."""
    shown = [c for c in columns if c.entry is not Entry.NUMBERING and any(e is not None for e in c.examples)]
    return [(f"{c.heading}:", [_cell(at, e) for e in c.examples]) for c in shown]


def _cell(at: Setting, example: Example) -> str | int | date | None:
    return at.start + example if isinstance(example, timedelta) else example
