"""Where units are slow, or how much each did: the map of the districts, and the grid of the units after them."""

from collections.abc import Sequence

from charts import numbers
from charts.maps import district_map, tiles
from locales.forms import number
from locales.messages import t
from pages.parts import words
from pages.parts.listing import drill, rows
from pages.parts.shell import folds, frame, markup
from pages.parts.shell.choices import bar
from program import units
from program.measures.figures import Progress
from program.views.all_units import UnitsView

# What the map can show → the words that lead to the other.
MAPS = {"rate": "Xem số đã làm trên bản đồ", "count": "Xem tỷ lệ so với kế hoạch trên bản đồ"}


def draw(shown: UnitsView, slow: Sequence[Progress], judged: bool) -> None:
    """Where it is slow, as far as any unit can be judged; on the map of the districts also how much each did."""
    areas, palette = [rows.area_row(p) for p in shown.ranked], frame.palette()
    counting = shown.tier == "districts" and bar.asked("map", list(MAPS), "rate") == "count"
    if counting:
        most = max(shown.ranked, key=lambda p: p.value or 0)
        told = frame.head(
            t("{unit} làm nhiều nhất: {n}", unit=units.label(most.unit), n=rows.area_row(most).counted)
            if most.value
            else t("Chưa có số liệu"),
            t("Số đã làm; diện tích vòng tròn theo con số"),
        )
        figure, said = district_map.district_counts(areas, palette), district_map.counts_alt(areas)
    else:
        ended = all(p.ended for p in shown.ranked)
        told = frame.head(
            finding(slow, judged, ended),
            t("Phần trăm so với chỉ tiêu; màu theo tình trạng")
            if ended
            else t("Phần trăm so với kế hoạch đến nay; màu theo tình trạng"),
        )
        if shown.tier == "districts":
            figure, said = district_map.district_map(areas, palette), district_map.alt(areas)
        else:
            figure, said = tiles.tile_map(areas, palette), tiles.alt(areas)
    frame.chart(figure, told, said, "map", lambda: numbers.of_areas(areas))
    if shown.tier == "districts":
        other = MAPS["count"] if counting else MAPS["rate"]
        way = drill.link(t(other), "units", bar.kept(map="" if counting else "count"))
        markup.put(f"<p class='dashboard-lead' style='{folds.LINE}'>{way}</p>")


def finding(slow: Sequence[Progress], judged: bool, ended: bool) -> str:
    """The slowest by name, how many where they are alike; `ended`: nobody can catch up any more."""
    worst = [units.label(p.unit) for p in slow[:3]]
    if len(slow) > len(worst) and slow[len(worst)].pace == slow[0].pace:
        return t("{n} nơi chưa đạt", n=number(len(slow))) if ended else t("{n} nơi chậm", n=number(len(slow)))
    if worst:
        named = words.listed(worst)
        return (
            t("Đạt thấp nhất: {units}", units=named) if ended else t("Chậm tập trung ở {units}", units=named)
        )
    if judged:
        return t("Nơi nào đánh giá được cũng đã đạt") if ended else t("Không nơi nào chậm")
    return t("Chưa nơi nào đánh giá được")
