"""Columns that name who signed a list, heads a school or led a class."""

import re

from data_loaders.columns.words.heading import Heading
from data_loaders.persons.names import mostly_names
from data_loaders.reading.grid import Cell
from program.text import fold

_OFFICER = re.compile(
    r"((ho (va )?)?ten |ho (va )?ten )?(nguoi (ky|lap|duyet|xac nhan|tong hop)( .{0,20})?|(pho )?hieu truong|giam doc|thu truong"
    r"|(gv|giao vien|can bo|cb|nguoi|tong phu trach)( (phu trach|huong dan|chu nhiem|dung lop|giang day|thuc hien|trinh bay|dan chuong trinh))+( lop| chinh)?"
    r"|lanh dao( .{0,20})?|chu co so|chu (nhom|truong)|truong phong|bi thu|chu tich|(pho )?hieu truong .{0,12})"
)


def officers_named(headings: dict[int, Heading], samples: dict[int, list[Cell]]) -> dict[int, Heading]:
    """Columns that name who signed a list or heads a school: known and not kept, like the names of trainers. The
    office can be an audience too ("Hiệu trưởng"), so that the cells decide. Beside telephones they are contacts."""
    contacts = any(h.fields[:1] in (("phone",), ("email",)) for h in headings.values())
    return {
        n: Heading(h.text, ("unused",))
        if _OFFICER.fullmatch(fold(h.text))
        and not (contacts and "name" in h.fields)
        and mostly_names(samples[n], least=1)
        else h
        for n, h in headings.items()
    }
