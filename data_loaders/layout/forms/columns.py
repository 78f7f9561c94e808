"""Which columns of a report form hold its results, of which unit and period, and what only stands beside them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from data_loaders.columns.column import is_figure_field
from data_loaders.columns.words.headings import read_heading
from data_loaders.names.organisations import find_organisation
from data_loaders.names.units import Era, resolve
from data_loaders.values.days.periods import find_period
from data_loaders.values.kinds import find_delivery
from data_loaders.values.people.audiences import read_audiences
from program.text import clean, fold

ALL, WOMEN = "all", "women"
_LABEL = re.compile(
    r"(ten |cac |loai |loai hinh |hinh thuc )*(noi dung|chi tieu|chi so|tieu chi|hoat dong|nhiem vu|hang muc|danh muc|dien giai|chi muc|muc|so lieu)\b(?! (tieu|tham gia))"
)
_LABEL_WORDS = 8
_ASIDE = re.compile(
    r"(ghi chu|gc|giai trinh|danh gia|nhan xet|nguyen nhan|so sanh.*|ss .*|tang.*|giam.*|.*\bso voi\b.*|.*\bcung ky\b.*|.*(ky|nam|quy|thang) truoc|(ty|ti) (le|trong)\b.*|.*%.*|phan tram.*|(muc |ket qua )?(do )?dat( duoc)? ?(%|ty le|so voi).*|don vi phu trach|don vi thuc hien|co quan (thuc hien|chu tri)|minh chung|tai lieu.*|van ban.*|nguon so lieu|thoi gian.*|cach tinh.*|dat( ke hoach)?)"
)
_UNIT_OF_MEASURE = re.compile(r"(don vi( tinh)?|dvt|dv tinh|dv|don vi do|don vi do luong)")
_CODE = re.compile(r"(ma( so| chi tieu)?|ms|ky hieu)")
_GROUPS = re.compile(r"(loai|hinh thuc|nhom|linh vuc)( hoat dong| cong tac)?|doi tuong")
_NARROWER = re.compile(
    r"(ten |cac )*(chi tieu|tieu chi|chi so|chi tiet|noi dung( chi tiet| cu the)?|so lieu thong ke|doi tuong|trong do)"
)
_ORDINAL = re.compile(r"(stt|tt|so tt|so thu tu|thu tu|muc|no)")
_PLANNED = re.compile(
    r"\b(ke hoach|kh|chi tieu (giao|nam|ke hoach|duoc giao)|muc tieu|duoc giao|so giao|giao dau nam|giao nam|du kien|uoc|dang ky|phan dau)\b"
)
_DONE = re.compile(r"\b(ket qua|thuc hien|th|kq|da lam|dat duoc|so lieu|bao cao|phat sinh|trong ky)\b")
_RUNNING = re.compile(r"\b(luy ke|cong don|tu dau nam|tu dau ky|den nay)\b")
_SUM = re.compile(
    r"(tong|cong|toan|ca|chung)( (so|cong|toan|chung|hop|ca|tp|thanh pho|quan|huyen|nganh|don vi|nam|ky|quy|\d{4}|luot|nguoi))*|nam|tong (toan|chung|hop|nam|ca nam)\b.*"
)
_PLAIN = re.compile(
    r"((so|ket qua|kq|so lieu|so luong|gia tri|thuc hien|da|duoc|dat|dat duoc|trong ky|trong|ky nay|ky bao cao|bao cao|phat sinh|tong so|tong|ky|thuc te|thong ke|cua|don vi|tong cong|nam|quy|thang|nay|theo|th|sl|luong|hoat dong|hien|co|da thuc hien|cac|chi tiet)\s*)+"
)
_SHORT_DONE, _SHORT_PLAN = re.compile(r"\b(t|th) hien\b"), re.compile(r"\bk hoach\b")
_HEADS_ONLY = re.compile(
    r"trong do|chia ra|doi tuong|don vi|dia phuong|hinh thuc|(chia )?theo (doi tuong|don vi|quy|thang|hinh thuc)|cac (don vi|phuong|xa|phuong xa|quan huyen)"
)
# Parts that are of no unit, audience or period of their own.
_PART = re.compile(
    r"cap( (va|tp|thanh pho|tinh|quan|huyen|phuong|xa|co so|to|thon|truong|so|nganh))+|dot (thu )?(\d{1,2}|[ivx]{1,4})"
    r"|(khu vuc )?(nong thon|thanh thi|khu dan cu|truong hoc|cong dong)|(khoi|tai) (phuong|xa|phuong xa|truong|truong hoc|khu dan cu|cong dong|co quan|doan the)"
)
_AGES = re.compile(
    r"(nhom |so )?(tu |tren |duoi )?\d{1,2}( tuoi)?( den)?( duoi)?( \d{1,2})?( tuoi)( tro len)?"
)
_WOMEN_ONLY = re.compile(r"(trong do )?(so )?(luot )?(nguoi )?(nu|phu nu)( gioi)?")
_MEASURES = re.compile(r"\b(lop|buoi|cuoc|luot|hoc vien|khoa|so nguoi|nguoi (tham|du))\b")


@dataclass(frozen=True)
class Place:
    """Whose figures a column holds, in the words of its heading; `part`: of which part of all ("Cấp quận", "Đợt 1")."""

    unit: str = ""
    period: str = ""
    delivery: str = ""
    part: str = ""


@dataclass(frozen=True)
class Result:
    """A column of results: of whom and when (`place`), and whether of all, of women or of one audience
    (`role`); `total`: its heading is that of a sum."""

    number: int
    place: Place
    role: str
    total: bool = False


@dataclass(frozen=True)
class Columns:
    """The columns of a form: `labels` hold the words of its lines, from the widest to the narrowest; `sums` add up
    others."""

    mark: int | None
    labels: tuple[int, ...]
    measured_in: int | None
    results: tuple[Result, ...]
    sums: tuple[int, ...]


def names_lines(text: str) -> bool:
    """Whether a heading is that of the lines of a report form ("Nội dung", "Chỉ tiêu")."""
    folded = fold(text)
    return len(folded.split()) <= _LABEL_WORDS and bool(_LABEL.match(folded))


def heads_results(text: str) -> bool:
    """Whether a heading is that of results or of units of measure ("Kết quả", "ĐVT")."""
    said = _spelled_out(text)
    return any(pattern.fullmatch(said) for pattern in (_PLAIN, _SUM, _UNIT_OF_MEASURE))


def is_mark(text: str) -> bool:
    """Whether a heading is that of the numbers of the lines ("STT")."""
    return bool(_ORDINAL.fullmatch(fold(text)))


def read_columns(
    paths: Mapping[int, tuple[str, ...]], filled: set[int], label: int | None = None
) -> Columns | None:
    """The columns of a form; None where one that holds figures (`filled`) cannot be told. `label`: where its lines stand,
    if their heading does not say so."""
    filled = filled if any(n in filled and n > min(paths, default=0) + 1 for n in paths) else set(paths)
    label = label or next(
        (n for n, path in sorted(paths.items()) if names_lines(path[-1]) or names_lines(path[0])), None
    )
    if label is None:
        return None
    labels = [label]
    before = [n for n in sorted(paths) if n < label]
    mark = next((n for n in before if _ORDINAL.fullmatch(_said(paths[n]))), None)
    for number in before:
        if _GROUPS.fullmatch(_said(paths[number])):
            labels.insert(-1, number)
        elif not (_ORDINAL.fullmatch(_said(paths[number])) or _CODE.fullmatch(_said(paths[number]))):
            return None
    while (after := labels[-1] + 1) in filled and (
        after not in paths or paths[after] == paths.get(label) or _NARROWER.fullmatch(_said(paths[after]))
    ):
        labels.append(after)
    measured = None
    results: list[Result] = []
    unknown: list[int] = []
    for number in sorted(n for n in paths if n > labels[-1]):
        path = paths[number]
        if _UNIT_OF_MEASURE.fullmatch(_said(path)):
            measured = number
        elif number in filled and not _set_aside(path):
            if (result := _result(number, path)) is not None:
                results.append(result)
            else:
                unknown.append(number)
    if results:
        # Beside results stands what is no figure of theirs ("Số báo cáo viên", "Số tờ rơi").
        unknown = [n for n in unknown if read_heading(paths[n]).fields != ("unused",)]
    empty = [read_heading(path).fields[:1] for n, path in paths.items() if n > label and n not in filled]
    if len(unknown) == 1 and not (
        results or _MEASURES.search(_said(paths[unknown[0]])) or _has_people(empty)
    ):
        # Of several columns the only one that can hold results does, unless another would hold people.
        results, unknown = [Result(unknown[0], Place(), ALL)], []
    return None if unknown else _settled(mark, tuple(labels), measured, results)


def _has_people(fields: list[tuple[str, ...]]) -> bool:
    """Whether columns are those of a list, with the days and the people of each activity."""
    firsts = {field[0] for field in fields if field}
    return "start_date" in firsts and any(map(is_figure_field, firsts))


def _set_aside(path: tuple[str, ...]) -> bool:
    """Whether a column is planned, sums up since an earlier day, or tells something beside results."""
    told = [_spelled_out(text) for text in path]
    said = _said(path)
    if _AGES.fullmatch(told[-1]):
        # Parts of all, and no audience is known by them.
        return True
    planned = any(_PLANNED.search(text) and not _DONE.search(text) for text in told)
    aside = any("%" in text or _ASIDE.fullmatch(fold(text)) for text in path)
    return bool(
        planned or aside or _RUNNING.search(said) or _CODE.fullmatch(said) or _ORDINAL.fullmatch(said)
    )


def _settled(
    mark: int | None, labels: tuple[int, ...], measured: int | None, results: list[Result]
) -> Columns | None:
    placed = [r for r in results if r.place != Place()]
    sums: list[int] = []
    if placed:
        # A sum of the units or periods beside it.
        sums = [r.number for r in results if r.place == Place() and r.role == ALL and r.total]
        results = [r for r in results if r.number not in sums]
    by_place: dict[Place, list[Result]] = {}
    for result in results:
        by_place.setdefault(result.place, []).append(result)
    if len({found.grain for place in by_place if (found := find_period(place.period))}) > 1:
        # A half-year beside its quarters.
        return None
    for own in by_place.values():
        roles = [r.role for r in own]
        if len(set(roles)) < len(roles) or ALL not in roles:
            return None
    return Columns(mark, labels, measured, tuple(results), tuple(sums)) if results else None


def _spelled_out(text: str) -> str:
    """Folded words of a heading with what offices shorten in full ("T.hiện", "K/hoạch")."""
    folded = _SHORT_DONE.sub("thuc hien", fold(text))
    return _SHORT_PLAN.sub("ke hoach", folded)


def _said(path: tuple[str, ...]) -> str:
    return _spelled_out(re.sub(r"\([^()]*\)", " ", " ".join(path))) or _spelled_out(" ".join(path))


def _result(number: int, path: tuple[str, ...]) -> Result | None:
    """What a column holds; None where its words are not known, or count what the lines should."""
    unit = period = delivery = part = ""
    role = ALL
    for text in map(clean, path):
        folded = _spelled_out(re.sub(r"\([^()]*\)", " ", text)) or _spelled_out(text)
        if _SUM.fullmatch(folded) or _PLAIN.fullmatch(folded):
            continue
        if _WOMEN_ONLY.fullmatch(folded):
            role = WOMEN
        elif _PART.fullmatch(folded):
            part = text
        elif (found := resolve(text, Era.UNKNOWN)).code or found.ambiguous or find_organisation(text):
            unit = text
        elif find_period(text):
            period = text
        elif (how := find_delivery(text)) and len(folded.split()) <= 4:
            delivery = how.value
        elif not _MEASURES.search(folded) and (named := read_audiences(text)) and len(named) == 1:
            role = named[0].value
        elif _HEADS_ONLY.fullmatch(fold(text)):
            continue
        else:
            return None
    return Result(
        number, Place(unit, period, delivery, part), role, bool(_SUM.fullmatch(_spelled_out(path[-1])))
    )
