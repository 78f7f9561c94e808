"""Whom a word names: parents, children in and out of school, teachers, workers, officials."""

import re

from data_loaders.mending.answers import following, meaning
from data_loaders.values.amounts.numbers import bare
from data_loaders.values.amounts.qualifiers import MARK, without_qualifiers
from data_loaders.values.amounts.spelled_out import holds_many
from data_loaders.values.people.audience_wordings import audience_worded, worded
from data_loaders.values.people.children import CHILDREN, CHILDREN_OF, schooling
from program.submissions.mending import Question
from program.text import clean, fold
from program.vocabulary import Audience

_LISTED = re.compile(r"\s*(?:[;,+/&\n|]|\b(?:va|cung|voi)\b)\s*")
# Audiences and their numbers are a line of a few; a long text is none, and would take long.
_LONG = 1_000
_NUMBERED = re.compile(
    r"(?:(\d[\d.]*)\s*(?:(?:luot )?(?:nguoi|em|chau)\b|luot\b)?\s*(?:la )?([^\d:;,(]+)|([^\d:;,(]+?)\s*[:(=-]?\s*(\d[\d.]*)\s*"
    r"(?:(?:luot )?(?:nguoi|em|chau|thay co|thay|co|dong chi|d/c|chi|anh chi|ban|vi|dai bieu|can bo|hoi vien|hoc vien)|luot)?\)?)"
)
# One audience ends and the next begins: "45 HS/20 PH", "HS 45 - PH 20", "45 HS 20 PH".
_AMOUNTS = re.compile(
    r"\s*[;,\n+&]\s*|\s+(?:va|cung|cung voi)\s+|(?<=[a-z)])\s*/\s*(?=\d)|(?<=\d)\s*/\s*(?=[a-z])"
    r"|(?<=[a-z)])\s+[-–]\s+(?=\d)|(?<=\d)\s+[-–]\s+(?=[a-z])|(?<=[a-z])\s*\.\s*(?=\d)"
)
_BARE_AMOUNTS = re.compile(r"(?<=[a-z)~])\s+(?=\d[\d.]* ?[a-z])")
_ABOUT = re.compile(r"\b(khoang|gan|hon|tren|duoi|uoc|tam|chung|xap xi)\s*\d|~\s*\d")
_CAME = re.compile(r"^(?:(?:da )?co|gom|thu hut)(?: su tham gia cua)? (?=\d)")
_NUMBER = re.compile(r"\d")
_PART = re.compile(r"^((trong do|td|tr do|bao gom|gom)( co)? )?((so luong|sl) (?!luot|nguoi))?")
# Children of both sorts together, which are neither.
_IN_AND_OUT = re.compile(r"\btrong (va |hoac |lan |cung )?ngoai\b")


@following
def find_audience(text: str) -> Audience | None:
    """The audience that words name; None where they name none, or children without saying which."""
    if told := meaning(Question.AUDIENCE, text):
        return Audience(told)
    if len(text) > _LONG:
        return None
    folded = _PART.sub("", worded(text))
    if (code := folded.replace(" ", "_")) in set(Audience):
        return Audience(code)
    if CHILDREN_OF.search(folded):
        return schooling(folded)
    if _IN_AND_OUT.search(folded) or (" hoac " in folded and len(_named(_OR, text)) > 1):
        return None
    return audience_worded(folded) or schooling(folded)


_OR = re.compile(r"\bhoặc\b|\bhoac\b", re.IGNORECASE)
# A number or letter before a name in a list, and the mark of a footnote behind it.
_ORDINAL = re.compile(r"^\s*(?:\d{1,2}|[a-e])[.)]\s+(?=[^\d\s])|\s*\(\*+\)$")
_HYPHEN = re.compile(r"\s*[-–]\s*")


def _named(sign: re.Pattern[str], text: str) -> set[Audience]:
    """The audiences that a sign stands between; empty where one of the parts names none."""
    found = {find_audience(part) for part in sign.split(text)}
    return set() if None in found else {a for a in found if a}


