using System.Net;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Teams;

/// <summary>Whoever is not the channel, or is the channel but not speaking to us, is refused; nothing is stored, nothing is sent.</summary>
public sealed class ChannelTokenTests(Guarded guarded) : IClassFixture<Guarded>
{
    public static TheoryData<string> Names => [.. Forgeries.Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_forgery_is_refused_and_leaves_no_trace(string forgery)
    {
        var rows = guarded.Bot.Rows();
        var attempt = guarded.Attempt();
        Forgeries.Table[forgery](attempt);

        using var response = await attempt.Post(guarded.Bot.Http);

        Assert.True(response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, $"{response.StatusCode}");
        Assert.Equal(rows, guarded.Bot.Rows());
        Assert.Empty(guarded.Bot.Connector.Calls);
        Assert.Empty(guarded.OpenId.TokenForms);
        Assert.Empty(guarded.Bot.Log.Errors);
    }
}
