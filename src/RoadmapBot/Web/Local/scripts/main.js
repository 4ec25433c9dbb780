import { Bot } from "./bot.js";
import { ChatLog } from "./chatLog.js";
import { openDialog } from "./botDialog.js";
import { Composer } from "./composer.js";
import { tellUnder } from "./message.js";
import { MessageList } from "./messageList.js";
import { complain, trying } from "./notices.js";
import { choosePerson } from "./people.js";
import { Seen } from "./seen.js";
import { follow } from "./server.js";
import { Sidebar } from "./sidebar.js";

const about = {
  personal: () => "Your own chat with the bot; nobody else reads along.",
  groupChat: chat => `${chat.members.length} people and RoadmapBot`,
  channel: chat => `A channel that all ${chat.members.length} people of the company see`,
};

const log = await ChatLog.open();
const seen = new Seen(log);
const installing = new Set();
let person = log.person(sessionStorage.getItem("roadmapbot-person")) ?? log.setup.people[0];
let chat;
let bot;

const composer = new Composer(log.setup.commands, (text, thread) => trying(async () => (await bot.say(text, thread), true)));
const sidebar = new Sidebar(log, seen, { onChat: openChat, onPeople: () => choosePerson(log, seen, person, be) });
const list = new MessageList(log, {
  onAction: act,
  onSearch: async (message, dataset, query) => (await trying(() => bot.search(dataset, query, message))) ?? [],
  onEdit: (message, text) => trying(() => bot.edit(message, text)),
  onDelete: message => trying(() => bot.delete(message)),
  onReply: thread => composer.replyTo(thread),
});

document.getElementById("new-engagement").onclick = () => openDialog(bot, { verb: "engagement/new" });
follow(hear, isConnected => document.getElementById("offline").hidden = isConnected);

/** First the whole history, then what happens. Nothing is shown before the history is there. */
async function hear(event) {
  if (event.kind === "Reset" && chat) return location.reload();
  log.apply(event);
  if (event.kind === "Person") await log.refresh();
  if (event.kind === "Person" && chat) chat = log.setup.chats.find(one => one.id === chat.id);
  if (event.kind === "CaughtUp" && !chat) begin();
  else if (chat) refresh();
}

function begin() {
  for (const id of ["new-engagement", "text", "send"]) document.getElementById(id).disabled = false;
  be(person);
}

function be(other) {
  person = other;
  sessionStorage.setItem("roadmapbot-person", person.id);
  openChat(log.chatsOf(person)[0]);
}

function openChat(next) {
  chat = next;
  const here = chat;
  bot = new Bot({ bot: log.setup.bot, person, chat }, change => list.busy(here, change));
  document.title = `${chat.name} · ${person.name} · RoadmapBot`;
  document.getElementById("chat-name").textContent = chat.name;
  document.getElementById("chat-about").textContent = about[chat.kind](chat);
  list.open(chat, person);
  composer.open(chat);
  sidebar.close();
  refresh();
  install(bot, chat);
}

/** The first visit to a chat adds the bot to it, as Teams would. */
async function install(here, chat) {
  if (log.isInstalled(chat) || installing.has(chat.id)) return;
  installing.add(chat.id);
  await trying(() => here.install());
  installing.delete(chat.id);
}

function refresh() {
  seen.mark(person, chat);
  sidebar.show(person, chat);
}

/** A button of a card was pressed, with its inputs filled in. */
async function act(message, action, article) {
  if (article.getAttribute("aria-busy")) return;
  article.setAttribute("aria-busy", "true");
  await trying(() => answer(message, action, article));
  article.removeAttribute("aria-busy");
}

async function answer(message, action, article) {
  switch (action.type) {
    case "Action.OpenUrl":
      return window.open(action.url, "_blank", "noopener");
    case "Action.Submit":
      return action.data.msteams?.type === "task/fetch" ? openDialog(bot, action.data) : bot.submit(message, action.data);
    case "Action.Execute": {
      const { type, value } = (await bot.execute(message, action)) ?? {};
      if (type === "application/vnd.microsoft.activity.message") tellUnder(article, value);
      else if (type !== "application/vnd.microsoft.card.adaptive") complain(new Error(value?.message ?? "The bot gave no answer that could be shown."));
    }
  }
}
