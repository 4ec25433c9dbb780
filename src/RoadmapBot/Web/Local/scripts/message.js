import { typed } from "./activities.js";
import { drawCard } from "./cards.js";
import { avatar, botAvatar, el, iconButton, time } from "./dom.js";

const cardType = "application/vnd.microsoft.card.adaptive";

/** One message, as the given person sees it. `onAction`, `onSearch`, `onEdit` and `onDelete` get the message first. */
export function drawMessage(message, { log, person, onAction, onSearch, onEdit, onDelete }) {
  const bot = log.setup.bot;
  const isBot = message.by === bot.id;
  const isOwn = message.by === person.id;
  const name = isBot ? bot.name : log.person(message.by)?.name ?? "Somebody";
  const article = el("article", { class: "message", tabIndex: -1, data: { id: message.id }, "aria-label": name });
  article.classList.add(isBot ? "from-bot" : isOwn ? "own" : "from-other");
  const body = el("div", { class: "body" });
  const head = el("header", { class: "message-head" }, el("span", { class: "name" }, isOwn ? "You" : name), time(message.at));
  if (message.isEdited && !message.isDeleted) head.append(el("span", { class: "edited" }, "Edited"));
  article.append(isBot ? botAvatar() : avatar(name), el("div", { class: "content" }, head, body));

  if (message.isDeleted) {
    body.append(el("p", { class: "bubble gone" }, "This message was deleted."));
    return article;
  }

  if (message.activity.text) body.append(el("p", { class: "bubble" }, ...withMention(message.activity, bot)));
  const card = message.views.get(person.id) ?? message.activity.attachments?.find(attachment => attachment.contentType === cardType)?.content;
  if (card) {
    const { element, events } = drawCard(card, {
      onAction: action => onAction(message, action, article),
      onSearch: (dataset, query) => onSearch(message, dataset, query),
    });
    events.forEach(({ kind, message: what }) => console.warn(`Card "${card.fallbackText}": ${kind}: ${what}`));
    body.append(element);
  }

  if (isOwn) {
    head.append(el("span", { class: "tools" },
      iconButton("edit", "Edit message", () => edit(body, message, onEdit)),
      iconButton("delete", "Delete message", () => onDelete(message))));
  }

  return article;
}

/** A word about what a button did, under its card. */
export function tellUnder(article, text) {
  article.querySelector(".told")?.remove();
  article.querySelector(".body").append(el("p", { class: "told", role: "status" }, text));
}

function withMention(activity, bot) {
  const isMentioned = activity.entities?.some(entity => entity.type === "mention");
  return isMentioned ? [el("span", { class: "mention" }, `@${bot.name}`), ` ${typed(activity)}`] : [activity.text];
}

function edit(body, message, onEdit) {
  const before = [...body.childNodes];
  const back = () => body.replaceChildren(...before);
  const text = el("textarea", { class: "edit-text", value: typed(message.activity), rows: 2, "aria-label": "New text" });
  const form = el("form", { class: "edit" }, text, el("div", { class: "edit-buttons" },
    el("button", { type: "button", class: "button", onclick: back }, "Cancel"),
    el("button", { type: "submit", class: "button primary" }, "Save")));
  form.onsubmit = event => {
    event.preventDefault();
    const now = text.value.trim();
    back();
    if (now && now !== typed(message.activity)) onEdit(message, now);
  };
  form.onkeydown = ({ key }) => key === "Escape" && back();
  body.replaceChildren(form);
  text.focus();
}
