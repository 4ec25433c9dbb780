using System.Text.RegularExpressions;

namespace RoadmapBot.Teams;

/// <summary>The forms that the package's values must have.</summary>
internal static partial class AppPackageFormat
{
    private const string Label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private const string Number = "(?:0|[1-9][0-9]*)";
    private const string PreRelease = $"(?:{Number}|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";

    /// <summary>A GUID with hyphens and without braces, and not the empty one.</summary>
    public static bool IsAppId(string text) => Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty;

    /// <summary>
    /// A public host name in ASCII (RFC 1123; other scripts in their <c>xn--</c> form): at least two labels; no scheme, port, path
    /// or wildcard, and no IP address.
    /// </summary>
    public static bool IsHost(string text) => text.Length <= 253 && Host().IsMatch(text);

    /// <summary>A semantic version (semver.org, 2.0.0), for instance <c>1.4.0</c> or <c>1.4.0-rc.1</c>; at most 256 characters.</summary>
    public static bool IsVersion(string text) => text.Length <= 256 && SemanticVersion().IsMatch(text);

    public static bool IsHttps(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && IsHost(address.Host);

    public static bool IsColor(string text) => Color().IsMatch(text);

    [GeneratedRegex($@"\A(?:{Label}\.)+(?![0-9]+\z){Label}\z")]
    private static partial Regex Host();

    [GeneratedRegex($@"\A{Number}(?:\.{Number}){{2}}(?:-{PreRelease}(?:\.{PreRelease})*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?\z")]
    private static partial Regex SemanticVersion();

    [GeneratedRegex(@"\A#[0-9A-Fa-f]{6}\z")]
    private static partial Regex Color();
}
