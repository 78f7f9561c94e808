"""How the parts of a screen look that neither the theme nor a chart draws: tables, links, the bar on a phone.

The rules stand once on a page, in its first element, so that nothing is drawn without them.
"""

from charts.grids.calendar import NARROW_ONLY
from charts.grids.heat import FROM, WIDTHS
from charts.theme import DARK, LIGHT
from pages.parts.shell import menu_bar

# A muted colour and a hairline of the text's own colour follow the reader's theme by themselves.
MUTED = "color-mix(in srgb, currentColor 76%, transparent)"
_RULE = "1px solid color-mix(in srgb, currentColor 18%, transparent)"
_TABLES = f"""
.dashboard-table {{ overflow-x: auto; font-size: 14px; line-height: 1.4; }}
.dashboard-table table {{ border-collapse: collapse; border: 0; margin: 0; }}
.dashboard-table.wide table {{ width: 100%; }}
.dashboard-table :is(th, td) {{ padding: 6px 16px 6px 0; border: 0; border-bottom: {_RULE}; text-align: left; vertical-align: top;
  font-weight: 400; color: inherit; }}
.dashboard-table thead th {{ font-weight: 600; vertical-align: bottom; }}
.dashboard-table tbody th {{ min-width: 7.5em; }}
.dashboard-table .n {{ text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }}
.dashboard-table .d, .dashboard-table.slides td {{ white-space: nowrap; }}
.dashboard-table a {{ color: inherit; }}
.dashboard-table small {{ display: block; font-size: 12.5px; color: {MUTED}; overflow-wrap: anywhere; }}
.dashboard-table.wide td {{ overflow-wrap: anywhere; }}
.dashboard-table.cards thead .n {{ white-space: normal; }}
.dashboard-table.wide td:not(.n, .d) {{ min-width: 9em; }}
.dashboard-table.wide :is(.n, .d) {{ overflow-wrap: normal; }}
@media screen and (max-width: 640px) {{
  .dashboard-table.cards :is(table, tbody, tbody tr, tbody th) {{ display: block; }}
  .dashboard-table.cards thead {{ display: block; }}
  .dashboard-table.cards thead tr {{ display: flex; flex-wrap: wrap; gap: 4px 20px; }}
  .dashboard-table.cards thead th {{ border: 0; padding: 4px 0; }}
  .dashboard-table.cards thead th:not(:has(a)) {{ display: none; }}
  .dashboard-table.cards tbody tr {{ padding: 10px 0; border-bottom: {_RULE}; }}
  .dashboard-table.cards tbody th {{ padding: 0 0 5px; border: 0; font-weight: 600; }}
  .dashboard-table.cards tbody th small {{ font-weight: 400; }}
  .dashboard-table.cards td {{ display: inline-block; padding: 2px 14px 0 0; border: 0; min-width: 0 !important;
    white-space: normal; }}
  .dashboard-table.cards :is(td:empty, .spare, td:has(> .spare)) {{ display: none; }}
  .dashboard-table.cards td[data-of]::before {{ content: attr(data-of) ": "; color: {MUTED}; }}
  .dashboard-table.cards td small {{ display: inline; }}
}}
"""
# A list that stands on a desk (`pages.manage.list_table`). Its links are as high as a finger needs, also one below the
# other.
_LISTS = f"""
.dashboard-list {{ width: 100%; table-layout: fixed; border-collapse: collapse; border: 0; margin: 0; font-size: 14px;
  line-height: 1.45; }}
.dashboard-list :is(th, td) {{ padding: 7px 14px 7px 0; border: 0; border-bottom: {_RULE}; text-align: left; vertical-align: baseline;
  overflow-wrap: anywhere; font-weight: 400; color: inherit; }}
.dashboard-list th {{ font-weight: 600; vertical-align: bottom; }}
.dashboard-list a {{ color: inherit; display: inline-block; padding: 2px 0; vertical-align: top; }}
.dashboard-list a:first-child {{ margin-top: -2px; }}
@media screen and (max-width: 640px) {{
  .dashboard-list.stacks thead {{ display: none; }}
  .dashboard-list.stacks tbody {{ display: block; }}
  .dashboard-list.stacks tr {{ display: grid; grid-template-columns: 1fr 1fr; gap: 4px 12px; padding: 9px 0; border-bottom: {_RULE}; }}
  .dashboard-list.stacks td {{ padding: 0; border: 0; }}
  .dashboard-list.stacks td:empty {{ display: none; }}
  .dashboard-list.stacks td:first-child:nth-last-child(3) {{ grid-column: 1 / -1; }}
}}
"""
# On a phone the first words of a screen are its finding: the button of the bar stays beside that of the menu, the sentence
# is a step smaller, and what follows keeps closer. What a finger chooses from stands apart.
_PHONE = """
@media screen and (max-width: 640px) {
  [data-testid=stMainBlockContainer] { padding-top: 3.75rem; }
  .st-key-bar { gap: 0; }
  .st-key-bar [data-testid=stPopover] { position: fixed; top: 0.6rem; right: 1rem; width: auto; z-index: 999990; }
  [data-testid=stHeading] h1 { font-size: 1.5rem; line-height: 1.3; padding: 0.25rem 0 0.75rem; }
  [data-testid=stRadioOption] { padding: 6px 0; }
}
"""
# On the ground of a main button, the primary colour, words are as dark as the page in the dark mode: white would be
# too weak there.
_FRAMEWORK = "\n[data-testid=stTable] :is(th, td):first-child { padding-left: 0; }\n"
# Where something is to be written or chosen, its edge is as plain as a mark must be (3 to 1); the framework's is a hairline.
_EDGE = "color-mix(in srgb, currentColor 55%, transparent)"
_FIELDS = """[data-testid=stTextInputRootElement], [data-testid=stTextAreaRootElement], [data-testid=stNumberInputContainer],
    [data-testid=stDateInputField], [data-testid=stSelectbox] [role=group], [data-testid=stMultiSelect] [role=group]:has(input)"""
_EDGES = f"""
@media screen {{
  :is({_FIELDS}):not(:focus-within, [aria-invalid=true]),
  [data-testid=stRadioOption]:not(:has(input:checked)) div:has(> div:empty) {{ border-color: {_EDGE}; }}
  :is({_FIELDS}):focus-within {{ outline: 2px solid light-dark({LIGHT.data}, {DARK.data}); outline-offset: -1px; }}
}}
"""
_BUTTONS = f"""
[data-testid^=stBaseButton-primary], [data-testid^=stBaseButton-primary] * {{ color: light-dark({LIGHT.page}, {DARK.page}) !important; }}
"""
# What a link scrolls to stands below the header.
_REACHED = "\n[data-testid=stMain]:focus-visible { outline: 2px solid currentColor; outline-offset: -2px; }\n[class*=st-key-] { scroll-margin-top: 4.5rem; }\n.st-key-elsewhere { margin-top: 0.75rem; }\n"
# Numbers of the heat table where its cells have room for them: the page is as wide as the screen less its padding. By
# the width of the window, since asking for that of the table makes a browser style the page anew at each chart.
_PADDING = 32
_DIGITS = f"\n@media print, (min-width: 641px) {{ .{NARROW_ONLY} {{ display: none; }} }}\n" + "".join(
    f"@media (max-width: {w + _PADDING - 1}px) {{ .trace{FROM.format(w)} {{ display: none; }} }}\n"
    for w in WIDTHS
)
SCREEN = menu_bar.STYLE + _DIGITS + _TABLES + _LISTS + _FRAMEWORK + _EDGES + _BUTTONS + _REACHED + _PHONE
