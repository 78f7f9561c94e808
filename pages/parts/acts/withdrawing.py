"""Taking a submission back: what it will do is said first, and the same once it is done."""

from collections.abc import Sequence

import storage.intake.submissions
from access import Right
from locales.forms import number
from locales.messages import t
from pages.parts.acts import asking
from pages.parts.figures import results
from pages.parts.words import plain
from program.contract import MANAGED_KINDS
from storage.intake.submissions import Kept, Submission


def name(s: Submission, place: str = "") -> str:
    """The name of the question, for its button; `place` tells two of them on one screen apart."""
    return f"withdraw-{s.id}{place}"


def label(s: Submission) -> str:
    """The words of its button."""
    return t("Rút lần nộp số {n}", n=number(s.id))


def offered(s: Submission) -> bool:
    """Whether the person may take it back: it counts or waits, and they may change what it holds."""
    managed = MANAGED_KINDS.isdisjoint(s.counts) or Right.MANAGE_TARGETS in results.actor().rights
    return s.state in ("accepted", "checked") and managed


def question(s: Submission, place: str = "") -> None:
    """The window that asks."""

    def will() -> str:
        if s.state != "accepted":
            return t(
                "Tệp **{file}** chưa được tính; rút thì bỏ tệp này qua một bên.", file=plain(s.file_name)
            )
        found = storage.intake.submissions.withdrawal(results.engine(), s.id)
        what = effect(found.stops, found.restored, found.kept)
        return t(
            "Rút tệp **{file}**: {what}. Tệp gốc vẫn được giữ.", file=plain(s.file_name), what=what
        )  # fmt: skip

    def take_back() -> str:
        done = storage.intake.submissions.withdraw(results.engine(), results.actor(), s.id)
        words = t("Đã rút lần nộp số {n}", n=number(s.id))
        return (
            f"{words}: {effect(done.removed, done.restored, done.kept)}."
            if s.state == "accepted"
            else f"{words}."
        )

    asking.question(
        name(s, place), t("Rút lần nộp số {n}?", n=number(s.id)), will, label(s), t("Giữ nguyên"), take_back
    )


def effect(stops: int, restored: int, kept: Sequence[Kept]) -> str:
    """38 dòng thôi được tính, 5 dòng trước đó được tính trở lại; 2 dòng vẫn được tính theo lần nộp số 15 nhận sau:
    with its words, or with the same."""
    words = t("{n} dòng thôi được tính", n=number(stops))
    if restored:
        words += ", " + t("{n} dòng trước đó được tính trở lại", n=number(restored))
    for one in kept:
        words += "; " + t(
            "{n} dòng vẫn được tính theo lần nộp số {m} nhận sau",
            n=number(one.count),
            m=number(one.submission.id),
        )
    return words
