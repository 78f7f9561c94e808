"""A table of activities written in any layout of ours reads back the same."""

import datetime
from dataclasses import dataclass
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from data_loaders.check import check
from tests.data_loaders.sheets import records, xlsx, xlsx_of_writer

UNITS = {
    "492": ["Quận Hải Châu", "Q. Hải Châu", "UBND quận Hải Châu", "QUAN HAI CHAU"],
    "497": ["Huyện Hòa Vang", "H. Hoà Vang"],
    "SO-YT": ["Sở Y tế"],
}
KINDS = {
    "training_class": ["Lớp tập huấn", "TẬP HUẤN"],
    "communication_session": ["Buổi truyền thông", "Tuyên truyền"],
    "contest": ["Hội thi"],
}
PARTS = {
    "parents": ["Cha mẹ", "PHHS", "Cha mẹ,\nngười chăm sóc"],
    "children_out_of_school": ["Trẻ em ngoài trường học", "TRẺ EM NGOÀI NHÀ TRƯỜNG"],
    "teachers": ["Giáo viên", "GV, CBQL"],
}
HEADS = {
    "unit": ["Đơn vị", "Đơn vị báo cáo", "Tên đơn vị"],
    "kind": ["Loại hoạt động", "Loại hình"],
    "title": ["Tên hoạt động", "Nội dung", "Tên lớp/buổi"],
    "date": ["Ngày", "Ngày tổ chức", "Thời gian tổ chức", "NGÀY THỰC HIỆN"],
    "total": ["Tổng số", "Tổng cộng", "Số lượt tham gia", "Tổng số người"],
    "female": ["Nữ", "Trong đó nữ", "Trong đó: Nữ"],
    "ward": ["Phường/xã", "Địa bàn"],
    "delivery": ["Hình thức", "Hình thức tổ chức"],
}
DAY_STYLES = [
    lambda d: datetime.datetime(d.year, d.month, d.day),  # noqa: DTZ001
    lambda d: d.strftime("%d/%m/%Y"),
    lambda d: f"{d.day}.{d.month}.{d.year % 100:02d}",
    lambda d: f"ngày {d.day} tháng {d.month} năm {d.year}",
    lambda d: d.isoformat(),
]
NUMBER_STYLES = [lambda n: n, str, lambda n: f"{n:,}".replace(",", "."), lambda n: f"{n} người"]


@dataclass(frozen=True)
class Act:
    unit: str
    kind: str
    title: str
    day: datetime.date
    parts: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        return sum(n for _, n in self.parts)

    def expected(self) -> tuple[Any, ...]:
        return (
            self.unit,
            self.kind,
            self.title,
            self.day.isoformat(),
            dict(self.parts),
            self.total,
            self.total // 2,
        )


ACTS = st.builds(
    Act,
    st.sampled_from(list(UNITS)),
    st.sampled_from(list(KINDS)),
    st.sampled_from(["Kỹ năng số A", "An toàn mạng B", "Chủ đề C (đợt 2)", "Em và internet"]),
    st.dates(datetime.date(2021, 6, 1), datetime.date(2025, 6, 30)),
    st.sets(st.sampled_from(list(PARTS)), min_size=1).flatmap(
        lambda names: st.tuples(*[st.tuples(st.just(n), st.integers(0, 2500)) for n in sorted(names)])
    ),
)


@st.composite
def sheet(draw: st.DrawFn) -> tuple[list[list[Any]], list[Act], bool]:
    acts = draw(st.lists(ACTS, min_size=1, max_size=6))
    place = draw(st.sampled_from(["column", "caption", "group"]))
    if place == "caption":
        acts = [Act(acts[0].unit, a.kind, a.title, a.day, a.parts) for a in acts]
    acts.sort(key=lambda a: a.unit) if place == "group" else None
    day = draw(st.sampled_from(DAY_STYLES))
    number = draw(st.sampled_from(NUMBER_STYLES))
    grouped = draw(st.booleans())
    heads = {name: draw(st.sampled_from(words)) for name, words in HEADS.items()}
    parts = {name: draw(st.sampled_from(words)) for name, words in PARTS.items()}
    front = draw(st.permutations(["kind", "title", "date", "ward", "delivery"]))
    if place == "column":
        front.insert(draw(st.integers(0, len(front))), "unit")
    columns = ["stt", *front, *draw(st.permutations(list(PARTS))), "total", "female"]
    upper = ["STT", *[heads[c] for c in front]]
    if grouped:
        first = [*upper, "Lượt tham gia", *[None] * 3, heads["female"]]
        head = [first, [*[None] * len(upper), *[parts[c] for c in columns if c in parts], "Tổng số", None]]
    else:
        head = [[*upper, *[parts[c] for c in columns if c in parts], heads["total"], heads["female"]]]
    rows: list[list[Any]] = []
    if draw(st.booleans()):
        rows += [
            ["UBND THÀNH PHỐ ĐÀ NẴNG", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            [None, None, None, "Độc lập - Tự do - Hạnh phúc"],
            [],
            ["BÁO CÁO KẾT QUẢ THỰC HIỆN CHƯƠNG TRÌNH 830"],
        ]
    if place == "caption":
        rows.append([f"Đơn vị báo cáo: {draw(st.sampled_from(UNITS[acts[0].unit]))}"])
    rows += head
    if draw(st.booleans()):
        rows.append([f"({i})" for i in range(1, len(columns) + 1)])
    seen: str | None = None
    roman = iter(["I", "II", "III"])
    for i, act in enumerate(acts, 1):
        if place == "group" and act.unit != seen:
            seen = act.unit
            rows.append([next(roman), UNITS[act.unit][0]])
        values = {
            "stt": i, "unit": draw(st.sampled_from(UNITS[act.unit])), "kind": draw(st.sampled_from(KINDS[act.kind])), "title": act.title,
            "date": day(act.day), "ward": "Nơi đây", "delivery": "Trực tiếp", "total": number(act.total), "female": number(act.total // 2),
        } | {name: number(n) for name, n in act.parts}  # fmt: skip
        rows.append([values.get(c) for c in columns])
        if draw(st.booleans()):
            rows.append([])
    if draw(st.booleans()):
        sums = {"title": None, "total": sum(a.total for a in acts), "female": sum(a.total // 2 for a in acts)}
        label = "kind" if columns[1] == "title" else columns[1]
        rows.append(
            [None, *["Tổng cộng" if c == label and c == columns[1] else sums.get(c) for c in columns[1:]]]
        )
        if columns[1] != label:
            rows[-1][1] = "Tổng cộng"
    if draw(st.booleans()):
        rows += [[], [None, "Người lập biểu", None, "THỦ TRƯỞNG ĐƠN VỊ"], [None, "(Ký, ghi rõ họ tên)"]]
    return rows, acts, draw(st.booleans())


@settings(max_examples=60, deadline=None)
@given(sheet())
def test_any_layout_reads_back_the_same(drawn: tuple[list[list[Any]], list[Act], bool]) -> None:
    rows, acts, other_writer = drawn
    raw = xlsx_of_writer(rows) if other_writer else xlsx({"Dữ liệu": rows})
    report = check("bao-cao.xlsx", raw)
    errors = [i for i in report["issues"] if i["severity"] == "error"]
    assert errors == []
    found = [
        (
            r["unit"],
            r["kind"],
            r["title"],
            r["start_date"],
            r["attendances"],
            r["attendances_total"],
            r["female"],
        )
        for r in records(report)
    ]
    assert found == [act.expected() for act in acts]
    assert "total_row_mismatch" not in {i["code"] for i in report["issues"]}
