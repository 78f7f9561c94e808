"""Mailboxes of schools, which are nobody's own."""

import re

from data_loaders.reading.grid import Cell
from program.text import fold

_MAIL = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+(?:edu|gov)\.vn\b", re.IGNORECASE)


def is_mail_of_school(cell: Cell) -> bool:
    """Whether a cell holds mailboxes of schools or offices and nothing else."""
    return isinstance(cell, str) and "@" in cell and not fold(_MAIL.sub("", cell))
