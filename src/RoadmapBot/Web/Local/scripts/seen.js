/** How far each person has read each chat, kept in this browser. */
export class Seen {
  #key = "roadmapbot-seen";
  #read = JSON.parse(localStorage.getItem(this.#key) ?? "{}");
  #last = 0;

  constructor(log) {
    this.log = log;
    log.addEventListener("message", ({ detail }) => this.#last = detail.message.seq);
  }

  /** Marks everything that the chat shows as read. */
  mark(person, chat) {
    this.#read[`${person.id} ${chat.id}`] = this.#last;
    localStorage.setItem(this.#key, JSON.stringify(this.#read));
  }

  /** How many messages of others came since. */
  news(person, chat) {
    const read = Math.min(this.#read[`${person.id} ${chat.id}`] ?? 0, this.#last); // the history may have begun anew
    return this.log.messagesOf(chat).filter(message => message.seq > read && message.by !== person.id && !message.isDeleted).length;
  }

  /** The same in the person's own chat with the bot. */
  newsOf(person) {
    return this.log.chatsOf(person).filter(chat => chat.kind === "personal").reduce((sum, chat) => sum + this.news(person, chat), 0);
  }
}
