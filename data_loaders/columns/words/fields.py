"""The fields that a person may name as the meaning of a column, and what such a column is usually called."""

from program.contract import TableKind
from program.field_labels import FIELD_LABELS
from program.vocabulary import Audience

_PEOPLE = tuple(f"attendances.{audience}" for audience in Audience)
_ACTIVITY = (
    "title", "start_date", "end_date", "period", "unit", "kind", "audience", "count", "attendances_total",
    "female", *_PEOPLE, "delivery", "organiser", "ward", "school",
)  # fmt: skip

# In the order in which they are offered; the names are those of the data contract.
FIELDS_OF: dict[TableKind, tuple[str, ...]] = {
    TableKind.ACTIVITIES: _ACTIVITY,
    TableKind.PARTICIPATION: _ACTIVITY,
    TableKind.TARGETS: (
        "indicator", "unit", "start_date", "end_date", "period", "value", "authority", "document",
    ),
    TableKind.SCHOOLS: ("name", "level", "unit", "ward", "valid_from", "valid_to"),
    TableKind.POPULATION: ("group", "unit", "year", "value", "origin"),
    TableKind.FOCAL_POINTS: ("unit", "name", "position", "phone", "email", "valid_from", "document"),
    TableKind.DIRECTIVES: ("unit", "number", "issued_on", "issuer", "form", "subject", "part"),
    TableKind.TASKS: (
        "unit", "duty", "assignee", "document", "assigned_on", "due_date", "state", "done_on", "result", "proof",
    ),
}  # fmt: skip

# Headings that the program reads by itself (`columns.words.wordings`); tests hold them to it. “Tên” alone says too little.
HEADING_OF = FIELD_LABELS | {
    "name": "Tên trường",
    "attendances.parents": "Lượt cha mẹ",
    "attendances.children_out_of_school": "Lượt trẻ em ngoài trường học",
    "attendances.children_in_school": "Lượt trẻ em trong trường học",
    "attendances.teachers": "Lượt giáo viên",
    "attendances.child_workers": "Lượt cộng tác viên",
    "attendances.officials": "Lượt CBCCVC",
    "attendances.other": "Lượt đối tượng khác",
}
