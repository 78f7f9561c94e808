"""Of which unit, period and kind the figures of a summary row are."""

import re

from data_loaders.cells import words
from data_loaders.columns.choice import Understood
from data_loaders.columns.neighbours.meetings import counts_meetings
from data_loaders.columns.words.wordings import UNIT_OF_MEASURE
from data_loaders.layout.around.school_years import is_term
from data_loaders.layout.below.row import DATA, Row
from data_loaders.names.units import Era, era_of
from data_loaders.reading.grid import Cell
from data_loaders.tables import common
from data_loaders.tables.dating import TERM_FIX, Dating
from data_loaders.tables.findings import Findings
from data_loaders.tables.period_cells import as_words
from data_loaders.tables.summary.groups import Cluster
from data_loaders.tables.summary.sides import Side
from data_loaders.tables.whose.places import places_of, unit_column
from data_loaders.tables.whose.unit_findings import report, told_by_day
from data_loaders.values.amounts.numbers import bare
from data_loaders.values.days.periods import Span, Words
from data_loaders.values.kinds import find_kind, kind_of_title
from program import units
from program.contract import IssueCode
from program.periods import PROGRAMME_END, PROGRAMME_START
from program.text import fold
from program.units import CITY
from program.vocabulary import Kind

_PERIOD_FIX = "Ghi kỳ báo cáo, ví dụ “Kỳ báo cáo: Quý II/2023”, phía trên bảng hoặc trong một cột."
_ROW_FIX = "Ghi kỳ ở ô này như các dòng khác, ví dụ Quý II; nếu là số của cả năm, ghi năm, ví dụ Năm 2023."
_KIND_FIX = "Ghi rõ trong tiêu đề số liệu là của lớp tập huấn hay buổi truyền thông."
# "Thống kê số trường học trên địa bàn"; schools that took part are told of activities.
_OF_SCHOOLS = re.compile(
    r"\W*((bang|bieu|thong ke|tong hop|so lieu|bao cao) )*(tong )?so (luong )?(cac )?(truong|co so giao duc)\b"
    r"(?!.*\b(tham gia|to chuc|tap huan|truyen thong|trien khai|thuc hien)\b)"
)
_SCHOOLS = "tên từng trường (bảng này đếm trường, không đếm lớp, buổi hay lượt tham gia)"
_SCHOOLS_FIX = (
    "Nộp danh sách ghi tên từng trường theo mẫu “Danh sách trường, cơ sở”; nếu là số lượt tham gia thì ghi rõ trong tiêu đề "
    "số liệu là của lớp tập huấn hay buổi truyền thông."
)


