"""A column under "Đối tượng" whose audience is not known, beside both sorts of children."""

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records

HEADS = {
    "list": (["STT", "Tên lớp", "Ngày"], [[1, "A", "3/2/2024"], [2, "B", "4/2/2024"]]),
    "summary": (["STT", "Phường", "Số lớp"], [[1, "Phường Bình Hiên", 1], [2, "Phường Nam Dương", 1]]),
}


@pytest.mark.parametrize("form", HEADS)
@pytest.mark.parametrize(
    ("more", "figures", "found"),
    [
        ([], [(30, 5, 35), (40, 6, 46)], []),
        ([], [(30, 5, 35), (40, None, 40)], []),
        ([], [(30, 5, 7), (40, 6, 46)], [("audience_unknown", "F3")]),
        (["Cha mẹ"], [(30, 5, 7, 9), (40, 6, 8, 9)], [("audience_unknown", "F3")]),
    ],
)
def test_it_is_left_out_only_as_their_sum(form: str, more: list[str], figures, found) -> None:
    head, rows = HEADS[form]
    audiences = ["Trẻ em trong trường học", "Trẻ em ngoài trường học", "Nhóm Xanh", *more]
    report = checked(
        [
            ["UBND QUẬN HẢI CHÂU – TẬP HUẤN QUÝ I NĂM 2024"],
            [*head, "Đối tượng", *(None for _ in audiences[1:])],
            [None, None, None, *audiences],
            *([*row, *told] for row, told in zip(rows, figures, strict=True)),
        ]
    )
    assert [i for i in issues(report) if i[0] == "audience_unknown"] == found
    assert len(records(report)) == (0 if found else 2)


@pytest.mark.parametrize("none", [0, "0", "-", "không", None])
@pytest.mark.parametrize("listed", [True, False])
def test_rows_without_children_wait_for_no_answer(listed: bool, none: object) -> None:
    told = ["Ngày", "Tên lớp"] if listed else ["Quý", "Số lớp tập huấn"]
    rows = [["12/5/2023", "Lớp A"], ["13/5/2023", "Lớp B"]] if listed else [["Quý I", 1], ["Quý II", 1]]
    head = [["QUẬN HẢI CHÂU"], ["KẾT QUẢ TẬP HUẤN NĂM 2023"], [*told, "Cha mẹ", "Trẻ em"]]
    report = checked([*head, [*rows[0], 40, none], [*rows[1], 41, 30]])
    assert [r["attendances"] for r in records(report)] == [{"parents": 40}]
    assert codes(report) == ["audience_unknown"]
