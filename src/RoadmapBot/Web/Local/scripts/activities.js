/** Activities as Teams would send them, from a person in a chat. */

const locale = navigator.language;

/** `thread` is the chat itself, but for a message in a thread of a channel. */
export function activity(type, { bot, person, chat, thread = chat.id }, more = {}) {
  const isPersonal = chat.kind === "personal";
  return {
    type,
    id: `f:${crypto.randomUUID()}`,
    timestamp: new Date().toISOString(),
    localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    serviceUrl: `${location.origin}/local`,
    channelId: "msteams",
    from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
    recipient: { id: bot.id, name: bot.name },
    conversation: { id: thread, conversationType: chat.kind, tenantId: chat.tenant, ...(isPersonal ? {} : { isGroup: true }) },
    channelData: {
      tenant: { id: chat.tenant },
      ...(chat.kind === "channel" ? { team: { id: chat.id, name: chat.name }, channel: { id: chat.id, name: chat.name } } : {}),
    },
    locale,
    entities: [{ type: "clientInfo", locale, platform: "Web" }],
    ...more,
  };
}

/** The text of a message; in a group or channel it mentions the bot, or the bot would not get it. */
export function words(text, { bot, chat }) {
  if (chat.kind === "personal") return { text, textFormat: "plain" };
  const mention = `<at>${bot.name}</at>`;
  return {
    text: `${mention} ${text}`,
    textFormat: "plain",
    entities: [{ type: "mention", text: mention, mentioned: { id: bot.id, name: bot.name } }],
  };
}

/** What the person typed, without the mention. */
export function typed(activity) {
  return (activity.entities ?? [])
    .filter(entity => entity.type === "mention")
    .reduce((text, entity) => text.replace(entity.text, ""), activity.text ?? "")
    .trim();
}
