"""What is the user's own in an .ods that comes back stays as it was: remarks, unknown parts, views, filters."""

import io
import zipfile

import pytest

from data_loaders.annotating.recognising import NAME
from tests.data_loaders.annotating.ods import looking
from tests.data_loaders.annotating.ods.writing import (
    AMBER,
    NOTE,
    RED,
    SAID,
    built,
    issue,
    row,
    rows_of,
    styled,
    table,
    text,
    with_parts,
)
from tests.data_loaders.reading import making


def test_the_users_own_remark_stays_and_ours_goes_when_mended() -> None:
    raw = making.ods(table(row(text("a", inside=NOTE), text("b"), text("c", inside="<office:annotation/>"))))
    first = built(raw, issue("A1"), issue("A1", message="Cũng sai."), issue("B1"), issue("C1"))
    found = looking.marked(first, "T")
    assert found[1, 1][1] == f"Hỏi lại trường\n\n{SAID}\n\nCũng sai.\nCách sửa: Sửa."
    assert found[1, 2] == found[1, 3] == (RED, SAID)
    second = built(first, issue("A1", message="Mới.", severity="warning"))
    assert looking.marked(second, "T") == {
        (1, 1): (AMBER, "Hỏi lại trường\n\nChương trình 830:\nMới.\nCách sửa: Sửa.")
    }
    assert {seen.ground for place, seen in looking.cells(second, "T").items() if place != (1, 1)} == {None}
    third = built(second)
    assert list(looking.tables(third)) == [NAME, "T"]
    assert looking.cells(third, NAME)[2, 1].words == "Không có gì cần sửa"
    assert {place: seen.note for place, seen in looking.cells(third, "T").items() if seen.note} == {
        (1, 1): "Hỏi lại trường"
    }
    assert len(looking.part(third).findall(".//table:database-range", looking.NAMES)) == 1


def test_what_nobody_here_knows_stays_as_it_was() -> None:
    odd = (
        '<table:table-cell table:formula="of:=SUM([.A1:.B1])&quot;&gt;" office:value-type="float" office:value=\'3\' '
        'x:odd = \'table:style-name="a"\'  xmlns:x="urn:x"><x:thing>é &#233; <![CDATA[<b>]]></x:thing><!-- > --><text:p>3</text:p></table:table-cell>'
    )
    raw = making.ods(table(row(odd, text("b")), row(odd)))
    with zipfile.ZipFile(io.BytesIO(built(raw, issue("A1")))) as archive:
        content = archive.read("content.xml").decode()
    assert content.count(odd) == 1
    assert content.count(odd.partition(">")[2].partition("<text:p>")[0]) == 2 - content.count(odd) + 1
    assert content.count("x:odd=" + odd.partition("x:odd = ")[2].partition(" ")[0]) == 1


def test_a_sheet_of_the_unit_with_our_name_stays() -> None:
    raw = making.ods(table(row(text("a")), name=NAME))
    back = built(raw, issue("A1", NAME))
    assert list(looking.tables(back)) == [f"{NAME}1", NAME]
    assert list(looking.tables(built(back, issue("A1", NAME)))) == [f"{NAME}1", NAME]


MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="content.xml"/><manifest:file-entry manifest:full-path="Basic/Standard/M.xml"/>'
    "</manifest:manifest>"
)


def test_macros_and_signatures_do_not_come_back_and_the_rest_is_the_same() -> None:
    raw = making.ods(table(row(text("a"))))
    raw = with_parts(raw, Basic__Standard__M=b"evil", Pictures__a=b"\x89PNG", **{
        "META-INF__manifest.xml": MANIFEST.encode(), "META-INF__documentsignatures.xml": b"<a/>",
    })  # fmt: skip
    raw = with_parts(raw, **{"content.xml": scripted(raw)})
    back = built(raw, issue("A1"))
    with zipfile.ZipFile(io.BytesIO(back)) as archive:
        assert archive.namelist() == ["mimetype", "content.xml", "META-INF/manifest.xml", "Pictures/a"]
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        assert archive.read("Pictures/a") == b"\x89PNG"
        assert b"Basic" not in archive.read("META-INF/manifest.xml")
        assert b"content.xml" in archive.read("META-INF/manifest.xml")
        assert b"office:scripts" not in archive.read("content.xml")
    lines = [looking.cells(back, NAME)[n, 1].words for n in (4, 5)]
    assert ["macro" in lines[0], "chữ ký" in lines[1]] == [True, True]


