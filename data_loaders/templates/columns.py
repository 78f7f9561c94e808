"""The columns of each kind of template: headings that the reader knows, what may stand below them, examples.

Sources of the columns: the minimum record of domain.md 2.3 and the records of the data contract; what no
record keeps (costs, evidence, notes) is not asked for.
"""

from datetime import timedelta

from data_loaders.templates import registers, work
from data_loaders.templates.column import Column, Entry, ward
from data_loaders.templates.setting import Setting
from program.contract import TableKind
from program.vocabulary import AUDIENCE_LABELS, DELIVERY_LABELS, Audience

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
_SEATS = "Ghi số lượt tham gia, không phải số người: một người dự ba buổi là ba lượt. Để trống nếu không có đối tượng này."
_WHERE = "Chọn phường, xã nơi tổ chức; để trống nếu không theo địa bàn."
# Communes beside the rows of a body of the city could be those who held them; this says that they are not.
_PLACE = "Địa bàn tổ chức"


def columns(at: Setting) -> tuple[Column, ...]:
    """The columns of a template in their order."""
    made = {
        TableKind.ACTIVITIES: _activities,
        TableKind.PARTICIPATION: _participation,
        TableKind.TARGETS: registers.targets,
        TableKind.SCHOOLS: registers.schools,
        TableKind.POPULATION: registers.population,
        TableKind.FOCAL_POINTS: registers.focal_points,
        TableKind.DIRECTIVES: work.directives,
        TableKind.TASKS: work.tasks,
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


def _where(at: Setting) -> list[Column]:
    return ward(at.wards, _WHERE, *(() if at.of_territory else (_PLACE,)))


def _inside(label: str) -> str:
    """A label within other words: "Cha mẹ" as "cha mẹ"; "CBCCVC" stays."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def _figures() -> list[Column]:
    parts = {
        Audience.PARENTS: (45, 40),
        Audience.CHILDREN_IN_SCHOOL: (None, 320),
        Audience.TEACHERS: (None, 12),
    }
    made = [
        Column(
            f"attendances.{audience}", f"Lượt {_inside(AUDIENCE_LABELS[audience])}", 12, Entry.COUNT, _SEATS,
            examples=parts.get(audience, (None, None)),
        )
        for audience in AUDIENCES
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
        *_where(at),
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
    return [_kind(), _delivery(), *_where(at), count, *_figures()]
