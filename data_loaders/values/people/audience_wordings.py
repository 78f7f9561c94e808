"""The wordings of each audience."""

import re

from program.text import fold
from program.vocabulary import Audience

# Tried in this order; the first that fits decides. Wordings: domain.md 2.2 and the offices' own.
_WORDINGS: tuple[tuple[Audience, str], ...] = (
    (
        Audience.CHILD_WORKERS,
        (
            r"^(?!.*\bnguoi (cham soc|nuoi duong))(so |luot )*(can bo|cb|nguoi lam|nhan vien|nv|cong chuc|doi ngu|luc luong)\b.*\b(cong tac|bao ve|cham soc|bv|bvcs|bvcste|bvte|phu trach|theo doi)\b.*\b(tre em|tre|te|bvcste|bvte)\b"
            r"|\b(can bo|cb|nhan vien|nv) (bvcste|bvte|bvcs te|bv ?cs? ?te|bv cste|ctte)\b|cong tac vien|\bctv\b|lam cong tac tre em|^(?!.*\b(ket qua|thuc hien|tinh hinh|bao cao|so lieu|nhiem vu|linh vuc|ve|nam|thang|quy)\b).*\bcong tac ((bao ve|cham soc)? ?|bv ?cs ?)tre em"
            r"|(can bo|cb) (phu trach |chuyen trach |bao ve |ve )?tre em|(can bo|cb) ?te\b|\bct tre em|cong tac xa hoi|\bctxh\b|nhan vien bao ve tre|chuyen trach tre em"
            r"|\b(can bo|cb|nhan vien|nv|cong chuc)\b.*\b(phu trach|theo doi|lam|ve) (cong tac )?(tre em|te)\b|\bctte\b|\bcb ?l?ct ?te\b|\blct ?te\b|(can bo|cb|cong chuc|nhan vien|tinh nguyen vien|tnv)( (?!va\b|hoac\b|nguoi\b|cham\b|nuoi\b|giao\b)\w+){0,4} tre em\b|ban bao ve tre em|phu trach thieu nhi|can bo phu trach doi thieu"
        ),
    ),
    (
        Audience.PARENTS,
        (
            r"phu huynh|\bp huynh\b|\b(sl)?phhs\b|\bslph\b|\bph hs\b|\bcmhs\b|\bph\b|cha me|bo me|\bba,? (va )?(me|ma)\b|\bong bo\b|\bme co con\b|\bbo,? (va )?ma\b|\bcha\b.*\bme\b|nguoi (truc tiep )?(cham soc|nuoi duong|giam ho)"
            r"|nguoi cs tre|\bncs(te|t| tre)?\b|\bcm\b|\bong ba\b|gia dinh|nguoi than\b|\b(phu nu|hoi vien|doan vien|nguoi lao dong|cong nhan|cnvcld|cnld|nld)\b.*\bco con\b"
        ),
    ),
    (
        Audience.TEACHERS,
        r"giao vien|\b(sl)?gv\b|\bqlgd\b|hieu (truong|pho)|\b(can bo|cb|nhan vien) nganh giao duc\b|ban giam hieu|\bbgh\b|\b(nhan vien|nv|can bo|cb) (nha )?truong\b|\bcbql(gd)?\b|\bcbgv(nv)?\b|quan ly giao duc|can bo quan ly|nha giao|tong phu trach|\b(gv)?tpt\b|thay( giao)?,? (va )?co\b|\bgvcn\b|giang vien cot can|\b(co|thay) giao\b|\bsu pham\b|giao chuc|\b(can bo|cb)( nganh)? (giao duc|gd)\b|^(so |luot )*(can bo|cb|nhan vien|nv|chuyen vien)\b.*\b(hoc duong|truong hoc)\b|\bbao mau\b",
    ),
    (
        Audience.CHILDREN_OUT_OF_SCHOOL,
        (
            r"\bout of school\b|(tre( em)?|te|thieu nhi|thieu nien)\b.*\b(dia ban dan cu|khu dan cu|(o|tai|trong) (cong dong|khu dan cu|thon|khu pho|to dan pho))\b|\b(ngoai ([a-z]+ ){0,3}(truong|hoc duong)|ngoai th\b|ngoai (cac )?(co so giao duc|csgd)\b"
            r"|khong (con )?(tham gia )?(di )?hoc (trong|tai|o|den)\b|khong thuoc ([a-z]+ )?truong|ngoai (he thong )?giao duc|(khong|chua) (con |duoc |tung )?(den truong|di hoc|den lop|ra lop|toi truong)|(khong (con )?|chua )den truong|bo hoc|that hoc|nghi hoc|ngoai cong dong|lang thang|duong pho|chua di hoc|ngoai ntr?\b|\b(?:tre( em)?|te) nth\b)"
        ),
    ),
    (
        Audience.CHILDREN_IN_SCHOOL,
        r"trong (nha )?truong|\b(thieu nhi|tre em|te) truong hoc\b|\b(dang )?(di )?hoc (tai|o|trong) (cac |nha )?truong|dang hoc\b|trong th\b|trong (cac )?(co so giao duc|csgd)\b|trong nt\b|hoc sinh|\bh sinh\b|^h s\b|\b(sl)?hs\b|\bdoi vien\b|\bhssv\b|dang di hoc|mam non|hoc duong|hoc vien (cac )?(trung tam |tt )?(gdtx|giao duc thuong xuyen)",
    ),
    (
        Audience.OFFICIALS,
        (
            r"\bcb,? ?cc,? ?vc\b|\bcbccvc\w*|\bcbcc\b|\bcc,? ?vc\b|\bccvc\b|cong chuc|vien chuc|doan the|\b(can bo|cb) (doan|hoi|mat tran|mttq|cong doan|phu nu)|\bcb(cn)?vc\b|\bbch\b|\bmat tran\b|\bchi hoi truong|\bban chap hanh\b|\bcbdt\b|khong chuyen trach|truong thon|^(so |luot )*(luc luong )?cong an( xa| phuong)?(,? dan quan)?$|phong vien|bien tap vien"
            r"|hoi vien|doan vien|bi thu|\bdvtn\b|nguoi lao dong|\bnld\b|\bcn(vc)?ld\b|cong nhan(,? vien chuc)?,? lao dong|to truong|lanh dao|^dai bieu,? (va )?can bo|ban,? nganh|can bo( cac)? cap|^can bo$|^(so |luot )*(can bo|cb|nhan vien)\b(?!.*\bkhac\b)|\b(bac si|dieu duong|chien si)\b|\bto cong nghe so\b|\btuyen truyen vien\b|^bao cao vien$|\bcong an vien\b|\bbao ve (dan pho|an ninh,? trat tu|antt)\b|\bdai bieu (hdnd|hoi dong nhan dan)\b"
        ),
    ),
    (
        Audience.OTHER,
        r"^(so )?(khach( moi)?|dai bieu) khac\b|^(so )?(luot )?(dai bieu,? |va )*khach moi$|^(so |luot )*(nguoi )?(cu dan|cong dong|ho dan|sinh vien|cong nhan|nong dan|ngu dan|tieu thuong)( (du|tham gia|tham du|duoc tap huan))?$|^(so |luot )?nguoi cao tuoi$|^con lai$|^doanh nghiep( tren dia ban)?$|^(so |luot )*(nguoi co uy tin( trong cong dong)?$|chu ((co so|dai ly|diem|ho|quan|tiem|kinh doanh|dich vu|cung cap|truy cap|tro choi) )+(internet|game|mang))\b|^(so )?ba con\b|^dan( cu)?( (dia phuong|khac))?$|^(cac |nhung |so |luot )*((doi tuong|thanh phan|nhom|nguoi|luot nguoi) )?khac\b|\b(doi tuong|dt) khac\b|^(cac )?(doi tuong|thanh phan|nhom)\b.*\b(khac|con lai)\b|khac ghi ro|^((so|luot|tong|so luong) )*(nguoi dan(?! toc)|nhan dan|quan chung)",
    ),
)
_AUDIENCES = tuple((audience, re.compile(pattern)) for audience, pattern in _WORDINGS)
# A place, and nobody's office: "Trường/thôn" is no "trưởng thôn".
_SCHOOL_OR_HAMLET = re.compile(r"\btrường\W+thôn\b|\btruong\s*[^\w\s]\s*thon\b", re.IGNORECASE)


def worded(text: str) -> str:
    """Words without accents and marks, as the wordings of audiences are written."""
    return fold(_SCHOOL_OR_HAMLET.sub(" ", text))


def audience_worded(folded: str) -> Audience | None:
    """The audience that `worded` words have a wording of."""
    return next((audience for audience, pattern in _AUDIENCES if pattern.search(folded)), None)
