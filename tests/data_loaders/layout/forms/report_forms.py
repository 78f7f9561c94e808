"""Report forms: what stands above their lines, and what their records tell."""

from typing import Any

from tests.data_loaders.sheets import records

HEAD = [["UBND QUẬN HẢI CHÂU"], ["BÁO CÁO SỐ LIỆU QUÝ II NĂM 2023"]]
FOUR = ["TT", "Nội dung", "ĐVT", "Kết quả"]
T, S = "training_class", "communication_session"


def told(report: Any) -> list[tuple[Any, ...]]:
    return [
        (r["kind"], r["count"], r["attendances"], r["attendances_total"], r["female"])
        for r in records(report)
    ]
