"""Headings by their grammar: the head word says what a column holds, the words around it only tell more of it.

For headings that no pattern of `columns.words.wordings` knows as a whole ("Thời gian diễn ra lớp", "Cơ quan đứng ra
tổ chức"). A rule decides only where every other word belongs to the same matter or to none, so that a title or
a name in a row of data is never taken for a heading.
"""

import re
from dataclasses import dataclass

from program.text import fold

BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
MAX_WORDS = 14
# What is asked of the reader of a form, and words that change nothing ("Đơn vị của anh/chị là?").
_ASKED = re.compile(
    r"^(?:cau(?: hoi)? \d{1,2} )?(?:bao nhieu (?=nguoi|luot|nu|phu huynh|hoc sinh|em|tre)|(?:xin|hay|de nghi|moi|vui long|day la) )*(?:(?:cho biet|nhap|ghi ro|ghi(?! chu\b)|dien(?! (?:thoai|giai|ra|tu|dan|tich|gia|vien|kich|tap|bien|ap)\b)|chon|neu ro|neu|cung cap|khai) )*"
    r"|(?: (?:cua )?(?:anh chi|quy vi|quy don vi|quy co quan)| cua (?:anh|chi|ban|minh))(?: (?:dang )?(?:cong tac|lam viec))?(?= |$)"
    r"|(?: (?:la gi|la ai|gi|ai|nao|the nao|bao nhieu|may|khong|neu co|bat buoc|khong bat buoc|ghi ro|cu the|theo mau|dd mm yyyy|dd mm yy|ngay thang nam|nhu the nao|trong ky(?: bao cao)?|thuc te))+$"
)

# Only with its accents: "lạ" is another word.
_IS = re.compile(r"\blà\s*\??\s*$", re.IGNORECASE)

_TELEPHONE = re.compile(r"\bsố máy\b", re.IGNORECASE)


def unasked(text: str) -> str:
    """A heading folded and without the words of a question."""
    # Without its accents "máy" is a question.
    text = _TELEPHONE.sub("điện thoại", text)
    return " ".join(_ASKED.sub(" ", fold(_IS.sub("", text))).split())


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that tell nothing of the matter.
_EMPTY = _words(
    "cua cac nhung da duoc dang la o tai trong va hoac hay voi cho ve theo thuoc tren tung moi chinh thuc cu the"
    " day du hien nay boi do vi tri ghi ro neu co mot tong cong chung bao gom ca toan bo goi ten so luong sl nao nhu"
)
_THINGS = _words(
    "lop buoi cuoc khoa dot lan su kien hoat dong hd hoi thi nghi chuong trinh diem chuyen de toa dam"
)
_DOING = (
    _words(
        "sinh hoat pho bien phap luat kien thuc ky nang tap huan truyen thong tuyen boi duong noi chuyen hoc thi to chuc tc"
        " trien khai thuc hien mo dien ra lam tham gia dien ra tien hanh cong viec nhiem vu noi dung chu giang day dao tao hinh"
        " ngoai khoa gia tuyen truyen phong trao"
    )
    | _THINGS
)
_PEOPLE = _words(
    "luot nguoi hoc vien hv dai bieu thanh tham gia du dai bieu thi sinh thinh khan gia xem theo doi cu toa ba con khach moi doi tuong phan tiep can"
    " duoc huong loi co mat nghe quan chung tap the"
)
_TIME = _words(
    "ngay thang nam thoi gian diem gio luc lich hom dip tu den khi giai doan dd mm yyyy bat dau ket thuc"
)
_OFFICE = _words(
    "don vi dv co quan bo phan ban ben phong nganh dia phuong doan the noi to chuc bao cao nop gui lap bieu truc cong"
    " tac phu trach cap hanh quan huyen quan/huyen"
)
_ROLE_OF = _words(
    "chu tri dung ra dam nhiem phu trach dang cai chiu trach nhiem dau moi chu quan tham muu thuc hien lien ket"
)
_LAND = _words("phuong xa thi tran dac khu dia ban ban noi dien khu vuc p x dp truong dong so quan ly tru")
_DISTRICT = _words("quan huyen thi xa thanh pho q h tp")
_SCHOOL = _words(
    "truong hoc co so giao duc nha don vi diem gd gddt th thcs thpt tieu trung pho thong mam non"
)
_OF_AUDIENCE = _words("hoc sinh hs tre em te gv giao vien hoi doan phu huynh ph phhs cha me ong ba nguoi cham soc ngoai trong truong nha cong tac ctv can bo chau la")  # fmt: skip

