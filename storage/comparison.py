"""What the records of a file would change: the same count for the preview and for the receipt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from storage.records import Batch, Row

# Below the 32,766 variables that SQLite allows in a statement.
_KEYS_A_QUERY = 5_000
CHANGED_ROWS_SHOWN = 200


@dataclass
class Change:
    """Records of one kind of table against those that count now. `changed_rows` holds pairs of old and
    new rows as columns of the record table with `sheet` and `row`; at most CHANGED_ROWS_SHOWN of a file."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    changed_rows: list[tuple[Row, Row]] = field(default_factory=list)

    @classmethod
    def total(cls, parts: Iterable["Change"]) -> "Change":
        """All kinds of table together."""
        whole = cls()
        for part in parts:
            whole.new += part.new
            whole.changed += part.changed
            whole.unchanged += part.unchanged
            whole.changed_rows += part.changed_rows
        return whole


def compare(connection: Connection, made: Sequence[Batch], rows_shown: int = 0) -> dict[str, Change]:
    """For each kind of table how many records are new, changed or unchanged."""
    found = {}
    for batch in made:
        found[batch.kind] = _compare(connection, batch, rows_shown)
        rows_shown -= len(found[batch.kind].changed_rows)
    return found


def _compare(connection: Connection, batch: Batch, rows_shown: int) -> Change:
    table = batch.shape.table
    held = select(table.c.natural_key, table.c.content, table.c.id).where(table.c.active)
    change = Change()
    shown: dict[int, Row] = {}
    for start in range(0, len(batch.rows), _KEYS_A_QUERY):
        chunk = {row["natural_key"]: row for row in batch.rows[start : start + _KEYS_A_QUERY]}
        met = connection.execute(held.where(table.c.natural_key.in_(chunk))).all()
        change.new += len(chunk) - len(met)
        for natural_key, content, record_id in met:
            row = chunk[natural_key]
            if content == row["content"]:
                change.unchanged += 1
                continue
            change.changed += 1
            if len(shown) < rows_shown:
                shown[record_id] = row
    if shown:
        names = (*batch.shape.columns, "sheet", "row")
        columns = [table.c[name] for name in ("id", *names)]
        for old in connection.execute(select(*columns).where(table.c.id.in_(shown))).mappings():
            new = shown[old["id"]]
            change.changed_rows.append(
                ({name: old[name] for name in names}, {name: new[name] for name in names})
            )
        change.changed_rows.sort(key=lambda pair: (pair[1]["sheet"], pair[1]["row"]))
    return change
