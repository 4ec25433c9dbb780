using System.Net;
using System.Text.Json.Nodes;

namespace RoadmapBot.Rig.Wire;

/// <summary>The channel itself, also at the edges of what it may send; without these the refusals would prove nothing.</summary>
internal static class Controls
{
    public static IReadOnlyDictionary<string, Action<Attempt>> Table { get; } = new Dictionary<string, Action<Attempt>>
    {
        ["a plain token"] = _ => { },
        ["exp within the skew"] = one => (one.Token.Claims["nbf"], one.Token.Claims["exp"]) = (one.In(minutes: -64), one.In(minutes: -4)),
        ["nbf within the skew"] = one => one.Token.Claims["nbf"] = one.In(minutes: 4),
        ["nbf missing"] = one => one.Token.Claims.Remove("nbf"),
        ["aud a list with us"] = one => one.Token.Claims["aud"] = new JsonArray(one.AppId),
        ["claims that we do not know"] = one => one.Token.Claims["xms_new"] = new JsonObject { ["a"] = 1 },
        ["the scheme in another case"] = one => one.Headers = token => [$"bearer {token}"],
        ["a path below the service URL"] = one => one.ServedAt($"{one.ServiceUrl}/amer/tenant-1/"),
        ["fields that we do not know"] = one => one.Activity["callerId"] = "urn:botframework:azure",
        ["no timestamp"] = one => one.Activity.Remove("timestamp"),
        ["no name"] = one => one.Activity["from"]!.AsObject().Remove("name"),
        ["a type that we do not know"] = one => one.Activity["type"] = "hologram",
        ["an invoke that we do not know"] = one => (one.Activity["type"], one.Activity["name"]) = ("invoke", "composeExtension/query"),
        ["a recipient without prefix"] = one => one.Activity["recipient"]!["id"] = one.AppId,
        ["a byte order mark"] = one => one.Before = [0xEF, 0xBB, 0xBF],
    };

    /// <summary>What the channel is answered.</summary>
    public static HttpStatusCode Answer(Attempt one) => (string)one.Activity["type"]! is "invoke" ? HttpStatusCode.NotImplemented : HttpStatusCode.OK;
}
