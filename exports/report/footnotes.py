"""Real footnotes of a Word document: python-docx has none, so their part is written here (ECMA-376, 17.11)."""

from typing import Any
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn

from exports.office_words import one_line, plain
from exports.report.styles import FOOTNOTE_REFERENCE, FOOTNOTE_TEXT

# The two that Word draws as the line above the notes.
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote>"
)


class Footnotes:
    """The notes of one document. A note is set where it is first referred to; a second reference shows its
    number, which Word then no longer counts."""

    def __init__(self, document: Any, notes: tuple[str, ...]) -> None:
        self._document, self._notes = document, notes
        self._set: dict[int, int] = {}

    def refer(self, paragraph: Any, number: int, *, after_another: bool = False) -> None:
        """Refer to note `number` (from 1) at the end of a paragraph; one that does not exist is left out. One
        right after another is parted from it by a comma."""
        if not 1 <= number <= len(self._notes):
            return
        if after_another:
            paragraph.add_run(",", style=self._document.styles[FOOTNOTE_REFERENCE])
        run = paragraph.add_run()
        run.style = self._document.styles[FOOTNOTE_REFERENCE]
        if number in self._set:
            run.text = str(self._set[number])
            return
        self._set[number] = len(self._set) + 1
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(self._set[number]))
        run.element.append(reference)

    def write(self) -> None:
        """Add the part with the notes that were referred to, in their order."""
        styles = self._document.styles
        text, mark = styles[FOOTNOTE_TEXT].style_id, styles[FOOTNOTE_REFERENCE].style_id
        notes = "".join(
            f'<w:footnote w:id="{place}"><w:p><w:pPr><w:pStyle w:val="{text}"/></w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {escape(plain(one_line(self._notes[number - 1])))}</w:t></w:r></w:p></w:footnote>'
            for number, place in self._set.items()
        )
        xml = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            f"<w:footnotes {nsdecls('w')}>{_SEPARATORS}{notes}</w:footnotes>"
        )
        package = self._document.part.package
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), package)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        self._name_separators()

    def _name_separators(self) -> None:
        """The settings name the separators, and say that notes stand at the foot of the page."""
        settings = self._document.settings.element
        properties = OxmlElement("w:footnotePr")
        for place in ("-1", "0"):
            named = OxmlElement("w:footnote")
            named.set(qn("w:id"), place)
            properties.append(named)
        after = settings.find(qn("w:compat"))
        if after is not None:
            after.addprevious(properties)
        else:
            settings.append(properties)
