"""What tests of the screens do to the database behind them, and what they read off the screen."""

from typing import Any

from streamlit.testing.v1 import AppTest

from access import local_person
from pages.parts import results
from storage.submissions import Receipt, accept
from tests.storage.build import bytes_of, report


def take(*records: dict[str, Any], name: str = "tep.xlsx", demo: bool = False, **said: Any) -> Receipt:
    """Accept a file with these records, as the app would."""
    made = report(*records, **said)
    return accept(results.engine(), local_person(), name, bytes_of(made), made, demo=demo)


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
