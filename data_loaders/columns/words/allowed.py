"""The fields that each kind of table can hold, and their names there."""

from data_loaders.columns.column import is_figure_field
from program.contract import TableKind

_T = TableKind
_PLACE = frozenset({"unit", "ward"})


_ACTIVITY = _PLACE | {
    "title", "kind", "start_date", "end_date", "period", "delivery", "organiser", "school", "audience",
    "count", "attendances", "attendances_total", "female", "male", "kind_measure", "lop",
}  # fmt: skip


# The fields each kind of table can hold; a heading's other meanings do not count there.
ALLOWED: dict[TableKind, frozenset[str]] = {
    _T.ACTIVITIES: _ACTIVITY,
    _T.PARTICIPATION: _ACTIVITY,
    _T.TARGETS: frozenset({
        "indicator", "unit", "ward", "start_date", "end_date", "period", "value", "authority", "document", "document_day", "number",
        "attendances_total", "attendances", "count", "kind_measure",
    }),
    _T.SCHOOLS: _PLACE | {"name", "school", "level", "start_date", "end_date"},
    _T.POPULATION: frozenset({
        "group", "audience", "unit", "ward", "period", "value", "origin", "attendances", "attendances_total", "count", "document",
    }),
    _T.FOCAL_POINTS: frozenset({"unit", "ward", "name", "position", "phone", "email", "start_date", "document"}),
}  # fmt: skip


# The meanings of headings that name whom or what each row of a register is of.
NAMING: dict[TableKind, tuple[tuple[str, ...], ...]] = {
    _T.FOCAL_POINTS: (("name",),),
    _T.SCHOOLS: (("name",), ("school",)),
}


def final_field(field: str, kind: TableKind) -> str:
    """The name of the field in this kind of table."""
    if kind == _T.SCHOOLS:
        return {"school": "name", "start_date": "valid_from", "end_date": "valid_to"}.get(field, field)
    if kind == _T.FOCAL_POINTS:
        return {"start_date": "valid_from", "ward": "unit"}.get(field, field)
    if kind == _T.TARGETS:
        return "value" if is_figure_field(field) else {"ward": "unit", "number": "document"}.get(field, field)
    if kind == _T.POPULATION:
        if field.startswith("attendances."):
            return "value"
        return {
            "attendances_total": "value",
            "count": "value",
            "period": "year",
            "document": "origin",
            "audience": "group",
        }.get(field, field)
    return field
