"""Vietnamese wordings of column headings, as patterns on folded text, and the fields they can mean.

A heading with several fields is decided by the values below it (`columns.choice`).
Sources of the words: domain.md 2.2-2.3 and the templates; more wordings are added here and nowhere else.
"""

import re

from program.text import fold
from program.vocabulary import Audience

# Words that offices shorten with a stroke ("Đ/vị", "T/gian") or run together, folded.
_SHORT = {
    "d vi": "don vi", "d v": "don vi", "t gian": "thoi gian", "tgian": "thoi gian", "tg": "thoi gian", "t g": "thoi gian", "h thuc": "hinh thuc", "ht": "hinh thuc", "httc": "hinh thuc to chuc", "h th": "hinh thuc", "bd": "bat dau", "kt": "ket thuc", "hv": "hoc vien", "n dung": "noi dung",
    "nd": "noi dung", "h dong": "hoat dong", "s luong": "so luong", "sluong": "so luong", "slg": "so luong", "sl ng": "so nguoi", "so ng": "so nguoi", "trd": "trong do", "trg do": "trong do", "t d nu": "trong do nu", "d ban": "dia ban", "chia ra nu": "trong do nu", "so tg": "so tham gia", "doi tuong tg": "doi tuong tham gia", "sl tg": "so luong tham gia", "nguoi td": "nguoi tham du", "sl td": "so luong tham du", "tu ng": "tu ngay", "den ng": "den ngay", "tr d": "trong do", "d tuong": "doi tuong",
    "dtuong": "doi tuong", "d diem": "dia diem", "t phan": "thanh phan", "p huynh": "phu huynh", "h sinh": "hoc sinh",
    "g vien": "giao vien", "t so": "tong so", "t cong": "tong cong", "t chuc": "to chuc", "k phi": "kinh phi", "g chu": "ghi chu",
    "tgtc": "thoi gian to chuc", "dvtc": "don vi to chuc", "cq": "co quan", "ttuyen": "truc tuyen", "ttiep": "truc tiep",
    "vb": "van ban", "bc": "bao cao",
}  # fmt: skip
_SHORTENED = re.compile(rf"\b(?:{'|'.join(sorted(_SHORT, key=len, reverse=True))})\b")


def words_apart(text: str) -> str:
    """The words of a heading that a program wrote as one ("TenHoatDong")."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text) if text.isascii() and text.isalpha() else text


# "TE dưới 16t"; "12T" are months.
_YEARS_OF_AGE = re.compile(r"\b(1[3-8])t\b")


def spelled_out(folded: str) -> str:
    """A folded heading with the offices' shortened words written out."""
    return _YEARS_OF_AGE.sub(r"\1 tuoi", _SHORTENED.sub(lambda match: _SHORT[match[0]], folded))


# What was done, beside what was planned, of the figure named above it.
DONE = re.compile(
    r"(da )?(thuc hien|phat sinh)( (trong )?(thang|quy|nam|ky)( nay| bao cao)?)?|ket qua( thuc hien)?|thuc te"
    r"|trong (thang|quy|nam|ky)( nay| bao cao)?|(thang|quy|nam|ky) (nay|bao cao)"
)
# What sums the periods or units beside it.
WHOLE_SPAN = re.compile(
    r"((ca|toan) nam|tong (so|cong)|tong|cong|toan (thanh pho|quan|huyen|giai doan)|tong cuoi|grand total|luy ke|cong don|ca (giai doan|quy|ky)|tong hop|cong chung|tong chung)( .{0,16})?"
)

# In what the rows are counted ("Lớp", "Lượt").
UNIT_OF_MEASURE = re.compile(r"don vi tinh|dvt|(?:dv|d vi) tinh|don vi do(?: luong)?")

