"""Where the tables of a sheet stand: title block, header rows, numbering row, the rows below."""

from dataclasses import dataclass, replace

from data_loaders import time_limit
from data_loaders.cells import words
from data_loaders.columns.words.headings import read_part
from data_loaders.layout.around.captions import captions_above
from data_loaders.layout.around.label_lines import alone, names_period
from data_loaders.layout.around.letterheads import letterheads
from data_loaders.layout.below.row_labels import is_example
from data_loaders.layout.below.row_names import names_of_rows, names_unsaid
from data_loaders.layout.facts import facts_below_each_other
from data_loaders.layout.forms.finding import Form, find_forms
from data_loaders.layout.forms.opening import sets_targets_above
from data_loaders.layout.forms.without_heading import form_without_heading
from data_loaders.layout.grid_view import GridView
from data_loaders.layout.head.header import extent, is_figure, is_header
from data_loaders.layout.head.header_like import as_above, continues, first_row, of_a_unit
from data_loaders.layout.head.heading_paths import heading_paths
from data_loaders.layout.head.numbering import is_numbering, numbers_one
from data_loaders.layout.head.printed_again import line_again, said_again
from data_loaders.layout.head.unknown_header import heads_rows, heads_schools, numbers_anew
from data_loaders.layout.registers_beside import register_beside, unit_told
from data_loaders.layout.sentences_apart import sentences_apart
from data_loaders.layout.side_by_side import are_tables, parted_by_gaps, parts_of
from data_loaders.layout.turned import Turned, find_turned, turned_view
from program.text import clean

# Rows between two looks at the time.
_LOOKED_AT = 64
# After so many rows of words that are no headings none is looked for: to match the words of each would take minutes.
_WORDY = 1_000


@dataclass(frozen=True)
class Block:
    """One table: words above it, its header rows, and its rows below up to the next table.
    `paths` holds for every column number the header texts from top to bottom, without repeats.
    `skipped` are rows inside it that repeat the header or number its columns; `seen` the header rows on the sheet of a
    form that was set up anew.
    """

    view: GridView
    captions: tuple[str, ...]
    header_rows: tuple[int, ...]
    paths: dict[int, tuple[str, ...]]
    first: int
    last: int
    skipped: frozenset[int] = frozenset()
    seen: tuple[int, ...] = ()

    def heading_row(self, column: int) -> int:
        """The header row in which the words of a column stand, the lowest where there are several: what is merged
        stands in its upper cell."""
        filled = (row for row in reversed(self.header_rows) if self.view.cell(row, column) is not None)
        return next(filled, self.header_rows[-1])


def find_blocks(view: GridView) -> list[Block]:
    """The tables of a sheet in their order; tables that stand side by side from left to right."""
    found: list[Block] = []
    first = view.first_row
    for head in letterheads(view):
        # What stands above the first letterhead of a table belongs to it.
        if above := _of_letter(view.part(first, head - 1, view.first_column, view.last_column)):
            found, first = found + above, head
    rest = (
        view
        if first == view.first_row
        else view.part(first, view.last_row, view.first_column, view.last_column)
    )
    return found + _of_letter(rest)


def _of_letter(view: GridView) -> list[Block]:
    """The tables below one letterhead, or of a sheet without; a form and the list to its right are two."""
    if beside := register_beside(view):
        left = view.part(view.first_row, view.last_row, view.first_column, beside - 1)
        right = view.part(view.first_row, view.last_row, beside, view.last_column)
        form, is_form = _tables(left)
        if form and is_form and (listed := _tables(right)[0]):
            said = (*form[0].captions, *unit_told(left))
            return form + [replace(block, captions=(*said, *block.captions)) for block in listed]
    return _tables(view)[0]


def _tables(view: GridView) -> tuple[list[Block], bool]:
    """The tables of a part of a sheet, and whether they are forms, which do not stand upright."""
    if forms := [form for form in find_forms(view) if not sets_targets_above(view, form.first)]:
        return _report_forms(view, forms), True
    turned = find_turned(view)
    if not turned:
        upright = [part for block in _stacked(view) for part in _side_by_side(block)]
        facts = None if upright else facts_below_each_other(view)
        if facts is not None and (form := form_without_heading(facts)):
            return _report_forms(facts, [form]), True
        if facts is None or not (turned := find_turned(facts, facts=True)):
            return upright, False
        view = facts
    found: list[Block] = []
    above = view.first_row
    for table in turned:
        first, last = table.rows[0], table.rows[-1]
        found += _between(view, above, first - 1)
        inside = view.part(first, last, table.labels, table.values[-1])
        captions = captions_above(view, above, first - 1, near=bool(found))
        found.append(_turned(turned_view(inside), table, captions))
        above = last + 1
    return found + _between(view, above, view.last_row), True


def _report_forms(view: GridView, forms: list[Form]) -> list[Block]:
    """The report forms of a sheet, each set up as a plain table, and the tables above, between and below them."""
    found: list[Block] = []
    above = view.first_row
    for form in forms:
        found += _between(view, above, form.first - 1)
        captions = captions_above(view, above, form.first - 1, near=bool(found))
        seen = tuple(map(view.row_seen, range(form.first, form.header_bottom + 1)))
        found.append(Block(form.view, captions, (1,), form.paths, 2, form.view.last_row, seen=seen))
        above = form.last + 1
    return found + _between(view, above, view.last_row)


def _between(view: GridView, first: int, last: int) -> list[Block]:
    """The upright tables above, between and below those that stand on their side."""
    part = view.part(first, last, view.first_column, view.last_column)
    return [each for block in _stacked(part) for each in _side_by_side(block)]


