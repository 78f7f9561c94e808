import pytest

from data_loaders.values.kinds import find_delivery, find_kind, find_level, kind_of_title
from data_loaders.values.people.age_groups import find_group
from data_loaders.values.people.audiences import (
    counts_somebody,
    find_audience,
    read_audiences,
    read_lump,
    read_numbered,
)
from program.vocabulary import (
    AUDIENCE_LABELS,
    DELIVERY_LABELS,
    KIND_LABELS,
    LEVEL_LABELS,
    Audience,
    Delivery,
    Kind,
    Level,
)

A = Audience


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("Cha mẹ", A.PARENTS),
        ("Số TE NTH", A.CHILDREN_OUT_OF_SCHOOL),
        ("PHHS", A.PARENTS),
        ("phụ huynh học sinh", A.PARENTS),
        ("Người chăm sóc trẻ", A.PARENTS),
        ("CMHS", A.PARENTS),
        ("Trẻ em ngoài nhà trường", A.CHILDREN_OUT_OF_SCHOOL),
        ("TRẺ EM\nNGOÀI TRƯỜNG HỌC", A.CHILDREN_OUT_OF_SCHOOL),
        ("Tre em trong truong hoc", A.CHILDREN_IN_SCHOOL),
        ("HS THCS", A.CHILDREN_IN_SCHOOL),
        ("GV", A.TEACHERS),
        ("CBQL, giáo viên", A.TEACHERS),
        ("CTV trẻ em", A.CHILD_WORKERS),
        ("Cán bộ làm công tác bảo vệ, chăm sóc trẻ em", A.CHILD_WORKERS),
        ("Người làm công tác trẻ em", A.CHILD_WORKERS),
        ("Người nuôi dưỡng, chăm sóc trẻ em", A.PARENTS),
        ("Trẻ em đang học tại trường", A.CHILDREN_IN_SCHOOL),
        ("Trẻ em ngoài hệ thống trường học", A.CHILDREN_OUT_OF_SCHOOL),
        ("Trẻ em chưa đi học lại", A.CHILDREN_OUT_OF_SCHOOL),
        ("Trẻ em không học trong nhà trường", A.CHILDREN_OUT_OF_SCHOOL),
        ("TE tại khu dân cư", A.CHILDREN_OUT_OF_SCHOOL),
        ("Khách mời khác", A.OTHER),
        ("Bà con", A.OTHER),
        ("GVCN", A.TEACHERS),
        ("Cán bộ BV-CSTE", A.CHILD_WORKERS),
        ("Trẻ em trong và ngoài trường học", None),
        ("Cán bộ y tế", A.OFFICIALS),
        ("Nhân viên nhà trường", A.TEACHERS),
        ("Cán bộ làm công tác trẻ em", A.CHILD_WORKERS),
        ("CBCCVC", A.OFFICIALS),
        ("Trưởng thôn", A.OFFICIALS),
        ("truong thon", A.OFFICIALS),
        ("Trường/thôn", None),
        ("Tên trường, thôn", None),
        ("TRUONG/THON", None),
        ("children_in_school", A.CHILDREN_IN_SCHOOL),
        ("BCH Đoàn", A.OFFICIALS),
        ("Các ông bố, bà mẹ", A.PARENTS),
        ("Thiếu nhi trường học", A.CHILDREN_IN_SCHOOL),
        ("Trẻ em thất học", A.CHILDREN_OUT_OF_SCHOOL),
        ("Cán bộ, công chức, viên chức", A.OFFICIALS),
        ("Đối tượng khác", A.OTHER),
        ("P. Huynh", A.PARENTS),
        ("H/s", A.CHILDREN_IN_SCHOOL),
        ("Trẻ em trong CSGD", A.CHILDREN_IN_SCHOOL),
        ("Trẻ em ngoài các cơ sở giáo dục", A.CHILDREN_OUT_OF_SCHOOL),
        ("Hội đồng sư phạm", A.TEACHERS),
        ("CBTE", A.CHILD_WORKERS),
        ("Cán bộ CTXH", A.CHILD_WORKERS),
        ("con em hội viên", None),
        ("Con hội viên", None),
        ("Trẻ em là con CBCCVC", None),
        ("Trẻ em (con đoàn viên) đang đi học", A.CHILDREN_IN_SCHOOL),
        ("Hội viên có con dưới 16 tuổi", A.PARENTS),
        ("Học sinh hoặc phụ huynh", None),
        ("Cha mẹ hoặc người chăm sóc trẻ", A.PARENTS),
        ("Nữ CNVCLĐ có con nhỏ", A.PARENTS),
        ("Lực lượng bảo vệ an ninh trật tự cơ sở", A.OFFICIALS),
        ("Công an viên", A.OFFICIALS),
        ("Đại biểu HĐND", A.OFFICIALS),
        ("Người có uy tín", A.OTHER),
        ("Doanh nghiệp", A.OTHER),
        ("Số doanh nghiệp", None),
        ("Doanh nghiệp tài trợ", None),
        ("Chủ cơ sở kinh doanh Internet", A.OTHER),
        ("Trẻ em", None),
        ("KẾT QUẢ THỰC HIỆN CÔNG TÁC BẢO VỆ TRẺ EM TRÊN MÔI TRƯỜNG MẠNG", None),
        ("Tổng số", None),
    ],
)
def test_audiences(text: str, audience: Audience | None) -> None:
    assert find_audience(text) == audience


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Lớp tập huấn", Kind.TRAINING_CLASS),
        ("TẬP HUẤN", Kind.TRAINING_CLASS),
        ("Hội nghị tập huấn", Kind.TRAINING_CLASS),
        ("tap huan", Kind.TRAINING_CLASS),
        ("Buổi TT", Kind.COMMUNICATION_SESSION),
        ("Phòng VH&TT huyện", None),
        ("TT GDTX quận", None),
        ("Buổi truyền thông", Kind.COMMUNICATION_SESSION),
        ("Tuyên truyền", Kind.COMMUNICATION_SESSION),
        ("Nói chuyện chuyên đề", Kind.COMMUNICATION_SESSION),
        ("Hội thi", Kind.CONTEST),
        ("Ngày hội truyền thông", Kind.COMMUNICATION_SESSION),
        ("Ngày hội Công dân số", Kind.OTHER),
        ("Cuộc thi trực tuyến", Kind.CONTEST),
        ("Hoạt động khác", Kind.OTHER),
        ("Tập huấn, truyền thông", None),
        ("TH/TT", None),
        ("Truyền thông, hội thi", None),
        ("Hội thi, cuộc thi", Kind.CONTEST),
        ("Hội thi tuyên truyền viên", Kind.CONTEST),
        ("Thi hùng biện", Kind.CONTEST),
        ("Thi đua", None),
        ("Thị trấn Ái Nghĩa", None),
        ("T.Thông", Kind.COMMUNICATION_SESSION),
        ("Khóa học kỹ năng số", Kind.TRAINING_CLASS),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", None),
        ("Ngày Khoa học công nghệ", None),
        ("Chiếu phim", None),
        ("Phiên tòa giả định", Kind.COMMUNICATION_SESSION),
        ("Phiên toà giả định cho lớp 9", Kind.COMMUNICATION_SESSION),
        ("Sân khấu hóa", Kind.COMMUNICATION_SESSION),
        ("Hội thi sân khấu hóa", Kind.CONTEST),
        ("Hội thảo", Kind.COMMUNICATION_SESSION),
        ("Hội thảo tập huấn", Kind.TRAINING_CLASS),
        ("Hội nghị, hội thảo, tập huấn", Kind.TRAINING_CLASS),
        ("Hội thao", None),
        ("Hội diễn văn nghệ", None),
        ("Triển lãm", None),
    ],
)
def test_kinds(text: str, kind: Kind | None) -> None:
    assert find_kind(text) == kind


