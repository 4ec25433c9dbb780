using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RoadmapBot.Tests.Support;
using RoadmapBot.Web;

namespace RoadmapBot.Tests.Web;

public sealed class LocalConnectorTests : IAsyncLifetime
{
    private static readonly LocalPerson Ada = LocalPeople.Cast[0];
    private static readonly LocalChat Group = LocalPeople.Chats(LocalPeople.Cast).First(chat => chat.Kind == "groupChat");
    private static readonly LocalChat Channel = LocalPeople.Chats(LocalPeople.Cast).First(chat => chat.Kind == "channel");
    private static readonly string AdasChat = LocalPeople.PersonalChat(Ada.Id);
    private TestBot _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await TestBot.Start();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task The_bot_speaks_through_it_and_welcomes_once()
    {
        var ada = new LocalParticipant(_bot, Ada);
        await ada.Installs();
        await ada.Sends("conversationUpdate", new { membersAdded = new[] { new { id = LocalPeople.BotId } } });
        await ada.Says("help");

        var shown = await Shown(AdasChat, 2);
        Assert.Contains("Hi, I'm RoadmapBot", CardText.Of(shown[0].Body!.Value), StringComparison.Ordinal);
        Assert.Contains("What I can do", CardText.Of(shown[1].Body!.Value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_sent_changed_and_deleted()
    {
        var (sent, id) = await Call(HttpMethod.Post, $"{AdasChat}/activities", Message("one"));
        Assert.Equal(HttpStatusCode.Created, sent);
        Assert.Equal(HttpStatusCode.OK, (await Call(HttpMethod.Put, $"{AdasChat}/activities/{id}", Message("two"))).Status);
        Assert.Equal("two", Chats.Shown(AdasChat)[0].Body!.Value.GetProperty("text").GetString());
        Assert.Equal(HttpStatusCode.OK, (await Call(HttpMethod.Delete, $"{AdasChat}/activities/{id}")).Status);
        Assert.Empty(Chats.Shown(AdasChat));
        Assert.Equal((HttpStatusCode.NotFound, "ActivityNotFoundInConversation"), await Call(HttpMethod.Put, $"{AdasChat}/activities/{id}", Message("three")));
    }

    [Fact]
    public async Task A_reply_stays_in_the_thread_it_answers()
    {
        var (_, root) = await Call(HttpMethod.Post, $"{Channel.Id}/activities", Message("post"));
        var thread = $"{Channel.Id};messageid={root}";

        Assert.Equal(HttpStatusCode.Created, (await Call(HttpMethod.Post, $"{thread}/activities/{root}", Message("answer"))).Status);
        Assert.Equal(2, Chats.Shown(thread).Count);
    }

    [Theory]
    [InlineData("a:nobody", """{"type":"message","text":"hi"}""", 404, "ConversationNotFound")]
    [InlineData("a:ada", """{"type":"message"}""", 400, "BadSyntax")]
    [InlineData("a:ada", """{"type":"message","attachments":"none"}""", 400, "BadSyntax")]
    [InlineData("a:ada", """[1]""", 400, "BadSyntax")]
    [InlineData("a:ada", """{"type":"typing"}""", 202, "")]
    [InlineData("a:nobody", """{"type":"typing"}""", 404, "ConversationNotFound")]
    public async Task It_refuses_what_Teams_refuses(string chat, string activity, int status, string code)
    {
        Assert.Equal(((HttpStatusCode)status, code), await Call(HttpMethod.Post, $"{chat}/activities", JsonDocument.Parse(activity).RootElement));
        Assert.Empty(Chats.Shown(chat));
    }

    [Fact]
    public async Task A_message_that_Teams_would_not_take_is_too_large_here()
    {
        Assert.Equal(
            (HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig"),
            await Call(HttpMethod.Post, $"{AdasChat}/activities", Message(new string('x', 60_000))));
    }

    [Fact]
    public async Task A_persons_chat_is_always_the_same_by_either_id()
    {
        var byChannel = await Call(HttpMethod.Post, "", Opening(Ada.Id, Ada.Tenant));
        Assert.Equal((HttpStatusCode.Created, AdasChat), byChannel);
        Assert.Equal(byChannel, await Call(HttpMethod.Post, "", Opening(Ada.AadObjectId, Ada.Tenant)));
    }

    [Fact]
    public async Task Nobody_of_another_tenant_can_be_written_to()
    {
        Assert.Equal(
            (HttpStatusCode.Forbidden, "ForbiddenOperationException"),
            await Call(HttpMethod.Post, "", Opening(Ada.Id, LocalPeople.Companies[1].Tenant)));
    }

    [Fact]
    public async Task A_thread_is_opened_with_its_first_message_and_a_group_chat_never()
    {
        var (status, id) = await Call(HttpMethod.Post, "", new { isGroup = true, channelData = new { channel = new { id = Channel.Id } }, activity = Message("first") });
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.StartsWith($"{Channel.Id};messageid=", id, StringComparison.Ordinal);
        Assert.Single(Chats.Shown(id));

        Assert.Equal((HttpStatusCode.BadRequest, "BadSyntax"), await Call(HttpMethod.Post, "", new { isGroup = true, channelData = new { channel = new { id = Channel.Id } } }));
        Assert.Equal((HttpStatusCode.BadRequest, "BadSyntax"), await Call(HttpMethod.Post, "", new { isGroup = true, members = new[] { new { id = Ada.Id } }, tenantId = Ada.Tenant }));
    }

    [Fact]
    public async Task The_roster_is_that_of_the_chat()
    {
        var everybody = LocalPeople.Cast.Where(person => person.Tenant == Ada.Tenant).Select(person => person.Name).ToArray();
        var committee = LocalPeople.Cast.Where(person => person.Tenant == Ada.Tenant && person.IsOnCommittee).Select(person => person.Name).ToArray();

        Assert.Equal(committee, Names(await Get($"{Group.Id}/members")));
        var page = await Get($"{Channel.Id}/pagedmembers?pageSize=500");
        Assert.Equal(everybody, Names(page.GetProperty("members")));
        Assert.Equal(JsonValueKind.Null, page.GetProperty("continuationToken").ValueKind);
        Assert.Equal(Ada.Name, (await Get($"{Group.Id}/members/{Ada.AadObjectId}")).GetProperty("name").GetString());
        Assert.Equal((HttpStatusCode.NotFound, "MemberNotFoundInConversation"), await Call(HttpMethod.Get, $"{Group.Id}/members/29:bo"));
    }

    [Fact]
    public async Task A_long_roster_comes_in_pages()
    {
        for (var number = 0; number < 60; number++)
            Chats.Join($"Guest {number}", "Guest", Ada.Tenant, isOnCommittee: false);

        var first = await Get($"{Channel.Id}/pagedmembers?pageSize=1");
        var second = await Get($"{Channel.Id}/pagedmembers?pageSize=1&continuationToken={first.GetProperty("continuationToken").GetString()}");
        Assert.Equal(50, first.GetProperty("members").GetArrayLength());
        Assert.Equal(18, second.GetProperty("members").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("continuationToken").ValueKind);
    }

    private LocalChats Chats => _bot.Services.GetRequiredService<LocalChats>();

    private static JsonElement Message(string text) => JsonSerializer.SerializeToElement(new { type = "message", text });

    private static object Opening(string person, string tenant) => new { isGroup = false, members = new[] { new { id = person } }, tenantId = tenant };

    private static IEnumerable<string> Names(JsonElement members) => members.EnumerateArray().Select(member => member.GetProperty("name").GetString()!);

    /// <returns>The status, and the id or the error code that was answered.</returns>
    private async Task<(HttpStatusCode Status, string Word)> Call(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/local/v3/conversations{(path.Length == 0 ? "" : $"/{path}")}");
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var response = await _bot.Http.SendAsync(request);
        if (response.StatusCode is HttpStatusCode.Accepted)
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (response.StatusCode, (answer.TryGetProperty("error", out var error) ? error.GetProperty("code") : answer.GetProperty("id")).GetString()!);
    }

    private Task<JsonElement> Get(string path) => _bot.Http.GetFromJsonAsync<JsonElement>($"/local/v3/conversations/{path}");

    private async Task<IReadOnlyList<LocalEvent>> Shown(string chat, int count)
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await foreach (var _ in Chats.Follow(0, enough.Token))
        {
            if (Chats.Shown(chat) is var shown && shown.Count == count)
                return shown;
        }

        throw new TimeoutException($"{chat} showed {Chats.Shown(chat).Count} messages, not {count}.");
    }
}
