"""Titles and organisers as a district's officers word them. No name of any person."""

import random
from datetime import date
from typing import Literal

from program import units
from program.vocabulary import Kind

PARENTS_CLASS = (
    "Tập huấn kỹ năng đồng hành cùng con trên môi trường mạng",
    "Lớp tập huấn cha mẹ cài đặt công cụ kiểm soát nội dung cho trẻ",
    "Tập huấn cha mẹ, người chăm sóc trẻ nhận biết nguy cơ xâm hại trên mạng",
    "Lớp kỹ năng phòng, tránh nghiện trò chơi điện tử cho trẻ em dành cho phụ huynh",
    "Tập huấn phụ huynh về bảo vệ thông tin cá nhân của trẻ em",
    "Lớp tập huấn ứng xử của cha mẹ khi con bị bắt nạt trên mạng",
    "Tập huấn phụ huynh hướng dẫn con sử dụng mạng xã hội an toàn",
    "Lớp tập huấn cha mẹ quản lý thời gian sử dụng thiết bị của trẻ",
    "Tập huấn nhóm cha mẹ nòng cốt về an toàn cho trẻ trên môi trường mạng",
)
OUT_OF_SCHOOL_CLASS = (
    "Lớp kỹ năng tự bảo vệ trên mạng cho trẻ em ngoài trường học",
    "Lớp tập huấn kỹ năng số cho trẻ em có hoàn cảnh đặc biệt",
    "Tập huấn trẻ em tại nhà sinh hoạt cộng đồng về an toàn mạng",
    "Lớp hè kỹ năng sử dụng internet an toàn tại khu dân cư",
    "Tập huấn kỹ năng nhận diện lừa đảo trên mạng cho trẻ em lao động sớm",
    "Lớp kỹ năng tương tác lành mạnh, sáng tạo trên mạng cho trẻ em lớp học tình thương",
)
TEACHERS_CLASS = (
    "Tập huấn giáo viên Tổng phụ trách Đội về an toàn mạng cho học sinh",
    "Tập huấn cán bộ quản lý, giáo viên về phòng ngừa bắt nạt trên mạng",
    "Lớp bồi dưỡng giáo viên về giáo dục kỹ năng số theo độ tuổi",
)
WORKERS_CLASS = (
    "Tập huấn cộng tác viên trẻ em về tiếp nhận, chuyển gửi thông tin xâm hại trên mạng",
    "Tập huấn cán bộ làm công tác trẻ em về bảo vệ trẻ em trên môi trường mạng",
    "Lớp nâng cao năng lực cộng tác viên, cán bộ trẻ em cơ sở",
)
OFFICIALS_CLASS = (
    "Hội nghị tập huấn Chương trình bảo vệ trẻ em trên môi trường mạng cho công chức, viên chức",
    "Tập huấn cán bộ đoàn thể về truyền thông bảo vệ trẻ em trên mạng",
    "Tập huấn an toàn thông tin và bảo vệ trẻ em cho cán bộ công đoàn",
)
SCHOOL_SESSION = (
    "Buổi truyền thông An toàn cho em trên không gian mạng",
    "Sinh hoạt dưới cờ: Em tương tác lành mạnh trên mạng",
    "Ngoại khóa Nhận diện và phòng, chống bắt nạt trên mạng",
    "Truyền thông kỹ năng bảo vệ thông tin cá nhân cho học sinh",
    "Ngoại khóa Phòng, chống xâm hại trẻ em trên môi trường mạng",
    "Tuyên truyền Luật Trẻ em và Luật An ninh mạng trong trường học",
    "Diễn đàn Học sinh với mạng xã hội",
    "Buổi truyền thông Tổng đài 111 và 1022 – nơi em cần gọi",
    "Chuyên đề Lừa đảo trên mạng và cách phòng tránh",
)
COMMUNITY_SESSION = (
    "Truyền thông tại khu dân cư về bảo vệ trẻ em trên môi trường mạng",
    "Nói chuyện chuyên đề Gia đình và trẻ em thời đại số",
    "Truyền thông lưu động Tháng hành động vì trẻ em",
    "Tuyên truyền phòng ngừa xâm hại trẻ em trên mạng tại chợ, khu nhà trọ",
    "Sinh hoạt hè: Trẻ em với internet an toàn",
    "Truyền thông nhóm về quản lý việc dùng điện thoại của trẻ em",
)
BROADCAST = (
    "Tọa đàm trực tuyến Chung tay bảo vệ trẻ em trên môi trường mạng",
    "Truyền thông trực tuyến hưởng ứng Tháng hành động vì trẻ em",
    "Livestream tư vấn cha mẹ về an toàn cho trẻ trên mạng",
)
CONTEST = (
    "Hội thi Rung chuông vàng An toàn trên không gian mạng",
    "Cuộc thi vẽ tranh Em và internet an toàn",
    "Hội thi tiểu phẩm tuyên truyền bảo vệ trẻ em trên mạng",
    "Cuộc thi làm video ngắn Mạng xã hội văn minh",
)
OTHER = (
    "Phát tờ rơi, sổ tay hướng dẫn cha mẹ bảo vệ con trên mạng",
    "Ngày hội Thiếu nhi với công nghệ số",
    "Ra mắt câu lạc bộ Trẻ em với an toàn mạng",
)

