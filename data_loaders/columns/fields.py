"""The fields that a person may name as the meaning of a column, and what such a column is usually called."""

from program.contract import TableKind
from program.vocabulary import Audience

_PEOPLE = tuple(f"attendances.{audience}" for audience in Audience)
_ACTIVITY = (
    "title", "start_date", "end_date", "period", "unit", "kind", "audience", "count", "attendances_total",
    "female", *_PEOPLE, "delivery", "organiser", "ward", "school",
)  # fmt: skip

# In the order in which they are offered; the names are those of the data contract.
FIELDS_OF: dict[TableKind, tuple[str, ...]] = {
    TableKind.ACTIVITIES: _ACTIVITY,
    TableKind.PARTICIPATION: _ACTIVITY,
    TableKind.TARGETS: (
        "indicator", "unit", "start_date", "end_date", "period", "value", "authority", "document",
    ),
    TableKind.SCHOOLS: ("name", "level", "unit", "ward", "valid_from", "valid_to"),
    TableKind.POPULATION: ("group", "unit", "year", "value", "origin"),
    TableKind.FOCAL_POINTS: ("unit", "name", "position", "phone", "email", "valid_from", "document"),
    TableKind.DIRECTIVES: ("unit", "number", "issued_on", "issuer", "form", "subject", "part"),
    TableKind.TASKS: (
        "unit", "duty", "assignee", "document", "assigned_on", "due_date", "state", "done_on", "result", "proof",
    ),
}  # fmt: skip

# Headings that the program reads by itself (`columns.wordings`); tests hold them to it.
HEADING_OF = {
    "title": "Tên hoạt động",
    "start_date": "Ngày bắt đầu",
    "end_date": "Ngày kết thúc",
    "period": "Kỳ báo cáo",
    "unit": "Đơn vị báo cáo",
    "kind": "Loại hoạt động",
    "audience": "Đối tượng",
    "count": "Số lớp/buổi",
    "attendances_total": "Tổng lượt",
    "female": "Trong đó nữ",
    "attendances.parents": "Lượt cha mẹ",
    "attendances.children_out_of_school": "Lượt trẻ em ngoài trường học",
    "attendances.children_in_school": "Lượt trẻ em trong trường học",
    "attendances.teachers": "Lượt giáo viên",
    "attendances.child_workers": "Lượt cộng tác viên",
    "attendances.officials": "Lượt CBCCVC",
    "attendances.other": "Lượt đối tượng khác",
    "delivery": "Hình thức",
    "organiser": "Đơn vị chủ trì",
    "ward": "Phường/xã",
    "school": "Trường/cơ sở",
    "indicator": "Chỉ tiêu",
    "value": "Giá trị",
    "authority": "Cấp giao",
    "document": "Văn bản",
    "name": "Tên trường",
    "level": "Cấp học",
    "valid_from": "Hoạt động từ ngày",
    "valid_to": "Hoạt động đến ngày",
    "group": "Nhóm tuổi",
    "year": "Năm",
    "origin": "Nguồn số liệu",
    "position": "Chức vụ",
    "phone": "Điện thoại",
    "email": "Thư điện tử",
    "number": "Số, ký hiệu",
    "issued_on": "Ngày ban hành",
    "issuer": "Cơ quan ban hành",
    "form": "Loại văn bản",
    "subject": "Trích yếu",
    "part": "Phần của Chương trình",
    "duty": "Nội dung nhiệm vụ",
    "assignee": "Giao cho",
    "assigned_on": "Ngày giao",
    "due_date": "Hạn hoàn thành",
    "state": "Tình trạng",
    "done_on": "Ngày hoàn thành",
    "result": "Kết quả",
    "proof": "Văn bản minh chứng",
}
