using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Teams;

/// <summary>The channel itself is served, also at the edges of what it may send; without this the refusals would prove nothing.</summary>
public sealed class ChannelTokenControlTests(Guarded guarded) : IClassFixture<Guarded>
{
    public static TheoryData<string> Names => [.. Controls.Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_channel_is_served(string control)
    {
        var attempt = guarded.Attempt();
        Controls.Table[control](attempt);

        using var response = await attempt.Post(guarded.Bot.Http);

        Assert.Equal(Controls.Answer(attempt), response.StatusCode);
        Assert.Empty(guarded.Bot.Log.Errors);
    }

    [Fact]
    public async Task The_answer_carries_the_bots_own_token_and_goes_to_the_service_url_of_the_token()
    {
        using var response = await guarded.Post(guarded.Token());
        await guarded.Bot.Person("Ada", Guarded.Tenant).Sees("Hi, I'm RoadmapBot");

        Assert.StartsWith("Bearer token-", guarded.Bot.Connector.Calls.Last().Authorization, StringComparison.Ordinal);
        Assert.Equal(
            ("client_credentials", Guarded.AppId, Guarded.Secret, "https://api.botframework.com/.default"),
            guarded.OpenId.TokenForms.Select(form => (form["grant_type"], form["client_id"], form["client_secret"], form["scope"])).First());
    }
}
