"""What sort of activity a word names, how it was held, and the levels of schools."""

import re
from collections.abc import Iterable
from functools import lru_cache

from data_loaders.mending.answers import following, meaning
from program.submissions.mending import Question
from program.text import clean, fold, key
from program.vocabulary import Delivery, Kind, Level

_CONTEST = re.compile(
    r"\b(hoi|cuoc|ky|vong) thi\b|\bthi (tim hieu|ve|rung chuong|truc tuyen|viet|sang tac|an toan)|^thi$|rung chuong vang|^do vui\b"
)
# By their tones "Thị trấn…" is none.
_SOME_CONTEST = re.compile(r"\W*(?:\d+[.)] *)?thi (?!đua|hành|công|dua\b|hanh\b|cong\b)")
_TRAINING = re.compile(
    r"tap huan|\bt huan\b|^th$|\b(hoi nghi|buoi|khoa) th\b|\blth\b|(?<!den )(?<!ra )(?<!len )(?<!bo )\blop\b|(?<!\bso )(?<!nha )\bkhoa hoc\b(?! (va )?(cong nghe|ky thuat|xa hoi|tu nhien|may tinh)| khong)|\bkhoa (tap|dao tao|boi duong)|boi duong|(?<!giao duc )(?<!giao duc va )\bdao tao\b|day ky nang|huan luyen"
)
# "TT" of "Phòng VH&TT" and "TT GDTX" is no truyền thông.
_SESSION = re.compile(
    r"truyen thong|\bt thong\b|tuyen truyen|\bbuoi\b(?! (?:sang|chieu|toi|trua)\b)|noi chuyen|chuyen de|toa dam|sinh hoat|chao co\b|talk ?show|ngoai khoa|dien dan|pho bien"
    r"|(?<!\bvh )(?<!\bso )(?<!\btt )(?<!vhtt )(?<!\bva )\btt\b"
    r"(?! (?:tt|gdtx|gdnn|gdqp|y te|van hoa|vhtt|vh|hoc tap|cong tac|htcd|dich vu|bao tro|ngoai ngu|tin hoc)\b)"
    r"|\bbtt\b|doi thoai|gap mat|phien toa gia dinh|san khau hoa"
)
# By its tones "Hội thao" is none, where people do sports.
_SEMINAR = re.compile(r"\W*(?:\d+[.)]? *)?(?:tổ chức |cuộc )*hội thảo\b(?!.*tập huấn)")
_OTHER = re.compile(
    r"^(\d+ )?(cac |nhung )?(hoat dong |loai |loai hinh |hinh thuc |su kien )*khac\b|\bhd khac\b|^other$|^ngay hoi(?!.* (truyen thong|tuyen truyen))|phat to roi|ra mat"
)
_MIXED = re.compile(r"\s*(?:[,;/+&]|\bvà\b|\bva\b|\bhoặc\b|\bhay\b)\s*", re.IGNORECASE)


@following
def find_kind(text: str) -> Kind | None:
    """The kind that words name; None where they name none, or several ("tập huấn, truyền thông")."""
    if told := meaning(Question.KIND, text):
        return Kind(told)
    folded = fold(text)
    if folded.replace(" ", "_") in set(Kind):
        return Kind(folded.replace(" ", "_"))
    if _OTHER.search(folded):
        return Kind.OTHER
    if _CONTEST.search(folded) or _SOME_CONTEST.match(key(text)):
        beside = _TRAINING.search(folded) and "tap huan" in folded.split("thi")[0]
        return None if beside or _contest_in_list(text) else Kind.CONTEST
    training, session = _TRAINING.search(folded), _SESSION.search(folded)
    if (training or session) and _listed(text):
        return None
    if training and session:
        first = training.start() < session.start() or "tap huan" in folded
        return Kind.TRAINING_CLASS if first else Kind.COMMUNICATION_SESSION
    if training:
        return Kind.TRAINING_CLASS
    return Kind.COMMUNICATION_SESSION if session or _SEMINAR.match(key(text)) else None


