"""The columns of each kind of template: headings that the reader knows, what may stand below them, examples.

Sources of the columns: the minimum record of domain.md 2.3 and the records of the data contract; what no
record keeps (costs, evidence, notes) is not asked for.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from data_loaders.templates.setting import Setting
from program.contract import TableKind
from program.units import BREAK
from program.vocabulary import (
    AUDIENCE_LABELS,
    AUTHORITY_LABELS,
    DELIVERY_LABELS,
    INDICATORS,
    LEVEL_LABELS,
    Audience,
)

NOTHING = "Không phát sinh"
KIND_CHOICES = ("Lớp tập huấn", "Buổi truyền thông", "Hội thi", "Hoạt động khác")
AUDIENCES = (
    Audience.CHILDREN_IN_SCHOOL,
    Audience.CHILDREN_OUT_OF_SCHOOL,
    Audience.PARENTS,
    Audience.TEACHERS,
    Audience.CHILD_WORKERS,
    Audience.OFFICIALS,
    Audience.OTHER,
)
GROUPS = (
    "Dân số",
    "Trẻ em dưới 16 tuổi",
    "Trẻ em dưới 6 tuổi",
    "Trẻ em từ 6 đến 10 tuổi",
    "Trẻ em từ 11 đến 15 tuổi",
)


class Entry(Enum):
    """What may stand in the cells of a column."""

    NUMBERING = "numbering"
    TEXT = "text"
    DAY = "day"
    ANY_DAY = "any_day"
    COUNT = "count"
    VALUE = "value"
    YEAR = "year"
    CHOICE = "choice"


Example = str | int | timedelta | None


@dataclass(frozen=True)
class Column:
    """One column. `field` is the contract's name of what it holds; `examples` are the cells of the two
    worked examples, a day as its distance from the first day; `free`: other words than the choices pass."""

    field: str
    heading: str
    width: float
    entry: Entry
    prompt: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    free: bool = False
    least: int = 0
    examples: tuple[Example, Example] = (None, None)

    @property
    def shown(self) -> str:
        """The heading with its mark."""
        return f"{self.heading} *" if self.required else self.heading


def columns(at: Setting) -> tuple[Column, ...]:
    """The columns of a template in their order."""
    made = {
        TableKind.ACTIVITIES: _activities,
        TableKind.PARTICIPATION: _participation,
        TableKind.TARGETS: _targets,
        TableKind.SCHOOLS: _schools,
        TableKind.POPULATION: _population,
        TableKind.FOCAL_POINTS: _focal_points,
    }[at.kind](at)
    return (Column("ordinal", "STT", 5, Entry.NUMBERING), *made)


def _kind() -> Column:
    return Column(
        "kind", "Loại hoạt động", 20, Entry.CHOICE,
        "Chọn trong danh sách. Lớp tập huấn và buổi truyền thông là hai loại khác nhau. Cả kỳ không có hoạt "
        f"động nào: chọn {NOTHING} ở dòng đầu tiên, để trống các cột khác.",
        required=True, choices=(*KIND_CHOICES, NOTHING), examples=("Lớp tập huấn", "Buổi truyền thông"),
    )  # fmt: skip


def _delivery() -> Column:
    return Column(
        "delivery", "Hình thức", 13, Entry.CHOICE, "Chọn trực tiếp, trực tuyến hoặc kết hợp.",
        choices=tuple(DELIVERY_LABELS.values()), examples=("Trực tiếp", "Kết hợp"),
    )  # fmt: skip


def _ward(at: Setting) -> list[Column]:
    if not at.wards:
        return []
    prompt = "Chọn phường, xã nơi tổ chức; để trống nếu không theo địa bàn."
    if at.kind == TableKind.SCHOOLS:
        prompt = "Chọn phường, xã nơi đặt trường."
    return [Column("ward", "Phường/xã", 20, Entry.CHOICE, prompt, choices=at.wards, free=True)]


def _figures() -> list[Column]:
    parts = {Audience.PARENTS: (45, 40), Audience.CHILDREN_IN_SCHOOL: (None, 320), Audience.TEACHERS: (None, 12)}
    made = [
        Column(
            f"attendances.{audience}", f"Lượt {label[:1].lower() if label[1:2].islower() else label[:1]}{label[1:]}",
            12, Entry.COUNT, "Ghi số lượt tham gia, không phải số người: một người dự ba buổi là ba lượt. "
            "Để trống nếu không có đối tượng này.", examples=parts.get(audience, (None, None)),
        )
        for audience, label in ((a, AUDIENCE_LABELS[a]) for a in AUDIENCES)
    ]  # fmt: skip
    total = Column(
        "attendances_total", "Tổng lượt", 10, Entry.COUNT,
        "Có thể để trống: hệ thống tự cộng các đối tượng. Chỉ ghi khi không chia được theo đối tượng.",
    )  # fmt: skip
    female = Column(
        "female", "Trong đó nữ", 10, Entry.COUNT, "Số lượt nữ trong tổng lượt; để trống nếu không thống kê.",
        examples=(30, 200),
    )  # fmt: skip
    return [*made, total, female]


def _activities(at: Setting) -> list[Column]:
    return [
        _kind(),
        Column(
            "title", "Tên hoạt động", 44, Entry.TEXT,
            "Tên hoặc nội dung của lớp, buổi. Không ghi tên riêng của trẻ em, cha mẹ.", required=True,
            examples=("Kỹ năng đồng hành cùng con trên mạng", "Em an toàn trên môi trường mạng"),
        ),
        Column(
            "start_date", "Ngày bắt đầu", 13, Entry.DAY, "Ghi ngày/tháng/năm.", required=True,
            examples=(timedelta(3), timedelta(5)),
        ),
        Column(
            "end_date", "Ngày kết thúc", 13, Entry.DAY, "Để trống nếu chỉ diễn ra một ngày.",
            examples=(timedelta(4), None),
        ),
        _delivery(),
        Column("organiser", "Đơn vị chủ trì", 28, Entry.TEXT, "Cơ quan, đoàn thể đứng ra tổ chức."),
        *_ward(at),
        Column(
            "school", "Trường/cơ sở", 28, Entry.TEXT,
            "Tên trường hoặc cơ sở nuôi dưỡng trẻ em nơi tổ chức, nếu có; không ghi lớp học của trẻ.",
        ),
        Column(
            "count", "Số lớp/buổi", 9, Entry.COUNT, "Để trống là một lớp hoặc một buổi.", least=1, examples=(1, 1)
        ),
        *_figures(),
    ]  # fmt: skip


def _participation(at: Setting) -> list[Column]:
    count = Column(
        "count", "Số lớp/buổi", 9, Entry.COUNT, "Số lớp hoặc số buổi trong kỳ của loại ở dòng này.",
        required=True, least=1, examples=(1, 3),
    )  # fmt: skip
    return [_kind(), _delivery(), *_ward(at), count, *_figures()]


def _unit(at: Setting) -> list[Column]:
    if not at.offered:
        return []
    # Words in brackets tell a new ward from an old one of the same name where no day decides.
    heading = "Đơn vị (phường, xã)" if at.end >= BREAK else "Đơn vị"
    prompt = "Chọn đơn vị trong danh sách."
    return [Column("unit", heading, 28, Entry.CHOICE, prompt, required=True, choices=at.offered)]


def _targets(at: Setting) -> list[Column]:
    return [
        Column(
            "indicator", "Tên chỉ tiêu", 52, Entry.CHOICE, "Chọn chỉ tiêu trong danh sách.", required=True,
            choices=tuple(i.label for i in INDICATORS.values()),
            examples=(INDICATORS["T1"].label, INDICATORS["L-parents"].label),
        ),
        *_unit(at),
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


def _schools(at: Setting) -> list[Column]:
    return [
        Column(
            "name", "Tên trường", 44, Entry.TEXT, "Tên trường hoặc cơ sở bảo vệ, nuôi dưỡng trẻ em.",
            required=True, examples=("Trường Tiểu học A", "Trường Trung học cơ sở B"),
        ),
        Column(
            "level", "Cấp học", 36, Entry.CHOICE, "Chọn cấp học trong danh sách.", required=True,
            choices=tuple(LEVEL_LABELS.values()), examples=("Tiểu học", "Trung học cơ sở"),
        ),
        *_unit(at),
        *_ward(at),
        Column("valid_from", "Hoạt động từ ngày", 13, Entry.ANY_DAY, "Để trống nếu không rõ."),
        Column("valid_to", "Hoạt động đến ngày", 13, Entry.ANY_DAY, "Chỉ ghi khi trường đã thôi hoạt động."),
    ]  # fmt: skip


def _population(at: Setting) -> list[Column]:
    return [
        Column(
            "group", "Nhóm tuổi", 26, Entry.CHOICE, "Chọn nhóm trong danh sách.", required=True, choices=GROUPS,
            examples=(GROUPS[0], GROUPS[1]),
        ),
        *_unit(at),
        Column(
            "year", "Năm", 9, Entry.YEAR, "Năm của con số, ví dụ 2024.", required=True,
            examples=(at.end.year, at.end.year),
        ),
        Column("value", "Số người", 13, Entry.COUNT, "Con số đã công bố.", required=True, examples=(12000, 3100)),
        Column("origin", "Nguồn số liệu", 44, Entry.TEXT, "Cơ quan công bố, tên tài liệu, ngày tháng."),
    ]  # fmt: skip


def _focal_points(at: Setting) -> list[Column]:
    return [
        Column(
            "name", "Họ và tên đầu mối", 28, Entry.TEXT, "Chỉ ghi cán bộ đầu mối của đơn vị.", required=True,
            examples=("Họ tên cán bộ thứ nhất", "Họ tên cán bộ thứ hai"),
        ),
        *_unit(at),
        Column(
            "position", "Chức vụ", 26, Entry.TEXT, "Chức vụ, phòng ban.",
            examples=("Chuyên viên", "Phó Trưởng phòng"),
        ),
        Column("phone", "Điện thoại", 16, Entry.TEXT, "Số điện thoại công vụ."),
        Column("email", "Thư điện tử", 28, Entry.TEXT, "Hộp thư công vụ."),
        Column("valid_from", "Từ ngày", 13, Entry.ANY_DAY, "Ngày bắt đầu làm đầu mối."),
        Column("document", "Văn bản", 32, Entry.TEXT, "Văn bản cử đầu mối."),
    ]  # fmt: skip
