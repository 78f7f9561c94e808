"""The words of the programme: codes used in data, and their Vietnamese labels.

Codes and labels are those of the data contract; a label is also the message id under which
`locales` keeps its English wording.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Loại hoạt động. Classes and sessions differ several-fold in size and are never summed."""

    TRAINING_CLASS = "training_class"
    COMMUNICATION_SESSION = "communication_session"
    CONTEST = "contest"
    OTHER = "other"


class Audience(StrEnum):
    """Đối tượng tham gia."""

    PARENTS = "parents"
    CHILDREN_OUT_OF_SCHOOL = "children_out_of_school"
    CHILDREN_IN_SCHOOL = "children_in_school"
    TEACHERS = "teachers"
    CHILD_WORKERS = "child_workers"
    OFFICIALS = "officials"
    OTHER = "other"


class Delivery(StrEnum):
    """Hình thức tổ chức."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


class Basis(StrEnum):
    """What one record stands for: one activity, a reported group of them, or a declaration of nothing."""

    DETAIL = "detail"
    SUMMARY = "summary"
    DECLARED_ZERO = "declared_zero"


class Authority(StrEnum):
    """Who set a target: the Prime Minister's decision, or the city."""

    OFFICIAL = "official"
    LOCAL = "local"


class Level(StrEnum):
    """Cấp học of an institution in the register of schools."""

    PRESCHOOL = "preschool"
    PRIMARY = "primary"
    LOWER_SECONDARY = "lower_secondary"
    UPPER_SECONDARY = "upper_secondary"
    PRIMARY_LOWER_SECONDARY = "primary_lower_secondary"
    LOWER_UPPER_SECONDARY = "lower_upper_secondary"
    PRIMARY_TO_UPPER_SECONDARY = "primary_to_upper_secondary"
    CONTINUING = "continuing"
    FACILITY = "facility"


class Status(StrEnum):
    """Tình trạng so với kế hoạch; the rule is in `program.progress.judge`."""

    MET = "met"
    ON_TRACK = "on_track"
    NEEDS_ACCELERATION = "needs_acceleration"
    FAR_BEHIND = "far_behind"
    NOT_MET = "not_met"
    NOT_ASSESSABLE = "not_assessable"


KIND_LABELS = {
    Kind.TRAINING_CLASS: "Lớp tập huấn",
    Kind.COMMUNICATION_SESSION: "Buổi truyền thông",
    Kind.CONTEST: "Hội thi, cuộc thi",
    Kind.OTHER: "Hoạt động khác",
}

KIND_COUNTERS = {
    Kind.TRAINING_CLASS: "lớp",
    Kind.COMMUNICATION_SESSION: "buổi",
    Kind.CONTEST: "cuộc thi",
    Kind.OTHER: "hoạt động",
}

AUDIENCE_LABELS = {
    Audience.PARENTS: "Cha mẹ, người chăm sóc trẻ",
    Audience.CHILDREN_OUT_OF_SCHOOL: "Trẻ em ngoài trường học",
    Audience.CHILDREN_IN_SCHOOL: "Trẻ em trong trường học",
    Audience.TEACHERS: "Giáo viên, CBQL giáo dục",
    Audience.CHILD_WORKERS: "Cán bộ làm công tác trẻ em, cộng tác viên",
    Audience.OFFICIALS: "CBCCVC, đoàn thể",
    Audience.OTHER: "Đối tượng khác",
}

# Công văn 2523/UBND-KGVX (10-5-2022) names these two groups.
PRIORITY_AUDIENCES = (Audience.PARENTS, Audience.CHILDREN_OUT_OF_SCHOOL)

DELIVERY_LABELS = {
    Delivery.IN_PERSON: "Trực tiếp",
    Delivery.ONLINE: "Trực tuyến",
    Delivery.HYBRID: "Kết hợp",
}

BASIS_LABELS = {
    Basis.DETAIL: "Từng hoạt động",
    Basis.SUMMARY: "Số tổng hợp",
    Basis.DECLARED_ZERO: "Báo không phát sinh",
}

AUTHORITY_LABELS = {Authority.OFFICIAL: "Mục tiêu quốc gia", Authority.LOCAL: "Chỉ tiêu địa phương"}