_NUMBERS = frozenset(map(str, range(100)))


@dataclass(frozen=True)
class _Rule:
    head: re.Pattern[str]
    around: frozenset[str]
    fields: tuple[str, ...]


def _rule(head: str, around: frozenset[str], fields: str) -> _Rule:
    return _Rule(re.compile(head), around, tuple(fields.split()))


_RULES = (
    _rule(
        r"\b\d{1,2} tuoi\b|\bduoi \d{1,2}\b",
        _words("tre em te chau tu den duoi tuoi nguoi dan nhom do so tong lua cong dong") | _NUMBERS,
        "value attendances.?",
    ),
    _rule(
        r"(?<!vien phu )(?<!hoi phu )(?<!bo phu )(?<!me phu )(?<!huynh phu )\b(nu|nu gioi)$|^(so |luot |sl |so luong )*(nu|nu gioi|phu nu|chi em)\b|^(trong do|t do|tr do)\b.*\b(nu|(em|tre|chau|be) gai)\b",
        _PEOPLE | _OF_AUDIENCE | _words("nu gioi phu chi em trong do t tr nguoi gioi tinh rieng so be gai"),
        "female",
    ),
    _rule(
        r"\b(luot|nguoi|vien|sinh|hv|hs|bieu|gioi|sl|so|huynh|ph|phhs|cha me|ctv) nam$|^nam gioi$|^(trong do|t do|tr do) .*\bnam( gioi)?$",
        _PEOPLE | _OF_AUDIENCE | _words("nam gioi trong do t tr"),
        "male",
    ),
    _rule(r"\b(dau thoi gian|thoi gian (gui|nop|nhap))\b", _TIME | _words("dau gui nop nhap phieu"), "unused"),
    _rule(r"\btu\b.*\bden\b|\b(bat dau|khai giang|khai mac)\b.*\b(ket thuc|be giang|be mac)\b", _TIME | _DOING | _words("het khai be giang mac"), "start_date period"),
    _rule(
        r"\b(ket thuc|be giang|be mac|tong ket|(den|toi) ngay|ngay xong|xong ngay|xong|ngay (cuoi|dong|hoan thanh)|dong ngay|den het|den)\b",
        _TIME | _DOING | _words("be giang mac tong ket cuoi cung dong xong hoan thanh het vao toi"),
        "end_date",
    ),
    _rule(
        r"\b(bat dau|khai giang|khai mac|khoi dau|mo dau|phat dong(?! (truyen|tuyen|cuoc|hoi))|khoi dong|tu ngay|ngay (dau|mo|khai))\b",
        _TIME | _DOING | _words("khai giang mac khoi dau tien phat mo man vao"),
        "start_date",
    ),
    _rule(
        r"\b(ngay|thoi gian|thoi diem|luc(?! luong)|lich|dien ra|dip|khi nao)\b|^khi$",
        _TIME | _DOING | _words("vao moc len"),
        "start_date period",
    ),
    _rule(
        r"\b(hinh thuc|phuong thuc|cach thuc|cach to chuc)\b|\btruc tiep\b.*\b(truc tuyen|online|tuyen)\b|\b(truc tuyen|online)\b.*\btruc tiep\b",
        _DOING | _words("hinh thuc phuong cach thuc truc tiep truc tuyen online offline hoac ket hop tt ol"),
        "delivery kind",
    ),
    _rule(
        r"\b(loai|loai hinh|phan loai|cap|bac|khoi)\b.*\b(truong|co so|giao duc|hoc)\b",
        _words("loai hinh phan cap bac khoi truong co so giao duc hoc nuoi duong tre em don vi dao tao"),
        "level",
    ),
    _rule(
        r"\b(loai|the loai|phan loai|loai hinh)\b|\b(kieu|dang|nhom|mang)\b.*\b(hoat dong|hd|lop|buoi|su kien|cong viec)\b",
        _DOING | _words("loai the phan kieu dang nhom hinh mang"),
        "kind",
    ),
    _rule(
        r"^(so|tong so|tong|sl|so luong|tong so luong)\b.*\b(lop|buoi|cuoc|khoa|dot|hoi thi|hoat dong|su kien|toa dam|chuyen de)\b",
        _DOING,
        "count",
    ),
    _rule(
        r"^(ten|noi dung|chu de)\b.*\b(do|cua|tai) (don vi|co quan|dia phuong|phong|hoi|doan)\b",
        _DOING | _OFFICE | _ROLE_OF,
        "title",
    ),
    _rule(
        r"\b(doan|hoi|chi doan|chi hoi)\b.*\b(to chuc|chu tri|thuc hien|phu trach|dang cai)\b",
        _OFFICE | _ROLE_OF | _DOING | _words("doan hoi chi co so doi truc thuoc"),
        "organiser",
    ),
    _rule(
        r"^(don vi|dv|co quan|bo phan|ban|ben|phong|noi)\b.*\b(to chuc|chu tri|dung ra|dang cai|mo lop)\b|^bo phan\b",
        _OFFICE | _ROLE_OF | _DOING,
        "organiser",
    ),
    _rule(
        r"\b(don vi|dv|co quan|bo phan|ban|ben|phong|noi)\b.*\b(to chuc|tc|chu tri|thuc hien|dung ra|dam nhiem|phu trach|dang cai|trien khai|tien hanh|chu quan|chiu trach nhiem|mo lop|mo)\b"
        r"|^(to chuc|chu tri|thuc hien) boi\b",
        _OFFICE | _ROLE_OF | _DOING,
        "organiser unit",
    ),
    _rule(
        r"^(co quan|don vi|cap|noi|nguoi) (giao|ban hanh|quyet dinh|phe duyet|dat)\b",
        _words("co quan don vi cap noi nguoi giao ban hanh quyet dinh phe duyet dat chi tieu muc ke hoach"),
        "authority",
    ),
    _rule(
        r"^(ten )?(don vi|dv|co quan|dia phuong)\b",
        _OFFICE | _DISTRICT | _words("nhan giao chi tieu ke hoach phan bo quan ly tong hop so lieu cung cap thong ke hien cu lam"),
        "unit organiser",
    ),
    _rule(r"\b(quan(?! (so|ly|he|trong)\b)|huyen)\b", _DISTRICT | _words("dia ban phuong noi truc khu vuc don vi bao cao gui nop lap"), "unit"),
    _rule(r"\b(phuong(?! (?:tien|phap|an|huong|cham|thuc)\b)|xa|dia ban)\b", _LAND | _DOING | _words("don vi"), "ward"),
    _rule(r"(?<!hoi )\btruong\b|\bco so giao duc\b", _SCHOOL | _DOING, "school name"),
    _rule(r"\b(doi tuong|thanh phan)\b", _PEOPLE | _DOING | _words("tuong phan thanh nhom huong den hoc chinh vien danh cho ap dung phuc vu tg"), "audience"),
    _rule(
        r"\b(giao|phan bo|dang ky|phan dau|phan khai)\b|^(so )?(chi tieu|ke hoach|muc tieu)\b.*\b(nam|quy|giao|so)\b|^kh\b|^so (chi tieu|ke hoach)$",
        _words("chi tieu ke hoach muc so giao phan bo dang ky dau khai nam quy ca tung cac theo don vi duoc dat gia tri lop buoi cuoc luot nguoi kh"),
        "value",
    ),
    _rule(
        r"^(nam|quy|thang|(hoc )?ky|nien do|hk)\b",
        _words("nam quy thang ky hk thuc hien bao cao giao ke hoach so lieu ap dung hoc nien do to chuc hoat dong tinh thong ke ghi nhan"),
        "period",
    ),
    _rule(
        r"^(so|ngay|ten)? ?(van ban|quyet dinh|cong van|can cu)\b",
        _words("so ngay ten van ban quyet dinh cong can cu phap ly giao cu ban hanh phan cong kem theo chi tieu"),
        "document",
    ),
    _rule(
        r"^(ten|ten goi|noi dung|chu de|chuyen de|tieu de|de tai|chuong trinh|su kien|cong viec|hoat dong|nhiem vu|dien giai|mo ta|cong tac|chu diem|(cac |nhung )?(viec|cong viec|van de)|bai (noi|giang))\b",
        _DOING | _words("tieu de tai mo ta dien giai cong tac muc hang dau viec hinh thuc bai vu van tat khai chu diem lam xong truyen dat trao doi noi ngan gon gap"),
        "title indicator",
    ),
    _rule(
        r"\b(luot|nguoi|hoc vien|hv|dai bieu|thi sinh|tham gia|tham du|tiep can|thinh gia|khan gia|cu toa|du|co mat|hien dien|huong loi)\b(?! (toan|kien|an|tru|phong))|^(si so|quy mo|quan so)\b",
        _PEOPLE | _DOING | _words("quy mo si quan hien dien thuc te hoan"),
        "attendances_total",
    ),
)  # fmt: skip


