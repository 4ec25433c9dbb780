using System.IO.Compression;
using System.Text.Json.Nodes;
using RoadmapBot.Teams;

namespace RoadmapBot.Tests.Teams;

/// <summary>The package that we ship, held against Teams' limits one by one and not through our own check.</summary>
public sealed class AppPackageTests
{
    /// <summary>Every command but the greeting, which nobody has to be told; a list has twelve places.</summary>
    private static readonly string[] Commands =
        ["help", "start", "continue", "status", "report", "gaps", "roadmap", "summary", "share", "scoring", "switch", "cancel"];

    private static readonly byte[] Package = ShippedPackage.Build();

    private static readonly JsonNode Manifest = ShippedPackage.Manifest();

    [Fact]
    public void The_package_that_we_ship_passes_its_check() => Assert.Empty(AppPackage.Check(Package));

    [Fact]
    public void The_zip_holds_the_manifest_and_both_icons_at_its_root_and_nothing_else() =>
        Assert.Equal(["color.png", "manifest.json", "outline.png"], ShippedPackage.Files(Package).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void The_same_arguments_give_the_same_bytes_at_any_time()
    {
        Assert.Equal(Package, ShippedPackage.Build());
        using var zip = new ZipArchive(new MemoryStream(Package));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void The_icons_are_packed_as_they_are()
    {
        Assert.Equal(ShippedPackage.Source.Color, ShippedPackage.Files(Package)["color.png"]);
        Assert.Equal(ShippedPackage.Source.Outline, ShippedPackage.Files(Package)["outline.png"]);
    }

    [Theory]
    [InlineData("id", ShippedPackage.AppId)]
    [InlineData("bots.0.botId", ShippedPackage.AppId)]
    [InlineData("version", "1.4.0-rc.1")]
    [InlineData("manifestVersion", "1.25")]
    [InlineData("$schema", "https://developer.microsoft.com/en-us/json-schemas/teams/v1.25/MicrosoftTeams.schema.json")]
    [InlineData("developer.websiteUrl", "https://bot.example.com/")]
    [InlineData("developer.privacyUrl", "https://bot.example.com/privacy")]
    [InlineData("developer.termsOfUseUrl", "https://bot.example.com/terms")]
    [InlineData("validDomains.0", "bot.example.com")]
    [InlineData("icons.color", "color.png")]
    [InlineData("icons.outline", "outline.png")]
    [InlineData("supportsChannelFeatures", "tier1")]
    public void A_field_has_the_value_of_this_deployment(string path, string value) => Assert.Equal(value, Manifest.At(path)!.GetValue<string>());

    [Theory]
    [InlineData("name.short", 30)]
    [InlineData("name.full", 100)]
    [InlineData("description.short", 80)]
    [InlineData("description.full", 4000)]
    [InlineData("developer.name", 32)]
    public void A_text_is_there_and_within_its_limit(string path, int longest) =>
        Assert.InRange(Manifest.At(path)!.GetValue<string>().Length, 1, longest);

    [Theory]
    [InlineData("bots", 1)]
    [InlineData("bots.0.scopes", 3)]
    [InlineData("bots.0.commandLists", 3)]
    [InlineData("bots.0.commandLists.0.commands", 12)]
    [InlineData("bots.0.commandLists.1.commands", 12)]
    [InlineData("validDomains", 16)]
    public void A_list_has_entries_and_keeps_its_limit(string path, int most) => Assert.InRange(Manifest.At(path)!.AsArray().Count, 1, most);

    [Fact]
    public void Every_command_is_short_enough_for_older_clients_and_phones() =>
        Assert.All(CommandLists().SelectMany(list => list["commands"]!.AsArray()), command =>
        {
            Assert.InRange(command!["title"]!.GetValue<string>().Length, 1, 32);
            Assert.InRange(command["description"]!.GetValue<string>().Length, 1, 128);
        });

    [Fact]
    public void The_bot_works_in_personal_chats_teams_and_group_chats_and_each_has_one_list_of_commands()
    {
        Assert.Equal(["personal", "team", "groupChat"], Texts(Manifest.At("bots.0.scopes")!));
        Assert.Equal(["personal", "team", "groupChat"], CommandLists().SelectMany(list => Texts(list["scopes"]!)));
    }

    [Fact]
    public void A_personal_chat_offers_every_command() => Assert.Equal(Commands, Titles("personal"));

    [Fact]
    public void A_team_and_a_group_chat_offer_the_commands_that_make_sense_among_others() =>
        Assert.Equal(Commands.Except(["continue", "scoring", "cancel"]), Titles("team"));

    [Fact]
    public void The_colour_icon_is_192_pixels_square_opaque_and_its_mark_stays_in_the_safe_square_of_120()
    {
        var icon = new Png(ShippedPackage.Source.Color);
        Assert.Equal((192, 192), (icon.Width, icon.Height));
        Assert.All(Pixels(icon), pixel => Assert.Equal(255, pixel.Colour.Alpha));

        var background = icon[0, 0];
        Assert.Equal(Manifest["accentColor"]!.GetValue<string>(), $"#{background.Red:X2}{background.Green:X2}{background.Blue:X2}");
        var margin = Pixels(icon).Where(pixel => pixel.X is < 36 or > 155 || pixel.Y is < 36 or > 155);
        Assert.All(margin, pixel => Assert.Equal(background, pixel.Colour));
        Assert.Contains(Pixels(icon), pixel => pixel.Colour != background);
    }

    [Fact]
    public void The_outline_icon_is_32_pixels_square_and_white_on_transparent()
    {
        var icon = new Png(ShippedPackage.Source.Outline);
        Assert.Equal((32, 32), (icon.Width, icon.Height));
        Assert.All(Pixels(icon).Where(pixel => pixel.Colour.Alpha > 0), pixel =>
            Assert.Equal((255, 255, 255), (pixel.Colour.Red, pixel.Colour.Green, pixel.Colour.Blue)));
        Assert.Contains(Pixels(icon), pixel => pixel.Colour.Alpha is 255);
        Assert.Contains(Pixels(icon), pixel => pixel.Colour.Alpha is 0);
    }

    private static IEnumerable<JsonNode> CommandLists() => Manifest.At("bots.0.commandLists")!.AsArray().Select(list => list!);

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(text => text!.GetValue<string>());

    private static IEnumerable<string> Titles(string scope) =>
        from command in CommandLists().Single(list => Texts(list["scopes"]!).Contains(scope))["commands"]!.AsArray()
        select command["title"]!.GetValue<string>();

    private static IEnumerable<(int X, int Y, (byte Red, byte Green, byte Blue, byte Alpha) Colour)> Pixels(Png icon) =>
        from y in Enumerable.Range(0, icon.Height) from x in Enumerable.Range(0, icon.Width) select (x, y, icon[x, y]);
}
