"""What figures of a crosstab count and where, where two rows of headings tell it together."""

import pytest

from tests.data_loaders.sheets import checked, codes, records

_UNITS = (("Quận Hải Châu", (3, 7, 200, 450)), ("Quận Thanh Khê", (4, 9, 320, 700)))
_AUDIENCES = (("Cha mẹ", (3, 7, 200, 450)), ("Giáo viên", (4, 9, 320, 700)))


@pytest.mark.parametrize(
    ("counted", "kind"),
    [
        ("Buổi", "communication_session"),
        ("Số buổi", "communication_session"),
        ("Buổi truyền thông", "communication_session"),
        ("Lớp", "training_class"),
        ("Lớp tập huấn", "training_class"),
    ],
)
@pytest.mark.parametrize(
    ("now", "since"),
    [
        ("Trong kỳ", "Lũy kế"),
        ("Quý này", "Luỹ kế từ đầu năm"),
        ("Kỳ báo cáo", "Cộng dồn"),
        ("Thực hiện trong quý", "Lũy kế đến nay"),
    ],
)
@pytest.mark.parametrize("at_the_side", ["Đơn vị", "Đối tượng"])
def test_the_period_counts_and_the_running_total_beside_it_is_not_added(
    counted: str, kind: str, now: str, since: str, at_the_side: str
) -> None:
    told = _UNITS if at_the_side == "Đơn vị" else _AUDIENCES
    rows = [
        ["BÁO CÁO QUÝ II NĂM 2023 - QUẬN HẢI CHÂU"] if told is _AUDIENCES else ["BÁO CÁO QUÝ II NĂM 2023"],
        ["TT", at_the_side, counted, None, "Lượt người", None],
        [None, None, now, since, now, since],
        *([n, name, *figures] for n, (name, figures) in enumerate(told, 1)),
    ]
    report = checked(rows, merges=["A2:A3", "B2:B3", "C2:D2", "E2:F2"])
    assert (report["status"], codes(report, "error")) == ("ready", [])
    assert [(r["kind"], r["count"], r["attendances_total"]) for r in records(report)] == [
        (kind, 3, 200),
        (kind, 4, 320),
    ]
    assert report["tables"][0]["unused_columns"] == ["D", "F"]


@pytest.mark.parametrize(
    ("figures", "field"),
    [([[2, 5], [1, 4]], "count"), ([[120, 900], [60, 450]], "attendances_total")],
    ids=["a few", "many"],
)
def test_below_kinds_beside_audiences_a_few_are_activities_and_many_people(
    figures: list[list[int]], field: str
) -> None:
    rows = [
        ["BÁO CÁO QUÝ II NĂM 2023 - QUẬN HẢI CHÂU"],
        ["TT", "Đối tượng", "Lớp tập huấn", "Buổi truyền thông"],
    ]
    rows += [[1, "Cha mẹ", *figures[0]], [2, "Giáo viên", *figures[1]]]
    report = checked(rows)
    assert (report["status"], codes(report, "error")) == ("ready", [])
    assert [(r["kind"], r[field]) for r in records(report)] == [
        ("training_class", figures[0][0]),
        ("communication_session", figures[0][1]),
        ("training_class", figures[1][0]),
        ("communication_session", figures[1][1]),
    ]


_MEMBERS = "Số hội viên tham gia"


@pytest.mark.parametrize(
    ("headings", "figures", "all_people"),
    [
        ([_MEMBERS, "Cha mẹ", "Trẻ em ngoài trường học"], [[150, 100, 50], [100, 60, 40]], [150, 100]),
        # One slip of the hand; it is warned of.
        ([_MEMBERS, "Cha mẹ", "Trẻ em ngoài trường học"], [[150, 100, 50], [100, 60, 30]], [150, 100]),
        (["Số đoàn viên dự", "Cha mẹ"], [[150, 150], [110, 110]], [150, 110]),
        ([_MEMBERS, "Trong đó: cha mẹ có con dưới 16 tuổi"], [[150, 100], [110, 90]], [150, 110]),
        # They came beside the others.
        ([_MEMBERS, "Cha mẹ", "Trẻ em ngoài trường học"], [[20, 100, 50], [15, 60, 40]], [170, 115]),
        (["Hội viên", "Cha mẹ"], [[150, 150], [110, 90]], [300, 200]),
        # All people have a column of their own.
        (["Tổng số người", _MEMBERS], [[200, 150], [120, 100]], [200, 120]),
    ],
)
def test_members_who_are_all_who_came_are_not_counted_twice(
    headings: list[str], figures: list[list[int]], all_people: list[int]
) -> None:
    rows = [
        ["SINH HOẠT TRUYỀN THÔNG QUÝ II NĂM 2023 - HỘI LHPN THÀNH PHỐ"],
        ["TT", "Đơn vị", "Số buổi", *headings],
        [1, "Quận Hải Châu", 3, *figures[0]],
        [2, "Quận Thanh Khê", 2, *figures[1]],
    ]
    report = checked(rows)
    assert codes(report, "error") == []
    assert [r["attendances_total"] for r in records(report)] == all_people


