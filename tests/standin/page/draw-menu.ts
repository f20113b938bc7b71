/** A right-click menu drawn in the page, where the desktop's own cannot be had. Sent into pages as text. */

export interface DrawnItem {
  readonly label: string;
  readonly enabled: boolean;
  readonly separator: boolean;
}

/** Resolves with the number of the item that was chosen; -1 when the menu was left. */
export function drawMenu(items: readonly DrawnItem[], x: number, y: number): Promise<number> {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "closed" });
  // A sheet made by script is no inline style, which the page's content security policy forbids.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { position: fixed; inset: 0; z-index: 2147483647; }
    menu { position: absolute; margin: 0; padding: 4px 0; min-width: 160px; list-style: none; outline: none;
      font: 14px/28px system-ui, sans-serif; color: #222; background: #fff; border: 1px solid #bbb;
      box-shadow: 0 4px 16px #0003; }
    li { padding: 0 24px; cursor: default; }
    li[aria-disabled="true"] { color: #999; }
    li[data-current] { background: #e6e6e6; }
    hr { margin: 4px 0; border: 0; border-top: 1px solid #ddd; }`);
  root.adoptedStyleSheets = [sheet];
  const menu = document.createElement("menu");
  menu.tabIndex = -1;
  menu.role = "menu";
  const entries = items.map((item) => {
    const entry = document.createElement(item.separator ? "hr" : "li");
    entry.textContent = item.label;
    if (!item.separator) entry.role = "menuitem";
    if (!item.separator && !item.enabled) entry.ariaDisabled = "true";
    return entry;
  });
  menu.append(...entries);
  root.append(menu);
  document.documentElement.append(host);
  menu.style.left = `${Math.max(0, Math.min(x, innerWidth - menu.offsetWidth))}px`;
  menu.style.top = `${Math.max(0, Math.min(y, innerHeight - menu.offsetHeight))}px`;
  const before = document.activeElement;
  menu.focus();

  const choosable = items.flatMap((item, at) => (item.separator || !item.enabled ? [] : [at]));
  let current = -1;
  function mark(at: number): void {
    entries[current]?.removeAttribute("data-current");
    current = at;
    entries[current]?.setAttribute("data-current", "");
  }

  return new Promise((resolve) => {
    function leave(chosen: number): void {
      host.remove();
      if (before instanceof HTMLElement) before.focus();
      resolve(chosen);
    }
    for (const at of choosable) {
      entries[at]?.addEventListener("pointermove", () => mark(at));
      entries[at]?.addEventListener("click", (event) => {
        event.stopPropagation();
        leave(at);
      });
    }
    host.addEventListener("pointerdown", (event) => {
      if (event.composedPath()[0] === host) leave(-1);
    });
    menu.addEventListener("keydown", (event) => {
      event.preventDefault();
      event.stopPropagation();
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
      const place = choosable.indexOf(current) + step;
      if (event.key === "Escape") leave(-1);
      else if (event.key === "Enter") leave(current);
      else if (step !== 0) mark(choosable.at(place % choosable.length) ?? -1);
    });
  });
}
