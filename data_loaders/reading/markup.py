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
    parser = _guarded()
    parser.StartElementHandler = start
    if end:
        parser.EndElementHandler = end
    if text:
        parser.CharacterDataHandler = text
    _run(parser, raw)


def parse_placed(
    raw: bytes,
    start: Callable[[str, dict[str, str], int], None],
    end: Callable[[str, int], None],
    text: Text | None = None,
) -> None:
    """As `parse`; the handlers of tags are told, too, at which byte of the part each begins."""
    parser = _guarded()
    parser.StartElementHandler = lambda tag, said: start(tag, said, parser.CurrentByteIndex)
    parser.EndElementHandler = lambda tag: end(tag, parser.CurrentByteIndex)
    if text:
        parser.CharacterDataHandler = text
    _run(parser, raw)


def _guarded() -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    return parser


def _run(parser: expat.XMLParserType, raw: bytes) -> None:
    try:
        parser.Parse(raw, True)
    except (expat.ExpatError, LookupError, UnicodeError) as error:
        raise failures.damaged(error) from error


def local(name: str) -> str:
    """A name as written, without its prefix: `x:row` → `row`."""
    return name[name.rfind(":") + 1 :]
