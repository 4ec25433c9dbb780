using System.Buffers;

namespace RoadmapBot.Teams;

/// <summary>
/// Which service URLs we answer to. A service URL gets the bot's own token, so it is compared as raw text: no parser's idea of user
/// information, case or encoding can make a foreign host look like an allowed one.
/// </summary>
internal static class ServiceUrls
{
    private static readonly SearchValues<char> NotInAServiceUrl = SearchValues.Create("\\@?#\r\n\t ");

    /// <summary>Nobody can listen in: https, or plain http that does not leave this machine.</summary>
    public static bool IsProtected(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    /// <summary>Scheme, host and port as one would write an HTTP Origin header; nothing after it.</summary>
    public static bool IsOrigin(string text) =>
        IsProtected(text) && new Uri(text) is { UserInfo: "" } address && address.GetLeftPart(UriPartial.Authority) == text;

    public static bool IsAllowed(string serviceUrl, IEnumerable<string> origins) =>
        origins.Any(origin => serviceUrl == origin || serviceUrl.StartsWith(origin + "/", StringComparison.Ordinal)) && IsSane(serviceUrl);

    /// <summary>The chat page and the Agents Playground: this machine, whatever the port.</summary>
    public static bool IsLoopback(string serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) && address is { Scheme: "http", IsLoopback: true, UserInfo: "" } && IsSane(serviceUrl);

    private static bool IsSane(string serviceUrl) => !serviceUrl.AsSpan().ContainsAny(NotInAServiceUrl);
}
