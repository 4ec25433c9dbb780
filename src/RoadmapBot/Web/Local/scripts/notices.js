import { el, iconButton } from "./dom.js";

const shownFor = 8000; // ms; an error stays until it is closed

const place = document.getElementById("notices");
const announcer = document.getElementById("announcer");

/** A short sentence on top of the page. */
export function tell(text) {
  const notice = show(text, "notice", "status");
  setTimeout(() => notice.remove(), shownFor);
}

/** Something went wrong: stays until it is closed. */
export function complain(error) {
  show(error.message ?? String(error), "notice error", "alert");
}

/** Said by a screen reader only. */
export function announce(text) {
  announcer.replaceChildren(el("p", {}, text));
}

/** Does what a person asked for; whatever goes wrong is shown. */
export async function trying(act) {
  try {
    return await act();
  } catch (error) {
    complain(error);
    return undefined;
  }
}

function show(text, kind, role) {
  const notice = el("div", { class: kind, role }, el("p", {}, text));
  notice.append(iconButton("close", "Close notice", () => notice.remove()));
  place.append(notice);
  return notice;
}
