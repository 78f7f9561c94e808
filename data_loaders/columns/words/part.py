"""One header cell: what its words may mean."""

from dataclasses import dataclass

from program.vocabulary import Audience, Delivery, Kind

# Fields whose cells are numbers, one or more columns of a table.
MEASURES = ("count", "attendances_total", "female", "value")


@dataclass(frozen=True)
class Part:
    """One header cell: fields it can mean by its wording, and what it names."""

    fields: tuple[str, ...] = ()
    audience: Audience | None = None
    kind: Kind | None = None
    period: bool = False
    unit: bool = False
    delivery: Delivery | None = None
    whole: bool = False

    @property
    def strong(self) -> bool:
        """Whether the wording is that of a heading and not also that of a value ("Lớp tập huấn")."""
        return (
            bool(self.fields)
            and self.fields[0] != "unused"
            and not (self.kind and "count" in self.fields[1:])
        )

    @property
    def counts(self) -> bool:
        """Whether it names what is counted: by its field, as a kind ("Buổi") or as "Lớp"."""
        told = not set(self.fields).isdisjoint((*MEASURES, "lop"))
        return told or (self.kind is not None and not self.fields)

    @property
    def known(self) -> bool:
        return bool(self.fields or self.audience or self.kind or self.period or self.unit or self.delivery)
