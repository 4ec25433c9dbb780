import { activity, words } from "./activities.js";
import { note, send } from "./server.js";

/** What one person does in one chat: put down for the page, and posted to the bot as Teams would post it. */
export class Bot {
  #at;

  /** `at` = { bot, person, chat }; `onBusy` is told while the bot has to answer. */
  constructor(at, onBusy) {
    this.#at = at;
    this.onBusy = onBusy;
  }

  async install() {
    await this.#post(activity("installationUpdate", this.#at, { action: "add" }));
    await note({ kind: "Installed", chat: this.#at.chat.id, by: this.#at.person.id });
    await this.#post(activity("conversationUpdate", this.#at, { membersAdded: [{ id: this.#at.bot.id }] }));
  }

  async say(text, thread) {
    const said = words(text, this.#at);
    const noted = await this.#note("Message", { chat: thread ?? this.#at.chat.id, body: said });
    await this.#post(activity("message", { ...this.#at, thread: noted.chat }, { id: noted.id, ...said }));
  }

  async edit(message, text) {
    const said = words(text, this.#at);
    await this.#note("Update", { chat: message.thread, id: message.id, body: said });
    await this.#post(this.#amend("messageUpdate", message, "editMessage", said));
  }

  async delete(message) {
    await this.#note("Delete", { chat: message.thread, id: message.id });
    await this.#post(this.#amend("messageDelete", message, "softDeleteMessage"));
  }

  /** Action.Submit: a message without text. */
  submit(message, data) {
    return this.#post(activity("message", { ...this.#at, thread: message.thread }, { id: `${Date.now()}`, value: data, replyToId: message.id }));
  }

  /** Action.Execute. Returns { type, value } as the bot answered. */
  async execute(message, { verb, data }) {
    const answer = await this.#invoke("adaptiveCard/action", { action: { type: "Action.Execute", verb, data }, trigger: "manual" }, message);
    if (answer?.type === "application/vnd.microsoft.card.adaptive") await this.#note("View", { chat: message.thread, id: message.id, body: answer.value });
    return answer;
  }

  /** Asks for a dialog, or sends its form. Returns the task, or nothing where the dialog is to close. */
  async dialog(step, data) {
    const theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "default";
    return (await this.#invoke(step, { data, context: { theme } }))?.task;
  }

  /** Choices for an input that asks while one types. */
  async search(dataset, queryText, message) {
    const answer = await this.#invoke("application/search", { kind: "search", dataset, queryText, queryOptions: { skip: 0, top: 15 } }, message);
    return answer?.value?.results ?? [];
  }

  #invoke(name, value, message) {
    return this.#post(activity("invoke", { ...this.#at, thread: message?.thread }, { name, value, replyToId: message?.id }));
  }

  #amend(type, message, eventType, more = {}) {
    const amended = activity(type, { ...this.#at, thread: message.thread }, { id: message.id, ...more });
    return { ...amended, channelData: { ...amended.channelData, eventType } };
  }

  #note(kind, deed) {
    return note({ kind, by: this.#at.person.id, ...deed });
  }

  /** Posts an activity; a refusal or a fault of the bot becomes an error that a person can read. */
  async #post(body) {
    this.onBusy(+1);
    try {
      const response = await send("/api/messages", body);
      const text = await response.text();
      if (!response.ok) throw new Error(refusal(response.status, text));
      return text ? JSON.parse(text) : null;
    } finally {
      this.onBusy(-1);
    }
  }
}

function refusal(status, text) {
  let why = "";
  try {
    why = JSON.parse(text).detail ?? "";
  } catch {
    // no body, or none for people
  }
  return status === 501 ? "The bot does not know this action (501)." : `The bot answered with error ${status}. ${why}`.trim();
}
