// The record beside the map, in tabs.

/** @type {{ id: string, label: string, panel: HTMLElement, tab: HTMLButtonElement }[]} */
const tabs = [
  ["events", "events"],
  ...(data.stories.length > 0 ? [["stories", "page-stories"]] : []),
  ...(data.figures.length > 0 ? [["figures", "figures"]] : []),
  ...(data.disagreements.length > 0 ? [["disagreements", "disagreements"]] : []),
  ["sources", "sources"],
].map(([id, label]) => ({
  id,
  label,
  panel: make("div", { id: "panel-" + id, class: "panel", role: "tabpanel", tabindex: "0", "aria-labelledby": "tab-" + id }),
  tab: make("button", { type: "button", id: "tab-" + id, role: "tab", "aria-controls": "panel-" + id, onclick: () => showTab(id) }),
}));

need("tabs").append(...tabs.map((t) => t.tab));
need("panels").append(...tabs.map((t) => t.panel));

/** @param {string} id @returns {HTMLElement} */
const panel = (id) => tabs.find((t) => t.id === id)?.panel ?? make("div");

/** @param {string} id */
function showTab(id) {
  if (state.tab === id) return;
  state.tab = id;
  changed("tab");
}

part(["tab", "language"], () => {
  for (const t of tabs) {
    const on = t.id === state.tab;
    t.tab.textContent = word(t.label);
    t.tab.setAttribute("aria-selected", String(on));
    t.tab.tabIndex = on ? 0 : -1;
    t.panel.hidden = !on;
  }
});

need("tabs").addEventListener("keydown", (event) => {
  const at = tabs.findIndex((t) => t.id === state.tab);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const next = tabs[(to + tabs.length) % tabs.length];
  showTab(next.id);
  next.tab.focus();
});

/** The foot of the page: whose work this is, and of which state. */
part(["language"], () => {
  fill(
    need("foot"),
    make("p", { lang: "en" }, data.attribution.join(" · ")),
    make("p", {}, `${data.id}, SHA-256 `, make("span", { class: "hash", title: data.hash }, data.hash.slice(0, 16) + "…")),
    make("p", {}, word("page-made")),
  );
});