@pytest.mark.parametrize("label_of", [KIND_LABELS, AUDIENCE_LABELS, DELIVERY_LABELS, LEVEL_LABELS])
def test_our_own_labels_are_understood(label_of: dict[str, str]) -> None:
    readers = {Kind: find_kind, Audience: find_audience, Delivery: find_delivery, Level: find_level}
    for code, words in label_of.items():
        assert readers[type(code)](words) == code
        assert readers[type(code)](words.upper()) == code
        # As the command `check` prints them, too.
        assert readers[type(code)](str(code)) == code


@pytest.mark.parametrize("code", ["under_6", "under_16", "children_6_10", "pupils_primary", "population"])
def test_so_are_the_codes_of_groups_of_people(code: str) -> None:
    assert find_group(code) == code


def test_several_audiences_in_a_cell() -> None:
    assert read_audiences("Thầy, cô giáo") == (A.TEACHERS,)
    assert read_audiences("Học sinh TH, THCS") == (A.CHILDREN_IN_SCHOOL,)
    assert read_audiences("Phụ huynh\nHọc sinh") == (A.PARENTS, A.CHILDREN_IN_SCHOOL)
    assert read_audiences("Cha mẹ\n học sinh") == read_audiences("Phụ huynh\nhọc sinh lớp 6") == (A.PARENTS,)
    assert read_audiences("phụ huynh\nhọc sinh") == (A.PARENTS, A.CHILDREN_IN_SCHOOL)
    assert read_audiences("Cán bộ làm công\ntác trẻ em, CTV") == (A.CHILD_WORKERS,)
    assert read_audiences("TRẺ EM\nNGOÀI TRƯỜNG HỌC") == (A.CHILDREN_OUT_OF_SCHOOL,)
    assert read_audiences("Cha mẹ,\nngười chăm sóc trẻ") == (A.PARENTS,)
    assert read_audiences("Cán bộ\nlàm công tác trẻ em") == (A.CHILD_WORKERS,)
    assert read_audiences("Học sinh, trẻ em ngoài trường học") == (
        A.CHILDREN_IN_SCHOOL,
        A.CHILDREN_OUT_OF_SCHOOL,
    )
    assert read_audiences("Cha mẹ và học sinh") == (A.PARENTS, A.CHILDREN_IN_SCHOOL)
    assert read_audiences("Cha mẹ, người chăm sóc trẻ") == (A.PARENTS,)
    assert read_audiences("GV-HS") == (A.TEACHERS, A.CHILDREN_IN_SCHOOL)
    assert read_audiences("Học sinh - thiếu nhi") == (A.CHILDREN_IN_SCHOOL,)
    assert read_audiences("Cha mẹ, khách mời đặc biệt") is None


