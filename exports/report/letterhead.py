"""What stands around the text of a report and no data knows: who issues it, where, to whom."""

from dataclasses import dataclass, replace

import settings
from program import units
from program.filters import CITY
from program.text import lower_first

BLANK = "……"


@dataclass(frozen=True)
class Letterhead:
    """The agency above (`parent`) and the one that issues, the code behind "/BC-", the place of issue, to whom
    (Kính gửi; several parted by ";") and who else receives it, and who drafted it. What is not known is empty and printed as dots."""

    parent: str = ""
    issuer: str = ""
    code: str = ""
    place: str = "Đà Nẵng"
    to: str = ""
    recipients: tuple[str, ...] = ()
    drafter: str = ""

    def of(self, unit: str) -> "Letterhead":
        """The head of a unit's own report. A unit of territory reports through its People's Committee, which
        names no agency above it (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.2) and dates from its own place (II.4);
        an organisation under its own name. It goes to the agency that reports for the city."""
        found = units.unit(unit)
        if unit == CITY or found is None:
            return self
        name = units.label(unit, with_type=True)
        place = self.place
        if found.level in ("district", "commune"):
            issuer, parent, place = f"Ủy ban nhân dân {lower_first(name)}", "", units.label(unit)
        else:
            issuer, parent = name, "Ủy ban nhân dân thành phố Đà Nẵng" if found.level == "department" else ""
        own = replace(self, issuer=issuer, parent=parent, place=place, to=self.issuer)
        return replace(own, code="", recipients=(), drafter="")


def letterhead(unit: str) -> Letterhead:
    """The head that the settings give, for the city's report or a unit's own."""
    found = settings.current()
    names = (name.strip() for name in found.report_recipients.split(";"))
    return Letterhead(
        parent=found.report_parent,
        issuer=found.report_agency,
        code=found.report_code,
        place=found.report_place,
        to=found.report_to,
        recipients=tuple(name for name in names if name),
        drafter=found.report_drafter,
    ).of(unit)