LEVEL_LABELS = {
    Level.PRESCHOOL: "Mầm non",
    Level.PRIMARY: "Tiểu học",
    Level.LOWER_SECONDARY: "Trung học cơ sở",
    Level.UPPER_SECONDARY: "Trung học phổ thông",
    Level.PRIMARY_LOWER_SECONDARY: "Tiểu học và trung học cơ sở",
    Level.LOWER_UPPER_SECONDARY: "Trung học cơ sở và trung học phổ thông",
    Level.PRIMARY_TO_UPPER_SECONDARY: "Tiểu học, trung học cơ sở và trung học phổ thông",
    Level.CONTINUING: "Giáo dục thường xuyên",
    Level.FACILITY: "Cơ sở bảo vệ, nuôi dưỡng trẻ em",
}

STATUS_LABELS = {
    Status.MET: "đã đạt",
    Status.ON_TRACK: "đúng tiến độ",
    Status.NEEDS_ACCELERATION: "cần tăng tốc",
    Status.FAR_BEHIND: "chậm",
    Status.NOT_MET: "chưa đạt",
    Status.NOT_ASSESSABLE: "chưa đánh giá được",
}

STATUS_SHAPES = {
    Status.MET: "●",
    Status.ON_TRACK: "◆",
    Status.NEEDS_ACCELERATION: "▲",
    Status.FAR_BEHIND: "▼",
    Status.NOT_MET: "▼",
    Status.NOT_ASSESSABLE: "○",
}


@dataclass(frozen=True)
class Indicator:
    """What is measured against a target.

    `measure` is `activities`, `attendances`, `schools_share` or `supplied` (a city total that an
    agency must supply; class and participation files cannot measure it). `kind` and `audience`
    narrow the count; `counter` is the unit of measure written beside the figure.
    """

    code: str
    label: str
    short_label: str
    authority: Authority
    measure: str
    counter: str
    kind: Kind | None = None
    audience: Audience | None = None
    source: str = ""


# T1-T3: QĐ 830/QĐ-TTg of 1-6-2021, as summarised in the press and one provincial plan; the
# decision's own clause was not read. The local ones are what the city may set targets for.
INDICATORS = {
    i.code: i
    for i in (
        Indicator(
            "T1",
            "Trường và cơ sở bảo vệ, nuôi dưỡng trẻ em định kỳ tổ chức tuyên truyền, giáo dục",
            "T1 Trường định kỳ tổ chức",
            Authority.OFFICIAL,
            "schools_share",
            "%",
            source="Quyết định 830/QĐ-TTg ngày 1-6-2021",
        ),
        Indicator(
            "T2",
            "Trẻ em bị xâm hại trên môi trường mạng được hỗ trợ, can thiệp khi có yêu cầu",
            "T2 Trẻ bị xâm hại được hỗ trợ",
            Authority.OFFICIAL,
            "supplied",
            "%",
            source="Quyết định 830/QĐ-TTg ngày 1-6-2021",
        ),
        Indicator(
            "T3",
            "Tổ chức, cá nhân vi phạm bị xử lý theo pháp luật (phấn đấu)",
            "T3 Vi phạm bị xử lý (phấn đấu)",
            Authority.OFFICIAL,
            "supplied",
            "%",
            source="Quyết định 830/QĐ-TTg ngày 1-6-2021",
        ),
        Indicator(
            "L-classes-parents",
            "Lớp tập huấn có cha mẹ, người chăm sóc trẻ",
            "Lớp cho cha mẹ",
            Authority.LOCAL,
            "activities",
            "lớp",
            Kind.TRAINING_CLASS,
            Audience.PARENTS,
        ),
        Indicator(
            "L-classes-out-of-school",
            "Lớp tập huấn có trẻ em ngoài trường học",
            "Lớp cho trẻ em ngoài trường học",
            Authority.LOCAL,
            "activities",
            "lớp",
            Kind.TRAINING_CLASS,
            Audience.CHILDREN_OUT_OF_SCHOOL,
        ),
        Indicator(
            "L-sessions",
            "Buổi truyền thông",
            "Buổi truyền thông",
            Authority.LOCAL,
            "activities",
            "buổi",
            Kind.COMMUNICATION_SESSION,
        ),
        Indicator(
            "L-parents",
            "Lượt cha mẹ, người chăm sóc trẻ tham gia lớp tập huấn",
            "Lượt cha mẹ dự lớp",
            Authority.LOCAL,
            "attendances",
            "lượt",
            Kind.TRAINING_CLASS,
            Audience.PARENTS,
        ),
    )
}
