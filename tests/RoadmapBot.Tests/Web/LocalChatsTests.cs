using System.Text.Json;
using Microsoft.Extensions.Options;
using RoadmapBot.Hosting;
using RoadmapBot.Web;

namespace RoadmapBot.Tests.Web;

public sealed class LocalChatsTests : IDisposable
{
    private static readonly LocalPerson Ada = LocalPeople.Cast[0];
    private static readonly string AdasChat = LocalPeople.PersonalChat(Ada.Id);
    private readonly string _folder = Directory.CreateTempSubdirectory("roadmapbot-chats-").FullName;

    [Fact]
    public void A_chat_shows_what_was_said_as_it_was_last_changed()
    {
        var chats = Chats();
        var first = chats.Say(AdasChat, Ada.Id, Text("helo"))!;
        var second = chats.Say(AdasChat, LocalPeople.BotId, Text("Hi"))!;
        chats.Change(AdasChat, first.Id, Ada.Id, Text("hello"));
        chats.Say(AdasChat, Ada.Id, Text("gone soon"));
        chats.Change(AdasChat, chats.Shown(AdasChat)[^1].Id, Ada.Id, null);

        Assert.Equal([(first.Id, "hello"), (second.Id, "Hi")], chats.Shown(AdasChat).Select(shown => (shown.Id, Words(shown))));
    }

    [Fact]
    public void Nobody_writes_where_they_are_not_or_changes_what_is_not_theirs()
    {
        var chats = Chats();
        var said = chats.Say(AdasChat, Ada.Id, Text("mine"))!;

        Assert.Null(chats.Say("a:nobody", LocalPeople.BotId, Text("hi")));
        Assert.Null(chats.Say(AdasChat, LocalPeople.Cast[1].Id, Text("hi")));
        Assert.Null(chats.Change(AdasChat, said.Id, LocalPeople.BotId, Text("not yours")));
        Assert.Null(chats.View(AdasChat, "0", Ada.Id, Text("no such message")));
        Assert.Equal("mine", Words(Assert.Single(chats.Shown(AdasChat))));
    }

    [Fact]
    public void The_companies_share_no_chat_and_no_people()
    {
        var chats = LocalPeople.Chats(LocalPeople.Cast).ToArray();

        foreach (var chat in chats)
            Assert.All(chat.Members, member => Assert.Equal(chat.Tenant, LocalPeople.Cast.Single(person => person.Id == member).Tenant));
        Assert.Equal(chats.Length, chats.Select(chat => chat.Id).Distinct().Count());
        Assert.Equal(LocalPeople.Cast.Count, LocalPeople.Cast.Select(person => person.AadObjectId).Distinct().Count());
    }

    [Fact]
    public void What_names_no_thread_begins_one_in_a_channel()
    {
        var chats = Chats();
        var channel = LocalPeople.Chats(LocalPeople.Cast).First(chat => chat.Kind == "channel").Id;
        var first = chats.Say(channel, Ada.Id, Text("one"))!;
        var reply = chats.Say(first.Chat, LocalPeople.BotId, Text("answer"))!;
        var second = chats.Say(channel, Ada.Id, Text("two"))!;

        Assert.Equal($"{channel};messageid={first.Id}", first.Chat);
        Assert.Equal(first.Chat, reply.Chat);
        Assert.NotEqual(first.Chat, second.Chat);
    }

    [Fact]
    public async Task A_listener_hears_the_past_that_this_was_all_and_then_what_happens()
    {
        var chats = Chats();
        chats.Say(AdasChat, Ada.Id, Text("before"));
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await using var heard = chats.Follow(0, enough.Token).GetAsyncEnumerator(enough.Token);

        Assert.Equal(LocalEventKind.Reset, (await Next(heard)).Kind);
        Assert.Equal("before", Words(await Next(heard)));
        Assert.Equal(LocalEventKind.CaughtUp, (await Next(heard)).Kind);
        chats.Type(AdasChat);
        chats.Say(AdasChat, Ada.Id, Text("after"));
        Assert.Equal(LocalEventKind.Typing, (await Next(heard)).Kind);
        Assert.Equal("after", Words(await Next(heard)));
    }

    [Fact]
    public async Task A_listener_who_comes_back_hears_only_what_is_new()
    {
        var chats = Chats();
        var known = chats.Say(AdasChat, Ada.Id, Text("known"))!;
        chats.Type(AdasChat);
        chats.Say(AdasChat, Ada.Id, Text("new"));

        Assert.Equal([("Message", "new"), ("CaughtUp", "")], await Past(chats, known.Seq));
    }

    [Fact]
    public async Task A_listener_from_another_history_begins_anew()
    {
        var chats = Chats();
        chats.Say(AdasChat, Ada.Id, Text("only this"));

        Assert.Equal([("Reset", ""), ("Message", "only this"), ("CaughtUp", "")], await Past(chats, 7));
    }

    [Fact]
    public void Everything_but_typing_is_there_again_after_a_restart()
    {
        var before = Chats();
        before.Install(AdasChat, Ada.Id);
        var said = before.Say(AdasChat, LocalPeople.BotId, Text("Hi"))!;
        before.Type(AdasChat);
        before.View(AdasChat, said.Id, Ada.Id, Text("card"));
        var guest = before.Join("Gus Berg", "Auditor", Ada.Tenant, isOnCommittee: true);

        var after = Chats();
        Assert.Equal(
            [LocalEventKind.Installed, LocalEventKind.Message, LocalEventKind.View, LocalEventKind.Person],
            after.Everything.Select(happened => happened.Kind));
        Assert.Contains(guest, after.People);
        Assert.NotNull(after.Find(LocalPeople.PersonalChat(guest.Id)));
        Assert.True(long.Parse(after.Say(AdasChat, Ada.Id, Text("on"))!.Id, null) > long.Parse(said.Id, null));
    }

    [Fact]
    public void Half_a_line_that_a_crash_left_is_dropped()
    {
        Chats().Say(AdasChat, Ada.Id, Text("whole"));
        File.AppendAllText(HistoryFile, "{\"seq\":2,\"kind\":\"Mess");

        Chats().Say(AdasChat, Ada.Id, Text("next"));
        Assert.Equal(["whole", "next"], Chats().Shown(AdasChat).Select(Words));
    }

    [Fact]
    public void A_file_that_is_no_history_is_refused_with_place_and_mend()
    {
        File.WriteAllText(HistoryFile, "dear diary\n");

        var fault = Assert.Throws<LocalHistoryException>(Chats);
        Assert.Contains("line 1", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Delete the file", fault.Message, StringComparison.Ordinal);
        Assert.Equal(fault.Message, StartFault.Explain(fault));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string HistoryFile => Path.Combine(_folder, "chats.jsonl");

    private LocalChats Chats() => new(new LocalHistory(Options.Create(new LocalOptions { HistoryFile = HistoryFile })), TimeProvider.System);

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(new { text });

    private static string Words(LocalEvent happened) => happened.Body?.GetProperty("text").GetString() ?? "";

    private static async Task<LocalEvent> Next(IAsyncEnumerator<LocalEvent> heard)
    {
        Assert.True(await heard.MoveNextAsync());
        return heard.Current;
    }

    private static async Task<IReadOnlyList<(string Kind, string Words)>> Past(LocalChats chats, long after)
    {
        var heard = new List<(string, string)>();
        await foreach (var happened in chats.Follow(after, TestContext.Current.CancellationToken))
        {
            heard.Add(($"{happened.Kind}", Words(happened)));
            if (happened.Kind is LocalEventKind.CaughtUp)
                break;
        }

        return heard;
    }
}
