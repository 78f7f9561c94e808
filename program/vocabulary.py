"""The words of the programme: codes used in data, and their Vietnamese labels.

Codes and labels are those of the data contract; a label is also the message id under which
`locales` keeps its English wording.
"""

from dataclasses import dataclass

from program.codes import Audience, Authority, Basis, Delivery, Kind, Level, Status

# The codes are had from here, beside their labels.
__all__ = ["Audience", "Authority", "Basis", "Delivery", "Kind", "Level", "Status"]

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


class Catalogue(dict[str, Indicator]):
    """The indicators that screens list, by code. Any other that a workbook may set a target for is found by its
    code as well and listed nowhere by itself: a count of activities or attendances of a kind, an audience or both
    (`L-activities-training_class-teachers`), which is measured like the listed ones; and one in an office's own
    words (`L:Số câu lạc bộ`), which nothing handed in measures."""

    def __missing__(self, code: str) -> Indicator:
        if code.startswith(OWN_WORDS):
            words = code.removeprefix(OWN_WORDS)
            share = words.casefold().startswith(("tỷ lệ", "tỉ lệ", "%"))
            return Indicator(code, words, words, Authority.LOCAL, "unmeasured", "%" if share else "")
        return COMPOSED[code]


OWN_WORDS = "L:"


# T1-T3: QĐ 830/QĐ-TTg of 1-6-2021, as summarised in the press and one provincial plan; the
# decision's own clause was not read. The local ones are what the city may set targets for.
INDICATORS = Catalogue(
    (i.code, i)
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
)


def composed_code(measure: str, kind: Kind | None, audience: Audience | None) -> str:
    """The code of the indicator that counts activities or attendances of a kind and an audience."""
    for indicator in INDICATORS.values():
        if (indicator.measure, indicator.kind, indicator.audience) == (measure, kind, audience):
            return indicator.code
    return "-".join(filter(None, ("L", measure, kind, audience)))


def _composed(measure: str, kind: Kind | None, audience: Audience | None) -> Indicator:
    counter = "lượt" if measure == "attendances" else KIND_COUNTERS[kind] if kind else "hoạt động"
    what = KIND_LABELS[kind] if kind else "Hoạt động" if measure == "activities" else ""
    whom = AUDIENCE_LABELS[audience] if audience else ""
    label = ": ".join(filter(None, ("Lượt tham gia" if measure == "attendances" else "", what, whom)))
    code = composed_code(measure, kind, audience)
    return Indicator(code, label, label, Authority.LOCAL, measure, counter, kind, audience)


COMPOSED = {
    found.code: found
    for measure in ("activities", "attendances")
    for kind in (None, *Kind)
    for audience in (None, *Audience)
    if (found := _composed(measure, kind, audience)).code not in INDICATORS
}
# Those that offices set targets for most, beside the listed ones.
OFTEN = (
    "L-activities-training_class",
    "L-attendances-training_class",
    "L-attendances-training_class-children_out_of_school",
)


def find_indicator(code: str) -> Indicator | None:
    """The indicator of a code that was kept; None for one that this release does not know."""
    known = code in INDICATORS or code in COMPOSED or code.startswith(OWN_WORDS)
    return INDICATORS[code] if known else None
