import pytest

from data_loaders.columns.words import work
from data_loaders.columns.words.allowed import ALLOWED, final_field
from data_loaders.columns.words.fields import FIELDS_OF, HEADING_OF
from data_loaders.columns.words.heading import Heading
from data_loaders.columns.words.headings import read_heading
from program.contract import TableKind


@pytest.mark.parametrize(
    ("kind", "field"), [(kind, field) for kind in FIELDS_OF for field in FIELDS_OF[kind]]
)
def test_the_heading_of_a_field_is_read_as_that_field(kind: TableKind, field: str) -> None:
    if kind not in ALLOWED:  # registers that are recognised as a whole
        assert list(work._matching(kind, {0: Heading(HEADING_OF[field], ())})) == [(0, field)]
        return
    fields = read_heading((HEADING_OF[field],)).fields
    allowed = [final_field(f, kind) for f in fields if f.split(".")[0] in ALLOWED[kind]]
    assert allowed[0] == field


def test_headings_tell_fields_apart() -> None:
    assert len(set(HEADING_OF.values())) == len(HEADING_OF)
