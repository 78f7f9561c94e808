"""Reading the XML parts of a workbook without what could harm: no document types, no entities."""

from collections.abc import Callable
from xml.parsers import expat

from data_loaders.reading import failures, refusals

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def _refuse(*_: object) -> None:
    raise refusals.unsafe("DOCTYPE")


def parse(raw: bytes, start: Start, end: End | None = None, text: Text | None = None) -> None:
    """Calls the handlers for each tag and text of a part, in order; names are as written (`x:row`).

    Raises Unreadable: unsafe for a document type or entity, corrupt for anything not well-formed,
    too_large where memory runs out.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = start
    if end:
        parser.EndElementHandler = end
    if text:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(raw, True)
    except (expat.ExpatError, LookupError, UnicodeError) as error:
        raise failures.damaged(error) from error


def local(name: str) -> str:
    """A name as written, without its prefix: `x:row` → `row`."""
    return name[name.rfind(":") + 1 :]
