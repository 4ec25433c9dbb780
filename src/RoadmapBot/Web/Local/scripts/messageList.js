import { chatOf } from "./chatLog.js";
import { botAvatar, el, icon } from "./dom.js";
import { drawMessage } from "./message.js";
import { announce } from "./notices.js";

const typingFor = 10000; // ms that a typing sign of the bot counts

/** The messages of the open chat; in a channel one block for each thread. Draws again only what has changed, so that nothing typed is lost. */
export class MessageList {
  #place = document.getElementById("messages");
  #list = el("div", { class: "message-list" });
  #typing = el("p", { class: "typing", hidden: true }, botAvatar(), el("span", { class: "dots" }, el("i"), el("i"), el("i")), el("span", { class: "visually-hidden" }, "RoadmapBot is typing"));
  #articles = new Map();
  #pending = new Map();
  #typingUntil;

  /** `handlers` are those of a message, and onReply(thread). */
  constructor(log, handlers) {
    this.log = log;
    this.handlers = handlers;
    this.#place.append(this.#list, this.#typing);
    log.addEventListener("message", ({ detail }) => this.#isOpen(detail.message) && this.#add(detail.message));
    log.addEventListener("change", ({ detail }) => this.#isOpen(detail.message) && this.#redraw(detail));
    log.addEventListener("typing", ({ detail }) => detail.chat === this.chat?.id && this.#botTypes());
  }

  open(chat, person) {
    Object.assign(this, { chat, person });
    this.#articles.clear();
    this.#list.replaceChildren();
    this.#typingUntil = undefined;
    for (const message of this.log.messagesOf(chat)) this.#draw(message);
    this.#showTyping();
    this.#place.scrollTop = this.#place.scrollHeight;
  }

  /** While a request is on its way the bot counts as typing. */
  busy(chat, change) {
    this.#pending.set(chat.id, (this.#pending.get(chat.id) ?? 0) + change);
    this.#showTyping();
  }

  #isOpen(message) {
    return this.chat && chatOf(message.thread) === this.chat.id;
  }

  #add(message) {
    const isAtEnd = this.#place.scrollHeight - this.#place.scrollTop - this.#place.clientHeight < 120;
    const article = this.#draw(message);
    if (message.by === this.log.setup.bot.id) {
      this.#typingUntil = undefined;
      announce(`${this.log.setup.bot.name}: ${message.activity.summary ?? message.activity.text ?? "a card"}`);
    }
    this.#showTyping();
    if (isAtEnd || message.by === this.person.id) this.#scrollTo(article);
  }

  /** To the end of the chat; but what is taller than the chat is read from its beginning. */
  #scrollTo(article) {
    if (article.offsetHeight > this.#place.clientHeight) article.scrollIntoView();
    else this.#place.scrollTop = this.#place.scrollHeight;
  }

  #draw(message) {
    const article = drawMessage(message, { log: this.log, person: this.person, ...this.handlers });
    this.#articles.set(message.key, article);
    (this.chat.kind === "channel" ? this.#thread(message.thread) : this.#list).append(article);
    return article;
  }

  /** The messages of a thread, made with the first of them. */
  #thread(thread) {
    const known = [...this.#list.children].find(block => block.dataset.thread === thread);
    if (known) return known.firstElementChild;
    const messages = el("div", { class: "thread-messages" });
    const reply = el("button", { type: "button", class: "reply", onclick: () => this.handlers.onReply(thread) }, icon("reply"), "Reply");
    this.#list.append(el("section", { class: "thread", "aria-label": "Thread", data: { thread } }, messages, reply));
    return messages;
  }

  #redraw({ message, by }) {
    if (by && by !== this.person.id) return;
    const before = this.#articles.get(message.key);
    const after = drawMessage(message, { log: this.log, person: this.person, ...this.handlers });
    const hadFocus = before.contains(document.activeElement);
    before.replaceWith(after);
    this.#articles.set(message.key, after);
    if (hadFocus) after.focus({ preventScroll: true });
    if (by) after.scrollIntoView({ block: "nearest" });
  }

  #botTypes() {
    this.#typingUntil = Date.now() + typingFor;
    setTimeout(() => this.#showTyping(), typingFor);
    this.#showTyping();
  }

  #showTyping() {
    const isTyping = this.#pending.get(this.chat?.id) > 0 || this.#typingUntil > Date.now();
    const isAtEnd = this.#place.scrollHeight - this.#place.scrollTop - this.#place.clientHeight < 120;
    this.#typing.hidden = !isTyping;
    if (isTyping && isAtEnd) this.#place.scrollTop = this.#place.scrollHeight;
  }
}
