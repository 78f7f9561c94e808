"""Which texts of the screens need an English wording, and which have none yet.

`python -m tools.messages` prints those without one as stubs for `locales/en/messages.po`.
"""

import ast
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

from babel.messages.extract import extract_from_file

ROOT = Path(__file__).resolve().parents[1]
# Every Vietnamese text in these is shown on a screen, also those that reach t() as a value.
SHOWN = ("app.py", "pages", "charts")
# Of these, the public constants: the labels of the vocabulary.
LABELS = ("access", "program")
# Of these, only what stands inside t(): the headings of a CSV are Vietnamese for everybody.
SPOKEN = ("exports", "locales")
# Vietnamese words for Streamlit's own English ones: never shown on the English page.
VIETNAMESE_ONLY = tuple(
    ROOT / "pages" / "parts" / "shell" / "browser" / name for name in ("framework_words.py", "language.py")
)


def _files(names: tuple[str, ...]) -> list[Path]:
    return sorted(
        f for name in names for f in ([ROOT / name] if name.endswith(".py") else (ROOT / name).rglob("*.py"))
    )


def _is_vietnamese(text: str) -> bool:
    """Whether a text holds a letter that plain English lacks."""
    return any(ord(c) > 127 and unicodedata.name(c, "").startswith("LATIN") for c in text)


def _docstrings(tree: ast.AST) -> set[int]:
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, owners) and node.body]
    return {id(body[0].value) for body in bodies if isinstance(body[0], ast.Expr)}


def _texts(node: ast.AST, skip: set[int]) -> Iterator[tuple[str, int]]:
    """Plain string literals with their lines; the pieces of f-strings are not whole texts."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            if id(child) not in skip and not isinstance(node, ast.JoinedStr):
                yield child.value, child.lineno
        else:
            yield from _texts(child, skip)


def _public_constants(tree: ast.Module) -> Iterator[ast.AST]:
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if any(isinstance(name, ast.Name) and name.id.isupper() and name.id[0] != "_" for name in targets):
            yield node


def _everything(tree: ast.Module) -> Iterator[ast.AST]:
    yield tree


def _place(file: Path, line: int) -> str:
    return f"{file.relative_to(ROOT).as_posix()}:{line}"


@cache
def wanted() -> dict[str, str]:
    """Every text that needs an English wording, with the first place where it stands."""
    found: dict[str, str] = {}
    for file in _files((*SHOWN, *LABELS, *SPOKEN)):
        for line, text, _, _ in extract_from_file("python", file, keywords={"t": None}):
            found.setdefault(str(text), _place(file, line))
    for names, part in ((SHOWN, _everything), (LABELS, _public_constants)):
        for file in _files(names):
            tree = ast.parse(file.read_text("utf-8"))
            skip = _docstrings(tree)
            for node in part(tree) if file not in VIETNAMESE_ONLY else ():
                for text, line in _texts(node, skip):
                    if _is_vietnamese(text):
                        found.setdefault(text, _place(file, line))
    return found


def mixed() -> list[str]:
    """Places where Vietnamese words stand in an f-string, which no catalogue can translate."""
    return [
        _place(file, node.lineno)
        for file in _files(SHOWN)
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.JoinedStr)
        and any(isinstance(part, ast.Constant) and _is_vietnamese(str(part.value)) for part in node.values)
    ]


def places(text: str) -> set[str]:
    """The names in braces that a text fills in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _quoted(text: str) -> str:
    return (
        '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'
    )


def main() -> int:
    """Print the stubs; 1 if there are any."""
    from locales.messages import catalogue

    known = catalogue()
    left = {text: place for text, place in wanted().items() if text not in known}
    for text, place in left.items():
        # Where a text stands is said aside: in the catalogue it would be wrong at the next change.
        print(f"\n{place}:", file=sys.stderr, flush=True)
        print(f'\nmsgid {_quoted(text)}\nmsgstr ""', flush=True)
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
