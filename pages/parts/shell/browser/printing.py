"""The page on paper: A4, black on white whatever the screen's mode, without what only a screen needs.

Streamlit's own print rules let the page flow; these take away the controls, keep a chart and its head on
one page, draw charts and tables at the width of the paper, and say when it was printed. Status keeps its
word and shape, so nothing is lost without colour. A fold prints when it is open.
"""

from html import escape

import streamlit as st

from locales.forms import day
from locales.messages import t
from pages.parts.shell import markup
from program import clock

# Controls, navigation and folds that are closed; a choice keeps its label and value.
_GONE = ", ".join(
    f"[data-testid={name}]"
    for name in (
        "stHeader", "stToolbar", "stPopover", "stButton", "stDownloadButton", "stPageLink", "stPagination",
        "stFileUploader", "stStatusWidget", "stElementToolbar", "stSpinner", "stButtonGroup", "stTextInput", "stForm",
    )
)  # fmt: skip
_STYLE = """
@page { size: A4; margin: 13mm 14mm 14mm; }
@media print {
  GONE, .st-key-bar button, [data-testid=stLayoutWrapper]:has(> .st-key-foot), .st-key-elsewhere, .st-key-next, .st-key-by-workbook, .dashboard-print, .dashboard-fold, .dashboard-lead, .dashboard-list .hint, .js-plotly-plot .hoverlayer,
  .st-key-reminders:not(:has(details[open])),
  [data-testid=stExpander]:not(:has(details[open])) { display: none !important; }
  [data-testid=stElementContainer]:has(> :is(GONE), .dashboard-print, .dashboard-fold, .dashboard-lead) { display: none !important; }
  [data-testid=stSelectbox] { display: flex !important; flex-direction: row !important; align-items: center; gap: 10px; }
  [data-testid=stSelectbox] label { flex: none; white-space: nowrap; }
  [data-testid=stSelectbox]:has(input:placeholder-shown) { display: none !important; }
  [data-testid=stElementContainer]:has(> [data-testid=stSelectbox]) { width: auto !important; max-width: none !important; }
  [data-testid=stSelectbox] input { field-sizing: content; width: auto !important; max-width: none !important; }
  [data-testid=stTextAreaRootElement] { height: auto !important; border: 0 !important; background: none !important; }
  textarea { field-sizing: content; height: auto !important; min-height: 0 !important; resize: none !important; padding-left: 0 !important;
    background: none !important; color: #000 !important; }
  [data-testid=stSelectbox] svg, [data-testid=stDateInput] :is(svg, button) { display: none; }
  [data-testid=stDateInput]:has([data-placeholder]), [data-testid=stExpander]:has([data-testid=stTextInput]) { display: none !important; }
  [data-testid=stDateInput] * { color: #000 !important; }
  :is([data-testid=stSelectbox], [data-testid=stDateInput]) * { border-color: transparent !important; background: none !important; padding-left: 0 !important; }
  html, body, .stApp, [data-testid=stMain], [data-testid=stMainBlockContainer] {
    background: #fff !important; color: #000 !important; padding: 0 !important; overflow: visible !important; }
  html { font-size: 14.5px; }
  .st-key-bar { border-bottom: 1px solid #000; padding-bottom: 4px; margin-bottom: 8px; }
  [data-testid=stMainBlockContainer]:not(:has(.st-key-bar))::before {
    content: "TITLE · PRINTED"; display: block; text-align: right; font-size: 13px; border-bottom: 1px solid #000; }
  .st-key-bar::after { content: "PRINTED"; margin-left: auto; font-size: 13px; }
  h1, h2, h3, h4 { break-after: avoid; color: #000 !important; }
  h1 { font-size: 1.5rem !important; }
  [data-testid=stVerticalBlock] > :is([data-testid=stElementContainer], [data-testid=stLayoutWrapper]):not(:last-child) { margin-bottom: 0.65rem; }
  [data-testid=stMarkdownContainer] p { line-height: 1.4; }
  p, li, td, th, tr, [data-testid=stTextArea] { break-inside: avoid; }
  [data-testid=stVerticalBlock]:has(> [data-testid=stLayoutWrapper] > .st-key-tall) { display: flex !important; flex-direction: column; gap: 0; }
  [data-testid=stLayoutWrapper]:has(> .st-key-tall) { order: 1; }
  [data-testid=stLayoutWrapper]:has(> .st-key-after-tall) { order: 2; }
  [data-testid=stVerticalBlock]:has(> [data-testid=stLayoutWrapper] > .st-key-after-tall) .spare { display: none; }
  .dashboard-table.wide :is(th, td) { padding-top: 4px; padding-bottom: 4px; }
  hr { margin: 8px 0 !important; }
  hr { break-after: avoid; }
  [data-testid=stElementContainer]:has(hr) p, [data-testid=stElementContainer]:has(hr) p * { break-inside: auto; line-height: 1.35; font-size: 12px !important; }
  [data-testid=stElementContainer]:has(hr) { margin-bottom: 0 !important; }
  thead { display: table-header-group; }
  [data-testid=stPlotlyChart], [data-testid=stHtml]:not(:has(table)) { break-inside: avoid; }
  [data-testid=stElementContainer]:has(h1, h2, h3), [data-testid=stElementContainer]:has(+ [data-testid=stElementContainer] [data-testid=stPlotlyChart]) { break-after: avoid; }
  [data-testid=stExpander] summary { list-style: none; font-weight: 600; background: none !important; }
  [data-testid=stExpander] summary svg, [data-testid=stExpander] summary [data-testid=stIconMaterial] { display: none; }
  [data-testid=stExpander] details { border: 0 !important; }
  [data-testid=stHtml] div { overflow: visible !important; }
  [data-testid=stHtml] table { font-size: 12px; width: 100%; }
  [data-testid=stHtml] td { white-space: normal !important; }
  [data-testid=stHorizontalBlock]:has(.dashboard-list, .dashboard-table.cards, ul) { display: block !important; }
  [data-testid=stHorizontalBlock]:has(.dashboard-list, .dashboard-table.cards, ul) > [data-testid=stColumn] { width: 100% !important; margin-bottom: 16px; }
  [data-testid=stHorizontalBlock]:has(.st-key-heat) { display: flex !important; flex-direction: column-reverse !important; }
  [data-testid=stHorizontalBlock]:has(.st-key-heat) > [data-testid=stColumn] { width: 100% !important; flex: none !important; }
  .st-key-map { zoom: 0.78; }
  .st-key-small-multiples { zoom: 0.8; }
  .st-key-tall:has([data-testid=stColumn]) { zoom: 0.9; margin-top: 12px; }
  .st-key-tall > [data-testid=stElementContainer] { break-after: avoid; }
  .st-key-tall [data-testid=stColumn] { margin-bottom: 12px !important; }
  [class*=st-key-_per_] { display: none !important; }
  [data-testid=stHtml] > table td { padding-top: 3px !important; padding-bottom: 3px !important; }
  .dashboard-table.wide small { font-size: 10.5px; color: #000; }
  .dashboard-table.wide tbody th:has(small) { width: 40%; }
  .dashboard-table.wide td { min-width: 0 !important; overflow-wrap: break-word; }
  .dashboard-table.wide :is(.n, .d) { white-space: nowrap !important; }
  [data-testid=cards] dd:has(a), :not(.dashboard-table) > table td > a:not([href^=tel], [href^=mailto]),
  :not(.dashboard-table) > table td > br:has(+ a:not([href^=tel], [href^=mailto])) {
    display: none !important; }
  .stMarkdownBadge { background: none !important; color: #000 !important; border: 1px solid #000; }
  a { color: inherit !important; text-decoration: none !important; }
  DARK
}
"""
# Streamlit pales the label of a compact fold below the contrast that small words need. While a page is made
# ready for printing every chart is as wide as the paper, and is drawn for it.
_SCREEN = """[data-testid=stExpander] summary, [data-testid=stExpander] summary * { opacity: 1 !important; }
.dashboard-print { font: inherit; font-size: 14px; color: inherit; background: none; border: 0; padding: 4px 0; min-height: 24px;
  cursor: pointer; text-decoration: underline; text-underline-offset: 3px; }
[data-testid=stPageLink] a { padding-left: 0 !important; }
[data-testid=stPageLink] a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
[data-testid=stDateInput] [role=spinbutton] { min-width: 24px; line-height: 24px; text-align: center; }
[data-testid=stHeading] a, [data-testid=stMarkdownContainer] p a, [data-testid=stPageLink] p { color: inherit !important; text-decoration: underline;
  text-decoration-color: color-mix(in srgb, currentColor 45%, transparent); text-decoration-thickness: 1px; text-underline-offset: 3px; }
html[data-paper] [data-testid=stElementContainer]:has([data-testid=stPlotlyChart]) { width: PAPERpx !important; max-width: none !important; }
"""
# Charts and the grids of cells to correct are drawn in the dark mode for a dark ground: turned over they are dark on white.
_DARK = """[data-testid=stPlotlyChart], [data-testid=stDataFrame] { filter: invert(1) hue-rotate(180deg) contrast(1.15); }
  [data-testid=stMarkdownContainer] *, [data-testid=stHtml] *, [data-testid=stSelectbox] *,
  [data-testid=stExpander] summary * { color: #000 !important; }
  [data-testid=stHtml] span > span { color: #fff !important; filter: invert(1) hue-rotate(180deg); }"""

