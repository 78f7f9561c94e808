"""The columns of documents issued and of tasks passed on."""

from datetime import timedelta

from data_loaders.templates.column import Column, Entry
from data_loaders.templates.registers import unit
from data_loaders.templates.setting import Setting
from program.work.tasks import STATE_LABELS, State

_FORMS = ("Kế hoạch", "Công văn", "Quyết định", "Chỉ thị", "Thông báo", "Hướng dẫn", "Báo cáo")
_OFFICES = "Ghi tên phường, xã, trường, phòng, ban hoặc chức danh; không ghi tên người."


def directives(at: Setting) -> list[Column]:
    """A row a document."""
    return [
        *unit(at),
        Column(
            "number", "Số, ký hiệu", 22, Entry.TEXT, "Số và ký hiệu của văn bản.", required=True,
            examples=("125/KH-UBND", "842/UBND-VX"),
        ),
        Column(
            "issued_on", "Ngày ban hành", 13, Entry.ANY_DAY, "Ghi ngày/tháng/năm.", required=True,
            examples=(timedelta(3), timedelta(5)),
        ),
        Column(
            "form", "Loại văn bản", 16, Entry.CHOICE, "Chọn trong danh sách hoặc ghi loại khác.", choices=_FORMS, free=True,
            examples=("Kế hoạch", "Công văn"),
        ),
        Column("issuer", "Cơ quan ban hành", 28, Entry.TEXT, "Để trống nếu do chính đơn vị ban hành."),
        Column(
            "subject", "Trích yếu", 52, Entry.TEXT, "Văn bản nói về việc gì.", required=True,
            examples=(
                "Triển khai Chương trình bảo vệ trẻ em trên môi trường mạng",
                "Về việc tổ chức lớp tập huấn cho cha mẹ trẻ em",
            ),
        ),
        Column("part", "Phần của Chương trình", 30, Entry.TEXT, "Để trống nếu văn bản nói chung về Chương trình."),
    ]  # fmt: skip


def tasks(at: Setting) -> list[Column]:
    """A row a task."""
    return [
        Column(
            "duty", "Nội dung nhiệm vụ", 48, Entry.TEXT, "Việc phải làm, đủ để biết khi nào là xong. Không ghi tên người.",
            required=True, examples=("Tổ chức một lớp cho cha mẹ trẻ em", "Rà soát trẻ em ngoài trường học"),
        ),
        *unit(at),
        Column(
            "assignee", "Giao cho", 30, Entry.TEXT, _OFFICES, required=True,
            examples=("UBND các phường", "Phòng Văn hóa và Thông tin"),
        ),
        Column(
            "document", "Văn bản", 30, Entry.TEXT, "Số, ngày của văn bản giao việc hoặc hướng dẫn của ngành dọc.",
            examples=("Công văn 842/UBND-VX", None),
        ),
        Column("assigned_on", "Ngày giao", 13, Entry.ANY_DAY, "Ghi ngày/tháng/năm.", examples=(timedelta(5), timedelta(5))),
        Column(
            "due_date", "Hạn hoàn thành", 13, Entry.ANY_DAY, "Ngày cuối phải xong; để trống nếu làm thường xuyên.",
            examples=(timedelta(60), timedelta(45)),
        ),
        Column(
            "state", "Tình trạng", 16, Entry.CHOICE, "Chọn trong danh sách.", choices=tuple(STATE_LABELS.values()),
            examples=(STATE_LABELS[State.DONE], STATE_LABELS[State.IN_PROGRESS]),
        ),
        Column(
            "done_on", "Ngày hoàn thành", 13, Entry.ANY_DAY, "Chỉ ghi khi đã hoàn thành.", examples=(timedelta(50), None)
        ),
        Column("result", "Kết quả", 40, Entry.TEXT, "Đã làm được gì.", examples=("Đã tổ chức tại 13 phường", None)),
        Column("proof", "Văn bản minh chứng", 26, Entry.TEXT, "Số, ngày của báo cáo kết quả; không gửi kèm danh sách người."),
    ]  # fmt: skip
