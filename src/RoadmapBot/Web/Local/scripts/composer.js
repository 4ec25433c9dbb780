import { el, iconButton } from "./dom.js";

const scopeOf = { personal: "personal", groupChat: "groupChat", channel: "team" };

/** The place to write: a text, the commands that one can send with a press, and in a channel the thread that is replied to. */
export class Composer {
  #form = document.getElementById("composer");
  #text = document.getElementById("text");
  #chips = document.getElementById("commands");
  #replyTo = document.getElementById("reply-to");
  #thread;

  /** `onSend` gets (text, thread), and returns whether the bot has it. */
  constructor(commandLists, onSend) {
    this.commandLists = commandLists;
    this.onSend = onSend;
    this.#form.onsubmit = event => {
      event.preventDefault();
      this.#send();
    };
    this.#text.onkeydown = event => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.#send();
      } else if (event.key === "Escape") {
        this.replyTo(undefined);
      }
    };
    this.#text.oninput = () => this.#fit();
    this.#chips.onkeydown = event => this.#walk(event);
  }

  open(chat) {
    const list = this.commandLists.find(commands => commands.scopes.includes(scopeOf[chat.kind]));
    this.#chips.replaceChildren(...list.commands.map(({ title, description }) =>
      el("button", { type: "button", class: "chip", title: description, onclick: () => this.onSend(title, this.#thread) }, title)));
    [...this.#chips.children].forEach((chip, at) => chip.tabIndex = at === 0 ? 0 : -1);
    this.#text.placeholder = chat.kind === "personal" ? "Write a message" : "Write a message; it mentions RoadmapBot";
    this.#put("");
    this.replyTo(undefined);
  }

  /** From here on messages go to the thread; undefined: a new one. */
  replyTo(thread) {
    this.#thread = thread;
    this.#replyTo.hidden = !thread;
    if (!thread) return;
    this.#replyTo.replaceChildren("Replying in a thread", iconButton("close", "Begin a new thread instead", () => this.replyTo(undefined)));
    this.#text.focus();
  }

  async #send() {
    const text = this.#text.value.trim();
    if (!text) return;
    this.#put("");
    if (!(await this.onSend(text, this.#thread)) && !this.#text.value) this.#put(text);
  }

  #put(text) {
    this.#text.value = text;
    this.#fit();
  }

  /** The arrow keys go along the commands, so that they are one stop for the tab key. */
  #walk(event) {
    const chips = [...this.#chips.children];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = chips.indexOf(document.activeElement);
    const next = chips[(at + step + chips.length) % chips.length];
    chips[at].tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  #fit() {
    this.#text.style.height = "auto";
    this.#text.style.height = `${Math.min(this.#text.scrollHeight, 160)}px`;
  }
}