def test_what_a_label_gives_to_another_column_is_no_audience() -> None:
    assert read_audiences("Nội dung: kỹ năng an toàn mạng cho cha mẹ") is None
    assert read_audiences("- Địa điểm: nhà của cha mẹ") is None
    assert read_audiences("Đối tượng: cha mẹ\nNội dung: dạy trẻ em ngoài trường học") == (A.PARENTS,)
    assert read_audiences("Đối tượng: cha mẹ") == (A.PARENTS,)


def test_numbers_beside_audiences() -> None:
    assert read_numbered("45 phụ huynh, 20 học sinh") == {A.PARENTS: 45, A.CHILDREN_IN_SCHOOL: 20}
    assert read_numbered("Phụ huynh: 45; Giáo viên: 5") == {A.PARENTS: 45, A.TEACHERS: 5}
    assert read_numbered("PH:\n45; GV: 5") == {A.PARENTS: 45, A.TEACHERS: 5}
    assert read_numbered("45 PH; 5\ngiáo viên") == {A.PARENTS: 45, A.TEACHERS: 5}
    assert read_numbered("28 phụ \nhuynh") == {A.PARENTS: 28}
    assert read_numbered("38 cha mẹ, 24 học\n sinh") == {A.PARENTS: 38, A.CHILDREN_IN_SCHOOL: 24}
    assert read_numbered("- PH: 45 bác; GV: 5") is None
    assert read_numbered("- PH: 45 người;\n- GV: 5 thầy cô") == {A.PARENTS: 45, A.TEACHERS: 5}
    assert read_numbered("- PH: 45\n- GV: 5") == {A.PARENTS: 45, A.TEACHERS: 5}
    assert read_numbered("- HS: 94\n- CBQL, GV: 153") == {A.CHILDREN_IN_SCHOOL: 94, A.TEACHERS: 153}
    assert read_numbered("153 CBQL, GV; 9 HS") == {A.TEACHERS: 153, A.CHILDREN_IN_SCHOOL: 9}
    for text in (
        "45 HS/20 PH",
        "HS: 45/PH: 20",
        "45 HS 20 PH",
        "45 HS khối 6 và 20 PHHS",
        "HS (6-11 tuổi): 45; PH có con dưới 16 tuổi: 20",
    ):
        assert read_numbered(text) == {A.CHILDREN_IN_SCHOOL: 45, A.PARENTS: 20}, text
    assert read_numbered("HS khối 6: 20; khối 7, 8: 25; PH: 20") == {A.CHILDREN_IN_SCHOOL: 45, A.PARENTS: 20}
    assert read_numbered("HS khoảng 45") is read_lump("khoảng 45 HS") is None
    assert not counts_somebody("Cha mẹ có con từ 6-15 tuổi, khối 10")
    assert read_numbered("HS, PH: 100") is None
    assert read_lump("HS, PH: 100") == read_lump("100 PH và HS") == 100
    assert read_lump("100 khách") is None
    assert read_numbered("Cha mẹ") is read_numbered("1. Cha mẹ") is read_numbered("100% HS") is None
    assert read_numbered("1. PH: 45\n2. HS: 20") == {A.PARENTS: 45, A.CHILDREN_IN_SCHOOL: 20}
    assert read_numbered("PHHS lớp 1") is None
    assert read_numbered("HS khối 8; GV: 5") is None