_ACT = (
    r"(?:th|tt|sinh hoat|pho bien|phap luat|kien thuc|hoat|dong|hd|lop|tap|huan|buoi|truyen|thong|tuyen|khoa|hoi|thi|cuoc|chuong|trinh|su|kien|va|hoac|chu|de|chuyen|noi|dung"
    r"|to|chuc|trien|khai|thuc|hien|chinh|cua|cac|bai|hoc|nghi|ten|goi|nhiem|vu|cong|viec|day|du|da|hinh|cu|the|dot|muc)"
)
_WHEN = rf"(?: (?:{_ACT}|dien|ra|mo|lop|thoi|gian|du kien))*"
_OF_UNIT = r"(?: (?:bao cao|quan ly|chu quan|nop bao cao|gui bao cao|nop|gui|truc thuoc|hanh chinh|cap huyen|cap tinh|dia phuong|co quan|quan huyen|phuong xa|lap bieu|lap bao cao|duoc giao|so so lieu))*"
_DISTRICTS = r"(?:quan|huyen|thi xa|thanh pho|q|h)"
_COMMUNES = r"(?:phuong|xa|thi tran|dac khu|p|x)"
_PERSON = r"(?:hoc sinh|hs|phu huynh|ph|cha|me|bo|cha me|cha hoac me|tre|tre em|chau|be|em|hoc vien|nguoi tham gia|nguoi tham du|nguoi duoc tap huan|con|nguoi giam ho|nguoi cham soc|nguoi hoc|thanh vien|dai bieu|sinh vien|thieu nhi)"
_PEOPLE = r"(?:luot|nguoi|nguoi tham gia|dai bieu|hoc vien|hoc sinh|tham gia|tham du|du|doi tuong|doi tuong tham gia|doi tuong thu huong|nguoi du|khach|khach moi|thanh vien|nguoi hoc|duoc tap huan|duoc truyen thong|duoc tiep can|thanh phan|thi sinh|nguoi thi|bai du thi)"
_THINGS = r"(?:lop|buoi|cuoc|khoa|hoi thi|cuoc thi|hoi nghi|hoat dong|hd|dot|lan|su kien|diem)"
_THING_WORDS = r"(?: (?:th|tt|tap huan|truyen thong|tuyen truyen|hoc|thi|da|duoc|to chuc|thuc hien|mo|trien khai|va|hoac|chuyen de|noi chuyen|ky nang|lop|buoi|cuoc|khoa|hoat dong|hoi|phat sinh))*"

