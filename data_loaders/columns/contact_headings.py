"""Headings of a list of contacts that tell the document by which a unit named its contact."""

import re
from dataclasses import replace

from data_loaders.columns.headings import Heading
from program.text import fold

# The document by which a unit named its contact ("Văn bản cử đầu mối – Số | Ngày", "CV cử đầu mối").
_NAMING = re.compile(
    r"(theo|can cu)( so)? (van ban|cong van|cv|vb|quyet dinh|qd)( so| cu)?|so\b.*\b(van ban|cong van|cv|vb|quyet dinh|qd)\b.*|(so )?(van ban|cong van|cv|vb|quyet dinh|qd)\b(?!.*\bngay\b).*"
)
_NAMED_ON = re.compile(
    r"(van ban|cong van|cv|vb|quyet dinh|qd)\b.*\bngay\b.*|ngay\b.*\b(van ban|cong van|cv|vb|quyet dinh|ban hanh|ky|cu)\b.*"
)


def documents_of_contacts(headings: dict[int, Heading]) -> dict[int, Heading]:
    """Beside names and telephones, what tells the document by which a contact was named, and its day."""
    firsts = [h.fields[0] for h in headings.values() if h.fields]
    if "name" not in firsts or not {"phone", "email"} & set(firsts):
        return headings
    found = dict(headings)
    for number, heading in headings.items():
        folded = fold(heading.text)
        if _NAMED_ON.fullmatch(folded) and "start_date" not in firsts:
            found[number] = replace(heading, fields=("start_date",))
        elif (
            heading.fields in ((), ("unused",), ("number",))
            and _NAMING.fullmatch(folded)
            and "document" not in firsts
        ):
            found[number] = replace(heading, fields=("document",))
    return found
