"""What the command `import` foresees of a file beside its sums: old and new of rows that change, rows that earlier files
have and this one lacks, what may count twice; for programs and in lines for a person."""

from typing import Any

from program.conflicts.desk import Sort
from program.field_labels import FIELD_LABELS
from program.text import grouped
from program.vocabulary import AUDIENCE_LABELS, DELIVERY_LABELS, Audience, Delivery
from storage.intake.submissions import Preview

_PLACE = ("sheet", "row")
# So many rows are told in lines; for programs as many as the preview has.
_SHOWN = 20
_BEFORE = "preview"
# In place of what a contact's row says: a terminal is no place for officials' numbers, nor are the logs it ends in.
_KEPT_BACK = "…"
_TWICE = (
    ("twins", "cặp dòng có thể là cùng một hoạt động, tính cả hai"),
    ("overlaps", "kỳ có cả danh sách chi tiết và số tổng hợp, chỉ tính một"),
    ("crossings", "cặp số tổng hợp giao nhau một phần, tính cả hai"),
    ("repeats", "báo cáo lặp lại năm trước, vẫn tính"),
)


def doubtful(seen: Preview) -> dict[str, Any]:
    """What a person should look at, as the upload page shows it before anything counts."""
    return {
        "changes": [
            {name: new[name] for name in _PLACE} | {"fields": _differing(old, new)}
            for old, new in seen.changed_rows
        ],
        "vanished": [{"submission": one.submission.id, "rows": one.count} for one in seen.corrects],
        "twins": len(seen.twins) + seen.more_twins,
        "overlaps": len(seen.overlaps),
        "crossings": sum(one.entry.sort == Sort.CROSSING for one in seen.foreseen),
        "repeats": sum(one.entry.sort == Sort.REPEAT for one in seen.foreseen),
    }


def _differing(old: dict[str, Any], new: dict[str, Any]) -> dict[str, list[Any]]:
    """Old and new by field, in the names and words of the data contract; of a contact only which fields they are."""
    contact = "phone" in new
    return {
        name.replace("att_", "attendances.", 1): [_KEPT_BACK] * 2
        if contact
        else [_plain(old[name]), _plain(new[name])]
        for name in new
        if name not in _PLACE and old[name] != new[name]
    }


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def lines(result: dict[str, Any]) -> list[str]:
    """The same for a person who reads the terminal; `result` is what the command found of one file. Nothing of a file
    that was refused, or that counted already."""
    if result["outcome"] not in (_BEFORE, "accepted"):
        return []
    told = [_change(one) for one in result["changes"][:_SHOWN]]
    if result["changed"] > len(told):
        told.append(f"Còn {grouped(result['changed'] - len(told))} dòng thay đổi nữa.")
    if not result["removed"]:
        told += [_vanished(one, result["outcome"]) for one in result["vanished"]]
    told += [
        f"{grouped(result[name])} {words} khi chưa quyết định (python -m storage conflicts list)."
        for name, words in _TWICE
        if result[name]
    ]
    if result["errors"]:
        told.append(
            f"{grouped(result['errors'])} lỗi, các dòng có lỗi không được tính (python -m data_loaders check TỆP)."
        )
    return told


def _vanished(one: dict[str, Any], outcome: str) -> str:
    way = "thêm --remove-missing"
    if outcome != _BEFORE:
        way = "rút lần nộp này, nhận lại với --remove-missing"
    gone = f"{grouped(one['rows'])} dòng của lần nộp số {one['submission']} không còn trong tệp này"
    return f"{gone}, vẫn được tính; để bỏ: {way}."


def _change(one: dict[str, Any]) -> str:
    words = (f"{_named(name)}: {_said(old)} → {_said(new)}" for name, (old, new) in one["fields"].items())
    return f"Thay đổi [{one['sheet']} dòng {one['row']}]: {'; '.join(words)}"


def _named(field: str) -> str:
    sort, _, audience = field.partition(".")
    return f"Lượt {AUDIENCE_LABELS[Audience(audience)]}" if audience else FIELD_LABELS.get(sort, sort)


def _said(value: Any) -> str:
    if value is None:
        return "để trống"
    if value in set(Delivery):
        return DELIVERY_LABELS[Delivery(value)]
    return grouped(value) if isinstance(value, int) else str(value)