ROLES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), tuple(fields.split()))
    for pattern, fields in (
        (r"(?:so )?(?:stt|s tt|st t|s t t|t t|tt|so thu tu|thu tu|no|so tt)", "ordinal"),
        # What a spreadsheet program writes above the rows of a pivot table
        (r"nhan hang|row labels|nhan dong", "unit kind audience period title"),
        # The names that the records themselves have
        (r"units?", "unit"), (r"indicators?", "indicator"), (r"(?:target )?values?|targets?", "value"), (r"authority", "authority"), (r"documents?", "document"),
        (r"(?:full )?name", "name school"), (r"(?:school )?levels?", "level"), (r"wards?|communes?", "ward"), (r"valid from", "start_date"), (r"valid to", "end_date"),
        (r"(?:age )?groups?", "group"), (r"years?|periods?", "period"), (r"(?:data )?(?:origin|source)", "origin"), (r"position", "position"), (r"phone(?: number)?", "phone"),
        (r"kind", "kind"), (r"title", "title"), (r"delivery", "delivery"), (r"organi[sz]er", "organiser"), (r"school", "school name"), (r"audience", "audience"), (r"count", "count"),
        (r"female", "female"), (r"attendances total", "attendances_total"), (r"basis", "unused"), *((rf"attendances {a}".replace("_", " "), f"attendances.{a}") for a in Audience),
        # Forms that were made in English
        (r"total(?: attendances| participants)?", "attendances_total"),
        (r"quarter|month|reporting period|period", "period"),
        (r"(?:start )?date|start(?: time)?", "start_date"),
        (r"(?:end|finish)(?: date| time)?", "end_date"),
        # Persons, before the words of their audiences
        (r"ngay sinh(?! hoat).*|nam sinh(?! hoat).*|ngay thang nam sinh(?! hoat).*|sinh ngay.*", "personal.birth_date"),
        (rf"(?:ho va ten|ho ten|ten|ho|danh sach|ten cua)(?: (?:cua |va |cac |nhung )?{_PERSON})+(?: (?:du|tham gia|tham du|den du|co mat))?", "personal.name"),
        (rf"(?:dia chi|noi o|cho o|noi cu tru|noi thuong tru|ho khau|que quan|noi sinh|thuong tru|tam tru|noi o hien nay)(?: (?:{_PERSON}|nha|nha rieng|thuong tru|gia dinh|hien nay|cua))*", "personal.address"),
        (rf"(?:so )?(?:cccd|cmnd|can cuoc|can cuoc cong dan|dinh danh|chung minh nhan dan|ma dinh danh|dinh danh ca nhan|cccd cmnd|cmnd cccd|bhyt|the bhyt|ma bhyt|ho chieu)(?: (?:{_PERSON}|ca nhan|cua))*|ma (?:hoc sinh|hs|tre)(?: em)?", "personal.id"),
        (rf"(?:hoc |la )?(?:hoc sinh |hs )lop|lop (?:dang hoc|hoc sinh|hien tai|cua (?:con|em|{_PERSON}))|(?:con |cac con |em |chau )?(?:dang )?hoc lop|lop (?:con|em|chau)(?: dang)?(?: hoc)?|ten lop hoc sinh|lop \d.*", "personal.class"),
        # Days and periods
        # When it was reported or written, not when it was held; how often it was looked at
        (r"(?:ngay|thoi gian|thoi diem) (?:bao cao|dang ky|lap|gui|nop|cap nhat|nhap(?! hoc)|ky(?! niem)|ban hanh|van ban|phat hanh|ghi so|vao so|chung tu|hoa don|thanh toan|quyet toan|nghiem thu|chi tien|tam ung|phe duyet|duyet|trinh(?! dien)|tham dinh|doi chieu|xac nhan|ra soat|kiem tra|giam sat|tong hop|thong ke|chinh sua|sua|tao|phan hoi|cong bo|dang (?:tin|bai|tai)|dua tin|nhan bao cao|co (?:ke hoach|kh))(?: .*)?|ngay thang (?:ghi so|vao so|chung tu|nhap)(?: .*)?|dau thoi gian", "unused"),
        (r"(?:so |tong |tong so )?luot (?:xem|tuong tac|tiep can|theo doi|chia se|truy cap|thich|tai|phat thanh|phat song)\b.*|(?:so |tong so )(?:cuoc goi|vu viec|ca tu van|phan anh)\b.*|(?:tong )?so (?:nhom|trang|kenh) (?:zalo|facebook|fanpage|youtube)|ma (?:lop|buoi|hoat dong|hd|su kien)|so bai (?:du )?thi|(?:tong )?so (?:luong )?(?:diem cau|bao cao vien|giang vien|tap huan vien|dien gia)|diem (?:truyen thong|tuyen truyen)(?! .*(?:da|to chuc))", "unused"),
        (r"(?:hoat dong |ky )?tu (?:ngay|thang|nam)(?: hoat dong)?|ky tu|(?:ngay|thang|nam)(?: (?:ngay|thang|nam))* (?:thanh lap|hoat dong)(?: truong)?|(?:thanh lap|hoat dong|khai truong|mo cua)(?: (?:tu )?(?:ngay|thang|nam)){1,3}|hoat dong tu(?: ngay| nam)?|hieu luc tu(?: ngay)?|ngay (?:co )?hieu luc|hieu luc|bat dau hieu luc|ngay ap dung|tu thoi diem|thanh lap|mo cua|ke tu ngay|(?:bat dau )?(?:co hieu luc|ap dung|thuc hien|phu trach|duoc cu|dam nhan|nhan nhiem vu|lam dau moi|dau moi|phan cong|giai doan|ky han|tinh|tu thoi diem) (?:ke )?tu(?: ngay| thang| nam)?|(?:ngay|thoi diem) (?:bat dau )?(?:phu trach|phan cong|nhan viec|tiep nhan|dam nhan|nhan nhiem vu|giao nhiem vu|duoc cu|cu)(?: .*)?|(?:thoi gian|thoi diem) thanh lap(?: truong)?", "start_date"),
        (r"(?:hoat dong |ky )?den (?:het )?(?:ngay|thang)|hoat dong den|(?:(?:giai the|sap nhap|dong cua|ngung|dung|cham dut)(?: (?:hoac|va|hoat dong|giai the|sap nhap|ngung|dong cua))*)(?: (?:tu )?(?:ngay|thang|nam)){1,3}|ky den|giai the|dong cua|ngay dong (?:cua|truong)|hieu luc den(?: ngay)?|het (?:hieu luc|han)(?: ngay)?|(?:ngay )?het (?:hieu luc|han)|(?:co hieu luc|ap dung|thuc hien|giai doan|ky han|tinh|den thoi diem) den(?: het)?(?: ngay| thang| nam)?|den thoi diem|(?:ngay|thang|nam|thoi diem|thoi gian)(?: (?:ngay|thang|nam))* (?:(?:qd |quyet dinh )?(?:ngung|dung|cham dut|giai the|sap nhap|dong cua)(?: (?:hoac|va|hoat dong|giai the|sap nhap|ngung|dong cua))*|ket thuc|be giang|be mac|het hieu luc)" + _WHEN + r"|ket thuc|be giang|be mac|thoi gian ket thuc|den|ngay cuoi", "end_date"),
        (r"(?:dia diem|noi to chuc) (?:va )?thoi gian.*", "start_date period"),
        (rf"(?:tu|bat dau|khai giang|khai mac|ngay (?:bat dau|khai giang|khai mac|mo lop|mo)|thoi gian bat dau){_WHEN}", "start_date"),
        (rf"(?:ngay|ngay thang|ngay thang nam|thoi gian|thoi diem|ngay gio){_WHEN}(?: thang nam)?", "start_date period"),
        (r"(?:thoi gian|thoi diem|nam)(?: (?:phai|can))? (?:hoan thanh|phan dau|dat chi tieu|dat muc tieu)", "period start_date"),
        (r"(?:tai |tinh den |den |(?:so lieu )?(?:cua )?)?nam(?: (?:dieu tra|thu thap|lay so lieu|cap nhat|tong hop|ra soat|so lieu|thong ke|tinh|giao|giao chi tieu|giao ke hoach|cua so lieu|ap dung))*|ky giao|tinh den nam|(?:so lieu )?tai thoi diem|(?:so lieu )?(?:tai )?(?:thoi diem|moc) (?:so lieu|thong ke|tinh|lay so lieu|chot so lieu|thoi gian)|(?:ky|ky bao cao|thang|quy|nam|thoi ky|giai doan|ky so lieu|thang nam|nam bao cao|quy nam|nam hoc|thoi ky bao cao|giai doan bao cao|thang bao cao|quy bao cao|thang quy)(?: nam)?", "period"),
        # Who receives the report, and the codes of its lines
        (r"(?:ten )?(?:don vi|co quan|noi|ben) nhan(?: bao cao| bieu| so lieu)?|ma so", "unused"),
        # What is more or less than before
        (r"(?:so |muc |ty le |ti le )?(?:tang|giam)(?: (?:hay |hoac |va )?(?:tang|giam))*(?: (?:so voi|trong|cung ky|ky truoc|nam truoc).*)?|(?:so )?chenh lech.*", "unused"),
        # What is made or handed out, and how many there are of those who work for children
        (r"(?:tong )?so (?:luong )?(?:tin|bai (?:viet|dang|tren|tuyen truyen|truyen thong)|clip|video|phong su|tac pham|giay khen|ban cam ket|cam ket|phieu|loa)\b.*|(?:tong )?so (?:can bo|ctv|cong tac vien|giao vien)\b.* (?:hien co|bien che|duoc (?:phan cong|bo nhiem|cu))", "unused"),
        # How many schools or places took part is no number of activities or people
        # The classes of a school that came.
        (r"(?:tong )?so (?:luong )?(?:lop|khoi lop|chi doi) (?:co )?(?:tham gia|tham du|du|cung du)", "unused"),
        (r"(?:tong )?so (?:truong|co so|phuong|xa|diem truong|cau lac bo|clb|doi(?! tuong| vien)|to dan pho|thon|ho|gia dinh|chi hoi|chi doan|chi doi|lien doi)(?: .*)?", "unused"),
        (r"(?:tong )?so nhom(?: tre| lop| mau giao)*", "unused"),
        # Words of the activity
        (r"(?:loai|loai hinh|phan loai|the loai|kieu|nhom hoat dong)(?: (?:hoat dong|hd|lop|su kien|hinh|cuoc|buoi|lop buoi))*", "kind delivery level"),
        (r"hinh thuc(?: (?:to chuc|thuc hien|trien khai|tham gia|hoc|thi|du thi|hoat dong|hd|lop|tap huan|truyen thong|tuyen truyen))*", "delivery kind"),
        (r"(?:phuong thuc|cach thuc)(?: (?:to chuc|thuc hien|trien khai|tham gia|hoc))*|(?:truc tiep|offline) (?:hoac |va |hay )?(?:truc tuyen|online)|(?:truc tuyen|online) (?:hoac |va |hay )?(?:truc tiep|offline)", "delivery"),
        (r"(?:ten|ho ten|ho va ten) (?:can bo|chuyen vien|cong chuc|lanh dao)(?: (?:dau moi|phu trach|duoc cu|lien he|theo doi|duoc phan cong))*", "name"),
        (r"(?:cac )?(?:nhiem vu|noi dung|hang muc|cong viec)(?: (?:va|hoac))? (?:chi tieu|muc tieu)", "indicator"),
        (rf"(?:ten|ten goi|noi dung|chu de|chuyen de)(?: {_ACT})*", "title indicator"),
        (r"tom tat(?: (?:noi dung|hoat dong))*|dien giai", "title"),
        (r"cac (?:hoat dong|lop|buoi|su kien|noi dung)(?: (?:tap huan|truyen thong|da|duoc|to chuc|trien khai|thuc hien))+", "title count"),
        (r"(?:cac )?(?:hoat dong|lop tap huan|buoi truyen thong|su kien|lop hoc|hoat dong da to chuc|nhiem vu)", "title count"),
        # Who
        (UNIT_OF_MEASURE.pattern, "unused"),
        (r"so(?: ban)? nganh(?: (?:va|doan the|quan|huyen|dia phuong|ubnd))*", "unit organiser"),
        (r"(?:noi|ben) (?:bao cao|gui bao cao|nop bao cao)", "unit organiser"),
        (r"(?:cac )?(?:khoi|nhom|cum)(?: (?:va|hoac))? (?:don vi|co quan|dia phuong)", "unit"),
        (rf"(?:ten |ma |cac )?(?:don vi|dia phuong|co quan|co quan don vi|don vi dia phuong|dv){_OF_UNIT}", "unit organiser"),
        (r"(?:ten )?(?:cac )?(?:hoi|so|to chuc)(?: (?:hoi|doan the|ban|nganh|va|to chuc|chinh tri|xa hoi))+", "unit organiser"),
        (rf"(?:ten |ubnd |ma |cap )*{_DISTRICTS}(?: (?:{_DISTRICTS}|don vi))*", "unit"),
        (r"(?:ten )?(?:don vi|co quan|dv)(?: (?:thuc hien|trien khai|phu trach|thuc hien chinh))+", "organiser unit"),
        (r"(?:ten )?(?:(?:don vi|co quan|co quan don vi|nguoi don vi|nguoi|ban|ben|noi(?! to chuc)|bo phan|dv)(?: va)? )?(?:to chuc|chu tri|dang cai|tham muu)(?: (?:to chuc|chu tri|thuc hien|lop|lop tap huan|hoat dong))*", "organiser"),
        (r"(?:don vi|co quan)? ?phoi hop.*", "unused"),
        (r"(?:don vi|co quan|bo phan|nguoi|can bo) nhap (?:lieu|so lieu|du lieu|bieu|may)|(?:ky|thang|quy|nam|lan|dot)(?: (?:bao cao|nop))* truoc(?: do)?", "unused"),
        (rf"(?:ten |dia ban |dia chi |ubnd |ma |ph )*{_COMMUNES}(?: {_COMMUNES})*(?: (?:to chuc|thuc hien|dac khu))*", "ward"),
        (rf"(?:thuoc |tren )?dia ban(?: {_DISTRICTS})+", "unit"),
        (r"(?:ten )?don vi (?:hanh chinh )?cap (?:xa|phuong)(?: phuong)?", "ward"),
        # After and before the communes were joined
        (rf"(?:ten |thuoc )*(?:don vi|dia ban|{_COMMUNES})(?: {_COMMUNES})*(?: hanh chinh)?(?: cap xa)? (?:moi|hien nay|sau(?: khi)? (?:sap xep|sap nhap))(?: .*)?", "unit"),
        (rf"(?:ten |thuoc )*(?:don vi|dia ban|{_COMMUNES})(?: {_COMMUNES})*(?: hanh chinh)?(?: cap xa)? (?:cu|truoc(?: day| khi)?(?: sap xep| sap nhap)?)(?: .*)?", "ward"),
        # "TT" beside wards is a township
        (r"(?:ten )?(?:phuong|xa)(?: (?:phuong|xa))* tt", "ward"),
        (rf"dia ban(?: (?:to chuc|thuc hien|lop|buoi|hoat dong|dien ra|{_COMMUNES}|{_DISTRICTS}|trien khai))*", "ward"),
        (r"(?:ho )?(?:va )?(?:ten )?(?:truong|truong hoc|co so (?:giao duc|gd)|nha truong|co so|truong co so(?: giao duc)?|truong to chuc|truong hoc co so.*|co so giao duc nuoi duong.*|truong thuc hien|co so (?:bao ve|nuoi duong|tro giup|bao tro).*)(?: (?:co so giao duc|co so|truong|cap hoc|hoc|neu co))*", "school name"),
        (r"(?:cap|bac|cap hoc|bac hoc|cap truong|loai truong|loai hinh truong|khoi|cap bac hoc|he|phan cap hoc|(?:nhom |nganh hoc )*cap hoc(?: cao nhat)?|cap gd|cap day|trinh do|nganh hoc|(?:cap|bac)(?: hoc)?(?: (?:dao tao|giao duc|hoc|truong|loai hinh|hoac))+)", "level"),
        # Audiences and numbers
        (r"(?:nhom )?(?:doi tuong|thanh phan)(?: (?:tham gia|tham du|du|hoc vien|thu huong|tap huan|truyen thong|chinh|duoc tap huan|tiep can|huong den|lop|lop hoc))*", "audience"),
        (r"(?:lop|buoi)(?: (?:va )?(?:lop|buoi|cuoc))+", "count title"),
        (rf"(?:tong |tong so |sl |so |so luong |ts |cac |(?:so )?luot (?=to chuc|mo|trien khai)|ket qua so (?=lop|buoi)|(?=cuoc$|cuoc buoi$))(?:{_THINGS}|(?<=luot )(?:to chuc|mo lop|trien khai))(?:(?: va)? (?:so )?{_THINGS})*{_THING_WORDS}", "count"),
        (r"(?:(?:trong do|tr do|trong so do|td) )?(?:co )?(?:so )?(?:luot )?(?:nguoi )?(?:la )?(?:nu|phu nu|nu gioi)(?: gioi)?(?: tham gia| trong do)?(?: (?:trong )?(?:nam 20\d\d|(?:quy|thang) \w+(?: nam 20\d\d)?))?|nu trong tong so|so nguoi nu|so luong nu|ts nu|tong so nu|co bao nhieu nu|bao nhieu nu|ty so nu", "female"),
        (rf"(?:tong|tong so|tong cong|cong|so|so luong|tong so luong|sl|ts|quy mo)?(?: ?(?:va )?{_PEOPLE})+(?: (?:{_PEOPLE}|lop|buoi|hoat dong|tap huan|truyen thong|tuyen truyen))*", "attendances_total"),
        # A birth year, where its cells are years (`columns.cells.contradicted`)
        (r"sn|sln", "attendances_total"),
        (r"si so(?: (?:lop|hoc vien|hv|lop hoc|tham gia|thuc te))+", "attendances_total"),
        (r"(?:tong|tong so|tong cong|cong|so luong|sl|si so|so luong tham gia|tong sl|cong chung|tong chung|quy mo|quy mo lop|ts|tc|tat ca|toan bo|chung)", "attendances_total count value"),
        # Targets and denominators
        (r"(?:ma |ten |cac |nhom |danh muc |he thong |dien giai )*(?:chi tieu|chi so|muc tieu|noi dung chi tieu|thuoc do|kpi)(?: (?:muc tieu|ke hoach|cu the|(?:cua )?chuong trinh|chi tieu|bao cao|thong ke|theo doi|va|nhiem vu|noi dung|cong viec|chu yeu|chinh|giam sat|danh gia|thuc hien|phan dau|de ra|can dat))*", "indicator value title"),
        (r"tieu chi|(?:noi dung|hang muc|khoan muc|tieu chi|danh muc)(?: (?:bao cao|thong ke|theo doi|so lieu|tong hop))+", "title indicator"),
        (r"(?:gia tri|ke hoach|giao|chi tieu giao|ke hoach giao|muc tieu giao|so giao|gia tri muc tieu|gia tri chi tieu|muc chi tieu|muc giao|muc phan dau|so ke hoach|so lieu|con so|tri so|so hien co|so thong ke)(?: giao)?", "value"),
        (r"tham quyen|cap (?:giao|ban hanh|quyet dinh)|cap muc tieu|loai muc tieu|loai chi tieu|nguoi dat|phan cap|tinh chat", "authority"),
        (r"(?:so |theo |nguon |trich tu |tai lieu |minh chung |ten )*(?:van ban|quyet dinh|qd|ke hoach so|can cu|van ban (?:giao|can cu|quy dinh|ban hanh|phap ly|chi dao|dat chi tieu|dang ky)|van ban cu|so van ban|cong van|cv(?= )|co so phap ly|giay gioi thieu)(?: (?:so|giao|can cu|cu|dau moi|can bo|ke hoach|hoac|phan cong|gioi thieu))*|dan chieu", "document"),
        (r"(?:ten |phan )?(?:nhom|nhom tuoi|do tuoi|nhom dan so|nhom tre em|nhom tre|nhom dan cu|chi tieu dan so|doi tuong dan so|nhom doi tuong dan so)(?: (?:tuoi|tre em|dan so|doi tuong|nguoi))*|doi tuong nhom tuoi", "group"),
        (r"(?:theo |trich |dan |van ban )?(?:nguon|xuat xu|co quan|don vi|noi)(?: (?:cua|tham khao|can cu|so lieu|du lieu|cung cap|trich dan|thong tin|tham chieu|trich|goc|thong ke|tai lieu|lay|cap|dan so))+|(?:theo |trich |dan |van ban )?nguon(?: goc)?|xuat xu|trich tu|lay tu|tai lieu nguon|ai cung cap", "origin"),
        # Some of the grown-ups who came
        (r"(?:trong do )?(?:so )?(?:nguoi )?(?:duoi|tren|tu) [2-6]\d tuoi(?: (?:tro )?(?:len|xuong))?", "unused"),
        (r"(?:quy mo |tong |so |so luong )?(?:nhan khau|khau|dan so|dan)|(?:tre em|tre|tong so tre em|so tre em|so luong tre em|so luong tre|so te|so luong te|dan so|tong dan so|tong so tre|so tre)(?: (?:duoi|tu|tren|den|\d+|tuoi|trung binh|tre|em))*(?: nam 20\d\d)?|(?:tu )?\d+ (?:tuoi )?(?:den )?(?:duoi )?\d+ tuoi(?: nam 20\d\d)?|duoi \d+ tuoi(?: nam 20\d\d)?", "value attendances.?"),
        # Documents issued and tasks passed on (`columns.words.work` decides whether a table is theirs)
        (r"so(?: va)? ky hieu(?: van ban)?(?: (?:va )?ngay.*)?|so hieu van ban|so (?:va )?ngay(?: thang)?(?: nam)? (?:van ban|ban hanh)|so vb|ky hieu van ban", "number"),
        (r"(?:ten loai )?(?:van ban )?(?:va )?trich yeu(?: .*)?", "subject"),
        (r"giao cho(?: (?:don vi|phuong|xa|truong|phong|ban|co quan)\b.*)?|(?:don vi|co quan) (?:duoc giao|nhan nhiem vu)(?: .*)?", "assignee"),
        (r"thoi han", "due_date period"),
        (r"(?:thoi )?han(?: (?:chot|cuoi cung|thuc hien|hoan thanh|phai hoan thanh|xu ly))*", "due_date"),
        (r"(?:tinh trang|trang thai)(?: (?:hoat dong|hien nay|hien tai|cua truong|thuc hien|hoan thanh|xu ly|cong viec|nhiem vu))*", "state"),
        # Contacts of officials, and persons
        (r"(?:ten |ho ten |ho va ten )?(?:can bo|nguoi|cong chuc|chuyen vien) (?:duoc (?:cu|phan cong|giao|giao nhiem vu|dang ky)|lam dau moi|phu trach|dau moi|theo doi|giu moi lien he|tham muu)(?!.* (?:tre em|te|thieu nhi)\b)(?: .*)?|(?:ho va ten|ho ten)(?: (?:can bo|cong chuc|vien chuc|nguoi duoc cu))+|(?:ho va ten|ho ten|ho ten nguoi|ten)? ?(?:can bo |nguoi |lanh dao )?(?:dau moi|phu trach|lien he|theo doi|phu trach truc tiep)(?: (?:phu trach|theo doi|chuong trinh|830|don vi|lien he|lien lac|phoi hop|cong tac|tiep nhan|cua|ve|nhiem vu))*", "name"),
        (r"ho va ten|ho ten|ho va ten dem|ho dem|ho va ten khai sinh|ho ten day du", "name personal.name"),
        (r"(?:ten )?(?:c vu|chuc vu|chuc danh|vi tri|cuong vi|ngach)(?: (?:va|hoac|hien nay|hien|dang|giu|nghe nghiep|dam nhan|dam nhiem|chuyen mon|chinh quyen|doan the|ngach|bac|chuc vu|chuc danh|don vi|cong tac|noi|co quan|phong|ban|bo phan|phu trach|hien tai|vi tri|viec lam))*", "position"),
        (r"(?:so )?(?:dien thoai |sdt |dt )?(?:cua )?(?:duong day nong|tong dai|hotline)(?: .*)?", "unused"),
        (rf"(?:so )?(?:dien thoai|d thoai|sdt|dt|dtdd|dtcq|dd|so dt|di dong|zalo|so zalo|so may|so lien lac|so lien he|lien lac|tel|telephone|mobile|(?:cell )?phone|fone)(?: (?:number|no)\b)?(?: (?:lien he|di dong|lien lac|co quan|cong vu|zalo|(?:cua )?{_PERSON}))*", "phone"),
        (rf"(?:dia chi |dc |d c |so |tai khoan )*(?:facebook|fb|thu dien tu|thu dt|thu cong vu|e mail|email|hop thu|hom thu|mail|gmail)(?: (?:lien he|nhan van ban|don vi|van ban|ca nhan|email|mail|lien lac|cong vu|cong vu dien tu|dien tu|co quan|nhan bao cao|(?:cua )?{_PERSON}))*", "email"),
        (r"dia chi (?:to chuc|truong|don vi|co quan|lop|noi to chuc|thuc hien|hoi truong|dien ra|co so).*", "unused"),
        (r"lop(?: hoc)?|(?:lop khoi|khoi lop|khoi)(?: (?:hoc|tham gia|hoc sinh|to chuc|lop))*", "lop"),
        (r"gioi tinh|nam nu|ong ba|danh xung|dan toc|ton giao", "unused"),
        # Known, and not kept
        (r"(?:ten |ho ten |ho va ten )?(?:giang vien|bao cao vien|tap huan vien|dien gia|nguoi trinh bay|nguoi giang|nguoi huong dan|chuyen gia|nguoi day|nguoi (?:thuc hien|dung lop|truyen dat|noi chuyen)|can bo (?:giang|dung lop|truyen dat|len lop))(?: .*)?", "unused"),
        (r"(?:ghi chu|luu y|chu thich|ghi chep|de xuat|ton tai|han che|anh|van ban trien khai)(?: .*)?", "unused"),
        (r"(?:dia diem|noi(?! dung| chuyen)|noi to chuc|(?:to chuc|thuc hien) (?:tai|o)|hoi truong|phong hop|phong hoi (?:truong|nghi))\b.*", "unused"),
        (r"(?:(?:tong |so |tong so )?(?:kinh phi|chi phi|tien)|nguon kinh phi|nguon|chi phi|so tien|kinh phi thuc hien|du toan|don vi (?:ho tro|tai tro|dong hanh)|nha tai tro|muc do|y kien|tinh hinh).*", "unused"),
        (r"(?:minh chung|(?:so nguoi |si so )?(?:binh quan|trung binh)|hinh anh|tai lieu|link|duong dan|ket qua|danh gia|thoi luong|so gio|so tiet|ty le|tien do|to roi|so to roi|so tai lieu|don gia|kien nghi|kho khan|tai lieu su dung|so ngay|nguon luc|bao cao so|hoan thanh|so luong tai lieu|san pham|so phut|thoi gian \(?phut\)?).*", "unused"),
    )
)  # fmt: skip