def composed(folded: str) -> tuple[str, ...]:
    """The fields of a heading whose head word is known and whose other words are of the same matter; else none."""
    told = set(folded.split()) - _EMPTY
    for rule in _RULES:
        if rule.head.search(folded) and told <= rule.around:
            return rule.fields
    return ()


_KEYWORDS = (
    (r"\bho (va )?ten\b", ("name", "personal.name")),
    # What is posted ("Số bài trên Fanpage, Zalo") has no telephone.
    (r"\b(sdt|dien thoai)\b|^(?!.*\b(bai|tin|luot|fanpage|trang|kenh|video|clip)\b).*\bzalo\b", ("phone",)),
    (r"\b(ngay sinh|nam sinh)\b(?! hoat)", ("personal.birth_date",)),
    (r"\b(cccd|cmnd|can cuoc)\b", ("personal.id",)),
    (r"\b(dia chi) (nha|gia dinh|phu huynh|hoc sinh|tre)", ("personal.address",)),
    (r"^(tong )?(so|so luong) (lop|buoi|cuoc)\b", ("count",)),
    (r"\b(ket thuc|be giang|be mac|den (het )?ngay)\b(?!.*\btu\b)", ("end_date",)),
    (r"\b(bat dau|khai giang|khai mac|tu ngay)\b", ("start_date",)),
    (r"\b(luot|so nguoi|so luong nguoi|nguoi tham (gia|du))\b", ("attendances_total",)),
    (r"^trong do .*\bnu\b|^so .*\bnu$", ("female",)),
    (r"^(ngay|thoi gian)\b", ("start_date", "period")),
    (r"^(ten|noi dung|chu de)\b", ("title",)),
    (r"^(don vi|co quan) .*\b(to chuc|chu tri)\b", ("organiser",)),
)
_KEYWORD_PATTERNS = tuple((re.compile(pattern), fields) for pattern, fields in _KEYWORDS)


def keyed(text: str) -> tuple[str, ...]:
    """Fields by a key word, for headings whose whole wording is not known."""
    folded = fold(BRACKETS.sub(" ", text))
    if len(folded.split()) > MAX_WORDS:
        return ()
    return next((fields for pattern, fields in _KEYWORD_PATTERNS if pattern.search(folded)), ())


_ACTIVITIES_FOR = re.compile(
    r"(tong )?(so luong|so|sl) (cac )?(lop|buoi|cuoc|khoa|dot|hoi thi|cuoc thi|hoi nghi|chuyen de)\b"
    r"(?!.*\b(luot|nguoi (?!cham soc)|tham gia|tham du))"
)


def counts_activities(folded: str) -> bool:
    """Whether a heading with an audience counts activities for it ("Số lớp tập huấn cho cha mẹ"), not its people."""
    return bool(_ACTIVITIES_FOR.match(folded))
