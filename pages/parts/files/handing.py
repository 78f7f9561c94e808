"""A file that is made at a click has a number of its own, known to `serving.handed` with the person.

Streamlit names a file by its contents, above 1 MiB by a sample of them: where one cell had changed since, the file
of before could be given out as that of now, and two people with one file would share its address.
"""

import secrets
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

import streamlit as st
from streamlit.runtime.media_file_storage import MediaFileKind
from streamlit.runtime.memory_media_file_storage import MemoryFile, MemoryMediaFileStorage

from access import Actor, anonymous
from serving import guest, handed

_MADE_FOR: ContextVar[str | None] = ContextVar("made for", default=None)


def owner(actor: Actor) -> str:
    """Whose the files are that somebody has made: those of an account, or of a guest's browser. Asked in a run."""
    return guest.owner(actor.id, st.context.cookies) if actor.id == anonymous().id else actor.id


def made_for(owner: str) -> None:
    """What this thread hands to Streamlit next was made for somebody (`owner`)."""
    _MADE_FOR.set(owner)


def _numbered(load: Callable[..., str]) -> Callable[..., str]:
    """Streamlit's own way to keep a file, but for those that `made_for` spoke of."""

    def load_and_get_id(
        self: MemoryMediaFileStorage,
        path_or_data: str | bytes,
        mimetype: str,
        kind: MediaFileKind,
        filename: str | None = None,
    ) -> str:
        owner = _MADE_FOR.get()
        if owner is None or not isinstance(path_or_data, bytes):
            return load(self, path_or_data, mimetype, kind, filename)
        _MADE_FOR.set(None)
        number = secrets.token_hex(28)
        self._files_by_id[number] = MemoryFile(path_or_data, mimetype, kind, filename)
        for gone in handed.keep(number, owner):
            self.delete_file(gone)
        return number

    made: Any = load_and_get_id
    made.numbered = True
    return load_and_get_id


if not hasattr(MemoryMediaFileStorage.load_and_get_id, "numbered"):
    MemoryMediaFileStorage.load_and_get_id = _numbered(MemoryMediaFileStorage.load_and_get_id)  # type: ignore[method-assign]
