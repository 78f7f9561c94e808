"""Labels of which one sort heads groups of the other, whatever the heading above them says."""

from itertools import permutations

import pytest

from tests.data_loaders.sheets import checked, records

SORTS = {
    "unit": ("Quận Hải Châu", "Huyện Hòa Vang"),
    "period": ("Quý I", "Quý II"),
    "kind": ("Lớp tập huấn", "Buổi truyền thông"),
    "audience": ("Cha mẹ", "Giáo viên"),
}
# What a record says without a label of the sort, and with each of its labels.
TOLD = {
    "unit": ("495", ("492", "497")),
    "period": ("2022-12-15", ("2022-12-15", "2023-03-15")),
    "kind": ("training_class", ("training_class", "communication_session")),
    "audience": ("parents", ("parents", "teachers")),
}


@pytest.mark.parametrize("summed", [False, True])
@pytest.mark.parametrize(("group", "below"), list(permutations(SORTS, 2)))
def test_labels_of_two_sorts(group: str, below: str, summed: bool) -> None:
    heading = "Đơn vị" if summed else "Nội dung"
    both = {group, below}
    title = "KẾT QUẢ" + (" TẬP HUẤN" if "kind" not in both else "")
    title += (" CỦA QUẬN CẨM LỆ" if "unit" not in both else "") + " NĂM 2023"
    figure = ["Số lượt"] if "audience" in both else ["Số lớp/buổi", "Cha mẹ"]
    rows: list[list[object]] = [[title], ["TT", heading, *figure]]
    expected = []
    for g, over in enumerate(SORTS[group]):
        people = [30 + 10 * g + b for b in range(2)]
        sums = [2, sum(people)][-len(figure) :] if summed else []
        rows.append([("I", "II")[g], over, *sums])
        for b, label in enumerate(SORTS[below]):
            rows.append([b + 1, label, *[1, people[b]][-len(figure) :]])
            at = {group: g, below: b}
            said = [TOLD[s][1][at[s]] if s in at else TOLD[s][0] for s in SORTS]
            expected.append((*said, people[b]))
    found = [
        (r["unit"], r["start_date"], r["kind"], *next(iter(r["attendances"].items())))
        for r in records(checked(rows))
    ]
    assert sorted(found) == sorted(expected)


def test_units_above_kinds_above_periods() -> None:
    rows = [["SỐ LIỆU NĂM 2023"], ["TT", "Nội dung", "Số lượng", "Số lượt"]]
    rows += [["A", "Quận Hải Châu"], ["I", "Tập huấn"], [1, "Quý I", 2, 60], [2, "Quý II", 3, 90]]
    rows += [["II", "Truyền thông"], [1, "Quý I", 4, 400], ["B", "Quận Sơn Trà"], ["I", "Tập huấn"]]
    rows += [[1, "Quý II", 1, 30]]
    assert [
        (r["unit"], r["kind"][:8], r["start_date"], r["count"], r["title"]) for r in records(checked(rows))
    ] == [
        ("492", "training", "2022-12-15", 2, None),
        ("492", "training", "2023-03-15", 3, None),
        ("492", "communic", "2022-12-15", 4, None),
        ("493", "training", "2023-03-15", 1, None),
    ]


@pytest.mark.parametrize(
    ("heading", "titles"),
    [
        ("Tên lớp", ("Lớp Hòa Phong", "Lớp Hòa Tiến")),
        ("Tên", ("T1", "T2")),
        ("Lớp tập huấn", ("Lớp số 1 cho cha mẹ", "Lớp số 2 cho cha mẹ")),
        ("Nội dung", ("An toàn mạng kỳ 1", "An toàn mạng kỳ 2", "An toàn mạng kỳ 3")),
        ("Tên lớp", ("Gia đình số", "Gia đình số")),
        ("Tên lớp", ("Lớp cho phụ huynh", "Lớp cho giáo viên tiểu học", "Lớp cho giáo viên")),
    ],
)
def test_names_of_activities_that_look_like_places_months_or_audiences(
    heading: str, titles: tuple[str, ...]
) -> None:
    rows = [["UBND huyện Hòa Vang"], ["Danh sách lớp tập huấn năm 2023"], ["STT", heading, "Ngày", "Cha mẹ"]]
    rows += [[n, title, f"{n}/6/2023", 40] for n, title in enumerate(titles, 3)]
    assert [r["title"] for r in records(checked(rows))] == list(titles)


@pytest.mark.parametrize("sums", [[], [2, 70]])
def test_a_first_group_without_sums_above_one_with_them(sums: list[int]) -> None:
    rows = [["SỐ LỚP TẬP HUẤN NĂM 2023"], ["TT", "Nội dung", "Số lớp", "Số lượt"], ["I", "H.Hòa Vang", *sums]]
    rows += [[1, "Quý I", 1, 30], [2, "Quý II", 1, 40], ["II", "Q.Sơn Trà", 2, 70]]
    rows += [[1, "Quý I", 1, 30], [2, "Quý II", 1, 40]]
    report = checked(rows)
    found = [(r["unit"], r["start_date"][5:]) for r in records(report)]
    assert found == [("497", "12-15"), ("497", "03-15"), ("493", "12-15"), ("493", "03-15")]
    assert report["issues"] == []


def test_audiences_above_the_units_of_each() -> None:
    rows = [["SỐ LƯỢT NGƯỜI DỰ TẬP HUẤN NĂM 2023"], ["TT", "Đối tượng", "Số lượt"], ["I", "Học sinh", 90]]
    rows += [[1, "Hải Châu", 40], [2, "Quận Ngũ Hành Sơn, TP. Đà Nẵng", 50]]
    rows += [["II", "Cha mẹ", 30], [1, "Hải Châu", 30]]
    assert [(r["unit"], r["attendances"]) for r in records(checked(rows))] == [
        ("492", {"children_in_school": 40}),
        ("494", {"children_in_school": 50}),
        ("492", {"parents": 30}),
    ]
