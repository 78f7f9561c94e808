"""The baseline: the page as it is usually written. A cached frame of all rows, pandas for every figure,
plotly.express for every chart. The same database, the same two filters, five charts."""

from datetime import date

import pandas as pd
import plotly.express as px
import streamlit as st

from locales.forms import day
from program import units
from program.periods import PROGRAMME_END, PROGRAMME_START, month_ends
from storage.database import connect
from storage.reading.analysis import load
from storage.schema import ATTENDANCE_COLUMNS

st.set_page_config(layout="wide")


@st.cache_data(max_entries=2)
def rows() -> pd.DataFrame:
    """All active activities."""
    return load(connect()).activities


@st.cache_data(max_entries=2)
def targets() -> pd.DataFrame:
    """All targets."""
    return load(connect()).targets


codes = [u.code for u in units.reporting_units(date(2025, 6, 30))]
unit = st.selectbox(
    "Đơn vị",
    ["", *codes],
    format_func=lambda code: units.label(code, with_type=True) if code else "Toàn thành phố",
    key="_unit",
)
days = sorted(month_ends(PROGRAMME_START, PROGRAMME_END), reverse=True)
as_of = st.selectbox("Tính đến ngày", days, format_func=day, key="_as_of")

found = rows()
found = found[found["counted_on"] <= pd.Timestamp(as_of)]
if unit:
    found = found[found["unit"] == unit]
classes = found[found["kind"] == "training_class"]

for place, (kind, label) in zip(
    st.columns(2), (("training_class", "Lớp"), ("communication_session", "Buổi")), strict=True
):
    of_kind = found[found["kind"] == kind]
    place.metric(label, f"{of_kind['count'].sum():,.0f}")

months = classes.groupby(classes["counted_on"].dt.to_period("M").dt.to_timestamp())["count"].sum().cumsum()
st.plotly_chart(px.line(months.reset_index(), x="counted_on", y="count"), key="curve")

goal = targets().groupby("indicator")["value"].sum()
st.plotly_chart(px.bar(goal.reset_index(), x="value", y="indicator", orientation="h"), key="targets")

seats = found.groupby("kind", observed=True)[list(ATTENDANCE_COLUMNS)].sum().reset_index()
long = seats.melt("kind", var_name="audience", value_name="seats")
st.plotly_chart(px.bar(long, x="seats", y="audience", facet_col="kind", orientation="h"), key="audiences")

by_unit = classes.groupby("unit", observed=True)["count"].sum().sort_values().reset_index()
st.plotly_chart(px.bar(by_unit, x="count", y="unit", orientation="h"), key="units")

quarters = found.assign(quarter=found["counted_on"].dt.to_period("Q").astype(str))
table = quarters.pivot_table(index="unit", columns="quarter", values="count", aggfunc="sum", observed=True)
st.plotly_chart(px.imshow(table), key="heat")
