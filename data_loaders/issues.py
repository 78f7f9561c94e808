"""The sentences of every finding: what was found, why it matters, and how to mend it; those about a file that cannot be read are in `reading.refusals`."""

from dataclasses import dataclass

from data_loaders.cells import shown
from data_loaders.reading.grid import Cell
from data_loaders.values.fault import ENDS_FIRST
from program.contract import WARNINGS, Issue, IssueCode
from program.text import grouped

C = IssueCode


@dataclass(frozen=True)
class Wording:
    """Message and fix of one code, with places for what was found, expected and hinted."""

    message: str
    fix: str


WORDINGS: dict[IssueCode, Wording] = {
    C.NO_TABLE: Wording(
        "Không tìm thấy bảng số liệu nào trong tệp{where}.",
        "Kiểm tra tệp có dòng tiêu đề cột (ví dụ: Tên hoạt động, Ngày tổ chức, Số lượt tham gia) và có ít nhất một dòng số liệu; có thể dùng biểu mẫu.",
    ),
    C.PERSONAL_DATA: Wording(
        "{what} có thông tin cá nhân ({kind}); hệ thống không được lưu thông tin cá nhân của trẻ em, cha mẹ nên không nhận tệp này.",
        "Xóa {delete}, chỉ để lại số lượng người tham gia, rồi nộp lại.",
    ),
    C.CHECK_FAILED: Wording(
        "Chương trình gặp lỗi khi đọc tệp này; không có gì được lưu lại.",
        "Chép các bảng sang một tệp mới rồi nộp lại; nếu vẫn vậy, gửi tệp cho cơ quan đầu mối để xem giúp.",
    ),
    C.REQUIRED_MISSING: Wording(
        "Thiếu {what}, nên chưa biết tính số liệu này vào đâu.",
        "{fix}",
    ),
    C.UNIT_UNKNOWN: Wording(
        "Không có đơn vị nào tên “{found}” trong danh mục đơn vị báo cáo, nên chưa biết tính cho đơn vị nào.",
        "{fix}",
    ),
    C.UNIT_AMBIGUOUS: Wording(
        "Tên “{found}” có thể là {candidates}, chưa đủ để biết là đơn vị nào.",
        "{fix}",
    ),
    C.KIND_UNKNOWN: Wording(
        "Không rõ “{found}” là loại hoạt động nào, nên số liệu này chưa được tính.",
        "Ghi một trong các loại: Lớp tập huấn; Buổi truyền thông; Hội thi, cuộc thi; Hoạt động khác.",
    ),
    C.AUDIENCE_UNKNOWN: Wording(
        "Không rõ “{found}” là đối tượng nào, nên chưa biết tính số lượt này cho ai.",
        "Ghi một trong các đối tượng: trẻ em trong trường học, trẻ em ngoài trường học, cha mẹ, giáo viên, cán bộ làm công tác trẻ em, CBCCVC, khác.",
    ),
    C.DELIVERY_UNKNOWN: Wording(
        "Không rõ “{found}” là hình thức nào nên để trống hình thức.",
        "Ghi Trực tiếp, Trực tuyến hoặc Kết hợp.",
    ),
    C.INDICATOR_UNKNOWN: Wording(
        "Không có chỉ tiêu nào là “{found}” trong danh mục chỉ tiêu.",
        "Ghi mã hoặc tên chỉ tiêu đúng danh mục, ví dụ T1 hoặc L-parents.",
    ),
    C.INDICATOR_UNMEASURED: Wording(
        "Chỉ tiêu “{found}” không tính được từ số liệu các đơn vị nộp; mục tiêu vẫn được lưu theo tên này.",
        "Nếu đây là một chỉ tiêu trong danh mục, ghi mã hoặc tên theo danh mục, ví dụ T1 hoặc L-parents; nếu không thì không cần sửa.",
    ),
    C.LEVEL_UNKNOWN: Wording(
        "Không rõ “{found}” là cấp học nào.",
        "Ghi Mầm non, Tiểu học, THCS, THPT, liên cấp hoặc cơ sở bảo vệ, nuôi dưỡng trẻ em.",
    ),
    C.GROUP_UNKNOWN: Wording(
        "Không rõ “{found}” là nhóm tuổi nào.",
        "Ghi nhóm tuổi, ví dụ Trẻ em dưới 16 tuổi, Trẻ em 6–10 tuổi, Dân số.",
    ),
    C.STATE_UNKNOWN: Wording(
        "Không rõ “{found}” là tình trạng nào của nhiệm vụ{hint}.",
        "Ghi một trong các tình trạng: Chưa thực hiện; Đang thực hiện; Hoàn thành.",
    ),
    C.BEFORE_ASSIGNED: Wording(
        "{what} {day} sớm hơn ngày giao nhiệm vụ ({assigned}); dòng này vẫn được nhận, nhưng {so}.",
        "Nếu gõ nhầm, sửa ô này hoặc ngày giao ở dòng {row}; nếu đúng như vậy thì giữ nguyên.",
    ),
    C.REPEATED_ENTRY: Wording(
        "Dòng {row} ghi lại mục đã có ở dòng {first}, nên không biết lấy dòng nào.",
        "{fix}",
    ),
    C.DATE_UNREADABLE: Wording(
        "“{found}” {unread}, nên chưa biết tính vào thời gian nào.",
        "{when}",
    ),
    C.DATE_AMBIGUOUS: Wording(
        "Ngày {found} {taken}có thể bị đảo ngày và tháng (đọc cách khác là {other}), nên có thể tính nhầm kỳ.",
        "Xem lại ô này; {fix}.",
    ),
    C.DATE_OUTSIDE_PROGRAM: Wording(
        "Ngày {found} nằm ngoài thời gian thực hiện Chương trình (1-6-2021 đến 31-12-2025) nên không được tính.",
        "Sửa lại năm{whence} nếu gõ nhầm; nếu đúng thì bỏ dòng này khỏi tệp.",
    ),
    C.DATE_OUTSIDE_PERIOD: Wording(
        "Ngày {found} không thuộc {period} ghi ở tiêu đề; dòng này vẫn được tính vào ngày {found}.",
        "Nếu gõ nhầm năm hoặc tháng, sửa lại ô này; nếu đúng thì giữ nguyên.",
    ),
    C.PLACE_OR_UNIT: Wording(
        "{named} “{found}” có thể là {other}, cũng có thể là đơn vị thực hiện; các dòng của bảng đang được tính cho {taken}.",
        "{fix}; đã tính đúng thì giữ nguyên.",
    ),
    C.HEADING_REPEATED: Wording(
        "{other} và {line} cùng ghi “{found}”, nên chưa biết mỗi bên là số của gì; những dòng có số ở {line} chưa được tính.",
        "Ghi rõ trong từng tiêu đề số đó là của kỳ nào, đối tượng nào hay hình thức nào; nếu một bên ghi thừa thì xóa đi.",
    ),
    C.MEETINGS_OF_CLASSES: Wording(
        "Dòng {row} là lớp tập huấn nhưng chỉ ghi số buổi ({found}); một lớp có thể học nhiều buổi, nên số lớp chưa được tính (số lượt vẫn được tính).",
        "{fix}",
    ),
    C.TICKS_NOT_COUNTED: Wording(
        "Dòng {row} chỉ đánh dấu {audiences}, không có số lượt của {each}, nên số lượt theo đối tượng chưa được tính.",
        "Ghi số lượt của từng đối tượng thay cho dấu “{found}”; nếu không có số thì giữ nguyên.",
    ),
    C.WOMEN_WITHOUT_ALL: Wording(
        "{what} ghi số nữ mà không có số người tham gia, nên số lượt chưa được tính.",
        "{fix}; nếu không có số này thì giữ nguyên.",
    ),
    C.NUMBER_UNREADABLE: Wording(
        "“{found}” không phải con số đọc được{hint}, nên số liệu này chưa được tính.",
        "{amount}",
    ),
    C.NUMBER_NEGATIVE: Wording(
        "Số {found} là số âm, trong khi số lượng không thể âm.", "Sửa thành số từ 0 trở lên."
    ),
    C.PARTS_EXCEED_TOTAL: Wording(
        "{parts}, lớn hơn tổng số {total}, nên không rõ số nào đúng.",
        "Sửa lại {wrong} ở dòng {row}.",
    ),
    C.TOTAL_MISMATCH: Wording(
        "Tổng số ghi {found} nhưng cộng {of} được {total}; {rest}.",
        "Nếu gõ nhầm, sửa tổng số thành {total}, hoặc {lacking} ở dòng {row}.",
    ),
    C.DUPLICATE_ROW: Wording(
        "Dòng {row} {alike} dòng {first}{apart}; cả hai đều được giữ lại, nên có thể bị tính hai lần.",
        "Nếu ghi trùng, xóa một dòng; nếu là hai {things} khác nhau thì giữ nguyên.",
    ),
    C.LONGER_PERIOD: Wording(
        "Số liệu từ dòng {row} là của cả thời gian đã có ở {parts}{apart}; chỉ số của các kỳ ngắn hơn được tính.",
        "Không cần làm gì nếu số của các kỳ ngắn hơn đã đúng và đủ; nếu số ở đây mới đúng, sửa các kỳ đó, hoặc bỏ chúng khỏi tệp.",
    ),
    C.TEXT_GARBLED: Wording(
        "Chữ trong {what} bị lỗi mã nên không đọc được tiếng Việt.",
        "Mở lại tệp gốc, kiểm tra chữ hiển thị đúng tiếng Việt (bảng mã Unicode), lưu thành dạng .xlsx rồi nộp lại.",
    ),
    C.FORMULA_WITHOUT_VALUE: Wording(
        "Ô này có công thức nhưng chưa có kết quả nên không đọc được.",
        "Mở tệp bằng Excel, để Excel tính lại rồi lưu, sau đó nộp lại; hoặc gõ thẳng kết quả vào ô này.",
    ),
    C.HIDDEN_ROWS: Wording(
        "{what} đang bị ẩn nhưng vẫn được đọc và tính.",
        "Bỏ ẩn để kiểm tra; nếu không cần nộp phần này thì xóa đi.",
    ),
    C.PLAN_NOT_COUNTED: Wording(
        "Bảng ở trang “{name}” là kế hoạch (dự kiến), chưa phải kết quả, nên không được tính.",
        "Sau khi tổ chức, nộp danh sách các hoạt động đã thực hiện; nếu đây là kết quả, ghi rõ “Kết quả” ở tiêu đề bảng và bỏ chữ “dự kiến”.",
    ),
    C.SHEET_UNREAD: Wording(
        "Trang “{name}” có bảng từ dòng {row} nhưng không đọc được, nên không có gì của {what} này được tính.",
        "Ghi tiêu đề các cột như ở {what} đọc được hoặc như trong mẫu; nếu không cần nộp {what} này thì xóa đi.",
    ),
    C.NOT_HELD: Wording(
        "“{found}” ở dòng {row} nghĩa là hoạt động chưa hoặc không diễn ra, không phải số 0, nên không được tính.",
        "Nếu đã tổ chức, sửa lại ô này và ghi số lượt tham gia; nếu cả kỳ không có hoạt động, ghi “Không phát sinh”; nếu chưa tổ chức thì không cần làm gì.",
    ),
    C.UNUSED_COLUMN: Wording(
        "{line} “{found}” không được dùng đến.",
        "Không cần làm gì nếu chỉ để ghi chú; nếu là số liệu cần nộp, sửa tiêu đề theo biểu mẫu{hint}.",
    ),
    C.IMPLAUSIBLE_SIZE: Wording(
        "{each} lượt cho một {counter} là khác thường (thường từ {low} đến {high} lượt).",
        "Kiểm tra lại con số; nếu đúng thì giữ nguyên.",
    ),
    C.TOTAL_ROW_MISMATCH: Wording(
        "Dòng tổng ghi {found} nhưng cộng {summed} được {total}; {used}.",
        "Kiểm tra lại công thức cộng hoặc dòng còn thiếu.",
    ),
}


