using System.Text.Json;
using static RoadmapBot.Teams.AppPackageRules;

namespace RoadmapBot.Teams;

/// <summary>
/// What the manifest may say: the limits of schema 1.25 (github.com/OfficeDev/microsoft-teams-app-schema, tag v1.25; read November 2026) for
/// the fields that we use, Teams' upload rules, and what its store refuses. Where these differ, the stricter.
/// </summary>
internal static class AppPackageManifest
{
    private const string SchemaVersion = "1.25";
    private const string Schema = $"https://developer.microsoft.com/en-us/json-schemas/teams/v{SchemaVersion}/MicrosoftTeams.schema.json";

    private static readonly AppPackageRule AppId = Text(AppPackageFormat.IsAppId, "a GUID such as 3f2b8c1e-5d47-4a9b-9c60-1e7a52d0b8f4");
    private static readonly AppPackageRule Address = Text(AppPackageFormat.IsHttps, "an https address at a host name");
    private static readonly AppPackageRule Scopes = ListOf(OneOf("personal", "team", "groupChat"), fewest: 1, most: 3);

    // The schema allows titles of 128 and descriptions of 4000 characters; older clients and phones cut off what is longer than this.
    private static readonly AppPackageRule Command = Fields(new() { ["title"] = Text(32).Then(NoSlash), ["description"] = Text(128) });

    private static readonly AppPackageRule CommandList = Fields(new()
    {
        ["scopes"] = Scopes,
        ["commands"] = ListOf(Command, fewest: 1, most: 12).Then(DifferentTitles),
    });

    private static readonly AppPackageRule Bot = Fields(
        required: new() { ["botId"] = AppId, ["scopes"] = Scopes, ["commandLists"] = ListOf(CommandList, fewest: 1, most: 3) },
        optional: new() { ["isNotificationOnly"] = Flag(), ["supportsFiles"] = Flag() }).Then(OneListForEachScope);

    private static readonly AppPackageRule Manifest = Fields(new()
    {
        ["$schema"] = OneOf(Schema),
        ["manifestVersion"] = OneOf(SchemaVersion),
        ["version"] = Text(AppPackageFormat.IsVersion, "a semantic version such as 1.0.0"),
        ["id"] = AppId,
        ["developer"] = Fields(new() { ["name"] = Text(32), ["websiteUrl"] = Address, ["privacyUrl"] = Address, ["termsOfUseUrl"] = Address }),
        ["name"] = Fields(new() { ["short"] = Text(30), ["full"] = Text(100) }),
        ["description"] = Fields(new() { ["short"] = Text(80), ["full"] = Text(4000) }),
        ["icons"] = Fields(new() { ["color"] = OneOf(AppPackage.ColorFile), ["outline"] = OneOf(AppPackage.OutlineFile) }),
        ["accentColor"] = Text(AppPackageFormat.IsColor, "a colour such as #0B3C49"),
        ["bots"] = ListOf(Bot, fewest: 1, most: 1),
        ["validDomains"] = ListOf(Text(AppPackageFormat.IsHost, "a host name without scheme"), fewest: 1, most: 16),
        // Not in the schema's list of required fields, but since 1.25 the upload refuses an app with team scope that lacks it.
        ["supportsChannelFeatures"] = OneOf("tier1"),
    });

    /// <summary>Every fault, each beginning with its place.</summary>
    public static IEnumerable<string> Faults(JsonElement manifest) => Manifest(manifest, "");

    private static IEnumerable<string> NoSlash(JsonElement title, string place) =>
        title.GetString()!.StartsWith('/') ? [$"{place}: must not begin with a slash; Teams' store refuses such commands."] : [];

    private static IEnumerable<string> DifferentTitles(JsonElement commands, string place) =>
        from title in commands.EnumerateArray().CountBy(command => command.GetProperty("title").GetString()!, StringComparer.OrdinalIgnoreCase)
        where title.Value > 1
        select $"{place}: has the command '{title.Key}' {title.Value} times: keep one.";

    private static IEnumerable<string> OneListForEachScope(JsonElement bot, string place)
    {
        var lists = bot.GetProperty("commandLists").EnumerateArray().SelectMany(ScopesOf).ToList();
        var scopes = ScopesOf(bot).ToList();
        return [
            .. scopes.Where(scope => lists.Count(listed => listed == scope) is not 1)
                .Select(scope => $"{place}.commandLists: the scope {scope} must have exactly one list of commands."),
            .. lists.Except(scopes).Select(scope => $"{place}.commandLists: lists commands for {scope}, which is not among the bot's scopes.")];
    }

    private static IEnumerable<string> ScopesOf(JsonElement element) =>
        element.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()!);
}
