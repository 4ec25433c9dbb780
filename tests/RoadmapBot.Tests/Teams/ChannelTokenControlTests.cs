using System.Net;
using System.Text.Json.Nodes;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Teams;

/// <summary>The channel itself is served, also at the edges of what it may send; without this the refusals would prove nothing.</summary>
public sealed class ChannelTokenControlTests(Guarded guarded) : IClassFixture<Guarded>
{
    private static readonly Dictionary<string, Action<Guarded, ChannelJwt, JsonObject>> Table = new()
    {
        ["a plain token"] = (_, _, _) => { },
        ["exp within the skew"] = (guarded, token, _) => (token.Claims["nbf"], token.Claims["exp"]) = (In(guarded, minutes: -64), In(guarded, minutes: -4)),
        ["nbf within the skew"] = (guarded, token, _) => token.Claims["nbf"] = In(guarded, minutes: 4),
        ["nbf missing"] = (_, token, _) => token.Claims.Remove("nbf"),
        ["aud a list with us"] = (_, token, _) => token.Claims["aud"] = new JsonArray(Guarded.AppId),
        ["claims that we do not know"] = (_, token, _) => token.Claims["xms_new"] = new JsonObject { ["a"] = 1 },
        ["a path below the service URL"] = (guarded, token, activity) =>
            (token.Claims["serviceurl"], activity["serviceUrl"]) = ($"{guarded.Bot.Connector.Url}/amer/tenant-1/", $"{guarded.Bot.Connector.Url}/amer/tenant-1/"),
        ["fields that we do not know"] = (_, _, activity) => activity["callerId"] = "urn:botframework:azure",
        ["no timestamp"] = (_, _, activity) => activity.Remove("timestamp"),
        ["no name"] = (_, _, activity) => activity["from"]!.AsObject().Remove("name"),
        ["a type that we do not know"] = (_, _, activity) => activity["type"] = "hologram",
        ["a recipient without prefix"] = (_, _, activity) => activity["recipient"]!["id"] = Guarded.AppId,
    };

    public static TheoryData<string> Controls => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Controls))]
    public async Task The_channel_is_served(string control)
    {
        var (token, activity) = (guarded.Token(), guarded.Activity());
        Table[control](guarded, token, activity);

        using var response = await guarded.Post(activity, $"Bearer {token.Text()}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
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

    [Fact]
    public async Task An_unknown_invoke_is_501_and_the_scheme_is_read_in_any_case()
    {
        var activity = guarded.Activity();
        (activity["type"], activity["name"]) = ("invoke", "composeExtension/query");

        using var response = await guarded.Post(activity, $"bearer {guarded.Token().Text()}");

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    private static long In(Guarded guarded, int minutes) => guarded.Clock.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds();
}
