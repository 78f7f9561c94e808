"""The menu of the screens: a bar above them, one button on a narrow screen.

Streamlit's own bar costs the reader's browser a tenth of a change of filter, since it is drawn anew each time, and on a
phone it is an arrow without a name.
"""

from collections.abc import Sequence
from functools import cache
from html import escape
from itertools import groupby
from urllib.parse import urlencode

from access import Actor
from charts.theme import DARK, LIGHT
from locales.messages import language, t, title
from pages.parts.shell.menu import SCREENS, Screen

_HEIGHT = "3.5rem"
_GROUND = f"light-dark({LIGHT.page}, {DARK.page})"
_RULE = f"1px solid light-dark({LIGHT.rule}, {DARK.rule})"
_HERE = f"light-dark({LIGHT.track}, {DARK.track})"
# The header of Streamlit stays for its sign of work; a pointer reaches through the rest of it.
STYLE = f"""
[data-testid=stHeader] {{ background: none; pointer-events: none; }}
[data-testid=stHeader] :is(button, a) {{ pointer-events: auto; }}
[data-testid=stMainBlockContainer] {{ padding-top: 4.5rem; }}
.dashboard-menu {{ position: fixed; inset: 0 0 auto 0; z-index: 999980; height: {_HEIGHT}; padding: 0 1rem; display: flex;
  align-items: center; background: {_GROUND}; font-size: 14px; line-height: 1.4; }}
.dashboard-menu :is(ul, li) {{ list-style: none; margin: 0; padding: 0; }}
.dashboard-menu :is(a, summary, button) {{ display: block; padding: 6px 10px; border: 0; border-radius: 4px; background: none; font: inherit;
  color: inherit; text-decoration: none; white-space: nowrap; cursor: pointer; }}
.dashboard-menu :is(a, summary, button):hover {{ background: {_HERE}; }}
.dashboard-menu :is(a[aria-current], summary.here) {{ background: {_HERE}; font-weight: 600; }}
.dashboard-menu summary {{ list-style: none; }}
.dashboard-menu summary::-webkit-details-marker {{ display: none; }}
.dashboard-menu :is(summary, button)::after {{ content: ""; display: inline-block; width: 6px; height: 6px; margin: 0 2px 3px 8px;
  border: solid currentColor; border-width: 0 1.5px 1.5px 0; transform: rotate(45deg); }}
.dashboard-menu button {{ display: none; }}
@media (min-width: 1001px) {{
  .dashboard-menu {{ padding: 0 max(1rem, calc((100vw - 1200px) / 2 - 10px)); }}
  .dashboard-menu > ul {{ display: flex; gap: 2px; }}
  .dashboard-menu details {{ position: relative; }}
  .dashboard-menu details > ul {{ position: absolute; top: calc(100% + 4px); left: 0; padding: 6px; background: {_GROUND};
    border: {_RULE}; border-radius: 4px; box-shadow: 0 4px 16px rgb(0 0 0 / 14%); }}
}}
@media (max-width: 1000px) {{
  .dashboard-menu button {{ display: block; padding-left: 0; font-weight: 600; max-width: calc(100vw - 12.5rem); overflow: hidden; }}
  .dashboard-menu button::before {{ content: ""; display: inline-block; width: 16px; height: 9px; margin: 0 10px 1px 0;
    border: solid currentColor; border-width: 1.5px 0;
    background: linear-gradient(currentColor, currentColor) center / 100% 1.5px no-repeat; }}
  .dashboard-menu button[aria-expanded=false] + ul {{ display: none; }}
  .dashboard-menu > ul {{ position: fixed; inset: {_HEIGHT} 0 auto 0; max-height: calc(100dvh - {_HEIGHT}); overflow-y: auto;
    padding: 6px 1rem 1rem; background: {_GROUND}; border: {_RULE}; border-width: 1px 0; }}
  .dashboard-menu :is(a, summary) {{ margin: 0 -10px; padding: 10px; white-space: normal; }}
  .dashboard-menu details > ul {{ padding-left: 20px; }}
}}
@media print {{ .dashboard-menu {{ display: none; }} }}
"""


def markup(who: Actor, here: str) -> str:
    """The menu with the screens that `who` may open, the one at the address `here` marked."""
    return _markup(language(), tuple(one for one in SCREENS if one.right in who.rights), here)


@cache
def _markup(code: str, screens: tuple[Screen, ...], here: str) -> str:
    asked = f"?{urlencode({'lang': code})}" if code != "vi" else ""

    def link(one: Screen) -> str:
        current = ' aria-current="page"' if one.address == here else ""
        return f'<li><a href="./{one.address}{asked}"{current}>{escape(title(one.title))}</a></li>'

    def group(name: str, found: Sequence[Screen]) -> str:
        links = "".join(map(link, found))
        if not name:
            return links
        mark = ' class="here"' if any(one.address == here for one in found) else ""
        return f"<li><details><summary{mark}>{escape(t(name))}</summary><ul>{links}</ul></details></li>"

    groups = "".join(group(name, tuple(found)) for name, found in groupby(screens, key=lambda one: one.group))
    name = next((title(one.title) for one in screens if one.address == here), t("Danh mục"))
    return (
        f'<nav class="dashboard-menu" data-testid="menu" aria-label="{escape(t("Danh mục"))}">'
        f'<button type="button" aria-expanded="false" aria-controls="dashboard-screens">{escape(name)}</button>'
        f'<ul id="dashboard-screens">{groups}</ul></nav>'
    )