def _turned(view: GridView, table: Turned, captions: tuple[str, ...]) -> Block:
    first, last = table.values[0], table.values[-1]
    heads = {row: text for row, text in table.above.items() if read_part(text).known}
    paths = {}
    for row in table.rows:
        over = [text for n, text in sorted(heads.items()) if n < row][-1:]
        paths[row] = (*over, clean(words(view.cell(table.labels, row))).rstrip(": "))
    skipped = frozenset(range(first, last + 1)) - set(table.values)
    return Block(view, captions, (table.labels,), paths, first, last, skipped)


def _side_by_side(block: Block) -> list[Block]:
    """A block as it is, or its tables where several stand beside each other."""
    apart = parts_of(block.paths)
    if len(apart) > 1:
        found = [inner for first, last in apart for inner in _inside(block, first, last, apart)]
        return found if len(found) >= len(apart) else [block]
    # Where the headers are not equally deep, that of one stands beside the rows of another.
    gaps = parted_by_gaps(
        block.paths, lambda n: not any(block.view.column(n, block.header_rows[0], block.last))
    )
    parts = [_inside(block, first, last, gaps) for first, last in gaps] if len(gaps) > 1 else []
    alone = bool(parts) and all(parts) and are_tables([part[0].paths for part in parts])
    return [inner for part in parts for inner in part] if alone else [block]


def _inside(block: Block, first: int, last: int, parts: list[tuple[int, int]]) -> list[Block]:
    """The tables between two columns of a block, with the words above all of it; what stands right above another of its
    `parts` is a title of that one."""
    top = max(block.view.first_row, block.header_rows[0] - 1)
    above = {n: clean(words(block.view.cell(top, n))) for a, b in parts for n in range(a, b + 1)}
    titled = any(text for n, text in above.items() if n >= parts[1][0]) and top < block.header_rows[0]
    own = {text for n, text in above.items() if first <= n <= last}
    others = {text for text in above.values() if titled} - own
    captions = tuple(line for line in block.captions if clean(line) not in others)
    # Lower headings may stand to the right of the last upper one.
    last = block.view.last_column if last == max(block.paths) else last
    inner = _stacked(block.view.part(top, block.last, first, last))
    return [replace(part, captions=(*captions, *part.captions)) for part in inner]


def _stacked(view: GridView) -> list[Block]:
    found: list[tuple[int, int, dict[int, tuple[str, ...]]]] = []
    skipped: set[int] = set()
    row, end_of_hope = view.first_row, view.first_row + _WORDY
    while row <= min(view.last_row, end_of_hope):
        if not row % _LOOKED_AT:
            time_limit.look()
        cells = view.cells(row)
        if cells.count(None) == len(cells):
            row, end_of_hope = row + 1, end_of_hope + 1
            continue
        numbered = bool(found and cells and cells[0].__class__ is int and is_figure(cells[0]))
        told = numbered or names_period(cells) or alone(cells, view.cells(row + 1))
        anew = bool(found) and not told and numbers_anew(view, row, found[-1][2])
        if told or not (anew or is_header(cells) or heads_rows(view, row, not found)):
            if found and not told and line_again(view, row, found[-1]):
                skipped.add(row)
            row += 1
            end_of_hope += numbered or sum(map(is_figure, cells)) > 1 or len(cells) - cells.count(None) < 2
            continue
        if found and (
            first_row(view, row, found[-1])
            or as_above(view, row, found[-1][1], skipped)
            or of_a_unit(view, row, found[-1])
            or continues(view, row, found[-1])
        ):
            row += 1
            continue
        top, bottom = (
            (row, row)
            if heads_schools(view, row)
            else extent(view, row, found[-1][1] if found else view.first_row - 1)
        )
        paths = heading_paths(view, top, bottom)
        if named := names_of_rows(view, bottom + 1, paths):
            bottom += 1
        else:
            named = names_unsaid(view, bottom + 1, paths)
        paths |= {number: (text,) for number, text in named.items()}
        if found and said_again(view, top, bottom, paths, found[-1]):
            skipped.update(range(top, bottom + 1))
        else:
            found.append((top, bottom, paths))
        # A blank row may stand before it.
        next_row = bottom + 1 if view.told(bottom + 1) else bottom + 2
        if is_numbering(view.cells(next_row)) or (len(paths) == 1 and numbers_one(view.told(next_row))):
            bottom = next_row
            skipped.add(bottom)
        while is_example(view.cells(bottom + 1)):
            bottom += 1
            skipped.add(bottom)
        row, end_of_hope = bottom + 1, bottom + 1 + _WORDY
    return [_block(view, found, i, skipped) for i in range(len(found))]


def _block(
    view: GridView, found: list[tuple[int, int, dict[int, tuple[str, ...]]]], i: int, skipped: set[int]
) -> Block:
    time_limit.look()
    top, bottom, paths = found[i]
    last = found[i + 1][0] - 1 if i + 1 < len(found) else view.last_row
    start = found[i - 1][1] + 1 if i else view.first_row
    captions = captions_above(view, start, top - 1, near=bool(i))
    apart, paths = sentences_apart(view, paths, bottom, last)
    rows = tuple(range(top, bottom + 1))
    return Block(
        apart,
        captions,
        rows,
        paths,
        bottom + 1,
        last,
        frozenset(r for r in skipped if bottom < r <= last),
        rows if apart is not view else (),
    )
