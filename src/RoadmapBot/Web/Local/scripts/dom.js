/** Makes an element: properties are set as they are, except `class`, `data` and attributes with a hyphen. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name === "class") element.className = value;
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name.includes("-") || name === "role") element.setAttribute(name, value);
    else element[name] = value;
  }
  return fill(element, ...children);
}

/** Gives an element these children and no others; what is null is left out. */
export function fill(element, ...children) {
  element.replaceChildren(...children.filter(child => child !== null && child !== undefined));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  if (name === "bot") svg.setAttribute("class", "bot-icon");
  svg.append(use);
  return svg;
}

export function iconButton(name, label, onClick) {
  return el("button", { type: "button", class: "icon-button", title: label, "aria-label": label, onclick: onClick }, icon(name));
}

/** Two letters on a colour that stays the same for a name. */
export function avatar(name) {
  const letters = name.split(/\s+/).map(word => word[0]).slice(0, 2).join("").toUpperCase();
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 360, 7);
  const element = el("span", { class: "avatar", "aria-hidden": "true" }, letters);
  element.style.setProperty("--hue", hue);
  return element;
}

export const botAvatar = () => el("span", { class: "avatar bot", "aria-hidden": "true" }, icon("bot"));

export function time(at) {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  const text = new Intl.DateTimeFormat(undefined, isToday ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" }).format(date);
  return el("time", { dateTime: at }, text);
}
