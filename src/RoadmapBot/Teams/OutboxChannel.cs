using RoadmapBot.Conversation;

namespace RoadmapBot.Teams;

/// <summary>The channel that turns and jobs speak through: everything goes into the outbox, nothing leaves before the transaction is saved.</summary>
internal sealed class OutboxChannel(IOutboxStore outbox) : IChannel
{
    public void Send(Chat to, Reply reply, string? key = null, string? answerTo = null, DateTimeOffset? notBefore = null) =>
        outbox.Add(new OutgoingMessage(to.Tenant, to, null, key, Replaces: false, answerTo, OutgoingActivity.Of(reply)) { NotBefore = notBefore });

    public Task<bool> Hasten(Chat chat, string key, Reply? instead, CancellationToken cancel) =>
        outbox.Hasten(chat, key, instead is null ? null : OutgoingActivity.Of(instead), cancel);

    public void SendTo(TenantId tenant, PersonId person, Reply reply, string? key = null) =>
        outbox.Add(new OutgoingMessage(tenant, null, person, key, Replaces: false, null, OutgoingActivity.Of(reply)));

    public void Remind(TenantId tenant, PersonId person, Reply reply, DateTimeOffset until) =>
        outbox.Add(new OutgoingMessage(tenant, null, person, null, Replaces: false, null, OutgoingActivity.Of(reply), until));

    public void Replace(Chat chat, string key, Reply reply) =>
        outbox.Add(new OutgoingMessage(chat.Tenant, chat, null, key, Replaces: true, null, OutgoingActivity.Of(reply)));

    public void Remove(Chat chat, string key) =>
        outbox.Add(new OutgoingMessage(chat.Tenant, chat, null, key, Replaces: true, null, ""));

    public void RemoveFrom(TenantId tenant, PersonId person, string key) =>
        outbox.Add(new OutgoingMessage(tenant, null, person, key, Replaces: true, null, ""));
}