def role(folded: str) -> tuple[str, ...]:
    """The fields of a wording; none where it is not known."""
    return next((fields for pattern, fields in ROLES if pattern.fullmatch(folded)), ())


_MONEY = re.compile(
    r"(tong |nguon |so |muc |du toan |quyet toan )*(kinh phi|chi phi|tien|ngan sach|nguon von)\b"
)


def is_money(heading: str) -> bool:
    """Whether a heading is of money: whatever stands below it ("Tổng", "Nhà nước") counts nobody."""
    return bool(_MONEY.match(fold(heading)))


_ACTIVITIES = r"(so )?(lop|buoi|cuoc)( tap huan| truyen thong)?"
_OF_ACTIVITIES = re.compile(rf"{_ACTIVITIES}( (va |hoac )?{_ACTIVITIES})*")
# People alone, or behind their activities ("(số lớp/lượt người)").
_OF_PEOPLE = re.compile(rf"({_ACTIVITIES} )?(so |tong )*(luot nguoi|luot|nguoi)( tham gia)?")


def measured(folded: str) -> tuple[str, ...]:
    """What is counted in a unit of measure: activities ("lớp/buổi") or people ("lượt người")."""
    if _OF_ACTIVITIES.fullmatch(folded):
        return ("count",)
    return ("attendances_total",) if _OF_PEOPLE.fullmatch(folded) else ()


_RESULT = re.compile(r"ket qua( (thuc hien|trong ky|to chuc))*")


def is_result(folded: str) -> bool:
    """Whether a heading only says that something was done; brackets may say what."""
    return bool(_RESULT.fullmatch(folded))
