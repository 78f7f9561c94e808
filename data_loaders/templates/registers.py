"""The columns of targets, schools, denominators and focal points."""

from data_loaders.templates.column import Column, Entry, ward
from data_loaders.templates.setting import Setting
from program.units import BREAK
from program.vocabulary import AUTHORITY_LABELS, INDICATORS, LEVEL_LABELS, OFTEN

GROUPS = (
    "Dân số",
    "Trẻ em dưới 16 tuổi",
    "Trẻ em dưới 6 tuổi",
    "Trẻ em từ 6 đến 10 tuổi",
    "Trẻ em từ 11 đến 15 tuổi",
)


def unit(at: Setting) -> list[Column]:
    """The column of units, none where the title block names the one unit."""
    if not at.offered:
        return []
    # Words in brackets tell a new ward from an old one of the same name where no day decides.
    heading = "Đơn vị (phường, xã)" if at.end >= BREAK else "Đơn vị"
    prompt = "Chọn đơn vị trong danh sách."
    return [Column("unit", heading, 28, Entry.CHOICE, prompt, required=True, choices=at.offered)]


def targets(at: Setting) -> list[Column]:
    """A row a target of an indicator."""
    return [
        Column(
            "indicator", "Tên chỉ tiêu", 52, Entry.CHOICE, "Chọn chỉ tiêu trong danh sách.", required=True,
            choices=(*(i.label for i in INDICATORS.values()), *(INDICATORS[code].label for code in OFTEN)),
            examples=(INDICATORS["T1"].label, INDICATORS["L-parents"].label),
        ),
        *unit(at),
        Column("start_date", "Từ ngày", 13, Entry.DAY, "Để trống cả hai ngày nếu là mục tiêu của cả kỳ."),
        Column("end_date", "Đến ngày", 13, Entry.DAY, "Để trống cả hai ngày nếu là mục tiêu của cả kỳ."),
        Column(
            "value", "Giá trị mục tiêu", 13, Entry.VALUE,
            "Ghi con số, ví dụ 24 (lớp). Tỷ lệ ghi theo phần trăm: 95 nghĩa là 95 %.", required=True,
            examples=(95, 2400),
        ),
        Column(
            "authority", "Thẩm quyền", 20, Entry.CHOICE, "Mục tiêu quốc gia hay chỉ tiêu địa phương.",
            choices=tuple(AUTHORITY_LABELS.values()), examples=tuple(AUTHORITY_LABELS.values()),  # type: ignore[arg-type]
        ),
        Column("document", "Văn bản", 32, Entry.TEXT, "Số, ký hiệu và ngày của văn bản giao mục tiêu."),
    ]  # fmt: skip


def schools(at: Setting) -> list[Column]:
    """A row a school or facility."""
    return [
        Column(
            "name", "Tên trường", 44, Entry.TEXT, "Tên trường hoặc cơ sở bảo vệ, nuôi dưỡng trẻ em.",
            required=True, examples=("Trường Tiểu học A", "Trường Trung học cơ sở B"),
        ),
        Column(
            "level", "Cấp học", 36, Entry.CHOICE, "Chọn cấp học trong danh sách.", required=True,
            choices=tuple(LEVEL_LABELS.values()), examples=("Tiểu học", "Trung học cơ sở"),
        ),
        *unit(at),
        *ward(at.wards, "Chọn phường, xã nơi đặt trường."),
        Column("valid_from", "Hoạt động từ ngày", 13, Entry.ANY_DAY, "Để trống nếu không rõ."),
        Column("valid_to", "Hoạt động đến ngày", 13, Entry.ANY_DAY, "Chỉ ghi khi trường đã thôi hoạt động."),
    ]  # fmt: skip


def population(at: Setting) -> list[Column]:
    """A row the number of one group in a year."""
    return [
        Column(
            "group", "Nhóm tuổi", 26, Entry.CHOICE, "Chọn nhóm trong danh sách.", required=True, choices=GROUPS,
            examples=(GROUPS[0], GROUPS[1]),
        ),
        *unit(at),
        Column(
            "year", "Năm", 9, Entry.YEAR, "Năm của con số, ví dụ 2024.", required=True,
            examples=(at.end.year, at.end.year),
        ),
        Column("value", "Số người", 13, Entry.COUNT, "Con số đã công bố.", required=True, examples=(12000, 3100)),
        Column("origin", "Nguồn số liệu", 44, Entry.TEXT, "Cơ quan công bố, tên tài liệu, ngày tháng."),
    ]  # fmt: skip


def focal_points(at: Setting) -> list[Column]:
    """A row an official in charge."""
    return [
        Column(
            "name", "Họ và tên đầu mối", 28, Entry.TEXT, "Chỉ ghi cán bộ đầu mối của đơn vị.", required=True,
            examples=("Họ tên cán bộ thứ nhất", "Họ tên cán bộ thứ hai"),
        ),
        *unit(at),
        Column(
            "position", "Chức vụ", 26, Entry.TEXT, "Chức vụ, phòng ban.",
            examples=("Chuyên viên", "Phó Trưởng phòng"),
        ),
        Column("phone", "Điện thoại", 16, Entry.TEXT, "Số điện thoại công vụ."),
        Column("email", "Thư điện tử", 28, Entry.TEXT, "Hộp thư công vụ."),
        Column("valid_from", "Từ ngày", 13, Entry.ANY_DAY, "Ngày bắt đầu làm đầu mối."),
        Column(
            "document", "Văn bản", 32, Entry.TEXT,
            "Văn bản cử đầu mối. Người đã thôi: ghi thêm “thôi làm đầu mối từ ngày 5-3-2026”.",
        ),
    ]  # fmt: skip
