"""A report made ready to be issued: its three files, its texts, settings and figures."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from exports.report.document import docx
from exports.report.letterhead import Letterhead
from exports.report.workbook import workbook
from exports.slides.presentation import pptx
from program.analysis import Analysis
from program.editions import Asked, content_of, figures_of, texts_of
from program.filters import Filters
from program.periods import PROGRAMME_END, PROGRAMME_START
from program.report_parts import Report
from program.sizes import PLAUSIBLE
from program.timeliness import DEADLINE_DAYS


def settings_of(head: Letterhead) -> dict[str, Any]:
    """What stands around the figures of a report, ready for JSON: the letterhead, and the settings that its
    words rest on."""
    return {
        **{name: list(said) if isinstance(said, tuple) else said for name, said in asdict(head).items()},
        "deadline_days": DEADLINE_DAYS,
        "programme": [PROGRAMME_START.isoformat(), PROGRAMME_END.isoformat()],
        "plausible": {str(kind): list(bounds) for kind, bounds in PLAUSIBLE.items()},
    }


def digest(draft: Report, texts: Mapping[str, str], head: Letterhead) -> str:
    """What a draft with the texts of an officer comes to: equal for two that say the same."""
    return content_of(draft.edited(dict(texts)), settings_of(head))


def prepared(
    analysis: Analysis,
    view: Filters,
    draft: Report,
    texts: Mapping[str, str],
    head: Letterhead,
    *,
    name: str,
    document: str = "",
    today: date,
) -> Asked:
    """A draft of a view with the texts that an officer wrote (by the parts' codes), to be issued under a name;
    `today` is the day that the draft was told. Takes a few seconds: the files are made."""
    whole = draft.edited(dict(texts))
    return Asked(
        name=name,
        document=document,
        view=view.only(kind=None, audience=None, delivery=None, text="", unusual=False, lacking=None),
        as_of=draft.as_of,
        data_version=analysis.version,
        demo=draft.demo,
        content=digest(draft, texts, head),
        texts=texts_of(whole, texts.keys()),
        settings=settings_of(head) | {"today": today.isoformat()},
        figures=figures_of(analysis, draft.filters.only(as_of=draft.as_of)),
        files={"docx": docx(whole, head), "xlsx": workbook(whole), "pptx": pptx(whole)},
    )