@pytest.mark.parametrize(
    ("text", "delivery"),
    [
        ("Trực tiếp", Delivery.IN_PERSON),
        ("Zoom", Delivery.ONLINE),
        ("TT", Delivery.IN_PERSON),
        ("T.tiếp", Delivery.IN_PERSON),
        ("Sinh hoạt dưới cờ", Delivery.IN_PERSON),
        ("Phát trực tiếp trên Facebook", Delivery.ONLINE),
        ("TT + trực tuyến", Delivery.HYBRID),
        ("Online/TT", Delivery.HYBRID),
        ("Trực tuyến (TT)", Delivery.ONLINE),
        ("Trực tiếp kết hợp trực tuyến", Delivery.HYBRID),
        ("GG Meet", Delivery.ONLINE),
        ("Tại nhà văn hóa thôn", Delivery.IN_PERSON),
        ("Cả 2 hình thức", Delivery.HYBRID),
        ("Trực tiếp hoặc trực tuyến", None),
        ("?", None),
    ],
)
def test_deliveries(text: str, delivery: Delivery | None) -> None:
    assert find_delivery(text) == delivery


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Trường TH Phù Đổng", Level.PRIMARY),
        ("TH&THCS Đức Trí", Level.PRIMARY_LOWER_SECONDARY),
        ("THPT", Level.UPPER_SECONDARY),
        ("T.H.C.S", Level.LOWER_SECONDARY),
        ("GDMN", Level.PRESCHOOL),
        ("Liên cấp TH-THCS", Level.PRIMARY_LOWER_SECONDARY),
        ("Trường liên cấp Hoa Sen", Level.PRIMARY_TO_UPPER_SECONDARY),
        ("Cơ sở BTXH", Level.FACILITY),
    ],
)
def test_levels_also_from_names(text: str, level: Level) -> None:
    assert find_level(text) == level


