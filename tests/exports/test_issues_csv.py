"""The list of what to mend."""

from exports.as_csv.issues import issues_csv
from program.contract import Issue


def issue(**said: str | None) -> Issue:
    made: dict[str, str | None] = {
        "severity": "error",
        "code": "date_unreadable",
        "sheet": "Tháng 5",
        "cell": "D9",
    }
    made |= {"found": "31/02/2023", "message": "Không có ngày này.", "fix": "Ghi ngày/tháng/năm."}
    return made | said  # type: ignore[return-value]


def test_a_line_a_finding_in_the_order_of_the_file() -> None:
    made = issues_csv([issue(), issue(severity="warning", sheet=None, cell=None, found="=1+1, hai")])
    assert made.decode() == (
        "\ufeffTrang tính,Ô,Giá trị trong tệp,Vấn đề,Cách sửa,Mức\r\n"
        "Tháng 5,D9,31/02/2023,Không có ngày này.,Ghi ngày/tháng/năm.,Phải sửa\r\n"
        ',,"\'=1+1, hai",Không có ngày này.,Ghi ngày/tháng/năm.,Nên xem lại\r\n'
    )
