"""What changes in the page that is there, where Streamlit would do less or more. A link of a sentence, a card or a
table opens its screen, as the menu does; left to the browser, it would fetch and start the whole page anew. When the
reader's mode turns from light to dark, the screen is asked for again: charts and keys have the colours of one mode,
and would be dark on dark until the next click. What a button did is brought into view. A fold of the page (`folds`) leads
to the view that is shown, with it opened or closed."""

# The same text for everybody, so that a server can allow exactly this one. A link that asks for nothing means the
# screen as somebody who comes from outside sees it; it is left to the browser where choices have been made here, since
# the next screen would keep them. Streamlit follows the address when the history moves.
SCRIPT = """
if (!window.__dashboardLinks) {
  window.__dashboardLinks = true;
  const screens = () => JSON.parse(document.getElementById("dashboard-words").dataset.told).pages;
  const asks = search => [...new URLSearchParams(search).keys()].some(name => name !== "lang");
  // The menu: its button opens it, of its groups one is open at most, and all is closed once the reader turns away.
  const bar = () => document.querySelector(".dashboard-menu");
  const fold = (group, whole) => {
    bar()?.querySelectorAll("details[open]").forEach(one => { if (one !== group) one.open = false; });
    if (whole) bar()?.querySelector("button").setAttribute("aria-expanded", "false");
  };
  addEventListener("click", event => {
    const button = event.target.closest?.(".dashboard-menu button");
    if (button) button.setAttribute("aria-expanded", String(button.ariaExpanded !== "true"));
    fold(event.target.closest?.(".dashboard-menu details"), !event.target.closest?.(".dashboard-menu"));
  }, true);
  addEventListener("keydown", event => {
    const open = event.key === "Escape" && bar()?.querySelector("details[open] summary, button[aria-expanded=true]");
    if (!open) return;
    fold(null, true);
    open.focus();
  });
  // The choices of the bar stand at the end of the document: whoever opens them by a key goes on among them.
  addEventListener("keydown", event => {
    const inside = "[data-testid=stPopoverBody] :is(input, button, a[href])", end = performance.now() + 2000;
    if (!["Enter", " "].includes(event.key) || !event.target.closest?.("[data-testid=stPopover] button")) return;
    if (document.querySelector(inside)) return;
    const enter = () => {
      const first = document.querySelector(inside);
      if (first) first.focus();
      else if (performance.now() < end) requestAnimationFrame(enter);
    };
    requestAnimationFrame(enter);
  });
  const folded = event => {
    const line = event.target.closest?.(".dashboard-fold");
    if (!line) return;
    const asked = new URLSearchParams(location.search), {fold: key} = line.dataset;
    const open = (asked.get("open") ?? "").split(",").filter(Boolean);
    asked.set("open", (open.includes(key) ? open.filter(one => one !== key) : [...open, key]).join(","));
    line.querySelector("a").search = asked;
  };
  for (const before of ["pointerdown", "focusin", "click"]) addEventListener(before, folded, true);
  addEventListener("click", event => {
    const link = event.target.closest?.("[data-testid=stMain] a[href]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    if (link.origin !== location.origin || link.target || link.hasAttribute("download") || link.hash) return;
    const menu = link.closest(".dashboard-menu");
    if (!menu && !asks(link.search) && asks(location.search)) return;
    if (!screens().includes(link.pathname.split("/").pop())) return;
    event.preventDefault();
    if (menu) fold(null, true);
    if (link.href === location.href) return;
    const left = link.pathname !== location.pathname;
    history.pushState(null, "", link.href);
    dispatchEvent(new PopStateEvent("popstate"));
    // Whoever opens a row of a table, or orders it, stays where they are.
    if (left) document.querySelector("[data-testid=stMain]").scrollTo(0, 0);
    // What opens elsewhere on the page is led to: what a link names, a table of which the first sentence has a number.
    const table = !left && (link.dataset.to
      || link.closest("h1") && new URLSearchParams(link.search).get("open")?.split(",").pop());
    const end = performance.now() + 5000;
    const shown = () => {
      const found = table && document.querySelector(`.st-key-${CSS.escape(table)}`);
      if (found) found.scrollIntoView({block: "start"});
      else if (table && performance.now() < end) requestAnimationFrame(shown);
    };
    shown();
  });
  // What a button did is said where its part of the page begins, which may be far above it: the page goes there, or
  // nothing seems to have happened.
  const told = () => [...document.querySelectorAll("[data-testid=stAlert], .st-key-receipt")];
  let asked = 0;
  const pressed = event => {
    if (!event.target.closest?.("button, [data-testid=stForm]")) return;
    const before = new Set(told().map(part => part.textContent)), mine = ++asked, end = performance.now() + 15000;
    const look = () => {
      if (mine !== asked) return;
      const found = told().find(part => !before.has(part.textContent));
      const {top, bottom} = found?.getBoundingClientRect() ?? {};
      const block = found?.matches("[data-testid=stAlert]") ? "center" : "start";
      if (found && (top < 60 || bottom > innerHeight)) found.scrollIntoView({block});
      else if (!found && performance.now() < end) setTimeout(look, 200);
    };
    setTimeout(look, 200);
  };
  addEventListener("click", pressed, true);
  addEventListener("keydown", event => event.key === "Enter" && pressed(event), true);
  const app = document.querySelector("[data-testid=stApp]");
  const mode = () => getComputedStyle(app).colorScheme;
  let drawn = mode();
  new MutationObserver(() => {
    if (mode() === drawn) return;
    drawn = mode();
    dispatchEvent(new PopStateEvent("popstate"));
  }).observe(app, {attributes: true, attributeFilter: ["class"]});
}
"""