@pytest.mark.parametrize(
    ("across", "wards"),
    [
        (("Phường Thạch Thang", "Phường Hải Châu I"), ("Phường Thạch Thang", "Phường Hải Châu I")),
        (("P. Thạch Thang", "P. Hải Châu 2"), ("P. Thạch Thang", "P. Hải Châu 2")),
        (("UBND phường Thạch Thang", "UBND phường Nam Dương"), ("phường Thạch Thang", "phường Nam Dương")),
        (("Thạch Thang", "Hải Châu II"), ("Thạch Thang", "Hải Châu II")),
    ],
)
def test_wards_across_are_the_wards_of_the_records(across: tuple[str, str], wards: tuple[str, str]) -> None:
    title = ["KẾT QUẢ LỚP TẬP HUẤN QUÝ II NĂM 2023 - QUẬN HẢI CHÂU"]
    below = [["TT", "Đối tượng", across[0], None, across[1], None], [None, None, *["Số lớp", "Lượt"] * 2]]
    report = checked(
        [title, *below, [1, "Cha mẹ", 3, 102, 1, 36], [2, "Giáo viên", 1, 30, 2, 60]],
        merges=["A2:A3", "B2:B3", "C2:D2", "E2:F2"],
    )
    assert report["status"] == "ready"
    assert [(r["unit"], r["ward"], r["count"], r["attendances_total"]) for r in records(report)] == [
        ("492", wards[0], 3, 102),
        ("492", wards[1], 1, 36),
        ("492", wards[0], 1, 30),
        ("492", wards[1], 2, 60),
    ]


def test_districts_and_communes_across_are_units_and_no_wards() -> None:
    for title, across, codes_ in (
        ("QUÝ II NĂM 2023", ("Quận Hải Châu", "Quận Thanh Khê"), ("492", "491")),
        ("QUÝ III NĂM 2025", ("Phường Hải Châu", "Phường Hòa Cường"), ("20242", "20257")),
    ):
        report = checked(
            [[f"KẾT QUẢ LỚP TẬP HUẤN {title}"], ["TT", "Đối tượng", *across], [1, "Cha mẹ", 102, 36]]
        )
        assert [(r["unit"], r["ward"]) for r in records(report)] == [(code, None) for code in codes_]


@pytest.mark.parametrize(("heading", "title"), [("Tên hoạt động", "Lớp tập huấn"), ("Nội dung", None)])
def test_the_name_of_a_kind_is_a_title_where_a_name_is_asked_for(heading: str, title: str | None) -> None:
    rows = [["TT", "Phường", heading, "Số lớp", "Lượt"], [1, "Phường Thạch Thang", "Lớp tập huấn", 3, 100]]
    report = checked([["KẾT QUẢ QUÝ II NĂM 2023 - QUẬN HẢI CHÂU"], *rows])
    assert [(r["kind"], r["title"]) for r in records(report)] == [("training_class", title)]


@pytest.mark.parametrize("names", [("Lớp", "Buổi"), ("Lớp tập huấn", "Buổi truyền thông")])
@pytest.mark.parametrize(("times", "counted"), [(1, True), (40, False)], ids=["a few", "many"])
def test_below_kinds_a_few_of_each_audience_are_activities_and_many_people(
    names: tuple[str, str], times: int, counted: bool
) -> None:
    rows = [
        ["BÁO CÁO NĂM 2023"],
        ["TT", "Đơn vị", names[0], None, names[1], None],
        [None, None, *["Cha mẹ", "Giáo viên"] * 2],
        [1, "Quận Hải Châu", 5 * times, 3 * times, 2 * times, 2 * times],
        [2, "Quận Thanh Khê", 4 * times, 9 * times, 5 * times, 6 * times],
    ]
    report = checked(rows, merges=["A2:A3", "B2:B3", "C2:D2", "E2:F2"])
    assert (report["status"], codes(report, "error")) == ("ready", [])
    assert [r["count"] or r["attendances_total"] for r in records(report)] == [
        n * times for n in (8, 4, 13, 11)
    ]
    assert all((r["count"] is not None) == counted for r in records(report))
