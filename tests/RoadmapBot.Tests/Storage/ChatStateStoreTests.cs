using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.Tests.Support;
using static RoadmapBot.Tests.Storage.Samples;

namespace RoadmapBot.Tests.Storage;

public sealed class ChatStateStoreOnSqlite() : ChatStateStoreTests(null);

public sealed class ChatStateStoreOnPostgres(PostgresServer server) : ChatStateStoreTests(server);

public abstract class ChatStateStoreTests(PostgresServer? server) : StoreTests(server)
{
    [Fact]
    public async Task A_state_comes_back_as_it_was_saved()
    {
        await Save(AChatState);
        Same(AChatState, await Find(AChat));
    }

    [Fact]
    public async Task A_chat_that_is_new_has_a_new_state() => Same(ChatState.New(AChat), await Find(AChat));

    [Fact]
    public async Task The_threads_of_a_channel_share_its_state()
    {
        var channel = new Chat(Tenant, new("19:channel"), ChatKind.Channel, new("19:channel;messageid=1"));
        await Save(AChatState with { Chat = channel.Id });

        Assert.Equal(Clinic, (await Find(channel with { Thread = new("19:channel;messageid=2") })).Engagement);
    }

    [Fact]
    public async Task A_chat_of_the_same_name_in_another_tenant_is_another()
    {
        await Save(AChatState);
        Assert.Null((await Find(AChat with { Tenant = new("tenant-2") })).Engagement);
    }

    [Fact]
    public async Task Of_two_who_change_a_state_the_second_is_told()
    {
        await Save(AChatState);
        await Contract.Of_two_changes_the_second_is_refused<IChatStateStore, ChatState>(
            Store,
            async store => await store.Find(AChat, None),
            (store, state, who) => store.Save(state with { Engagement = new(who) }),
            state => state.Engagement?.Value);
    }

    private Task<bool> Save(ChatState state) => Store.Commit(async services =>
    {
        var store = services.Get<IChatStateStore>();
        await store.Find(AChat, None);
        store.Save(state);
    });

    private Task<ChatState> Find(Chat chat) => Store.Ask<IChatStateStore, ChatState>(store => store.Find(chat, None));
}