def _contest_in_list(text: str) -> bool:
    """Whether the name of another kind stands in a list with a contest ("Truyền thông, hội thi")."""
    parts = [part for part in _MIXED.split(text) if part]
    return len(parts) > 1 and any(
        names_only_kind(part) and find_kind(part) not in (None, Kind.CONTEST) for part in parts
    )


def _listed(text: str) -> bool:
    """Whether a list of kinds stands there, not one kind with a describing word."""
    parts = [fold(part) for part in _MIXED.split(text)]
    if len(parts) == 1:
        return False
    training = [p for p in parts if _TRAINING.search(p)]
    session = [p for p in parts if _SESSION.search(p)]
    return any(t not in session for t in training) and any(s not in training for s in session)


# What may stand before the name of a kind and leaves it what it is ("Ra quân truyền thông", "Phối hợp tổ chức tập huấn").
_LEAD = (
    r"(?:(?:da|to chuc|mo|tham gia|phoi hop|trien khai|thuc hien|ra quan|(?:le )?phat dong|khai giang|khai mac|chien dich|dot|ngay hoi"
    r"|xe loa|chieu phim|san khau hoa|tieu pham|gio(?: hoc)?|tro chuyen) )*(?:\d+ )?(?:cac )?"
)
_HEAD = (
    (Kind.CONTEST, re.compile(rf"{_LEAD}(hoi thi|cuoc thi|thi |ky thi|rung chuong vang|do vui)")),
    (
        Kind.TRAINING_CLASS,
        re.compile(
            rf"{_LEAD}(lop|tap huan|hoi nghi tap huan|khoa|boi duong|buoi tap huan|chuong trinh tap huan)\b"
        ),
    ),
    (
        Kind.COMMUNICATION_SESSION,
        re.compile(
            rf"{_LEAD}(buoi|truyen thong|tuyen truyen|noi chuyen|chuyen de|toa dam|sinh hoat|chao co|talk ?show|ngoai khoa|dien dan|pho bien|doi thoai|phien toa gia dinh|san khau hoa"
            r"|giao luu (voi|cung|truc tuyen|chuyen gia|dien gia)|hoi nghi (truyen thong|tuyen truyen))\b"
        ),
    ),
)


_SIGNS = re.compile(r"[:(]| [-–—] ")
# A body by its name, in its own letters, and what it did: "Sở GD&ĐT tập huấn giáo viên"; "Sở Thông tin và Truyền thông" did nothing.
_NAME = r"(?:phường|xã|quận|huyện|thị trấn|thành phố|[A-ZĐÂÊÔƠƯÁÀẢÃẠÝỦỨỶ][\w&.-]*(?: (?!dự|cử|mời|nhận|được|về|của|cho|tập|tuyên|truyền|bồi|và)[a-zà-ỹđ]+)?)"
_DID = re.compile(
    r"(?:Sở|Phòng|Hội|Đoàn|UBND|Công an|Trường|Trung tâm|Ban|Thành đoàn|Quận đoàn|Huyện đoàn|Bộ)"
    rf"(?: (?:và )?{_NAME}){{1,8}} (?:(?:đã|phối hợp|tổ chức|triển khai|mở) )*(tập huấn|bồi dưỡng|tuyên truyền|truyền thông)(?= (?!viên|và)|$)"
)


@lru_cache(maxsize=20000)
def kind_of_title(title: str) -> Kind | None:
    """The kind that the first words of a title say ("Lớp tập huấn…", "Buổi truyền thông…"), or of a part of it behind
    a sign ("Kỹ năng số: tập huấn cho phụ huynh"; there "lớp 6" is whose it was)."""
    first, *behind = (fold(part) for part in _SIGNS.split(title))
    parts = (first, *(part for part in behind if not part.startswith("lop") or "tap huan" in part))
    found = next((kind for part in parts for kind, pattern in _HEAD if pattern.match(part)), None)
    if not found and _SEMINAR.match(key(title)):
        return Kind.COMMUNICATION_SESSION
    if found or not (did := _DID.match(clean(title))):
        return found
    return Kind.TRAINING_CLASS if did[1] in ("tập huấn", "bồi dưỡng") else Kind.COMMUNICATION_SESSION


