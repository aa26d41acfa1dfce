// Runs in the page. Answers with every visible element that the query in `arguments[0]` names.

const native = {
  alert: [],
  alertdialog: [],
  article: ["article"],
  button: ["button", "input[type=button]", "input[type=submit]", "summary"],
  cell: ["td"],
  checkbox: ["input[type=checkbox]"],
  combobox: ["select"],
  columnheader: ["th"],
  dialog: ["dialog"],
  group: ["fieldset", "details"],
  heading: ["h1", "h2", "h3", "h4", "h5", "h6"],
  img: ["img"],
  link: ["a[href]"],
  list: ["ul", "ol"],
  listitem: ["li"],
  main: ["main"],
  navigation: ["nav"],
  option: ["option"],
  radio: ["input[type=radio]"],
  region: ["section[aria-label]", "section[aria-labelledby]"],
  row: ["tr"],
  searchbox: ["input[type=search]"],
  status: ["output"],
  table: ["table"],
  textbox: ["textarea", "input:not([type])", "input[type=text]", "input[type=email]", "input[type=tel]"],
};
const fields = "input, textarea, select, [contenteditable=true], [role=textbox], [role=combobox], [role=switch], [role=checkbox], [role=radio], [role=spinbutton], [role=slider]";

const clean = (text) => (text ?? "").replace(/\s+/gu, " ").trim();

const visible = (element) => {
  const style = getComputedStyle(element);
  if (style.visibility !== "visible" || element.closest("[aria-hidden=true], [inert]")) return false;
  return element.tagName === "OPTION" || element.getClientRects().length > 0;
};

// The text that a screen reader would read: without what is hidden from it.
const spoken = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  if (node.getAttribute("aria-hidden") === "true" || getComputedStyle(node).display === "none") return "";
  const own = node.getAttribute("aria-label") ?? (node.tagName === "IMG" ? node.alt : null);
  return own ?? [...node.childNodes].map(spoken).join(" ");
};

const named = (element) => {
  const by = element.getAttribute("aria-labelledby");
  if (by) return clean(by.split(/\s+/u).map((id) => document.getElementById(id)?.textContent ?? "").join(" "));
  const own = element.getAttribute("aria-label");
  if (own) return clean(own);
  const labels = element.labels ? [...element.labels] : [];
  if (labels.length > 0) return clean(labels.map(spoken).join(" "));
  if (element.tagName === "FIELDSET") return clean(element.querySelector("legend")?.textContent);
  if (element.matches("input, textarea, select")) return clean(element.title || element.placeholder || element.value);
  return clean(spoken(element)) || clean(element.title);
};

const candidates = (query, root) => {
  if (query.by === "testId") return [...root.querySelectorAll(`[data-testid="${CSS.escape(query.name)}"]`)];
  if (query.by === "field") return [...root.querySelectorAll(fields)];
  const selectors = [`[role=${query.role}]`, ...(native[query.role] ?? []).map((one) => `${one}:not([role])`)];
  return [...root.querySelectorAll(selectors.join(", "))];
};

const find = (query, root) => {
  let inside = [root];
  if (query.inside) {
    inside = find(query.inside, root);
    if (inside.length !== 1) return [];
  }
  return candidates(query, inside[0])
    .filter(visible)
    .filter((one) => query.by === "testId" || query.name === undefined || named(one) === clean(query.name))
    .filter((one) => query.containing === undefined || clean(one.innerText).includes(clean(query.containing)));
};

return find(arguments[0], document);
