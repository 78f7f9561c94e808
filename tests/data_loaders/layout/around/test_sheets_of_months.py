"""Sheets named by bare numbers are months where the workbook has all twelve, or one table on all from "M1" on."""

import pytest

from data_loaders.check import check
from tests.data_loaders.sheets import codes, records, xlsx

_MONTHS = range(1, 13)


@pytest.mark.parametrize("form", ["{}", "{:02}", "M{}", "m{:02}", "M {}"])
def test_the_rows_of_a_numbered_sheet_are_of_its_month(form: str) -> None:
    sheets = {
        form.format(n): [
            ["KẾT QUẢ NĂM 2023 - QUẬN HẢI CHÂU"],
            ["TT", "Phường", "Số lớp tập huấn", "Lượt"],
            [1, "Phường Thạch Thang", 1, 40 + n],
        ]
        for n in _MONTHS
    }
    report = check("x.xlsx", xlsx({**sheets, "Tổng hợp": [["Ghi chú"]]}))
    assert (report["status"], codes(report)) == ("ready", [])
    ends = {r["attendances_total"] - 40: r["end_date"] for r in records(report)}
    assert ends == {n: f"2023-{n:02}-14" for n in _MONTHS}


def _ends(names: list[str], titles: list[str]) -> list[str]:
    head = ["TT", "Phường", "Số lớp", "Lượt"]
    rows = [
        [["QUẬN HẢI CHÂU"], [title], head, [1, "Phường Thạch Thang", 1, 40 + n]]
        for n, title in enumerate(titles)
    ]
    return [r["end_date"] for r in records(check("x.xlsx", xlsx(dict(zip(names, rows, strict=True)))))]


_SAME = "KẾT QUẢ TẬP HUẤN NĂM 2023"


@pytest.mark.parametrize(
    ("names", "titles", "last"),
    [
        (["M1", "M2"], [_SAME] * 2, ["01-14", "02-14"]),
        (["M.3", "M.1", "M.2"], [_SAME] * 3, ["03-14", "01-14", "02-14"]),
        (["T.1", "T.2"], [_SAME] * 2, ["01-14", "02-14"]),
        # They may be forms: without a letter, not from the first on, of different tables.
        (["1", "2", "3"], [_SAME] * 3, ["12-14"] * 3),
        (["M2", "M3"], [_SAME] * 2, ["12-14"] * 2),
        (["M1"], [_SAME], ["12-14"]),
        (["M1", "M2"], [_SAME, "KẾT QUẢ TRUYỀN THÔNG NĂM 2023"], ["12-14"] * 2),
    ],
)
def test_fewer_than_twelve(names: list[str], titles: list[str], last: list[str]) -> None:
    assert _ends(names, titles) == [f"2023-{day}" for day in last]
