"""What may be chosen about a conflict: the same words on the desk and before a file is accepted."""

from locales.forms import number
from locales.messages import t
from pages.parts.conflicts.sides import lost_days
from pages.parts.words import plain
from program.conflicts.crossings import Crossing
from program.conflicts.desk import Conflict, Sort
from program.conflicts.overlaps import Overlap
from storage.conflicts.desk import Source


def choices(one: Conflict, sides: tuple[Source, Source]) -> dict[str, str]:
    """Each verdict with its words (Markdown)."""
    told = one.told
    if isinstance(told, Overlap):
        return {
            "detail": t("Danh sách chi tiết, như đang tính"),
            "summary": t("Số tổng hợp, thay cho danh sách chi tiết"),
        }
    if isinstance(told, Crossing):
        counted = {"first": (told.first, told.second), "second": (told.second, told.first)}
        words = "Tính {source}; để riêng số kia, kể cả {n} ngày chỉ số kia có"
        return {"both": t("Cả hai số đều đúng, tính cả hai")} | {
            verdict: t(
                words, source=t("nguồn 1") if verdict == "first" else t("nguồn 2"), n=number(lost_days(*pair))
            )
            for verdict, pair in counted.items()
        }  # fmt: skip
    if one.sort == Sort.SIZE:
        return {"plausible": t("Đúng như báo cáo, đã xác nhận")}
    if one.sort == Sort.REPEAT:
        return {"plausible": t("Đúng, hai năm làm như nhau")}
    return {"different": t("Hai hoạt động khác nhau, tính cả hai")} | {
        verdict: t("Cùng một hoạt động, tính {source}: {file}", source=name, file=plain(_file(side)))
        for verdict, name, side in (
            ("first", t("nguồn 1"), sides[0]),
            ("second", t("nguồn 2"), sides[1]),
        )
    }


def _file(side: Source) -> str:
    return str(side.files[0]["file_name"]) if side.files else ""
