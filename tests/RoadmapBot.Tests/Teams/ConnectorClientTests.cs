using System.Globalization;
using Microsoft.AspNetCore.Http;
using RoadmapBot.Conversation;
using RoadmapBot.Teams;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Teams;

/// <summary>The connector's REST calls as bytes on a wire.</summary>
public sealed class ConnectorClientTests : IAsyncLifetime
{
    private const string Body = """{"type":"message","text":"hi"}""";

    private static readonly Dictionary<string, (Func<HttpContext, Task> Answer, ConnectorOutcome Outcome)> Faults = new()
    {
        ["reset"] = (Answers.Reset, new ConnectorOutcome.Unsure(null)),
        ["half an answer"] = (Answers.HalfAnswer, new ConnectorOutcome.Unsure(null)),
        ["an answer of 5 MB"] = (Answers.Status(200, new string('x', 5_000_000)), new ConnectorOutcome.Unsure(null)),
        ["a charset that nobody knows"] = (Answers.Status(201, """{"id":"m1"}""", "application/json; charset=nonsense"), new ConnectorOutcome.Done("m1")),
        ["bytes that are no text"] = (Broken, new ConnectorOutcome.Done("\ufffd\ufffd")),
        ["a redirect"] = (Answers.Status(307, headers: ("Location", "http://127.0.0.1:9/evil")), new ConnectorOutcome.Refused(307, null)),
        ["retry after seconds"] = (Answers.Status(429, headers: ("Retry-After", "17")), new ConnectorOutcome.Later(TimeSpan.FromSeconds(17))),
        ["retry after nonsense"] = (Answers.Status(429, headers: ("Retry-After", "soon")), new ConnectorOutcome.Later(null)),
    };

    private ConnectorWire _wire = null!;

    public static TheoryData<string> FaultNames => [.. Faults.Keys];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _wire = await ConnectorWire.Start();

    public ValueTask DisposeAsync() => _wire.DisposeAsync();

    [Fact]
    public async Task Each_operation_is_the_call_that_the_reference_names()
    {
        _wire.Teams.Always = _ => Answers.Status(200, """{"id":"m1"}""");
        Assert.Equal(new ConnectorOutcome.Done("m1"), await _wire.Client.Send(_wire.Chat, Body, Cancel));
        await _wire.Client.Reply(_wire.Chat, "f:1/2", Body, Cancel);
        await _wire.Client.Update(_wire.Chat, "m?1", Body, Cancel);
        await _wire.Client.Delete(_wire.Chat, "m#1", Cancel);
        await _wire.Client.OpenPersonalChat(_wire.Teams.Url, "28:bot", new TenantId("t"), new PersonId("ada"), Cancel);

        const string Chat = "/v3/conversations/a%3Achat%2F1";
        Assert.Equal(
            [
                ("POST", $"{Chat}/activities", Body),
                ("POST", $"{Chat}/activities/f%3A1%2F2", Body),
                ("PUT", $"{Chat}/activities/m%3F1", Body),
                ("DELETE", $"{Chat}/activities/m%231", ""),
                ("POST", "/v3/conversations", """{"isGroup":false,"bot":{"id":"28:bot"},"members":[{"id":"ada"}],"tenantId":"t"}"""),
            ],
            _wire.Teams.Calls.Select(call => (call.Method, call.Target, call.Body)));
        Assert.All(_wire.Teams.Calls, call => Assert.Equal("Bearer token-1", call.Authorization));
    }

    [Theory]
    [InlineData("/amer/")]
    [InlineData("/amer")]
    public async Task The_path_of_the_service_url_is_kept(string path)
    {
        await _wire.Client.Send(ConnectorWire.In(_wire.Teams.Url + path, "19:x@thread.tacv2;messageid=1"), Body, Cancel);
        Assert.Equal("/amer/v3/conversations/19%3Ax%40thread.tacv2%3Bmessageid%3D1/activities", _wire.Teams.Calls.Single().Target);
    }

