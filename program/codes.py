"""The codes of the data contract (design.md 2 and 6); their labels are in `program.vocabulary`."""

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
    """Tình trạng so với kế hoạch; the rule is in `program.targets.progress.judge`."""

    MET = "met"
    ON_TRACK = "on_track"
    NEEDS_ACCELERATION = "needs_acceleration"
    FAR_BEHIND = "far_behind"
    NOT_MET = "not_met"
    NOT_ASSESSABLE = "not_assessable"
