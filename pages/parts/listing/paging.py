"""A long list a page at a time; all of it can be reached, and how much there is is said."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from locales.forms import number
from locales.messages import t
from pages.parts.shell.choices import in_address
from pages.parts.shell.frame import note

_SHOWN = 10
_Item = TypeVar("_Item")


def page_asked(pages: int) -> int:
    """The number of the page in the address, of those that there are."""
    return min(in_address.number("page") or 1, pages)


def page_of(found: Sequence[_Item], key: str) -> Sequence[_Item]:
    """The items of the page that the person chose; draws the choice where there is more than one."""
    pages = -(-len(found) // _SHOWN)
    if pages <= 1:
        return found
    note(t("Mỗi trang {n} mục, tất cả {all} mục.", n=number(_SHOWN), all=number(len(found))))
    page = min(st.pagination(pages, key=f"page-{key}", persist_state="page"), pages)
    return found[(page - 1) * _SHOWN : page * _SHOWN]
