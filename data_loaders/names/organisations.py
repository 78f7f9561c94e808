"""From the words of an office to the code of a department or mass organisation of the city."""

import re
from functools import cache

from program import units
from program.text import fold, key

# They gather the reports of all: the focal agency to 28-2-2025 and after it (its tasks went there).
GATHERING = ("SO-TTTT", "SO-KHCN")


def _organisation(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


# Searched in the folded name; a name that also names a quận, phường… belongs to that one instead.
_ORGANISATIONS = (
    ("SO-TTTT", _organisation(r"\bso (tttt|tt (va )?tt|thong tin (va )?truyen thong)\b|\bstttt\b")),
    ("SO-KHCN", _organisation(r"\bso (khcn|kh (va )?cn|khoa hoc (va )?cong nghe)\b|\bskhcn\b")),
    ("SO-GDDT", _organisation(r"\bso (gddt|gd (va )?dt|giao duc( (va )?dao tao)?)\b|\bsgddt\b")),
    ("SO-LDTBXH", _organisation(r"\bso (ldtbxh|ldtb (va )?xh|ld tb (va )?xh|ld tbxh|lao dong( thuong binh (va )?xa hoi)?)\b")),
    ("SO-YT", _organisation(r"\bso y te\b|\bsyt\b|\bso yt\b")),
    ("SO-VHTT", _organisation(r"\bso (vhtt|vh (va )?tt|van hoa (va )?the thao|vhttdl|van hoa the thao (va )?du lich|vh tt (va )?dl)\b")),
    ("SO-TP", _organisation(r"\bso tu phap\b|\bso tp\b")),
    ("SO-TC", _organisation(r"\bso tai chinh\b|\bso tc\b")),
    ("SO-NV", _organisation(r"\bso noi vu\b|\bso nv\b")),
    ("CA-TP", _organisation(r"\bcong an( da nang)?$|\bcong an (tp|thanh pho)\b|\bca (tp|thanh pho)\b|\bcatp\b")),
    ("TD", _organisation(r"\bthanh doan\b|\bdoan (tncs|tncshcm|thanh nien|tn)( cong san)?( ho chi minh| hcm)?( (tp|thanh pho)( da nang)?)?$")),
    ("HLHPN", _organisation(r"\bhlhpn( (tp|thanh pho))?$|\bhoi (lhpn|lh phu nu|lien hiep phu nu|phu nu|pn|lhpnvn)( viet nam| vn)?( (tp|thanh pho))?( da nang)?$|\bhoi (lhpn|lien hiep phu nu) (tp|thanh pho)")),
    ("MTTQ", _organisation(r"\b(uy ban )?(ub ?)?(mttq|mat tran (?:to quoc|tq)|mttqvn|ubmttqvn|ubmttq)( (viet nam|vn))?( (tp|thanh pho))?( da nang)?$|\bubmttqvn tp\b|\bmat tran (tp|thanh pho)\b")),
    ("LDLD", _organisation(r"\b(ldld|lien doan (lao dong|ld))( (tp|thanh pho))?( da nang)?$|^ldldtp$")),
    ("HND", _organisation(r"\bhoi (nong dan|nd)( viet nam| vn)?( (tp|thanh pho))?( da nang)?$|\bhnd (tp|thanh pho)\b")),
    ("HBVQTE", _organisation(r"\bhoi (bvqte|bvq (te|tre em)|bao ve quyen tre em|bv quyen tre em|bv quyen te|bao ve qte)\b")),
)  # fmt: skip


# What a line says behind a body of the city: "Hội Nông dân thành phố - Lớp tập huấn năm 2023".
_BEHIND = re.compile(
    r"(\b(?:thành phố|tp)\b\.?(?: Đà Nẵng)?)(?:\s+[-–—]\s|\s*:).*", re.IGNORECASE | re.DOTALL
)


def find_organisation(text: str) -> str | None:
    """The code of the department or mass organisation of the city that the words name."""
    # "Cơ sở y tế" is no Sở Y tế.
    folded = re.sub(r"\bco so\b", "co_so", fold(_BEHIND.sub(r"\1", text, count=1)))
    for code, pattern in _ORGANISATIONS:
        if pattern.search(folded):
            return code
    return _exact().get(key(text))


def is_organisation(text: str) -> bool:
    """Whether words are the name of such a body and nothing more, however long."""
    named = re.sub(r"\s+Đà Nẵng$", "", text, flags=re.IGNORECASE)
    return key(named) in _exact() or any(pattern.fullmatch(fold(named)) for _, pattern in _ORGANISATIONS)


@cache
def _exact() -> dict[str, str]:
    return {
        key(n): u.code
        for u in units.all_units()
        if u.level in ("department", "mass_organisation")
        for n in (u.name, u.short_name)
    }


# Bodies of a district, ward or department, which report nothing themselves; "Hội thi" and "Số lớp" are none.
_OFFICE = re.compile(
    r"(ban chap hanh |bch |ban thuong vu |btv )?(phong (giao duc|gd|van hoa|vh|lao dong|ld|noi vu|tu phap|y te|tai chinh|kinh te|thong tin|tt)"
    r"|hoi (lhpn|lien hiep|lh|phu nu|pn|nong dan|nd|cuu chien binh|ccb|chu thap do|ctd|bao ve quyen|bvqte|khuyen hoc|dong y|sinh vien|cha me)"
    r"|doan (tn|tncs|thanh nien|phuong|xa|quan|huyen|truong)|(quan|huyen|phuong|xa) doan|(chi )?doan thanh nien|cong an|ca (quan|huyen|phuong|xa)|trung tam|truong (mam non|mn|tieu hoc|th|thcs|thpt)"
    r"|(ub ?)?mttq|ubmttqvn|(uy ban )?mat tran|van phong|lien doan lao dong|ldld|cong doan|thu vien|tram y te|nha (van hoa|thieu nhi)|ban (chi huy|dan van|tuyen giao|vi su tien bo)|dai truyen thanh|cau lac bo|clb)\b"
)


def is_office(text: str) -> bool:
    """Whether words begin with the name of a body below the units that report ("Phòng GD&ĐT", "Hội LHPN quận")."""
    return bool(_OFFICE.match(fold(text)))
