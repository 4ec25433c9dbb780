import { drawCard } from "./cards.js";
import { el, iconButton } from "./dom.js";
import { complain, tell, trying } from "./notices.js";

const dialog = document.getElementById("bot-dialog");

/** Opens a dialog of the bot and goes through its steps until it closes. `bot` is the one of the chat it is opened in. */
export async function openDialog(bot, data) {
  const task = await trying(() => bot.dialog("task/fetch", data));
  if (task) go(bot, task);
}

function go(bot, task) {
  switch (task?.type) {
    case "continue":
      return show(bot, task.value);
    case "message":
      dialog.close();
      return tell(task.value);
    default:
      return dialog.close();
  }
}

function show(bot, { title, card }) {
  let isSending = false;
  const onAction = async action => {
    if (action.type === "Action.OpenUrl") return window.open(action.url, "_blank", "noopener");
    if (action.type === "Action.Execute") return complain(new Error("Teams takes no Action.Execute in a dialog."));
    if (action.type !== "Action.Submit" || isSending) return;
    isSending = true;
    body.setAttribute("aria-busy", "true");
    const task = await trying(async () => ({ next: await bot.dialog("task/submit", action.data) }));
    isSending = false;
    body.removeAttribute("aria-busy");
    if (task) go(bot, task.next);
  };
  const body = el("div", { class: "dialog-body" }, drawCard(card.content, { onAction, onSearch: (dataset, query) => bot.search(dataset, query) }).element);
  dialog.replaceChildren(
    el("header", { class: "dialog-head" }, el("h2", { id: "bot-dialog-title" }, title), iconButton("close", "Close", () => dialog.close())),
    body);
  if (!dialog.open) dialog.showModal();
  body.scrollTop = 0;
  (body.querySelector("input, textarea, select, button") ?? dialog).focus();
}
