using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using RoadmapBot.Teams;

namespace RoadmapBot.Tests.Teams;

/// <summary>The check, held against packages that are broken on purpose.</summary>
public sealed class AppPackageCheckTests
{
    /// <summary>Path, the JSON that takes its place (null: the field is removed), and the place that the fault must name.</summary>
    public static TheoryData<string, string?, string> BrokenManifests => new()
    {
        { "$schema", "\"https://developer.microsoft.com/en-us/json-schemas/teams/v1.24/MicrosoftTeams.schema.json\"", "$schema: must be https://" },
        { "manifestVersion", "\"1.29\"", "manifestVersion: must be 1.25, not \"1.29\"" },
        { "manifestVersion", null, "manifestVersion: is missing" },
        { "version", "\"1.4\"", "version: must be a semantic version" },
        { "version", null, "version: is missing" },
        { "id", "\"roadmapbot\"", "id: must be a GUID" },
        { "id", "\"00000000-0000-0000-0000-000000000000\"", "id: must be a GUID" },
        { "id", null, "id: is missing" },
        { "developer", null, "developer: is missing" },
        { "developer.name", Long(33), "developer.name: has 33 characters, at most 32" },
        { "developer.websiteUrl", "\"http://bot.example.com/\"", "developer.websiteUrl: must be an https address" },
        { "developer.privacyUrl", null, "developer.privacyUrl: is missing" },
        { "developer.termsOfUseUrl", "\"https://{{host}}/terms\"", "developer.termsOfUseUrl: must be an https address" },
        { "name", null, "name: is missing" },
        { "name", "\"RoadmapBot\"", "name: must be an object" },
        { "name.short", Long(31), "name.short: has 31 characters, at most 30" },
        { "name.short", "\" \"", "name.short: must not be empty" },
        { "name.short", "7", "name.short: must be a text" },
        { "name.short", "\"Roadmap{{suffix}}\"", "name.short: has a placeholder" },
        { "name.full", Long(101), "name.full: has 101 characters, at most 100" },
        { "description", null, "description: is missing" },
        { "description.short", Long(81), "description.short: has 81 characters, at most 80" },
        { "description.full", Long(4001), "description.full: has 4001 characters, at most 4000" },
        { "icons", null, "icons: is missing" },
        { "icons.outline", "\"icons/outline.png\"", "icons.outline: must be outline.png" },
        { "accentColor", "\"#0B3C4\"", "accentColor: must be a colour" },
        { "accentColor", null, "accentColor: is missing" },
        { "bots", "[]", "bots: has 0 entries, 1 to 1" },
        { "bots", "{}", "bots: must be a list" },
        { "bots.0.botId", null, "bots[0].botId: is missing" },
        { "bots.0.scopes", "[\"personal\", \"team\", \"groupchat\"]", "bots[0].scopes[2]: must be personal or team or groupChat, not \"groupchat\"" },
        { "bots.0.scopes", "[\"personal\", \"team\"]", "bots[0].commandLists: lists commands for groupChat" },
        { "bots.0.supportsFiles", "\"no\"", "bots[0].supportsFiles: must be true or false" },
        { "bots.0.supportsTargetedMessages", "true", "bots[0].supportsTargetedMessages: is not among the fields" },
        { "bots.0.commandLists.1.scopes", "[\"team\"]", "bots[0].commandLists: the scope groupChat must have exactly one list" },
        { "bots.0.commandLists.1.scopes", "[\"team\", \"groupChat\", \"personal\"]", "bots[0].commandLists: the scope personal must have exactly one list" },
        { "bots.0.commandLists.0.commands", CommandsCalled(13), "bots[0].commandLists[0].commands: has 13 entries, 1 to 12" },
        { "bots.0.commandLists.0.commands.1.title", "\"Help\"", "bots[0].commandLists[0].commands: has the command 'help' 2 times" },
        { "bots.0.commandLists.0.commands.1.title", "\"/hi\"", "bots[0].commandLists[0].commands[1].title: must not begin with a slash" },
        { "bots.0.commandLists.0.commands.1.title", Long(33), "bots[0].commandLists[0].commands[1].title: has 33 characters, at most 32" },
        { "bots.0.commandLists.1.commands.8.description", Long(129), "bots[0].commandLists[1].commands[8].description: has 129 characters, at most 128" },
        { "bots.0.commandLists.0.commands.0.prompt", "\"help\"", "bots[0].commandLists[0].commands[0].prompt: is not among the fields" },
        { "validDomains.0", "\"https://bot.example.com\"", "validDomains[0]: must be a host name without scheme" },
        { "validDomains.0", "\"*.example.com\"", "validDomains[0]: must be a host name without scheme" },
        { "validDomains", Hosts(17), "validDomains: has 17 entries, 1 to 16" },
        { "supportsChannelFeatures", null, "supportsChannelFeatures: is missing" },
        { "webApplicationInfo", "{}", "webApplicationInfo: is not among the fields" },
    };

    [Theory]
    [MemberData(nameof(BrokenManifests))]
    public void A_broken_manifest_is_refused_with_the_place_of_its_fault(string path, string? json, string fault) =>
        Assert.StartsWith($"manifest.json, {fault}", Assert.Single(CheckedWith(path, json)));