# Words that hold a comma or "và" and still name one audience.
_WHOLE = re.compile(
    r"thay( giao)?,? (va )?co( giao)?|(bo|cha),? (va )?me|me,? (va )?cha|cha me,? (va )?nguoi (cham soc|nuoi duong)( tre( em)?)?|giao vien,? (va )?(cbql|can bo quan ly)( giao duc)?"
    r"|(can bo lam cong tac tre em,? (va )?)?(cong tac vien|ctv)( (dan so|gia dinh|tre em|xa hoi|y te)(,? (va |- )?(dan so|gia dinh|tre em|xa hoi|y te))*)?|can bo doan(,? (va )?(hoi|doi))+|thanh,? (va )?thieu (nien|nhi)( ngoai nha truong)?|(can bo|cb),? (va )?(nhan vien|nv)( nha)? truong|(cbccvc|cb, ?cc, ?vc)(,? (va )?(doan the|nguoi lao dong))?|(can bo,? )?cong chuc,? (va )?vien chuc(,? (va )?(nguoi lao dong|doan the))?"
    r"|(can bo|cb),? (va )?(giao vien|gv)(,? (va )?(nhan vien|nv))?|can bo quan ly,? (va )?giao vien|(?<!cham soc )(?<!nuoi duong )(?<!cong tac )(?<!phu trach )(tre em|thieu nhi|cac em),? (va )?hoc sinh|hoc sinh,? (va )?(tre em|thieu nhi)(?! ngoai)|nguoi than,? (va )?(cha me|phu huynh)|doan vien,? (va )?thanh nien|phu huynh,? (va )?nguoi cham soc( tre( em)?)?|ong ba,? (va )?cha me|(can bo|cb)( tre em)?,? (va )?(ctv|cong tac vien)( tre em)?|ong,? (va )?ba,? (va )?(cha|bo),? (va )?me|cbcc, ?vc|h/s|p/h|g/v"
)


# Levels and classes in a list tell more of the audience before them ("Học sinh TH, THCS").
_QUALIFIER = re.compile(
    r"(truong |cap |khoi |lop )?(th|thcs|thpt|tieu hoc|trung hoc co so|trung hoc pho thong|\d{1,2})|nv|nhan vien|sinh vien|sv|(to|thon|khu pho|khoi pho|to dan pho|phuong|xa|quan|huyen|cac cap)( (to|thon|khu|pho|dan))*"
)


# The office of labour and social affairs is one name, whatever stands between its letters.
_WELFARE = re.compile(r"\bld ?- ?tb ?(&|-|va) ?xh\b")
_GOES_ON = re.compile(
    r"(ngoai|trong|va|co|lam|tac|soc|chuc|huynh|phu trach|cham soc|bao ve|cong tac|quan ly|giao duc|den tu|thuoc|cac|o|tai)\b"
)
# "Cha mẹ" over "học sinh" in small letters are parents; one below the other with capitals are two audiences.
_OF_PUPILS = re.compile(r"\W*(?:Cha mẹ|Phụ huynh)\s*\n\s*học sinh\b[^\n]*\s*")
# A line of a cell that says by its label what it tells instead: "Nội dung: kỹ năng số cho cha mẹ".
_OF_ANOTHER = re.compile(
    r"[-+*• ]*(noi dung|chuyen de|chu de|ten (lop|hoat dong|chuyen de)|dia (diem|ban)|noi to chuc|thoi (gian|luong)|ngay|hinh thuc|ghi chu|giang vien|bao cao vien|muc (dich|tieu)|kinh phi|ket qua|tai lieu|don vi( \w+){0,3}) ?:"
)


