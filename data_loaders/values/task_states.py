"""How far a task is, in the words of an office or in per cent."""

import re

from data_loaders.reading.grid import Cell
from data_loaders.values.fault import Fault
from program.contract import IssueCode
from program.text import fold
from program.work.tasks import State

_NOT = re.compile(
    r"^(chua|khong) (thuc hien|trien khai|bat dau|hoan thanh|lam|xong|co ket qua|to chuc|xu ly|giai quyet)\b|^chua\b"
)
# "Chưa hoàn thành" says that it is not done, and not whether it was begun.
_UNFINISHED = re.compile(
    r"^(chua|khong) (hoan thanh|xong|co ket qua)\b|^(qua han|tre han|cham|cham tien do|tre|ton dong)\b"
)
_DOING = re.compile(r"\b(dang|do dang|hoan thanh (mot|1) phan|co ban)\b|^(tiep tuc|thuong xuyen)\b")
_DONE = re.compile(
    r"\b(hoan thanh|xong|hoan tat|ket thuc)\b|^da (thuc hien|trien khai|lam|bao cao|to chuc|xu ly|ban hanh|giai quyet)\b|^(da|dat|x|co|roi)$"
)
_SHARE = re.compile(r"(\d{1,3}) ?%")
_WHOLE = 100


def read_state(cell: Cell) -> State | Fault | None:
    """The state that a cell names: None for a blank, and for words that only say that it is not done; a Fault for
    other words. A share of the work, or a number as such, is in progress between nothing and all."""
    if cell is None:
        return None
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _of_share(cell * _WHOLE if 0 < cell <= 1 else cell)
    text = str(cell)
    folded = fold(text)
    if not folded or _UNFINISHED.search(folded):
        return None
    if found := _SHARE.search(text):
        return _of_share(int(found[1]))
    if (code := folded.replace(" ", "_")) in set(State):
        return State(code)
    for pattern, state in ((_NOT, State.NOT_STARTED), (_DOING, State.IN_PROGRESS), (_DONE, State.DONE)):
        if pattern.search(folded):
            return state
    return Fault(IssueCode.STATE_UNKNOWN)


def _of_share(share: float) -> State | Fault:
    if not 0 <= share <= _WHOLE:
        return Fault(IssueCode.STATE_UNKNOWN)
    return State.NOT_STARTED if share == 0 else State.DONE if share == _WHOLE else State.IN_PROGRESS
