"""The file as it was handed in, while it is kept."""

from datetime import date

import storage.intake.submissions
from locales.forms import day
from locales.messages import t
from pages.parts.figures import results
from pages.parts.files import download
from pages.parts.shell.frame import note


def button(label: str, submission: int, file_name: str, key: str) -> None:
    """The button that takes the file along, or the day since when it is no longer kept."""
    engine, actor = results.engine(), results.actor()
    gone = storage.intake.submissions.removed_on(engine, submission)
    if gone is not None:
        note(words(gone))
        return
    download.button(
        label, lambda: storage.intake.submissions.raw_file(engine, actor, submission)[1],
        file_name=file_name, key=key, what="source_file", view={"submission": submission},
    )  # fmt: skip


def words(removed_on: date) -> str:
    """Since when the file is no longer kept."""
    return t("Tệp gốc đã hết hạn lưu ngày {day}.", day=day(removed_on))
