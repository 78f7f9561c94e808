"""What is asked of every screen: no word of the framework's English, no accessibility finding, nothing sideways."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Words of English that stand on no Vietnamese screen; names such as "Excel" and "CSV" are not among them.
ENGLISH = re.compile(
    r"\b(the|and|of|for|to search|upload|browse|drag|drop|file|files|limit|per|search|settings|rerun|print|"
    r"deploy|choose|select|clear|option|options|available|result|results|loading|running|error|next|previous|"
    r"close|open|show|hide|column|columns|row|rows|index|sort|ascending|descending|format|automatic|autosize|"
    r"pin|unpin|menu|copy|add|remove|delete|help|dismiss|increment|decrement|fullscreen|download|day|month|year|"
    r"date|invalid|required|today|icon|page|app|link|heading|selected|values|pagination|notifications|script|theme|"
    r"january|february|march|april|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
# The licence asks for these words as they are.
ATTRIBUTION = "Administrative boundaries: Government of Viet Nam / UN OCHA ROAP, via geoBoundaries"
# Names that people gave their files.
FILE_NAME = re.compile(r"[\w.-]+\.(?:xlsx|xls|csv|exe)\b")


def english(page: Page) -> list[str]:
    """The lines and labels on the page that hold an English word of the framework."""
    text = page.evaluate(
        """() => {
            // The name of a drawn sign is not a word on the screen.
            const signs = [...document.querySelectorAll("[data-testid=stIconMaterial]")];
            signs.forEach(e => { e.dataset.sign = e.textContent; e.textContent = ""; });
            const parts = [document.body.innerText];
            signs.forEach(e => { e.textContent = e.dataset.sign; });
            for (const name of ["aria-label", "aria-valuetext", "placeholder", "title", "alt"])
                document.querySelectorAll(`[${name}]`).forEach(e => parts.push(e.getAttribute(name)));
            // What is read aloud of a field and stands nowhere.
            document.querySelectorAll("[id^=react-aria-description]").forEach(e => parts.push(e.textContent));
            return parts.join("\\n");
        }"""
    )
    told = text.replace(ATTRIBUTION, "")
    return [line for line in told.splitlines() if ENGLISH.search(FILE_NAME.sub("", line))]


def sideways(page: Page) -> float:
    """How many pixels the page is wider than its window."""
    wide: float = page.evaluate(
        """() => {
            const main = document.querySelector("[data-testid=stMain]");
            return Math.max(main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - innerWidth);
        }"""
    )
    return wide


def findings(page: Page) -> dict[str, list[str]]:
    """What axe finds by WCAG 2.2 A and AA."""
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
    return {rule["id"]: [node["html"][:160] for node in rule["nodes"]][:3] for rule in found}
