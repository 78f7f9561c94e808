"""What the tests of summaries look at."""

from tests.data_loaders.sheets import checked, codes, records

Q2 = ("2023-03-15", "2023-06-14")


def told(report) -> list[tuple]:
    """Unit, kind, first day and numbers of each record."""
    return [
        (r["unit"], r["kind"], r["start_date"], r["count"], r["attendances"], r["attendances_total"])
        for r in records(report)
    ]


def counted(rows: list[list[object]], merges: list[str]) -> list[tuple[object, ...]]:
    """Unit, kind, numbers and ward of each record of a table that is read without an error."""
    report = checked(rows, merges=merges)
    assert codes(report, "error") == []
    return [
        tuple(r[name] for name in ("unit", "kind", "count", "attendances_total", "ward"))
        for r in records(report)
    ]