class Placing:
    """Answers for the records of one summary table, from the row, its group, the headings and the
    words around the table."""

    def __init__(self, table: Understood, findings: Findings, dating: Dating) -> None:
        self.table = table
        self.findings = findings
        self.dating = dating
        self.offset = table.block.view.first_column
        self.places = places_of(table)
        self.unit_at = unit_column(table)
        # What headings of people name ("Đối tượng tham gia tập huấn") is of all rows.
        named = {c.heading.kind for c in table.columns if c.heading.kind}
        self._headed = named.pop() if len(named) == 1 else None
        self._told: set[tuple[IssueCode, str]] = set()
        self._finer: bool | None = None

    def span(self, row: Row, cells: list[Cell], cluster: Cluster) -> Span | None:
        """The days of one record of a row."""
        if self.table.column("start_date") or self.table.column("end_date"):
            return self.dating.span(cells, row.number, row.group)
        own = [as_words(c, cells[c.number - self.offset]) for c in self.dating.periods]
        if any(cells[c.number - self.offset] is not None for c in self.dating.periods) and not any(own):
            self.dating.span(cells, row.number, row.group)
            return None
        told: list[Words] = [w for w in (cluster.words, *own, row.group.period) if w]
        year = next((w.year for w in told if w.year), None)
        spans = [s for w in told if (s := self.table.context.span_of(w, year))]
        around = self.table.context.span()
        span = min(spans, key=lambda s: (s.end - s.start).days) if spans else None if told else around
        column = cluster.columns[0] if cluster.columns else self.table.columns[0]
        if not told and self._parts_of(around):
            self.findings.add(
                IssueCode.REQUIRED_MISSING,
                row.number,
                self.dating.periods[0].number,
                what="kỳ của dòng này",
                fix=_ROW_FIX,
            )
            return None
        if span is None:
            term = any(map(is_term, told))
            self._once(
                IssueCode.REQUIRED_MISSING,
                "period",
                row.number,
                self.dating.periods[0].number if term and self.dating.periods else column.number,
                what="năm học của học kỳ này" if term else "kỳ báo cáo (năm, quý hoặc tháng)",
                fix=TERM_FIX if term else _PERIOD_FIX,
            )
            return None
        if span.end < PROGRAMME_START or span.start > PROGRAMME_END:
            where = self.dating.periods[0].number if self.dating.periods else column.number
            shown = (
                cells[where - self.offset]
                if self.dating.periods
                else f"{span.start:%d/%m/%Y}–{span.end:%d/%m/%Y}"
            )
            self.findings.add(IssueCode.DATE_OUTSIDE_PROGRAM, row.number, where, shown)
            return None
        return span

    def _parts_of(self, around: Span | None) -> bool:
        """Whether rows name parts of the period around the table in a column of their own."""
        if around is None or not self.dating.periods:
            return False
        if self._finer is None:
            context, block = self.table.context, self.table.block
            told = (
                as_words(column, cell)
                for column in self.dating.periods
                for cell in {*block.view.column(column.number, block.first, block.last)}
            )
            spans = (context.span_of(words) for words in told if words)
            self._finer = any(
                s and s != around and around.start <= s.start <= s.end <= around.end for s in spans
            )
        return self._finer

    def unit(self, row: Row, cells: list[Cell], cluster: Cluster, span: Span | None) -> str | None:
        """The code of the unit of one record of a row."""
        own = common.field_text(self.table, cells, "unit") or ""
        if "phát sinh" in own.lower():
            own = ""
        era = era_of(span.start, span.end) if span else self.dating.usual_era()
        own = own or self._commune_row(cells, era)
        answer = self.places.unit(
            own or cluster.unit or "",
            row.group.unit or "",
            common.field_text(self.table, cells, "ward") or "",
            common.field_text(self.table, cells, "organiser") or "",
            era,
        )
        if answer.issue is None or (span is None and told_by_day(answer)):
            return answer.code
        around = answer.words == self.table.context.unknown_unit or answer.issue == IssueCode.REQUIRED_MISSING
        if around and self.table.column("unit") is None:
            if (answer.issue, "unit") not in self._told:
                self._told.add((answer.issue, "unit"))
                report(answer, self.findings, row.number, self.unit_at)
        else:
            column = self.unit_at if own or not cluster.unit else cluster.columns[0].number
            of_group = answer.words and answer.words == row.group.unit
            at = row.group.place if of_group else (row.number, column)
            report(answer, self.findings, *at, self.table.column("unit"))
        return None

    def _commune_row(self, cells: list[Cell], era: Era) -> str:
        """The commune of a row where the city or a department compiles the reports of communes: there the
        commune is what a row is about (`tables.listed_places`)."""
        if era not in (Era.COMMUNES, Era.MOSTLY_COMMUNES) or self.table.column("unit"):
            return ""
        around = self.table.context.unit(era)[0].code
        known = units.unit(around) if around and around != CITY else None
        if known and not self.places.listed.theirs:
            return ""
        return common.field_text(self.table, cells, "ward") or ""

    def kind(
        self, row: Row, cells: list[Cell], cluster: Cluster, side: Side, title: str | None
    ) -> Kind | None:
        """The kind of one record of a row."""
        column = self.table.column("kind")
        if column and UNIT_OF_MEASURE.fullmatch(fold(column.heading.text)):
            # "Buổi" tells the kind only where no other words do.
            column = None
        cell = cells[column.number - self.offset] if column else None
        if column and cell is not None:
            kind = find_kind(words(cell))
            if kind is None and row.role == DATA:
                self.findings.add(IssueCode.KIND_UNKNOWN, row.number, column.number, cell)
            return kind
        # "Số buổi" alone tells the kind only where no other words do: a class may be counted so.
        own = None if all(map(counts_meetings, cluster.counting)) else cluster.kind
        kind = own or side.kind or row.group.kind or self.table.context.kind
        kind = kind or (kind_of_title(title) if title else None) or cluster.kind or self._headed
        kind = kind or side.unit_kind or self.table.context.file_kind
        if kind is None and row.role == DATA and (not self.findings.has(IssueCode.KIND_UNKNOWN)):
            at = (column or cluster.columns[0]).number
            if column:
                self.findings.add(
                    IssueCode.REQUIRED_MISSING, row.number, at, what="loại hoạt động", fix=_KIND_FIX
                )
            else:
                of_schools = any(_OF_SCHOOLS.match(bare(line)) for line in self.table.context.lines)
                what = _SCHOOLS if of_schools else "loại hoạt động (lớp tập huấn hay buổi truyền thông)"
                fix = _SCHOOLS_FIX if of_schools else _KIND_FIX
                self._once(IssueCode.REQUIRED_MISSING, "kind", row.number, at, what=what, fix=fix)
        return kind

    def _once(self, code: IssueCode, cause: str, row: int, column: int, **words: str) -> None:
        """A finding whose cause lies above the rows is said once for the table."""
        if (code, cause) not in self._told:
            self._told.add((code, cause))
            self.findings.add(code, row, column, **words)
