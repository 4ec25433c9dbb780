import { avatar, botAvatar, el, fill, icon } from "./dom.js";

const headings = { personal: "Chat", groupChat: "Group chat", channel: "Teams and channels" };
const icons = { groupChat: "group", channel: "channel" };

/** Who one is, and that person's chats with what is new in them. On a narrow screen it covers the page while it is open. */
export class Sidebar {
  #side = document.getElementById("side");
  #menu = document.getElementById("menu");
  #me = document.getElementById("me");
  #chats = document.getElementById("chats");
  #main = document.querySelector("main");

  constructor(log, seen, { onChat, onPeople }) {
    Object.assign(this, { log, seen, onChat });
    this.#me.onclick = () => onPeople();
    this.#menu.onclick = () => this.#open(!this.#side.classList.contains("open"));
    this.#side.onkeydown = ({ key }) => key === "Escape" && this.#open(false);
  }

  show(person, current) {
    const company = this.log.setup.companies.find(one => one.tenant === person.tenant);
    fill(this.#me,
      avatar(person.name),
      el("span", { class: "me-words" }, el("span", { class: "me-name" }, person.name), el("span", { class: "me-title" }, `${person.title}, ${company.name}`)),
      this.#othersNews(person), icon("swap"));
    this.#me.setAttribute("aria-label", `You are ${person.name}, ${person.title}. Choose another person`);
    const hadFocus = this.#chats.contains(document.activeElement);
    fill(this.#chats, ...this.log.chatsOf(person).flatMap(chat => [
      el("h2", {}, headings[chat.kind]),
      this.#chat(chat, person, chat.id === current.id),
    ]));
    if (hadFocus) this.#chats.querySelector("[aria-current]")?.focus();
  }

  close() {
    if (this.#side.classList.contains("open")) this.#open(false);
  }

  #chat(chat, person, isCurrent) {
    const news = this.seen.news(person, chat);
    const button = el("button", { type: "button", class: "chat-link", onclick: () => this.onChat(chat) },
      icons[chat.kind] ? el("span", { class: "chat-icon" }, icon(icons[chat.kind])) : botAvatar(),
      el("span", { class: "chat-link-name" }, chat.name),
      news ? el("span", { class: "count" }, String(news), el("span", { class: "visually-hidden" }, " new")) : null);
    if (isCurrent) button.setAttribute("aria-current", "page");
    return button;
  }

  /** A dot where somebody else of the cast has something new. */
  #othersNews(person) {
    const has = this.log.setup.people.some(other => other.id !== person.id && this.seen.newsOf(other) > 0);
    return has ? el("span", { class: "dot", title: "Somebody else has new messages" }) : null;
  }

  #open(isOpen) {
    this.#side.classList.toggle("open", isOpen);
    this.#menu.setAttribute("aria-expanded", String(isOpen));
    this.#main.inert = isOpen;
    if (isOpen) this.#me.focus();
    else this.#menu.focus();
  }
}