def scripted(raw: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return archive.read("content.xml").replace(
            b"<office:automatic-styles>", b"<office:scripts><a/></office:scripts><office:automatic-styles>"
        )


VIEW = (
    '<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0">'
    '<office:settings><config:config-item-set config:name="ooo:view-settings">{}</config:config-item-set></office:settings></office:document-settings>'
)
VIEWS = (
    '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item-map-named config:name="Tables">'
    '<config:config-item-map-entry config:name="T"/></config:config-item-map-named>'
    '<config:config-item config:name="ActiveTable" config:type="string">T</config:config-item></config:config-item-map-entry></config:config-item-map-indexed>'
)


@pytest.mark.parametrize("views", [VIEWS, ""], ids=["with views", "without"])
def test_it_opens_at_the_list(views: str) -> None:
    raw = with_parts(making.ods(table(row(text("a")))), **{"settings.xml": VIEW.format(views).encode()})
    back = built(built(raw, issue("A1")), issue("A1"))
    view = looking.part(back, "settings.xml")
    items = {
        looking.at(tag, "config:name"): tag.text
        for tag in view.iterfind(".//config:config-item", looking.NAMES)
    }
    assert items["ActiveTable"] == NAME
    assert items["VerticalSplitPosition"] == "5"
    named = [
        looking.at(tag, "config:name")
        for tag in view.iterfind(".//config:config-item-map-entry[@config:name]", looking.NAMES)
    ]
    assert named == [NAME, *(["T"] if views else [])]


def test_the_list_prints_across_one_sheet_of_paper() -> None:
    back = built(built(styled(), issue("A1")), issue("A1"))
    pages = looking.part(back, "styles.xml").findall(".//style:master-page", looking.NAMES)
    style = next(
        s
        for s in looking.part(back).iterfind(".//style:style", looking.NAMES)
        if looking.at(s, "style:master-page-name")
    )
    assert [looking.at(page, "style:name") for page in pages].count(
        looking.at(style, "style:master-page-name")
    ) == 1


@pytest.mark.parametrize(("others", "printed"), [(("false", "false"), "false"), (("false", "true"), None)])
def test_where_no_sheet_is_named_to_be_printed_all_are(others: tuple[str, ...], printed: str | None) -> None:
    tables = "".join(
        table(row(text("a")), name=name).replace("<table:table ", f'<table:table table:print="{said}" ')
        for name, said in zip("TU", others, strict=True)
    )
    back = built(built(making.ods(tables)))
    assert looking.at(looking.tables(back)[NAME], "table:print") == printed


@pytest.mark.parametrize("more", ["<table:database-ranges/>", ('<table:database-ranges><table:database-range table:name="__Anonymous_Sheet_DB__0" '
                                  'table:target-range-address="T.A1:T.B9"/></table:database-ranges>'), "<table:data-pilot-tables/>"])  # fmt: skip
def test_the_list_has_its_filter_beside_the_users_own(more: str) -> None:
    back = built(making.ods(table(row(text("a"))) + more), issue("A1"))
    found = looking.part(back).findall(".//table:database-ranges/table:database-range", looking.NAMES)
    assert len({looking.at(tag, "table:name") for tag in found}) == len(found) == (2 if "T.A1" in more else 1)
    assert f"'{NAME}'.A5:'{NAME}'.G6" in {looking.at(tag, "table:target-range-address") for tag in found}
    order = [
        tag.tag.rpartition("}")[2] for tag in looking.part(back).find(".//office:spreadsheet", looking.NAMES)
    ]
    assert order == ["table", "table", "database-ranges", *(["data-pilot-tables"] if "pilot" in more else [])]


def test_recorded_changes_follow_their_tables() -> None:
    record = (
        "<table:tracked-changes><table:cell-content-change><table:cell-address table:column='0' table:row='0' "
        "table:table='0'/></table:cell-content-change><table:insertion table:type='row' table:position='3' table:table='1'/>"
        "<table:insertion table:type='table' table:position='1'/></table:tracked-changes>"
    )
    first = built(making.ods(record + table(row(text("a"))) + table(row(text("b")), name="U")), issue("A1"))

    def numbers(raw: bytes) -> list[str]:
        found = looking.part(raw).find(".//table:tracked-changes", looking.NAMES).iter()
        return [v for tag in found for k, v in tag.attrib.items() if k.endswith(("}table", "}position"))]

    assert numbers(first) == ["1", "3", "2", "2"]
    assert numbers(built(first, issue("A1"))) == ["1", "3", "2", "2"]
    assert rows_of(first).startswith('<table-row><table-cell office:value-type="string" style-name="1">')


def test_letters_before_the_first_tag_do_not_shift_the_marks() -> None:
    raw = making.ods(table(row(text("ế"), text("b"))))
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        content = '\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<!-- ế -->'.encode() + archive.read(
            "content.xml"
        )
    assert looking.marked(built(with_parts(raw, **{"content.xml": content}), issue("B1")), "T") == {
        (1, 2): (RED, SAID)
    }
