"""A link of a sentence, a card or a table opens its screen in the page that is there, as the menu does. Left to the
browser, it would fetch and start the whole page anew."""

# The same text for everybody, so that a server can allow exactly this one. A link that asks for nothing means the
# screen as somebody who comes from outside sees it; it is left to the browser where choices have been made here, since
# the next screen would keep them. Streamlit follows the address when the history moves.
SCRIPT = """
if (!window.__dashboardLinks) {
  window.__dashboardLinks = true;
  const screens = () => JSON.parse(document.getElementById("dashboard-words").dataset.told).pages;
  const asks = search => [...new URLSearchParams(search).keys()].some(name => name !== "lang");
  addEventListener("click", event => {
    const link = event.target.closest?.("[data-testid=stMain] a[href]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    if (link.origin !== location.origin || link.target || link.hasAttribute("download") || link.hash) return;
    if (!asks(link.search) && asks(location.search)) return;
    if (!screens().includes(link.pathname.split("/").pop())) return;
    event.preventDefault();
    if (link.href === location.href) return;
    history.pushState(null, "", link.href);
    dispatchEvent(new PopStateEvent("popstate"));
    document.querySelector("[data-testid=stMain]").scrollTo(0, 0);
  });
}
"""