KIND_WORDS = {
    Kind.TRAINING_CLASS: ("Lớp tập huấn", "Tập huấn", "Lớp tập huấn"),
    Kind.COMMUNICATION_SESSION: ("Buổi truyền thông", "Truyền thông", "Buổi truyền thông"),
    Kind.CONTEST: ("Hội thi, cuộc thi", "Hội thi", "Cuộc thi"),
    Kind.OTHER: ("Hoạt động khác", "Khác", "Hoạt động khác"),
}

# Phòng LĐ-TB&XH of the districts ended on 28-2-2025.
_REORGANISED = date(2025, 3, 1)


Host = Literal["any", "education", "social"]


def organiser(chance: random.Random, unit: str, ward: str, school: str | None, day: date, host: Host) -> str:
    """Who held an activity of a district or, from 1-7-2025, of a ward or commune; classes for
    teachers and officers are held by the offices in charge (`host`)."""
    if school and chance.random() < 0.55:
        return school
    local = ward[:1].lower() + ward[1:]
    if day >= units.BREAK:
        if host != "any":
            return f"Phòng Văn hóa - Xã hội {local}"
        return chance.choice(
            (
                f"UBND {local}",
                f"Phòng Văn hóa - Xã hội {local}",
                f"Hội LHPN {local}",
                f"Đoàn TNCS Hồ Chí Minh {local}",
                f"Công an {local}",
            )
        )
    whole = units.label(unit, with_type=True)
    district = whole[:1].lower() + whole[1:]
    social = f"{'Phòng Nội vụ' if day >= _REORGANISED else 'Phòng LĐ-TB&XH'} {district}"
    if host != "any":
        return social if host == "social" else f"Phòng GD&ĐT {district}"
    if chance.random() < 0.5:
        return chance.choice((f"UBND {local}", f"Hội LHPN {local}", f"Đoàn TNCS Hồ Chí Minh {local}"))
    return chance.choice(
        (
            social,
            f"Phòng GD&ĐT {district}",
            f"Hội LHPN {district}",
            f"Đoàn TNCS Hồ Chí Minh {district}",
            f"Công an {district}",
            f"Trung tâm Văn hóa, Thể thao và Truyền thông {district}",
        )
    )


def with_place(chance: random.Random, title: str, neighbourhood: str | None, day: date) -> str:
    """A title, sometimes with the neighbourhood ("tổ dân phố", "thôn") or the round added."""
    roll = chance.random()
    if neighbourhood and roll < 0.35:
        return f"{title} ({neighbourhood} {chance.randint(1, 60 if neighbourhood != 'thôn' else 6)})"
    if roll < 0.5:
        return f"{title} – đợt {chance.randint(1, 3)}/{day.year}"
    return title