@following
def read_audiences(text: str) -> tuple[Audience, ...] | None:
    """All audiences a cell names ("Cha mẹ và học sinh" has two); None where one of them is unknown."""
    if told := meaning(Question.AUDIENCE, text):
        return (Audience(told),)
    text = "\n".join(line for line in text.splitlines() if not _OF_ANOTHER.match(bare(line)))
    if not text or len(text) > _LONG:
        return None
    if "\n" in text and (listed := _by_lines(text)):
        return listed
    plain = _ORDINAL.sub("", _WELFARE.sub("ldtbxh", bare(text))).strip(" :;.*-+'\"“”")
    if _HYPHEN.search(plain) and _named(_HYPHEN, plain):
        plain = _HYPHEN.sub(", ", plain)
    if _WHOLE.fullmatch(plain):
        found = find_audience(text)
        return (found,) if found else None
    kept = _WHOLE.sub(lambda match: re.sub(r",| va\b", " ", match[0]), plain)
    parts = [part for part in _LISTED.split(kept) if part]
    parts = [part for part in parts if not _QUALIFIER.fullmatch(part)] or parts
    audiences = [find_audience(part) for part in parts]
    if not parts or None in audiences:
        whole = find_audience(text)
        described = (
            a or (CHILDREN.search(p) and len(p.split()) > 2) for a, p in zip(audiences, parts, strict=True)
        )
        alike = not any(audiences) or (set(audiences) == {whole, None} and all(described))
        return (whole,) if whole and alike else None
    return tuple(dict.fromkeys(a for a in audiences if a))


def _by_lines(text: str) -> tuple[Audience, ...] | None:
    """The audiences of a cell with one on each line; None where a line only goes on with the one above."""
    lines = [line.strip(" -+*•;,") for line in text.splitlines() if line.strip()]
    if _OF_PUPILS.fullmatch(text) or any(_GOES_ON.match(fold(line)) for line in lines[1:]):
        return None
    found = [audience for line in lines for audience in (read_audiences(line) or (None,))]
    return tuple(dict.fromkeys(a for a in found if a)) if None not in found else None


def read_numbered(text: str) -> dict[Audience, int] | None:
    """Numbers written beside audiences in one cell ("45 phụ huynh, 20 học sinh"), whose lines may break within the
    words of one; None if it is not that."""
    return _numbered(text) or (_numbered(clean(text)) if "\n" in text else None)


def _numbered(text: str) -> dict[Audience, int] | None:
    """The same of a cell whose lines are those of the list.

    Ages and years at school belong to the audience ("HS khối 6: 45"); a year without one ("khối 6: 45; khối 7: 40")
    to that before it."""
    if len(text) > _LONG or "%" in text or not any(c.isdigit() for c in text):
        return None
    found: dict[Audience, int] = {}
    text = re.sub(r":\s*\n\s*(?=\d)", ": ", text)
    if text[:1].isdigit():
        # Where numbers stand in front, a line that ends in one goes on in the next.
        text = re.sub(r"(?<=\d)\s*\n\s*(?=[^\W\d])", " ", text)
    plain = without_qualifiers("\n".join(_ORDINAL.sub("", bare(line)) for line in text.splitlines()), MARK)
    # Letters in brackets only shorten the words before them ("trẻ em ngoài nhà trường (NT)").
    plain = re.sub(r"\s*\([a-z]{1,4}\)", "", plain)
    if _ABOUT.search(plain):
        return None
    plain = _CAME.sub("", plain)
    if plain[:1].isdigit():
        plain = _BARE_AMOUNTS.sub(", ", plain)
    last: Audience | None = None
    for said in _with_numbers(_AMOUNTS.split(plain)):
        match = _NUMBERED.fullmatch(said.replace(MARK, " ").strip(" :"))
        audience = find_audience((match[2] or match[3]).strip()) if match else None
        if (
            audience is None
            and last
            and MARK in said
            and (alone := _NUMBER_ALONE.fullmatch(said.replace(MARK, "")))
        ):
            match, audience = alone, last
        if match is None or audience is None:
            return None
        number = next(n for n in (match[1], match[4] if match.re is _NUMBERED else None) if n)
        found[audience] = found.get(audience, 0) + int(number.replace(".", ""))
        last = audience
    return found or None