# A4 less the margins of the page, in pixels: the width, and the height that a chart may take below its head.
PAPER, TALL = 682, 860
# Whoever prints by the button or by Ctrl+P gets the charts drawn anew for the paper, with words as large as on the
# screen. A grid, and by the browser's menu a chart too, keeps the width that the screen gave it: what is larger than
# the paper is made smaller as a whole.
SCRIPT = """
if (!window.__dashboardPrint) {
  window.__dashboardPrint = true;
  const paper = PAPER, root = document.documentElement;
  const drawn = () => [...document.querySelectorAll(".svg-container, [data-testid=stDataFrame]")];
  const width = part => Number(part.querySelector(".main-svg")?.getAttribute("width")) || parseFloat(part.style.width)
    || part.querySelector("canvas")?.offsetWidth || 0;
  const fits = part => {
    const room = part.closest("[data-testid=stPlotlyChart]")?.clientWidth;
    return !room || Math.abs(width(part) - room) < 3;
  };
  // With the room that it takes, or paper stays empty below it.
  const whole = part => part.closest("[data-testid=stElementContainer]") || part;
  addEventListener("beforeprint", () => drawn().forEach(part => {
    const zoom = Math.min(1, paper / width(part), TALL / part.offsetHeight);
    if (zoom < 1) whole(part).style.zoom = zoom;
  }));
  addEventListener("afterprint", () => {
    delete root.dataset.paper;
    drawn().forEach(part => { whole(part).style.zoom = ""; });
  });
  const print = window.print.bind(window);
  window.print = () => {
    root.dataset.paper = "";
    const end = performance.now() + 3000;
    const ready = () => performance.now() > end || drawn().every(fits) ? print() : requestAnimationFrame(ready);
    requestAnimationFrame(() => requestAnimationFrame(ready));
  };
  addEventListener("click", event => { if (event.target.closest?.(".dashboard-print")) window.print(); });
  addEventListener("keydown", event => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "p") {
      event.preventDefault();
      window.print();
    }
  });
}
""".replace("PAPER", str(PAPER)).replace("TALL", str(TALL))


def rules() -> None:
    """Put the rules into the page, and the button that prints it."""
    dark = st.context.theme.type == "dark"
    printed = t("In ngày {day}", day=day(clock.today()))
    style = (
        _STYLE.replace("GONE", _GONE)
        .replace("PRINTED", printed)
        .replace("TITLE", t("Chương trình 830 · Đà Nẵng"))
        .replace("DARK", _DARK if dark else "")
    )
    screen = _SCREEN.replace("PAPER", str(PAPER))
    button = f"<button type='button' class='dashboard-print'>{escape(t('In trang này (A4)'))}</button>"
    markup.put(f"<style>{screen}{style}</style>{button}<script>{SCRIPT}</script>", scripts=True)
