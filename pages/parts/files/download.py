"""The one button that hands out a file: made at the click, for who may still read, noted in the log."""

from collections.abc import Callable, Mapping

import streamlit as st

import storage.access.guard
import storage.journal.audit
from access import Right
from data_loaders.annotating import Form
from pages.parts.figures import results
from pages.parts.files import handing

# What a workbook of Excel is called.
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What a marked workbook is called, by its form.
OF_FORM = {Form.XLSX: XLSX, Form.ODS: "application/vnd.oasis.opendocument.spreadsheet"}


def button(
    label: str,
    make: Callable[[], bytes],
    *,
    file_name: str,
    mime: str | None = None,
    key: str,
    what: str | None,
    view: Mapping[str, object] | None = None,
    disabled: bool = False,
    help: str | None = None,  # noqa: A002 (Streamlit's own word)
) -> None:
    """A download button. `make` runs at the click, in another thread and without calls of Streamlit.
    `what` says in the log which kind of data was taken along (`pages.manage.audit_words.actions.EXPORTS` has the words), `view`
    the filters or the submission; None for a file that holds no data (a blank template)."""
    st.download_button(
        label, _handing_out(make, what, dict(view or {})), file_name=file_name, mime=mime,
        on_click="ignore", key=key, disabled=disabled, help=help,
    )  # fmt: skip


def _handing_out(
    make: Callable[[], bytes], what: str | None, view: Mapping[str, object]
) -> Callable[[], bytes]:
    engine, actor = results.engine(), results.actor()
    owner = handing.owner(actor)

    def handed() -> bytes:
        storage.access.guard.confirm(engine, actor, Right.READ)
        made = make()
        if what is not None:
            storage.journal.audit.exported(engine, actor, what, view)
        handing.made_for(owner)
        return made

    return handed
