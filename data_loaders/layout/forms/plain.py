"""A report form as a plain table: a row for each record, whose cells remember where they stand in the form."""

from dataclasses import replace

from data_loaders.layout.forms import words as w
from data_loaders.layout.forms.columns import ALL, WOMEN, Columns, Place, Result
from data_loaders.layout.forms.divided import SUM
from data_loaders.layout.forms.folding import folded
from data_loaders.layout.forms.in_meetings import as_meetings
from data_loaders.layout.forms.slot import Row as FormRow
from data_loaders.layout.forms.slot import Slot
from data_loaders.layout.forms.words import COUNT
from data_loaders.layout.grid_view import GridView
from data_loaders.names.old_wards import is_old_ward
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.days.periods import find_period
from data_loaders.values.fault import Fault
from program.periods import Calendar
from program.vocabulary import Audience, Kind

HEADINGS = (
    "Đơn vị",
    "Kỳ",
    "Loại hoạt động",
    "Hình thức",
    "Số lớp/buổi",
    "Tổng số lượt người tham gia",
    "Trong đó: nữ",
)
_WARDS = "Phường, xã"
AUDIENCE_HEADINGS = {
    Audience.PARENTS: "Cha mẹ, người chăm sóc trẻ",
    Audience.CHILDREN_OUT_OF_SCHOOL: "Trẻ em ngoài trường học",
    Audience.CHILDREN_IN_SCHOOL: "Trẻ em trong trường học",
    Audience.TEACHERS: "Giáo viên",
    Audience.CHILD_WORKERS: "Cán bộ làm công tác trẻ em",
    Audience.OFFICIALS: "CBCCVC, đoàn thể",
    Audience.OTHER: "Đối tượng khác",
}
_KINDS = {
    "training_class": "Tập huấn",
    "communication_session": "Truyền thông",
    "contest": "Hội thi",
    "other": "Khác",
}
_SUM = Place(unit=SUM)
_DELIVERIES = {"in_person": "Trực tiếp", "online": "Trực tuyến", "hybrid": "Kết hợp"}


def _period(text: str) -> str | None:
    """The period that words name ("Kết quả năm 2022") without the others, as a cell of periods has it."""
    found = find_period(text) if text else None
    if found is None or found.calendar is not Calendar.REPORT or found.days:
        return text or None
    year = f" năm {found.year}" if found.year else ""
    if found.grain == "year" and found.year:
        return f"Năm {found.year}"
    if found.grain in ("quarter", "half", "month"):
        part = int(found.part[-1] if found.grain != "month" else found.part[1:])
        named = {
            "quarter": f"Quý {part}",
            "half": f"6 tháng {'đầu' if part == 1 else 'cuối'} năm",
            "month": f"Tháng {part}",
        }
        return named[found.grain] + (f" {found.year}" if found.grain == "half" and found.year else year)
    return text