    public static TheoryData<string, string?> FullManifests => new()
    {
        { "developer.name", Long(32) },
        { "name.short", Long(30) },
        { "name.full", Long(100) },
        { "description.short", Long(80) },
        { "description.full", Long(4000) },
        { "bots.0.commandLists.0.commands", CommandsCalled(12) },
        { "bots.0.commandLists.0.commands.1.title", Long(32) },
        { "bots.0.commandLists.0.commands.1.description", Long(128) },
        { "bots.0.supportsFiles", null },
        { "validDomains", Hosts(16) },
    };

    [Theory]
    [MemberData(nameof(FullManifests))]
    public void A_manifest_that_just_keeps_a_limit_is_good(string path, string? json) => Assert.Empty(CheckedWith(path, json));

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var manifest = ShippedPackage.Manifest();
        manifest["id"] = "?";
        manifest["name"]!["short"] = "";
        manifest["bots"]![0]!["botId"] = "?";
        Assert.Equal(3, Checked(manifest.ToJsonString()).Count);
    }

    [Theory]
    [InlineData("", "manifest.json is not JSON")]
    [InlineData("{ \"id\": ", "manifest.json is not JSON")]
    [InlineData("{ \"id\": \"a\", \"id\": \"b\" }", "manifest.json is not JSON")]
    [InlineData("\ufeff{}", "manifest.json is not JSON")]
    [InlineData("[]", "manifest.json, the whole: must be an object")]
    public void What_is_no_manifest_at_all_is_refused(string manifest, string fault) => Assert.StartsWith(fault, Assert.Single(Checked(manifest)));

    public static TheoryData<string, string> BrokenZips => new()
    {
        { "color.png>app/color.png", "color.png is missing" },
        { "color.png>app/color.png", "app/color.png does not belong in the package" },
        { "outline.png>", "outline.png is missing" },
        { "manifest.json>", "manifest.json is missing" },
        { "+readme.txt", "readme.txt does not belong in the package" },
        { "+outline.png", "outline.png is there 2 times" },
    };

    [Theory]
    [MemberData(nameof(BrokenZips))]
    public void A_zip_of_another_layout_is_refused(string change, string fault)
    {
        var files = ShippedPackage.Files(ShippedPackage.Build()).Select(file => (Name: file.Key, Content: file.Value)).ToList();
        if (change.Split('>') is [var old, var renamed])
            files = [.. files.Select(file => (file.Name == old ? renamed : file.Name, file.Content)).Where(file => file.Item1 is not "")];
        else
            files.Add((change[1..], files.Single(file => file.Name is "outline.png").Content));

        Assert.Contains(AppPackage.Check(ShippedPackage.Zip(files)), found => found.StartsWith(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Icons_of_another_size_or_form_are_refused()
    {
        var source = ShippedPackage.Source;
        Assert.Equal(
            [
                "color.png is 32 by 32 pixels: it must be 192 by 192.",
                "outline.png is 192 by 192 pixels: it must be 32 by 32.",
                "outline.png has no alpha channel: it must be white on transparent."
            ],
            AppPackage.Check(ShippedPackage.Build(source with { Color = source.Outline, Outline = source.Color })));
        Assert.Equal(
            ["color.png is not a PNG image.", "outline.png is not a PNG image."],
            AppPackage.Check(ShippedPackage.Build(source with { Color = [], Outline = "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() })));
    }

    [Fact]
    public void What_is_no_zip_is_refused() => Assert.Equal(["The package is not a zip archive."], AppPackage.Check(ShippedPackage.Source.Color));

    /// <param name="json">Null removes the field.</param>
    private static IReadOnlyList<string> CheckedWith(string path, string? json)
    {
        var manifest = ShippedPackage.Manifest();
        var (parent, field) = path.LastIndexOf('.') is var dot and >= 0 ? (manifest.At(path[..dot])!, path[(dot + 1)..]) : (manifest, path);
        if (json is null)
            parent.AsObject().Remove(field);
        else if (parent is JsonArray list)
            list[int.Parse(field, CultureInfo.InvariantCulture)] = JsonNode.Parse(json);
        else
            parent[field] = JsonNode.Parse(json);

        return Checked(manifest.ToJsonString());
    }

    private static IReadOnlyList<string> Checked(string manifest) => AppPackage.Check(ShippedPackage.Zip([
        ("manifest.json", Encoding.UTF8.GetBytes(manifest)),
        ("color.png", ShippedPackage.Source.Color),
        ("outline.png", ShippedPackage.Source.Outline)]));

    private static string Long(int length) => $"\"{new string('x', length)}\"";

    private static string CommandsCalled(int count) => new JsonArray(
        [.. Enumerable.Range(1, count).Select(number => new JsonObject { ["title"] = $"do{number}", ["description"] = "It does." })]).ToJsonString();

    private static string Hosts(int count) => $"[{string.Join(',', Enumerable.Range(1, count).Select(number => $"\"bot{number}.example.com\""))}]";
}
