import { readSetup } from "./server.js";

/** What every chat shows, put together from the events. Tells its listeners what changed. */
export class ChatLog extends EventTarget {
  #messages = new Map();
  #installed = new Set();

  static async open() {
    const log = new ChatLog();
    await log.refresh();
    return log;
  }

  /** Who there is and which chats they have; the cast can grow. */
  async refresh() {
    this.setup = await readSetup();
  }

  person(id) {
    return this.setup.people.find(person => person.id === id);
  }

  /** The chats that a person is in. */
  chatsOf(person) {
    return this.setup.chats.filter(chat => chat.members.includes(person.id));
  }

  /** The messages of a chat, with those of all its threads, oldest first. */
  messagesOf(chat) {
    return [...this.#messages.values()].filter(message => chatOf(message.thread) === chat.id);
  }

  isInstalled(chat) {
    return this.#installed.has(chat.id);
  }

  apply(event) {
    const key = `${event.chat}/${event.id}`;
    const message = this.#messages.get(key);
    switch (event.kind) {
      case "Reset":
        this.#messages.clear();
        this.#installed.clear();
        return;
      case "Installed":
        this.#installed.add(event.chat);
        return;
      case "Typing":
        return this.#tell("typing", { chat: chatOf(event.chat) });
      case "Message": {
        const said = { key, thread: event.chat, id: event.id, by: event.by, at: event.at, seq: event.seq, activity: event.body, views: new Map() };
        this.#messages.set(key, said);
        return this.#tell("message", { message: said });
      }
      case "Update":
        Object.assign(message, { activity: event.body, isEdited: event.by.startsWith("29:") });
        message.views.clear();
        return this.#tell("change", { message });
      case "Delete":
        message.isDeleted = true;
        return this.#tell("change", { message });
      case "View":
        message.views.set(event.by, event.body);
        return this.#tell("change", { message, by: event.by });
    }
  }

  #tell(what, detail = {}) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

/** The chat that a thread belongs to. */
export const chatOf = thread => thread.split(";messageid=")[0];
