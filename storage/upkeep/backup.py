"""One file that holds everything the store knew at one moment, for either kind of database.

A ZIP archive: `tables/<name>.jsonl`, a row a line as `storage.upkeep.portable` writes it, and at the end
`manifest.json`, which says of which schema and moment it is and gives rows and sha256 of each table.
"""

import json
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from io import BufferedReader
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from sqlalchemy import Connection, Engine, Table, select

from access import operator
from storage import revisions
from storage.database import reading, writing
from storage.journal import log
from storage.upkeep import portable, sequences

MANIFEST = "manifest.json"
_PRODUCT = "dashboard-830"
_FORMAT = 1
# Rows in hand at once; a file that was handed in may have 20 MB, and an edition has three, so those come one by one.
_PORTION = 2000
_LARGE = ("raw_file", "edition_file")
_MANIFEST_BYTES = 1_000_000
_NO_STORE = "Chưa có kho số liệu để sao lưu. Hãy kiểm tra DATABASE_URL."


class Unusable(Exception):
    """A file that no store can be restored from, or a place that it cannot be restored to; the message
    is a Vietnamese sentence."""


@dataclass(frozen=True)
class Part:
    """One table of a backup: its columns with what each holds, how many rows, the sha256 of its lines."""

    columns: dict[str, str]
    rows: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself. `numbers` are the last ones given out in each table."""

    schema: str
    data_version: int
    made_at: str
    tables: dict[str, Part]
    numbers: dict[str, int]

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return sum(part.rows for part in self.tables.values())


def back_up(engine: Engine, out: Path) -> Manifest:
    """Write everything to a file, as it is at one moment while others go on writing, and read it back.
    The file bears its name only once it is whole; only its owner may read it.

    Raises Unusable where there is no store yet or what was written does not read back, OSError.
    """
    if engine.dialect.name == "sqlite" and not Path(engine.url.database or "").exists():
        raise Unusable(_NO_STORE)
    partial = out.with_name(f".{out.name}.{os.getpid()}.partial")
    try:
        # Made anew, for the owner alone: it holds what officials may be reached by.
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with reading(engine) as connection:
            written = _write(connection, partial)
        if examined(partial) != written:
            raise Unusable(
                f"Tệp sao lưu “{out}” đọc lại không khớp với kho. Hãy kiểm tra ổ đĩa rồi sao lưu lại."
            )
        partial.replace(out)
        _settle(out.parent)
    finally:
        partial.unlink(missing_ok=True)
    _note(engine, written)
    return written


def examined(path: Path) -> Manifest:
    """The manifest of a backup of which every line was read and matches. Raises Unusable."""
    with opened(path) as (archive, manifest):
        for name, part in manifest.tables.items():
            digest, rows = sha256(), 0
            for text in lines(archive, name):
                digest.update(text)
                rows += 1
            if (rows, digest.hexdigest()) != (part.rows, part.sha256):
                raise Unusable(
                    f"Tệp sao lưu “{path.name}” đã bị thay đổi hoặc hỏng ở bảng {name}. Hãy dùng bản sao lưu khác."
                )
    return manifest


@contextmanager
def opened(path: Path) -> Iterator[tuple[ZipFile, Manifest]]:
    """A backup to read from. Raises Unusable for what is none, is broken, or comes from a newer release."""
    try:
        with ZipFile(path) as archive:
            yield archive, _manifest(archive, path)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise Unusable(
            f"Tệp “{path.name}” không phải là bản sao lưu hoặc đã hỏng. Hãy dùng bản sao lưu khác."
        ) from error


def lines(archive: ZipFile, name: str) -> Iterator[bytes]:
    """The rows of a table, one after the other."""
    with archive.open(_member(name)) as member:
        yield from BufferedReader(member, 1 << 20)  # type: ignore[type-var]


def _member(name: str) -> str:
    return f"tables/{name}.jsonl"


def _manifest(archive: ZipFile, path: Path) -> Manifest:
    foreign = Unusable(f"Tệp “{path.name}” không phải là bản sao lưu của trang này. Hãy chọn đúng tệp.")
    try:
        entry = archive.getinfo(MANIFEST)
        if entry.file_size > _MANIFEST_BYTES:
            raise foreign
        said = json.loads(archive.read(entry))
        if said.pop("product") != _PRODUCT:
            raise foreign
        newer = said.pop("format") != _FORMAT or said["schema"] not in revisions.known()
        parts = {name: Part(**part) for name, part in said.pop("tables").items()}
        manifest = Manifest(tables=parts, **said)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise foreign from error
    if newer:
        raise Unusable(
            f"Bản sao lưu “{path.name}” do một bản mới hơn của chương trình tạo ra. "
            "Hãy cài bản chương trình mới rồi phục hồi lại."
        )
    if {_member(name) for name in manifest.tables} | {MANIFEST} != set(archive.namelist()):
        raise foreign
    return manifest


def _write(connection: Connection, path: Path) -> Manifest:
    revision = revisions.current(connection)
    if revision is None:
        raise Unusable(_NO_STORE)
    tables = portable.tables_of(connection)
    with path.open("wb") as file:
        with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=1) as archive:
            parts = {one.name: _table(connection, one, archive) for one in tables.sorted_tables}
            manifest = Manifest(
                schema=revision,
                data_version=int(connection.scalars(select(tables.tables["data_version"].c.version)).one()),
                made_at=datetime.now(UTC).isoformat(timespec="seconds"),
                tables=parts,
                numbers=sequences.last_numbers(connection, tables),
            )
            said: dict[str, Any] = {"product": _PRODUCT, "format": _FORMAT} | asdict(manifest)
            archive.writestr(MANIFEST, json.dumps(said, indent=1))
        file.flush()
        os.fsync(file.fileno())
    return manifest


def _table(connection: Connection, table: Table, archive: ZipFile) -> Part:
    """Write one table, portion by portion."""
    digest, rows = sha256(), 0
    portion = 1 if table.name in _LARGE else _PORTION
    query = select(table).order_by(*table.primary_key.columns).execution_options(yield_per=portion)
    with archive.open(_member(table.name), "w", force_zip64=True) as member:
        for row in connection.execute(query):
            text = portable.line(row)
            digest.update(text)
            member.write(text)
            rows += 1
    return Part(portable.columns_of(table), rows, digest.hexdigest())


def _settle(folder: Path) -> None:
    """The new name stays even if the machine stops now."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _note(engine: Engine, manifest: Manifest) -> None:
    """The log says that there is a backup; a store of an older schema keeps its log as it is."""
    if manifest.schema != revisions.newest():
        return
    detail = {"rows": manifest.rows, "data_version": manifest.data_version}
    with writing(engine) as connection:
        log.record(connection, operator(), log.BACKED_UP, detail=detail)
