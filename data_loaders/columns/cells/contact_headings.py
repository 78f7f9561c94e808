"""Headings beside persons: the document by which a unit named its contact, and the office of a trainer."""

import re
from dataclasses import replace

from data_loaders.columns.words.heading import Heading
from program.text import fold

# The document by which a unit named its contact ("Văn bản cử đầu mối – Số | Ngày", "CV cử đầu mối").
_NAMING = re.compile(
    r"(theo|can cu)( so)? (van ban|cong van|cv|vb|quyet dinh|qd)( so| cu)?|so\b.*\b(van ban|cong van|cv|vb|quyet dinh|qd)\b.*|(so )?(van ban|cong van|cv|vb|quyet dinh|qd)\b(?!.*\bngay\b).*"
)
_NAMED_ON = re.compile(
    r"(van ban|cong van|cv|vb|quyet dinh|qd)\b.*\bngay\b.*|ngay\b.*\b(van ban|cong van|cv|vb|quyet dinh|ban hanh|ky|cu)\b.*"
)


def documents_of_contacts(headings: dict[int, Heading]) -> dict[int, Heading]:
    """Beside names and telephones, what tells the document by which a contact was named, and its day; beside targets the
    day of theirs."""
    firsts = [h.fields[0] for h in headings.values() if h.fields]
    if "document" in firsts and {"indicator", "value"} & set(firsts):
        # Beside targets it belongs to the words of the document.
        return {
            n: replace(h, fields=("document_day",))
            if _NAMED_ON.fullmatch(fold(h.text)) and h.fields in ((), ("unused",))
            else h
            for n, h in headings.items()
        }
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


TRAINERS = re.compile(
    r"\b(giang vien|bao cao vien|tap huan vien|dien gia|chuyen gia|nguoi (trinh bay|giang|huong dan|day))\b"
)
_WORKS_AT = re.compile(r"(don vi|co quan|noi)( dang)?( cong tac| lam viec)\b")


def offices_of_trainers(headings: dict[int, Heading]) -> dict[int, Heading]:
    """Beside trainers "Đơn vị công tác" is where they work, and so is "Đơn vị" below "Giảng viên": neither reports nor
    organises."""
    if not any(TRAINERS.search(fold(h.text)) for h in headings.values()):
        return headings
    of_persons = ((), ("unit",), ("organiser",), ("position",), ("name",), ("personal.name",))
    return {
        n: replace(h, fields=("unused",))
        if h.fields[:1] in of_persons
        and (TRAINERS.search(fold(h.text)) or (h.fields and _WORKS_AT.match(fold(h.text))))
        else h
        for n, h in headings.items()
    }
