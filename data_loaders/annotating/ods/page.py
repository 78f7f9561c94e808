"""The printed pages of the list, in `styles.xml`: across one sheet of paper, lying."""

from data_loaders.annotating.ods import splicing
from data_loaders.annotating.ods.splicing import Tag
from data_loaders.reading import markup

NAME = "danh_sach_trang_in"
_LAYOUT = (
    f'<style:page-layout style:name="{NAME}"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" '
    'style:print-orientation="landscape" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="1.5cm" '
    'fo:margin-right="1.5cm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout>'
).encode()
_PAGE = f'<style:master-page style:name="{NAME}" style:page-layout-name="{NAME}"/>'.encode()
_PLACES = {"office:automatic-styles": _LAYOUT, "office:master-styles": _PAGE}


def with_page(raw: bytes) -> bytes:
    """The part with the pages of the list, once. Raises Unreadable."""
    seen = _Places(raw)
    markup.parse_placed(raw, seen.start, seen.end)
    if seen.known:
        return raw
    changes = splicing.declared(seen.root)
    for name, new in _PLACES.items():
        tag, end = seen.found.get(name, (None, seen.root_end))
        changes.append(splicing.added(name, tag, end, new))
    return splicing.spliced(raw, changes)


class _Places:
    """Where the two kinds of styles stand, and whether the list's pages are among them."""

    def __init__(self, raw: bytes) -> None:
        self.found: dict[str, tuple[Tag, int]] = {}
        self.known = False
        self._raw = raw
        self._open: list[Tag | None] = []

    def start(self, tag: str, said: dict[str, str], at: int) -> None:
        if not self._open:
            self.root = splicing.tag_at(self._raw, at)
        self._open.append(splicing.tag_at(self._raw, at) if tag in _PLACES else None)
        self.known = self.known or (tag == "style:master-page" and said.get("style:name") == NAME)

    def end(self, tag: str, at: int) -> None:
        here = self._open.pop()
        if here:
            self.found[tag] = here, at
        if not self._open:
            self.root_end = at
