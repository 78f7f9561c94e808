"""A file goes to the person it was made for; who asks, and whether that is known, comes as a parameter."""

from collections.abc import Callable

import pytest
from streamlit.runtime.media_file_storage import MediaFileKind
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from pages.parts.files import handing
from serving.handed import Handed, Unknown, keep, owner_of
from serving.protocol import Scope
from tests.serving.asking import Inner, ask

AN, BINH = "an@danang.gov.vn", "binh@danang.gov.vn"


def unknown(_scope: Scope) -> str | None:
    raise Unknown


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
@pytest.mark.parametrize(
    ("reader", "path", "status"),
    [
        (lambda _scope: AN, "/media/file-of-an.csv", 200),
        (lambda _scope: AN, "/media/file-of-an", 200),
        (lambda _scope: BINH, "/media/file-of-an.csv", 404),
        (lambda _scope: None, "/media/file-of-an.csv", 404),
        (unknown, "/media/file-of-an.csv", 503),
        (lambda _scope: AN, "/media/file-of-nobody.csv", 404),
        (lambda _scope: None, "/media/file-of-nobody.csv", 404),
        (lambda _scope: AN, "/media/", 404),
        (lambda _scope: AN, "/media/x/file-of-an.csv", 404),
        (unknown, "/static/file.js", 200),
    ],
)
def test_a_file_is_for_the_person_it_was_made_for(
    method: str, reader: Callable[[Scope], str | None], path: str, status: int
) -> None:
    keep("file-of-an", AN)
    inner = Inner()
    answer = ask(Handed(inner, reader=reader), path, method=method, headers={"Range": "bytes=0-1"})
    assert answer.status == status
    assert bool(inner.seen) is (status == 200)
    if status == 200:
        assert inner.told("range") == ["bytes=0-1"]
    elif method == "HEAD":
        assert (answer.body, int(answer.one("content-length")) > 0) == (b"", True)
    else:
        assert answer.body.decode().endswith(".\n")


def test_many_files_of_one_person_leave_those_of_others() -> None:
    keep("one-of-binh", BINH)
    gone = [number for n in range(25) for number in keep(f"many-{n}", AN)]
    assert {f"many-{n}" for n in range(5)} <= set(gone)
    assert owner_of("many-4") is None
    assert owner_of("many-5") == AN
    assert owner_of("one-of-binh") == BINH


def test_a_large_file_with_one_changed_cell_is_another_file() -> None:
    storage = MemoryMediaFileStorage("/media")
    before = b"0" * 3_000_000
    after = before[:500_000] + b"1" + before[500_001:]
    numbers = []
    for raw in (before, after):
        handing.made_for(AN)
        numbers.append(storage.load_and_get_id(raw, "text/csv", MediaFileKind.DOWNLOADABLE, "a.csv"))
    assert [storage.get_file(number).content for number in numbers] == [before, after]
    assert [owner_of(number) for number in numbers] == [AN, AN]
    # What was not made at a click keeps Streamlit's own number, which nobody is given.
    assert owner_of(storage.load_and_get_id(before, "text/csv", MediaFileKind.MEDIA)) is None