_NUMBER_ALONE = re.compile(r"[\s:(=-]*(\d[\d.]*)\s*(?:nguoi|luot|em|chau)?[\s:)]*")


def _with_numbers(parts: list[str]) -> list[str]:
    """Parts of a list of amounts, each with its number: one without ("CBQL" of "CBQL, GV: 153") belongs to the part
    that follows, or goes before where numbers stand in front, if both name the same audience."""
    said = [kept for part in parts if (kept := part.strip(" -*•–.:"))]
    if said and said[0][0].isdigit():
        pairs = zip(reversed(said), [*reversed(said[:-1]), ""], strict=True)
        alone = {part for part, before in pairs if not _NUMBER.search(part) and _alike(part, before)}
    else:
        alone = {
            part
            for part, after in zip(said, [*said[1:], ""], strict=True)
            if not _NUMBER.search(part) and _alike(part, after)
        }
    return [part for part in said if part not in alone]


def _alike(one: str, other: str) -> bool:
    return find_audience(one) is not None and find_audience(one) == find_audience(_NUMBER.sub("", other))


_ALL_FIRST = re.compile(
    r"(?:tong(?: so| cong)?(?: luot| nguoi)* ?:? ?)?(\d[\d.]*) ?(?:nguoi|luot nguoi|luot|dai bieu|em)?"
    r"(?: ?\((?:(?:trong do|gom|bao gom)[: ]*)?| ?[,;:.–-]? ?(?:trong do|bao gom|gom)[: ]*| ?: ?)(.*?)\)?\.?"
)


def read_with_parts(text: str) -> tuple[int, dict[Audience, int]] | None:
    """All people and those of each audience where one cell tells both ("65 (45 HS, 20 PH)"); None for others."""
    match = (
        _ALL_FIRST.fullmatch(bare(re.sub(r"\s*\n\s*", "; ", text.strip()))) if len(text) <= _LONG else None
    )
    parts = read_numbered(match[2].strip(" ;")) if match else None
    return (int(match[1].replace(".", "")), parts) if match and parts else None


_HELD = re.compile(
    r"(\d{1,3}) (?:lop|buoi|cuoc|khoa|hoi nghi|hoi thi)(?: (?:tap huan|truyen thong|tuyen truyen))?"
    r"\s*(?:[/,;:(–-]|\b(?:voi|co|cho|gom)\b)\s*(.+?)\)?\.?"
)


def read_held_and_numbered(text: str) -> tuple[int, dict[Audience, int]] | None:
    """Activities, and the people who came by audience, where one cell tells both ("02 lớp/96 phụ huynh")."""
    match = _HELD.fullmatch(bare(text)) if len(text) <= _LONG else None
    people = read_numbered(match[2]) if match else None
    return (int(match[1]), people) if match and people else None


def tells_amounts(text: str) -> bool:
    """Whether words tell numbers of people by audience, or of several audiences together."""
    return bool(
        read_numbered(text) or read_with_parts(text) or read_lump(text) or read_held_and_numbered(text)
    )


def counts_somebody(text: str) -> bool:
    """Whether an amount of people stands among words of audiences, be it in words, so that it must not be passed over."""
    return bool(re.search(r"(?<!\w)\d{2,}(?!\w)", without_qualifiers(bare(text)))) or holds_many(text)


def read_lump(text: str) -> int | None:
    """The number of people of several audiences together ("120 phụ huynh và học sinh"); None if it is not that."""
    if _ABOUT.search(bare(text)):
        return None
    numbers = re.findall(r"(?<!\w)\d[\d.]*(?!\w)", without_qualifiers(bare(text)))
    rest = re.sub(r"(?<!\w)\d[\d.]*(?!\w)", " ", text).strip(" :=-()")
    if len(numbers) != 1 or not read_audiences(
        re.sub(r"^\s*(người|lượt|lượt người|em)\s*[:(]?\s+", "", rest)
    ):
        return None
    return int(numbers[0].replace(".", "") or 0)