    [Fact]
    public async Task Members_come_page_by_page()
    {
        _wire.Teams.Faults.Enqueue(Answers.Status(200, """{"members":[{"id":"29:a","name":"Ada","aadObjectId":"ada"},{"id":"28:bot","name":"Bot"}],"continuationToken":"a b/c"}"""));
        _wire.Teams.Faults.Enqueue(Answers.Status(200, """{"members":[{"id":"29:b","name":"Bo","objectId":"bo"},{"id":"29:guest"}],"continuationToken":""}"""));

        var members = await _wire.Client.Members(_wire.Chat, Cancel);

        Assert.Equal([("ada", "Ada"), ("bo", "Bo"), ("29:guest", "")], members!.Select(person => (person.Id.Value, person.Name)));
        Assert.Equal(
            ["?pageSize=500", "?pageSize=500&continuationToken=a%20b%2Fc"],
            _wire.Teams.Calls.Select(call => call.Target[call.Target.IndexOf('?', StringComparison.Ordinal)..]));
    }

    [Fact]
    public async Task Pages_that_never_end_are_ended()
    {
        _wire.Teams.Always = _ => Answers.Status(200, """{"members":[{"id":"29:a"}],"continuationToken":"again"}""");
        Assert.Equal(20, (await _wire.Client.Members(_wire.Chat, Cancel))!.Count);
    }

    [Theory]
    [InlineData(200, "<html>")]
    [InlineData(200, "[]")]
    [InlineData(429, "{}")]
    [InlineData(403, "{}")]
    public async Task Members_that_cannot_be_had_are_no_empty_list(int status, string body)
    {
        _wire.Teams.Always = _ => Answers.Status(status, body);
        Assert.Null(await _wire.Client.Members(_wire.Chat, Cancel));
    }

    [Theory]
    [MemberData(nameof(FaultNames))]
    public async Task Whatever_the_other_end_does_the_call_ends_with_an_outcome(string fault)
    {
        _wire.Teams.Faults.Enqueue(Faults[fault].Answer);
        Assert.Equal(Faults[fault].Outcome, await _wire.Client.Send(_wire.Chat, Body, Cancel));
        Assert.Single(_wire.Teams.Calls);
    }

    [Fact]
    public async Task A_call_that_is_not_answered_in_time_has_no_clear_end()
    {
        await using var impatient = await ConnectorWire.Start(callLimit: "00:00:00.5");
        impatient.Teams.Faults.Enqueue(Answers.Hang);
        Assert.Equal(new ConnectorOutcome.Unsure(null), await impatient.Client.Send(impatient.Chat, Body, Cancel));
    }

    [Theory]
    [InlineData(90, 90)]
    [InlineData(-90, null)]
    public async Task A_date_to_retry_at_is_read_as_a_pause(int ahead, int? seconds)
    {
        _wire.Teams.Faults.Enqueue(Answers.Status(429, headers: ("Retry-After", _wire.Clock.Now.AddSeconds(ahead).ToString("R", CultureInfo.InvariantCulture))));
        var later = Assert.IsType<ConnectorOutcome.Later>(await _wire.Client.Send(_wire.Chat, Body, Cancel));
        Assert.Equal(seconds, later.After is { } after && after > TimeSpan.Zero ? (int)after.TotalSeconds : null);
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_was_sent()
    {
        var nowhere = ConnectorWire.In("http://127.0.0.1:9", "a:1");
        Assert.Equal(new ConnectorOutcome.Later(null), await _wire.Client.Send(nowhere, Body, Cancel));
        Assert.Equal(new ConnectorOutcome.Later(null), await _wire.Client.Send(ConnectorWire.In("https://nowhere.invalid", "a:1"), Body, Cancel));
    }

    [Fact]
    public async Task A_call_that_its_owner_ends_is_no_outcome()
    {
        using var impatient = new CancellationTokenSource();
        _wire.Teams.Faults.Enqueue(async http =>
        {
            await impatient.CancelAsync();
            await Answers.Hang(http);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _wire.Client.Send(_wire.Chat, Body, impatient.Token));
    }

    private static Task Broken(HttpContext http)
    {
        http.Response.StatusCode = 201;
        return http.Response.Body.WriteAsync(new byte[] { (byte)'{', (byte)'"', (byte)'i', (byte)'d', (byte)'"', (byte)':', (byte)'"', 0xFF, 0xFE, (byte)'"', (byte)'}' }).AsTask();
    }
}
