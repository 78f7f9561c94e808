from datetime import date

from exports.as_csv.table import table_csv


def test_cells_as_shown_and_nothing_that_a_spreadsheet_runs() -> None:
    line = {"Đơn vị": "Quận Hải Châu", "Hạn": date(2024, 6, 24), "Số ngày": 12, "Tệp": '=cmd|"/c",x'}
    assert table_csv([line, {**line, "Số ngày": None, "Tệp": "a\nb"}]).decode("utf-8-sig").split("\r\n") == [
        "Đơn vị,Hạn,Số ngày,Tệp",
        'Quận Hải Châu,2024-06-24,12,"\'=cmd|""/c"",x"',
        'Quận Hải Châu,2024-06-24,,"a\nb"',
        "",
    ]


def test_no_lines_give_an_empty_file() -> None:
    assert table_csv([]).decode("utf-8-sig") == ""