def test_a_title_says_its_kind_by_its_first_words_only() -> None:
    assert kind_of_title("Lớp tập huấn về truyền thông") == Kind.TRAINING_CLASS
    assert kind_of_title("Buổi truyền thông A") == Kind.COMMUNICATION_SESSION
    assert kind_of_title("An toàn mạng cho lớp trẻ") is None
    assert kind_of_title("Kỹ năng số: tập huấn cho phụ huynh") == Kind.TRAINING_CLASS
    assert kind_of_title("Bắt nạt qua mạng: lớp 6A") is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Ra quân truyền thông hè 2 cụm dân cư", Kind.COMMUNICATION_SESSION),
        ("Chiến dịch truyền thông mạng an toàn", Kind.COMMUNICATION_SESSION),
        ("Phối hợp tổ chức tuyên truyền tại trường", Kind.COMMUNICATION_SESSION),
        ("Xe loa tuyên truyền", Kind.COMMUNICATION_SESSION),
        ("Chào cờ đầu tuần: an toàn mạng", Kind.COMMUNICATION_SESSION),
        ("Talkshow cùng con lên mạng", Kind.COMMUNICATION_SESSION),
        ("Đợt tập huấn kỹ năng", Kind.TRAINING_CLASS),
        ("Khai giảng lớp tập huấn", Kind.TRAINING_CLASS),
        ("Đã tổ chức 2 lớp tập huấn", Kind.TRAINING_CLASS),
        ("Phát động cuộc thi vẽ tranh", Kind.CONTEST),
        ("Rung chuông vàng", Kind.CONTEST),
        ("Lễ phát động Tháng hành động vì trẻ em", None),
        ("Phiên tòa giả định tại THPT Trần Phú", Kind.COMMUNICATION_SESSION),
        ("Tổ chức phiên toà giả định về bắt nạt trên mạng", Kind.COMMUNICATION_SESSION),
        ("Xem xét hồ sơ phiên tòa", None),
        ("Tọa đàm cha mẹ và con", Kind.COMMUNICATION_SESSION),
        ("Hội thảo an toàn mạng cho phụ huynh", Kind.COMMUNICATION_SESSION),
        ("Hội thao gia đình trẻ", None),
        ("Hoi thao gia dinh", None),
        ("Hội thảo, tập huấn", None),
        ("Đối thoại với trẻ em về mạng xã hội", Kind.COMMUNICATION_SESSION),
        ("Giao lưu với chuyên gia an toàn mạng", Kind.COMMUNICATION_SESSION),
        ("Giao lưu văn nghệ hè", None),
        ("Sân khấu hóa phòng chống xâm hại trên mạng", Kind.COMMUNICATION_SESSION),
        ("Sân khấu hóa cuộc thi An toàn mạng", Kind.CONTEST),
        ("Hội thi vẽ tranh", Kind.CONTEST),
        ("Hội diễn văn nghệ", None),
        ("Ngày hội Công dân số", None),
        ("Chiếu phim lưu động", None),
        ("Triển lãm tranh", None),
        ("Ra quân Tháng hành động vì trẻ em", None),
        ("Kỹ năng tuyên truyền cho cộng tác viên", None),
        ("Sở GD&ĐT tập huấn giáo viên về an toàn mạng", Kind.TRAINING_CLASS),
        ("Phòng Giáo dục và Đào tạo tập huấn giáo viên", Kind.TRAINING_CLASS),
        ("UBND phường Hải Châu phối hợp tổ chức tập huấn", Kind.TRAINING_CLASS),
        ("Hội LHPN tuyên truyền cho phụ nữ", Kind.COMMUNICATION_SESSION),
        ("Công an phường Hòa Khánh Bắc tuyên truyền cho học sinh", Kind.COMMUNICATION_SESSION),
        ("Sở Thông tin và Truyền thông kiểm tra", None),
        ("Trung tâm truyền thông và giáo dục sức khỏe", None),
        ("Sở GD&ĐT dự tập huấn của Bộ", None),
        ("Phòng VHTT kiểm tra công tác tuyên truyền", None),
        ("Đoàn Thanh niên tuyên truyền viên giỏi", None),
    ],
)
def test_the_kind_behind_the_first_words_of_a_title(title: str, kind: Kind | None) -> None:
    assert kind_of_title(title) == kind
    assert find_delivery("Hỗn hợp") == Delivery.HYBRID


@pytest.mark.parametrize(
    ("words", "audience"),
    [
        ("CB, CC, VC", Audience.OFFICIALS),
        ("1. GV, NV (*)", Audience.TEACHERS),
        ("Cán bộ Đoàn, Hội, Đội", Audience.OFFICIALS),
        ("Thanh, thiếu niên ngoài nhà trường", Audience.CHILDREN_OUT_OF_SCHOOL),
        ("CBCC, VC", Audience.OFFICIALS),
        ("CB-GV-NV", Audience.TEACHERS),
        ("CB, CTV trẻ em", Audience.CHILD_WORKERS),
        ("Ông, bà, cha, mẹ", Audience.PARENTS),
        ("Cộng tác viên BVTE thôn, tổ", Audience.CHILD_WORKERS),
        ("Trẻ em ngoài học đường", Audience.CHILDREN_OUT_OF_SCHOOL),
        ("Nhân viên tư vấn tâm lý học đường", Audience.TEACHERS),
        ("Cán bộ y tế trường học", Audience.TEACHERS),
        ("Bảo mẫu", Audience.TEACHERS),
        ("Học sinh được tư vấn học đường", Audience.CHILDREN_IN_SCHOOL),
        ("Học viên GDTX", Audience.CHILDREN_IN_SCHOOL),
        ("Tổ công nghệ số cộng đồng", Audience.OFFICIALS),
        ("Tuyên truyền viên", Audience.OFFICIALS),
        ("Trong đó: cán bộ làm công tác BVCSTE", Audience.CHILD_WORKERS),
        ("Giáo viên, TPT Đội", Audience.TEACHERS),
        ("Cha/mẹ", Audience.PARENTS),
        ("Trẻ em đi học", Audience.CHILDREN_IN_SCHOOL),
        ("Trẻ em trong các trường học", Audience.CHILDREN_IN_SCHOOL),
        ("Trẻ em lao động, bỏ học", Audience.CHILDREN_OUT_OF_SCHOOL),
    ],
)
def test_one_audience_in_several_words(words: str, audience: Audience) -> None:
    assert read_audiences(words) == (audience,)
