"""A report made ready to be issued: its three files, its texts, settings and figures."""

from collections.abc import Mapping
from datetime import date

from exports.edition.settings import digest, settings_of
from exports.report.document import docx
from exports.report.letterhead import Letterhead
from exports.report.workbook import workbook
from exports.slides.presentation import pptx
from program.editions.issued import Asked, figures_of, texts_of
from program.filters import Filters
from program.measures.analysis import Analysis
from program.report.parts import Report


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
        view=view.only(
            kind=None, audience=None, delivery=None, text="", unusual=False, lacking=None, state=None
        ),
        as_of=draft.as_of,
        data_version=analysis.version,
        demo=draft.demo,
        content=digest(draft, texts, head),
        texts=texts_of(whole, texts.keys()),
        settings=settings_of(head) | {"today": today.isoformat()},
        figures=figures_of(analysis, draft.filters.only(as_of=draft.as_of)),
        files={"docx": docx(whole, head), "xlsx": workbook(whole), "pptx": pptx(whole)},
    )
