"""What import-linter cannot see of the rule which room may do what."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = (
    "access",
    "charts",
    "data_loaders",
    "exports",
    "locales",
    "pages",
    "program",
    "serving",
    "settings",
    "storage",
)
SCREENS = sorted((ROOT / "pages").rglob("*.py"))
# A screen asks for a result and draws it; these shape data or read it.
RESHAPING = {
    "agg", "apply", "concat", "groupby", "melt", "merge", "pivot", "pivot_table", "query",
    "read_csv", "read_excel", "read_sql", "read_sql_query", "resample", "stack", "unstack",
}  # fmt: skip
SQL = re.compile(r"\b(?:SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s.+\sSET|DELETE\s+FROM)\b", re.DOTALL)


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def _attributes(source: str) -> set[str]:
    return {node.attr for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)}


@cache
def _imports(file: Path) -> frozenset[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)}
    return frozenset(found)


@pytest.mark.parametrize("file", SCREENS, ids=_name)
def test_a_screen_neither_reshapes_data_nor_speaks_sql(file: Path) -> None:
    source = file.read_text("utf-8")
    assert not _attributes(source) & RESHAPING
    assert not SQL.search(source)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("rows.groupby('unit').sum()", {"groupby"}),
        ("pd.read_excel(file)", {"read_excel"}),
        ("st.selectbox('unit', rows)", set()),
    ],
)
def test_reshaping_is_recognised(source: str, found: set[str]) -> None:
    assert _attributes(source) & RESHAPING == found


def test_streamlit_finds_no_page_of_its_own() -> None:
    """Streamlit serves every file directly in pages/ before app.py has run, so none may lie there."""
    assert [f.name for f in (ROOT / "pages").glob("*.py")] == ["__init__.py"]
    assert not (ROOT / "pages" / "__init__.py").read_text("utf-8").count("import ")


def test_nobody_imports_a_command_or_the_app() -> None:
    files = [f for room in ROOMS for f in (ROOT / room).rglob("*.py")]
    wrong = [
        f"{_name(file)}: {name}"
        for file in files
        for name in _imports(file)
        if name.split(".")[-1] == "__main__" or name == "app"
    ]
    assert not wrong


def test_only_the_first_start_and_the_demo_command_read_the_sample_data() -> None:
    files = [f for room in ROOMS for f in (ROOT / room).rglob("*.py")]
    readers = {_name(f) for f in files if any(n.split(".")[0] == "sample_data" for n in _imports(f))}
    assert readers == {"pages/parts/shell/visit/start.py", "storage/commands/intake.py"}


@pytest.mark.parametrize(
    "page", [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"], ids=lambda p: p.name
)
def test_a_page_names_modules_and_what_is_in_them_as_they_are_called(page: Path) -> None:
    assert not _named_wrongly(page)


def test_docstrings_name_modules_and_what_is_in_them_as_they_are_called() -> None:
    files = [f for room in ROOMS for f in (ROOT / room).rglob("*.py")]
    assert not {_name(f): wrong for f in files if (wrong := _named_wrongly(f))}


def _named_wrongly(file: Path) -> set[str]:
    named = set(re.findall(rf"`((?:{'|'.join(ROOMS)})(?:\.\w+)+)\b", file.read_text("utf-8")))
    return {name for name in named if not _is_there(*name.split("."))}


def _is_there(room: str, *parts: str) -> bool:
    """Whether the names lead through folders to a module and to words in it."""
    place = ROOT / room
    while parts and (place / parts[0]).is_dir():
        place, parts = place / parts[0], parts[1:]
    if parts and (place / f"{parts[0]}.py").is_file():
        place, parts = place / f"{parts[0]}.py", parts[1:]
    if not parts:
        return True
    source = (place if place.is_file() else place / "__init__.py").read_text("utf-8")
    return all(re.search(rf"\b{word}\b", source) for word in parts)
