"""Reports as a check gives them, made by hand, and the state of a database in a form to compare."""

import json
from typing import Any

from hypothesis import HealthCheck, settings
from sqlalchemy import Connection, Engine, Table, delete, select, update

from program.contract import Report
from storage import schema


def record(**said: Any) -> dict[str, Any]:
    """One class for 30 parents in Hải Châu, with whatever is said otherwise."""
    given = {
        "unit": "492",
        "kind": "training_class",
        "title": "Lớp tập huấn an toàn mạng",
        "start_date": "2023-05-12",
        "end_date": "2023-05-12",
        "count": 1,
        "delivery": "in_person",
        "organiser": "UBND quận Hải Châu",
        "ward": None,
        "school": None,
        "attendances": {"parents": 30},
        "attendances_total": 30,
        "female": None,
        "basis": "detail",
        "source": {"sheet": "Tháng 5", "row": 6},
    }
    return given | said


def contact(unit: str = "492", **said: Any) -> dict[str, Any]:
    """A contact of Hải Châu, with whatever is said otherwise."""
    made = {
        "unit": unit, "name": "Nguyễn Thị Minh", "position": "Chuyên viên", "phone": "0236 3822 111",
        "email": "minh@danang.gov.vn", "valid_from": "2024-02-01", "document": "Công văn 5",
        "source": {"sheet": "Đầu mối", "row": 7},
    }  # fmt: skip
    return made | said


def report(*records: dict[str, Any], kind: str = "activities", **said: Any) -> Report:
    """A ready report with one table of these records."""
    made: Any = {
        "file": "tep.xlsx",
        "status": "ready",
        "tables": [
            {
                "kind": kind,
                "sheet": "Tháng 5",
                "header_rows": [4],
                "columns": {"A": "unit"},
                "unused_columns": [],
                "records": list(records),
            }
        ],
        "issues": [],
    }
    return made | said


def error(cell: str = "D9") -> dict[str, Any]:
    """One finding that keeps a row out."""
    return {
        "severity": "error",
        "code": "date_unreadable",
        "sheet": "Tháng 5",
        "cell": cell,
        "found": "31/02/2023",
        "message": "Ô D9 không phải là ngày.",
        "fix": "Ghi ngày theo dạng ngày/tháng/năm.",
    }


def bytes_of(made: Report) -> bytes:
    """Bytes that stand for the file of a report: equal reports are equal files."""
    return json.dumps(made, ensure_ascii=False, sort_keys=True).encode()


def active(engine: Engine) -> list[tuple[Any, ...]]:
    """Every record that counts now, of all kinds, in a comparable form."""
    found = []
    with engine.connect() as connection:
        for table in schema.RECORD_TABLES:
            for row in connection.execute(select(table).where(table.c.active)).mappings():
                values = {n: v for n, v in row.items() if n not in ("active", "natural_key", "content")}
                found.append((table.name, *sorted((n, str(v)) for n, v in values.items())))
    return sorted(found)


def everything(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables."""
    with engine.connect() as connection:
        return {table.name: rows(connection, table) for table in schema.metadata.sorted_tables}


def rows(connection: Connection, table: Table) -> list[tuple[Any, ...]]:
    """All rows of a table."""
    return sorted(tuple(map(str, row)) for row in connection.execute(select(table)))


def drawn(examples: int) -> settings:
    """How many sequences of steps a test tries, the same in every run. They share its database, which each empties
    first. Rules are tried on SQLite; the other database, where a step takes five times as long, is shown a few."""
    shares = [HealthCheck.function_scoped_fixture]
    return settings(max_examples=examples, deadline=None, derandomize=True, suppress_health_check=shares)


def emptied(engine: Engine) -> None:
    """The store as good as new, but for the log, which keeps all."""
    with engine.begin() as connection:
        for table in reversed(schema.metadata.sorted_tables):
            if table not in (schema.data_version, schema.event):
                connection.execute(delete(table))
        connection.execute(update(schema.data_version).values(version=0))