# A session by its name, not by what a class may be about ("Tuyên truyền…").
_NAMED_SESSION = re.compile(
    r"(to chuc |tham gia )?(\d+ )?(cac )?(buoi|toa dam|noi chuyen|sinh hoat|chao co|talk ?show|dien dan|phien toa gia dinh)\b"
)
# What outdoes a kind that only the sheet's name tells; "Chuyên đề…" may be what a class is about.
_CALLED_SESSION = re.compile(
    rf"(?:{_NAMED_SESSION.pattern})|{_LEAD}(hoi nghi )?(truyen thong|tuyen truyen|ngoai khoa)\b"
)


def kind_under(heading: Kind | None, title: str, loosely: bool = False) -> Kind | None:
    """The kind of a row whose table's headings say `heading`: that one, unless the row's own title names another
    thing ("Lớp tập huấn…" below "Chuyên đề tuyên truyền"). `loosely`: only the name of the sheet says it."""
    own = kind_of_title(title)
    named = _CALLED_SESSION if loosely else _NAMED_SESSION
    if heading and own == Kind.COMMUNICATION_SESSION and not named.match(fold(title)):
        return heading
    return own or heading


_ONLY_KIND = re.compile(
    r"(so |cac |tong so )?(lop|buoi|cuoc|khoa|hoi nghi|hoi thi|cuoc thi)?( ?(tap huan|boi duong|truyen thong|tuyen truyen|noi chuyen( chuyen de)?))?(( da| duoc)+ (to chuc|mo|thuc hien))?"
    r"|(cac )?(hoi thi|cuoc thi)( va)? (hoi thi|cuoc thi)|(cac )?hoat dong khac"
)


def names_only_kind(text: str) -> bool:
    """Whether words are the name of a kind and nothing more ("Lớp tập huấn"): no activity is called so."""
    return bool(_ONLY_KIND.fullmatch(fold(text)))


_SUM_OF = re.compile(r"(tong|cong)( so| cong)*( (?=\w))")


def kind_summed(text: str) -> Kind | None:
    """The kind of whose activities words name the sum ("Tổng số lớp tập huấn"), and nothing more."""
    lead = _SUM_OF.match(folded := fold(text))
    rest = folded[lead.end() :] if lead else ""
    return find_kind(rest) if rest and names_only_kind(rest) else None


_IN_PERSON = re.compile(
    r"(?<!phat )truc tiep|\btr? tiep\b|tap trung|tai cho|duoi co\b|^(\d )?(tai|tren) (truong|lop|hoi truong|nha|ubnd|tru so|co so|phuong|xa|khu|san|trung tam|to dan pho)\b|mat doi mat|\bttiep\b|\boff(line)?\b|^tt$|in person|face to face"
)
_ONLINE = re.compile(
    r"truc tuyen|\w+online\b|\btr? ?tuyen\b|\bonl(ine)?\b|^ol$|zoom|teams|google meet|qua mang|tu xa|livestream|live stream|phat truc tiep|^tuyen$"
    r"|facebook|fanpage|zalo|youtube|mang xa hoi|\b(gg ?)?meet\b|tren (mang|nen tang so)|internet|webinar|\be ?learning\b|\bon line\b"
)
# "TT + trực tuyến", "Zoom/TT"; "Trực tuyến (TT)" only says the same twice.
_TT_BESIDE = re.compile(r"^\s*tt\s*(?:[+/&,;-]|và\b|va\b)|(?:[+/&,;-]|\bvà|\bva)\s*tt\s*$")
_HYBRID = re.compile(r"ket hop|hon hop|hybrid|ban truc tuyen|ca (hai|2)\b|song song")