class Plain:
    """The plain table of a form: a row for each slot and place of its columns."""

    def __init__(
        self,
        view: GridView,
        columns: Columns,
        slots: list[Slot],
        told: dict[tuple[int, int], dict[str, str]],
        unclear: list[FormRow],
        aside: list[FormRow],
    ) -> None:
        self.view = view
        self.told = told
        self.unclear = unclear
        self.aside = aside
        self.slots = folded(columns, slots, self._number)
        self.columns = columns
        audiences = [key for slot in self.slots for key in slot.rows] + [r.role for r in columns.results]
        self._of_audiences = [r for r in columns.results if r.role in set(Audience)]
        self.audiences = [a for a in Audience if a.value in audiences]

    @property
    def sound(self) -> bool:
        """Whether a sum of periods is that of the periods beside it, and people are told in lines of their own; their
        finding is made elsewhere."""
        results = [r for r in self.columns.results if r.role == ALL]
        if self._people_beside_activities():
            return False
        if not any(r.place.period for r in results):
            return True
        rows = {row for slot in self.slots for row in slot.rows.values()}
        sums = [(row, number) for number in self.columns.sums for row in rows]
        return all(
            (told := self._number(row, number)) is None
            or told == sum(self._number(row, r.number) or 0 for r in results)
            for row, number in sums
        )

    def _people_beside_activities(self) -> bool:
        """Whether the columns of audiences hold the people of a line that counts activities ("Lớp tập huấn" | 5 | 120):
        more than there are activities, or words that no form would tell ("khoảng 120")."""
        for row in (slot.rows[COUNT] for slot in self.slots if COUNT in slot.rows):
            told = [(r.role == ALL, self._number(row, r.number) or 0) for r in self.columns.results]
            if max((n for _, n in told), default=0) > max((n for whole, n in told if whole), default=0):
                return True
            if any(isinstance(read_count(self._cell(row, r.number)), Fault) for r in self._of_audiences):
                return True
        return False

    def _cell(self, row: int | None, column: int) -> Cell:
        return self.view.cell(row, column) if row is not None else None

    def _number(self, row: int | None, column: int) -> int | None:
        value = read_count(self._cell(row, column))
        return value if isinstance(value, int) else None

    def table(self) -> tuple[GridView, dict[int, tuple[str, ...]]]:
        """The table as a view that knows where its cells stand, and its headings."""
        headings = [*HEADINGS, *(AUDIENCE_HEADINGS[a] for a in self.audiences)]
        named = {r.place.unit for r in self.columns.results} | {
            s.unit for s in self.slots if s.unit not in ("", SUM)
        }
        if all(map(is_old_ward, named)) and named:
            headings[0] = _WARDS
        rows: list[list[Cell]] = [list(headings)]
        places: dict[tuple[int, int], tuple[int, int]] = {}
        by_place: dict[Place, list[Result]] = {}
        for result in self.columns.results:
            by_place.setdefault(result.place, []).append(result)
        for slot in self.slots:
            made = 0
            for place, own in by_place.items():
                made += self._add(rows, places, slot, place, {r.role: r.number for r in own})
            if made > 1:
                for number in self.columns.sums:
                    self._add(rows, places, slot, _SUM, {ALL: number})
        for line in self.unclear:
            self._ask(rows, places, line, [r.number for r in self.columns.results if r.role == ALL])
        sheet = self.view.sheet
        pending = {
            (number, i)
            for (number, i), where in places.items()
            if where in sheet.formulas_without_value and rows[number - 1][i - 1] is None and i > 4
        }
        hidden = {n for (n, _), (row, _) in places.items() if row in sheet.hidden_rows}
        plain = replace(
            sheet,
            rows=rows,
            first_row=1,
            first_column=1,
            merges=(),
            hidden_rows=frozenset(hidden),
            hidden_columns=frozenset(),
            formulas_without_value=frozenset(pending),
            legacy_fonts={},
        )
        places = {at: self.view.places.get(seen, seen) for at, seen in places.items()}
        label = self.columns.labels[-1]
        unread = tuple(
            (*self.view.places.get((line.number, label), (line.number, label)), line.line.text)
            for line in self.aside
        )
        return GridView(plain, places=places, unread=unread), {
            i + 1: (text,) for i, text in enumerate(headings)
        }

    def _ask(
        self,
        rows: list[list[Cell]],
        places: dict[tuple[int, int], tuple[int, int]],
        line: FormRow,
        columns: list[int],
    ) -> None:
        """Add a row for a line of which nothing is known: its words stand where the kind should."""
        told = [n for n in columns if self._number(line.number, n)]
        if told:
            row: list[Cell] = [None] * (len(HEADINGS) + len(self.audiences))
            row[2], row[5] = line.line.text, self.view.cell(line.number, told[0])
            rows.append(row)
            places |= {(len(rows), i + 1): (line.number, self.columns.labels[-1]) for i in range(len(row))}

    def _add(
        self,
        rows: list[list[Cell]],
        places: dict[tuple[int, int], tuple[int, int]],
        slot: Slot,
        place: Place,
        at: dict[str, int],
    ) -> bool:
        """Add the row of a slot and a place, unless its cells are blank."""
        row, where = self._row(slot, place, at)
        if not any(cell is not None for cell in row[4:]):
            return False
        number, first = len(rows) + 1, min(slot.rows.values())
        rows.append(row)
        places |= {(number, i + 1): (first, at[ALL]) for i in range(len(row))}
        places |= {(number, i): seen for i, seen in where.items()}
        return True

    def _row(
        self, slot: Slot, place: Place, at: dict[str, int]
    ) -> tuple[list[Cell], dict[int, tuple[int, int]]]:
        """The cells of one record, and where each stands."""
        row: list[Cell] = [None] * (len(HEADINGS) + len(self.audiences))
        where: dict[int, tuple[int, int]] = {}

        def put(index: int, line: int | None, column: int | None, *roles: str) -> None:
            if line is not None and column is not None:
                told = self.told.get((line, column), {})
                cell = self.view.cell(line, column)
                row[index] = next((told[r] for r in roles if r in told), None) if told else cell
                where[index] = (line, column)

        row[0] = place.unit or slot.unit or None
        row[1] = _period(place.period or slot.period)
        row[2] = _KINDS[slot.kind.value] if slot.kind else None
        how = slot.delivery.value if slot.delivery else place.delivery
        row[3] = _DELIVERIES.get(how)
        column = at[ALL]
        put(4, count := slot.rows.get(COUNT), column, COUNT)
        if slot.kind == Kind.TRAINING_CLASS and (unit := self.columns.measured_in):
            row[4] = as_meetings(self._cell(count, self.columns.labels[-1]), self._cell(count, unit), row[4])
        put(5, slot.rows.get("total"), column, w.PEOPLE)
        put(6, slot.rows.get(w.WOMEN), column, w.WOMEN)
        told = slot.rows.get("total")
        if w.WOMEN not in slot.rows and WOMEN in at:
            people = told if told is not None else next((r for k, r in slot.rows.items() if k != COUNT), None)
            put(6, people, at[WOMEN])
        for i, audience in enumerate(self.audiences, len(HEADINGS)):
            put(i, slot.rows.get(audience.value), column, audience.value, w.PEOPLE)
            if audience.value in at:
                put(i, told, at[audience.value])
        if row[6] is None and slot.women_of:
            told_of = [key for key in slot.rows if key in set(Audience)]
            women = [self._number(slot.women_of.get(key), column) for key in told_of]
            if None not in women:
                row[6] = sum(filter(None, women))
                where[6] = (next(iter(slot.women_of.values())), column)
        return row, {i + 1: place for i, place in where.items()}
