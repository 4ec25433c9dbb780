using Microsoft.AspNetCore.Http;
using RoadmapBot.Teams;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Teams;

/// <summary>The bot's own token: fetched once, kept while it lives, fetched again where Teams no longer takes it.</summary>
public sealed class TokenSourceTests : IAsyncLifetime
{
    private const string Body = """{"type":"message","text":"hi"}""";

    private ConnectorWire _wire = null!;

    private IEnumerable<string?> Tokens => _wire.Teams.Calls.Select(call => call.Authorization);

    public async ValueTask InitializeAsync() => _wire = await ConnectorWire.Start();

    public ValueTask DisposeAsync() => _wire.DisposeAsync();

    [Fact]
    public async Task One_token_serves_many_calls_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Send()));
        Assert.Single(_wire.OpenId.TokenForms);
    }

    [Theory]
    [InlineData(3600, 54, 56)]
    [InlineData(120, 0.9, 1.1)]
    public async Task It_is_renewed_before_it_ends(int seconds, double stillGood, double renewed)
    {
        _wire.OpenId.TokenSeconds = seconds;
        await Send();
        _wire.Clock.Advance(TimeSpan.FromMinutes(stillGood));
        await Send();
        _wire.Clock.Advance(TimeSpan.FromMinutes(renewed - stillGood));
        await Send();
        Assert.Equal(["Bearer token-1", "Bearer token-1", "Bearer token-2"], Tokens);
    }

    [Fact]
    public async Task A_token_that_is_not_taken_is_replaced_once_and_the_call_made_again()
    {
        _wire.Teams.Faults.Enqueue(Answers.Status(401));
        Assert.IsType<ConnectorOutcome.Done>(await Send());
        Assert.Equal(["Bearer token-1", "Bearer token-2"], Tokens);
    }

    [Fact]
    public async Task A_bot_that_is_not_taken_at_all_tells_its_operators_and_waits()
    {
        _wire.Teams.Always = _ => Answers.Error(401, "BotNotRegistered");
        Assert.Equal(new ConnectorOutcome.Unauthorized("BotNotRegistered"), await Send());
        Assert.Equal(2, _wire.Teams.Calls.Count);
        Assert.Contains("BotNotRegistered", Assert.Single(_wire.Log.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_client"}""")]
    [InlineData(200, "<html>maintenance</html>")]
    [InlineData(200, "{}")]
    [InlineData(200, "null")]
    [InlineData(302, "")]
    [InlineData(500, "")]
    public async Task Without_a_token_nothing_is_sent_and_it_is_tried_later(int status, string body)
    {
        _wire.OpenId.Fault = Answers.Status(status, body);
        Assert.Equal(new ConnectorOutcome.Later(null), await Send());
        Assert.Empty(_wire.Teams.Calls);
        Assert.DoesNotContain("secret", Assert.Single(_wire.Log.Errors), StringComparison.Ordinal);

        _wire.OpenId.Fault = null;
        Assert.IsType<ConnectorOutcome.Done>(await Send());
    }

    [Fact]
    public async Task A_token_endpoint_that_hangs_or_breaks_is_given_up()
    {
        await using var impatient = await ConnectorWire.Start(callLimit: "00:00:00.5");
        foreach (var fault in new Func<HttpContext, Task>[] { Answers.Hang, Answers.Reset, Answers.HalfAnswer })
        {
            impatient.OpenId.Fault = fault;
            Assert.Equal(new ConnectorOutcome.Later(null), await Send(impatient));
        }
    }

    private Task<ConnectorOutcome> Send() => Send(_wire);

    private static Task<ConnectorOutcome> Send(ConnectorWire wire) => wire.Client.Send(wire.Chat, Body, TestContext.Current.CancellationToken);
}