@lru_cache(maxsize=20000)
def find_delivery(text: str) -> Delivery | None:
    """How it was held: in person, online, or both."""
    folded = fold(text)
    in_person = _IN_PERSON.search(folded) or _TT_BESIDE.search(text.casefold())
    online = _ONLINE.search(folded)
    if online and in_person and re.search(r"\bhoac\b", folded):
        return None
    if _HYBRID.search(folded) or (online and in_person):
        return Delivery.HYBRID
    if online:
        return Delivery.ONLINE
    return Delivery.IN_PERSON if in_person else None


# "T.H.C.S" is "THCS".
_DOTTED = re.compile(r"(?<=\b[A-Za-z])\.(?=[A-Za-z]\b)")
_PRIMARY = re.compile(r"tieu hoc|\bt hoc\b|\b(gd)?th\b|\bptcs\b|cap (1|i)\b")
_LOWER = re.compile(r"trung hoc co so|\bthcs\b|\bptcs\b|cap (1 |i )?(va )?(2|ii)\b")
_UPPER = re.compile(
    r"trung hoc pho thong|pho thong trung hoc|\bthpt\b|\bptth\b|cap (1 |i )?(va )?((2|ii) )?(va )?(3|iii)\b"
)
_LEVELS = {
    (True, False, False): Level.PRIMARY,
    (False, True, False): Level.LOWER_SECONDARY,
    (False, False, True): Level.UPPER_SECONDARY,
    (True, True, False): Level.PRIMARY_LOWER_SECONDARY,
    (False, True, True): Level.LOWER_UPPER_SECONDARY,
    (True, True, True): Level.PRIMARY_TO_UPPER_SECONDARY,
}


_ONLY_LEVEL = re.compile(
    r"(danh sach )?(cac )?(truong |khoi |cap |bac |co so )*(hoc )?((mam non|mau giao|mn|tieu hoc|th|trung hoc co so|thcs|trung hoc pho thong|thpt|lien cap|gdtx"
    r"|giao duc thuong xuyen|cap (1|2|3|i|ii|iii))( va )?[ ,&-]*)+( cong lap| ngoai cong lap| tu thuc)?( \d+ truong)?"
    r"|(cac )?co so (bao ve|nuoi duong|bao tro|tro giup).*"
)


def names_only_level(text: str) -> bool:
    """Whether words are the name of a level of schools and nothing more ("Cấp tiểu học", "Khối THCS")."""
    return bool(_ONLY_LEVEL.fullmatch(fold(text)))


def level_of_all(levels: Iterable[Level]) -> Level | None:
    """The level of a school that has each of these."""
    told = set(levels)
    facets = (Level.PRIMARY in told, Level.LOWER_SECONDARY in told, Level.UPPER_SECONDARY in told)
    return told.pop() if len(told) == 1 else _LEVELS.get(facets)


@lru_cache(maxsize=20000)
def find_level(text: str) -> Level | None:
    """The level of a school or facility from its level's words or its own name; several levels too."""
    folded = fold(_DOTTED.sub("", text))
    if (code := folded.replace(" ", "_")) in set(Level):
        return Level(code)
    if re.search(r"mam non|mau giao|\b(gd)?mn\b|\bmg\b|nha tre|nhom tre", folded):
        return Level.PRESCHOOL
    if re.search(r"giao duc thuong xuyen|gdtx\b|gdnn", folded):
        return Level.CONTINUING
    facets = (bool(_PRIMARY.search(folded)), bool(_LOWER.search(folded)), bool(_UPPER.search(folded)))
    if "lien cap" in folded:
        return _LEVELS[facets] if sum(facets) > 1 else Level.PRIMARY_TO_UPPER_SECONDARY
    if re.search(
        r"bao ve|nuoi duong|bao tro|\b(btxh|bvte)\b|tinh thuong|cham soc tre|tro giup (xa hoi|tre)|co so tre em|mai am|lang (tre|hy vong|sos)|lang tre",
        folded,
    ):
        return Level.FACILITY
    return _LEVELS.get(facets)
