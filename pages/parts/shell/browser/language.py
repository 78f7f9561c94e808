"""The language of the page, and Vietnamese words for the parts of the screen that Streamlit draws itself."""

import json
from functools import cache
from html import escape

import streamlit as st

from locales.messages import language, t, use
from pages.parts.shell import markup
from pages.parts.shell.browser.framework_words import in_their_place
from pages.parts.shell.browser.style import SCREEN

SCRIPT = """
(() => {
  const told = JSON.parse(document.getElementById("dashboard-words").dataset.told);
  document.documentElement.lang = told.lang;
  const frame = window.__dashboardWords || (window.__dashboardWords = {});
  frame.words = told.words;
  frame.pages = told.pages;
  frame.patterns = told.patterns.map(([from, to]) => [new RegExp(from), to]);
  if (frame.observer) return;
  const say = text => {
    const plain = text.trim();
    if (!plain || !frame.words) return null;
    if (frame.words[plain]) return text.replace(plain, frame.words[plain]);
    for (const [from, to] of frame.patterns)
      if (from.test(plain)) return plain.replace(from, to).replace(/ · (undefined)?$/, "");
    return null;
  };
  // The first visitor of a process at a page's own address is told that there is no such page, and gets
  // it; that is at the start only.
  const unfounded = node => {
    const dialog = node.matches("[role=dialog]") ? node : node.querySelector("[role=dialog]");
    const last = location.pathname.split("/").pop();
    if (!dialog || !frame.pages.includes(last) || !dialog.textContent.includes("Page not found")) return false;
    const close = dialog.querySelector("button");
    if (close) close.click();
    return Boolean(close);
  };
  const attributes = ["aria-label", "aria-valuetext", "placeholder", "title", "alt"];
  const mend = node => {
    if (node.nodeType === Node.TEXT_NODE) {
      const around = node.parentElement;
      if (!around || around.closest(".js-plotly-plot, [data-testid=stIconMaterial]")) return;
      if (around.closest("pre, code") && !around.closest("[role=dialog]")) return;
      if (around.closest("[data-testid=stMarkdownContainer]") && !around.closest("[data-testid=stFileUploader], [role=dialog]"))
        return;
      const said = say(node.data);
      if (said !== null && said !== node.data) node.data = said;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || node.closest(".js-plotly-plot")) return;
    if (!frame.founded && performance.now() < 30000) frame.founded = unfounded(node);
    // A link of a sentence to another screen opens in its place, as those of the tables do.
    if (node.tagName === "A" && node.target === "_blank" && node.origin === location.origin) node.removeAttribute("target");
    for (const name of attributes) {
      const said = node.hasAttribute(name) ? say(node.getAttribute(name)) : null;
      if (said !== null && said !== node.getAttribute(name)) node.setAttribute(name, said);
    }
    node.childNodes.forEach(mend);
  };
  mend(document.body);
  frame.observer = new MutationObserver(changes => changes.forEach(change => {
    // A chart that is drawn changes thousands of parts; none of its words are the framework's.
    const svg = change.target.ownerSVGElement || change.target;
    if (svg.classList?.contains("main-svg")) return;
    if (change.type === "childList") change.addedNodes.forEach(mend); else mend(change.target);
  }));
  frame.observer.observe(document.body,
    {childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: attributes});
})();
"""


def choose() -> None:
    """Take the language of the address; without one that of the last screen, else Vietnamese."""
    asked = st.query_params.get("lang") or st.session_state.get("lang", "vi")
    use(asked)
    st.session_state["lang"] = language()
    if language() == "en":
        st.query_params["lang"] = "en"


def translate_framework(pages: tuple[str, ...], also: str = "", beside: str = "") -> None:
    """Set the language of the document and put Streamlit's own words into it. `pages` are the last
    parts of the addresses there are; `also` is a script that stands with it, `beside` markup, and so do the rules
    of `style`, since each element of a page costs time."""
    markup.put(beside + _script(language(), pages, also), scripts=True)


@cache
def _script(code: str, pages: tuple[str, ...], also: str) -> str:
    words, patterns = in_their_place(code)
    told = {"lang": code, "words": words, "pages": pages, "patterns": patterns}
    data = escape(json.dumps(told, ensure_ascii=False))
    return (
        f'<style>{SCREEN}</style><i id="dashboard-words" hidden data-told="{data}"></i><script>{SCRIPT}</script>'
        + (f"<script>{also}</script>" if also else "")
    )


def switch() -> None:
    """One small button that shows the page in the other language; the address keeps the choice."""
    other = "en" if language() == "vi" else "vi"
    label = "English" if other == "en" else "Tiếng Việt"
    st.button(label, type="tertiary", key="language", on_click=_choose, args=(other,), help=t("Đổi ngôn ngữ"))


def _choose(code: str) -> None:
    if code == "en":
        st.query_params["lang"] = code
    elif "lang" in st.query_params:
        del st.query_params["lang"]
    st.session_state["lang"] = code
