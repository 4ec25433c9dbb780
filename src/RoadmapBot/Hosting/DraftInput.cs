using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using RoadmapBot.Analysis;
using RoadmapBot.Analysis.Support;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Hosting;

/// <summary>The interview notes cannot be used: the message names the JSON path, what is wrong and how to mend it.</summary>
internal sealed class DraftInputException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Reads interview notes in the <c>draft</c> contract's JSON. Unknown fields are ignored. Voices, statements and pain points get their indexes as ids.</summary>
internal static partial class DraftInput
{
    /// <exception cref="DraftInputException">Not JSON, or not of the contract's shape.</exception>
    /// <param name="folder">The folder of the notes, from which a named asset list is read; null where no file may be named.</param>
    public static Testimony Read(string json, string? folder = null)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = new DraftNode("$", document.RootElement);
            return Read(root) with { Assets = AssetsOf(root.Member("assets"), folder) };
        }
        catch (JsonException fault)
        {
            throw new DraftInputException(DraftTexts.NotJson.With(fault.LineNumber + 1, fault.BytePositionInLine + 1), fault);
        }
    }

    private static Testimony Read(DraftNode root)
    {
        var organisation = root.Member("organisation");
        return new Testimony(
            new Organisation("", organisation.Member("sector").OptionalText(), Count(organisation.Member("headcount")), Count(organisation.Member("it_staff")),
                Count(organisation.Member("locations"))),
            [.. root.Member("objectives").Items(isRequired: false).Select(objective => objective.Text())],
            [.. root.Member("stakeholders").Items(isRequired: true).Select(VoiceOf)],
            [.. root.Member("painPoints").Items(isRequired: false).Select((point, index) =>
                new PainStatement(Id(index), point.Member("text").Text(), point.Member("department").OptionalText()))]);
    }

    /// <summary>The text of an asset list, or the name of a file that holds one.</summary>
    private static AssetSheet AssetsOf(DraftNode assets, string? folder)
    {
        if (assets.OptionalText() is not { } text)
            return AssetSheet.None;
        if (text.Contains('\n', StringComparison.Ordinal) || folder is null)
            return AssetList.Read(text);
        try
        {
            return AssetList.Read(File.ReadAllText(Path.Combine(folder, text)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw assets.Fault(DraftTexts.NoAssets.With(text));
        }
    }

    private static Voice VoiceOf(DraftNode person, int index) => new(
        Id(index), RoleOf(person.Member("role")), person.Member("title").Text(), person.Member("department").OptionalText(),
        [.. person.Member("answers").Items(isRequired: true).Select((answer, number) =>
            new Statement(Id(number), answer.Member("topic").Text(), answer.Member("text").Text()))],
        []);

    private static Role RoleOf(DraftNode role) => role.Text() switch
    {
        "executive" => Role.Executive,
        "department_head" => Role.DepartmentHead,
        "end_user" => Role.EndUser,
        "it" or "it_msp" => Role.It,
        "msp" => Role.Msp,
        var other => throw role.Fault(DraftTexts.UnknownRole.With(other)),
    };

    /// <summary>A number, or the first one in a free text ("about 1,200 staff"); null where the text holds none.</summary>
    private static int? Count(DraftNode node)
    {
        if (node.OptionalNumber() is { } number)
            return number is >= 0 and <= int.MaxValue ? (int)number : throw node.Fault(DraftTexts.NotCount);
        return node.OptionalText() is { } text && WholeNumber().Match(text) is { Success: true } match
            && int.TryParse(match.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var found) ? found : null;
    }

    private static string Id(int index) => index.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d.])\d{1,3}(?:,\d{3})+|(?<![\d.,])\d+(?![.,]?\d)")]
    private static partial Regex WholeNumber();
}