_WHEN = "Ghi ngày/tháng/năm, ví dụ 12/05/2023."
_AMOUNT = "Chỉ ghi con số, ví dụ 45; để trống nếu chưa có số liệu."
# What a total is held against, unless it is said.
_OF_AUDIENCES = {
    "of": "các đối tượng",
    "rest": "phần chênh được tính là chưa phân đối tượng",
    "lacking": "bổ sung đối tượng còn thiếu",
}
# What a sum row is held against, unless it is said.
_OF_ROWS = {"summed": "các dòng phía trên", "used": "hệ thống dùng các dòng chi tiết"}

# Findings about amounts alone, which sentences write as the screens do; elsewhere 2023 may be a year.
_SUMS = frozenset((C.TOTAL_MISMATCH, C.TOTAL_ROW_MISMATCH))


def _grouped(given: object) -> object:
    """1.234.567 for a whole number; all else as it is."""
    whole = isinstance(given, int | float) and float(given).is_integer()
    return grouped(int(given)) if whole else given  # type: ignore[call-overload]


def issue(
    code: IssueCode, sheet: str | None = None, cell: str | None = None, found: Cell = None, **words: object
) -> Issue:
    """One finding in words. `found` is what the cell holds; `words` fill the places of its sentences."""
    what = None if found is None else shown(found)
    wording = WORDINGS[code]
    if code in _SUMS:
        words = {name: _grouped(given) for name, given in words.items()}
    places = {
        "found": _grouped(found) if code in _SUMS and isinstance(found, int | float) else _short(what or ""),
        "hint": "",
        "wrong": "tổng số hoặc các số thành phần",
        "where": "",
        "amount": _AMOUNT,
        "when": _WHEN,
        "things": "hoạt động",
        "alike": "giống hệt",
        "apart": "",
        "whence": "",
        **_OF_AUDIENCES,
        **_OF_ROWS,
        **words,
    }
    backwards = places["hint"] == ENDS_FIRST
    if places["hint"]:
        places["hint"] = f" ({places['hint']})"
    places["unread"] = f"có {ENDS_FIRST}" if backwards else f"không phải ngày đọc được{places['hint']}"
    return {
        "severity": "warning" if code in WARNINGS else "error",
        "code": code.value,
        "sheet": sheet,
        "cell": cell,
        "found": what,
        "message": wording.message.format(**places),
        "fix": wording.fix.format(**places),
    }


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 80 else text[:77] + "…"
