"""What tests of the screens do to the database behind them, and what they read off the screen."""

import re
from typing import Any

from streamlit.testing.v1 import AppTest

from access import local_person
from pages.parts.figures import results
from program.reporting.timeliness import NOT_SAID, Received
from storage.intake.submissions import Receipt, accept
from tests.storage.build import bytes_of, report


def take(
    *records: dict[str, Any],
    name: str = "tep.xlsx",
    demo: bool = False,
    received: Received = NOT_SAID,
    **said: Any,
) -> Receipt:
    """Accept a file with these records, as the app would."""
    made = report(*records, **said)
    raw = bytes_of(made)
    return accept(results.engine(), local_person(), name, raw, made, demo=demo, received=received)


def written(app: AppTest) -> str:
    """Everything that is written on the screen; hyphens and blanks that do not break as plain ones."""
    kinds = (
        app.title,
        app.header,
        app.subheader,
        app.markdown,
        app.success,
        app.error,
        app.warning,
        app.info,
    )
    text = "\n".join(str(part.value) for parts in kinds for part in parts)
    return text.replace("\u2011", "-").replace("\u00a0", " ")


def button(app: AppTest, label: str) -> Any:
    """The one button with these words."""
    (found,) = [b for b in app.button if b.label == label]
    return found


def labels(app: AppTest) -> list[str]:
    """The words of all buttons."""
    return [b.label for b in app.button]


def rows(app: AppTest) -> list[list[list[str]]]:
    """The rows of the list on the screen (`pages.manage.list_table`): in each cell what stands one below the
    other, as it was escaped."""
    (table,) = [p.proto.body for p in app.get("html") if p.proto.body.startswith("<table")] or [""]
    return [
        [re.sub("</?b>", "", cell).split("<br>") for cell in re.findall("<td[^>]*>(.*?)</td>", row)]
        for row in table.replace("\u2011", "-").split("<tr>")[2:]
    ]


def open_submission(app: AppTest, number: int) -> AppTest:
    """The submission of this number opened, as its line of the list leads to it."""
    app.query_params["submission"] = str(number)
    app.run()
    assert not app.exception, app.exception
    return app


def downloads(app: AppTest) -> set[str]:
    """The words of every button that hands out a file."""
    return {b.label for b in app.get("download_button")}
