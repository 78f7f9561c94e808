"""How the records of each kind of table lie in the database."""

from dataclasses import dataclass

from sqlalchemy import Table

from program.contract import TableKind
from storage import schema
from storage.schema import ATTENDANCE_COLUMNS


@dataclass(frozen=True)
class Shape:
    """How records of one kind lie in their table. `identity` are the columns of the natural key, of
    which `words` are compared as words (case, composition and tone placement do not count);
    `content` is everything else that a record says."""

    table: Table
    identity: tuple[str, ...]
    words: frozenset[str]
    content: tuple[str, ...]
    dates: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return self.identity + self.content


ACTIVITY = Shape(
    schema.activity,
    ("unit", "kind", "start_date", "end_date", "title", "organiser", "ward", "school", "basis"),
    frozenset({"title", "organiser", "ward", "school"}),
    ("count", "delivery", *ATTENDANCE_COLUMNS, "attendances_total", "female"),
    ("start_date", "end_date"),
)
SHAPES: dict[str, Shape] = {
    TableKind.ACTIVITIES: ACTIVITY,
    TableKind.PARTICIPATION: ACTIVITY,
    TableKind.TARGETS: Shape(
        schema.target,
        ("indicator", "unit", "start_date", "end_date", "authority"),
        frozenset(),
        ("value", "document"),
        ("start_date", "end_date"),
    ),
    TableKind.SCHOOLS: Shape(
        schema.school,
        ("name", "level", "unit", "ward"),
        frozenset({"name", "ward"}),
        ("valid_from", "valid_to"),
        ("valid_from", "valid_to"),
    ),
    TableKind.POPULATION: Shape(
        schema.population, ("group", "unit", "year"), frozenset({"group"}), ("value", "origin")
    ),
    TableKind.FOCAL_POINTS: Shape(
        schema.focal_point,
        ("unit", "name"),
        frozenset({"name"}),
        ("position", "phone", "email", "valid_from", "document"),
        ("valid_from",),
    ),
    TableKind.DIRECTIVES: Shape(
        schema.directive,
        ("unit", "number", "issued_on"),
        frozenset({"number"}),
        ("issuer", "form", "subject", "part"),
        ("issued_on",),
    ),
    TableKind.TASKS: Shape(
        schema.task,
        ("unit", "assignee", "duty", "assigned_on"),
        frozenset({"assignee", "duty"}),
        ("document", "due_date", "state", "done_on", "result", "proof"),
        ("assigned_on", "due_date", "done_on"),
    ),
}
