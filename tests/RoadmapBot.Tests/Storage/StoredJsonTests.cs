using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using RoadmapBot.Campaign;
using RoadmapBot.Conversation;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints.Anonymous;
using RoadmapBot.Reviews;
using RoadmapBot.Roadmaps;
using RoadmapBot.Roadmaps.Scoring;
using RoadmapBot.Storage;
using RoadmapBot.Teams;
using RoadmapBot.Tests.Support;
using static RoadmapBot.Tests.Storage.Samples;
using PainPoint = RoadmapBot.PainPoints.PainPoint;
using Progress = RoadmapBot.Roadmaps.Execution.Progress;

namespace RoadmapBot.Tests.Storage;

/// <summary>
/// What is in somebody's database must be readable for ever. Documents/ holds one document of each kind, as a release once wrote it. A document
/// that cannot be read any more is no reason to change it, unless no release has stored its form yet: give the record's new member a default value.
/// </summary>
public sealed class StoredJsonTests
{
    private static readonly Dictionary<string, Func<string, object>> Kinds = new()
    {
        [nameof(Engagement)] = StoredJson.Read<Engagement>,
        [nameof(Member)] = StoredJson.Read<Member>,
        [nameof(ChatState)] = StoredJson.Read<ChatState>,
        [nameof(Interview)] = StoredJson.Read<Interview>,
        [nameof(AnonymousBox)] = StoredJson.Read<AnonymousBox>,
        [nameof(Envelopes)] = StoredJson.Read<Envelopes>,
        [nameof(PainPoint)] = StoredJson.Read<PainPoint>,
        [nameof(Roadmap)] = StoredJson.Read<Roadmap>,
        [nameof(Progress)] = StoredJson.Read<Progress>,
        [nameof(KpiBook)] = StoredJson.Read<KpiBook>,
        [nameof(CampaignBook)] = StoredJson.Read<CampaignBook>,
        [nameof(ScoringRound)] = StoredJson.Read<ScoringRound>,
        [nameof(ChatReference)] = StoredJson.Read<ChatReference>,
        [nameof(Chat)] = StoredJson.Read<Chat>,
    };

    public static TheoryData<string> KindNames => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(KindNames))]
    public void A_stored_document_is_still_read_and_nothing_of_it_is_lost(string kind)
    {
        var document = File.ReadAllText(Path.Combine(Documents(), $"{kind}.json"));
        var again = StoredJson.Write(Kinds[kind](document));
        Assert.True(Holds(JsonNode.Parse(again), JsonNode.Parse(document)), $"Written again, {kind}.json has become:\n{again}");
    }

    [Theory]
    [MemberData(nameof(KindNames))]
    public void A_member_that_was_renamed_is_a_fault(string kind)
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(Documents(), $"{kind}.json")))!.AsObject();
        foreach (var member in document.ToArray())
        {
            document.Remove(member.Key);
            Assert.Throws<JsonException>(() => Kinds[kind](document.ToJsonString()));
            document[$"{member.Key}Renamed"] = member.Value?.DeepClone();
            Assert.Throws<JsonException>(() => Kinds[kind](document.ToJsonString()));
            document.Remove($"{member.Key}Renamed");
            document[member.Key] = member.Value?.DeepClone();
        }
    }

    [Fact]
    public async Task Every_kind_that_is_stored_has_its_document()
    {
        await using var store = await TestStore.Empty(null);
        var stored = await store.Ask<RoadmapBotDb, string[]>(db => Task.FromResult(db.Model.GetEntityTypes()
            .SelectMany(row => row.GetProperties()).Where(IsJson).Select(property => property.ClrType.Name).Distinct().Order(StringComparer.Ordinal).ToArray()));

        Assert.Equal(stored, Kinds.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(stored, Directory.GetFiles(Documents()).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Enums_are_stored_by_name_so_that_they_can_be_reordered()
    {
        foreach (var json in (string[])[StoredJson.Write(AnInterview), StoredJson.Write(ARoadmap), StoredJson.Write(ARound), StoredJson.Write(SomeProgress), StoredJson.Write(ACampaign), StoredJson.Write(ABook), StoredJson.Write(APainPoint), StoredJson.Write(AMember)])
            Assert.DoesNotMatch("\"(Stage|Kind|Slot|Probe|Domain|Bucket|Phase|Basis|Category|Often|Reach|State|Direction|Rhythm|Role|Classes)\":\\[?[0-9]", json);
    }

    [Theory]
    [InlineData("""{"Voice":"v","Statement":"s","Quote":null}""")]
    [InlineData("""{"Voice":"v","Statement":"s"}""")]
    [InlineData("""{"Voice":"v","Statement":"s","Quote":"q","More":1}""")]
    [InlineData("null")]
    [InlineData("{")]
    public void What_does_not_fit_its_record_is_a_fault(string json) => Assert.Throws<JsonException>(() => StoredJson.Read<RoadmapBot.Analysis.Receipt>(json));

    [Fact]
    public void Any_text_comes_back_letter_for_letter() => Prop.ForAll<int[]>(numbers =>
    {
        var text = string.Concat(numbers.Select(number => (number & int.MaxValue) % 0x110000).Where(Rune.IsValid).Select(number => new Rune(number).ToString()));
        return StoredJson.Read<PainPoint>(StoredJson.Write(APainPoint with { Text = text })).Text == text;
    }).QuickCheckThrowOnFailure();

    private static bool IsJson(IProperty property) =>
        property.GetColumnType() is "TEXT" && property.GetValueConverter() is { ProviderClrType: var stored } && stored == typeof(string)
        && !property.ClrType.IsValueType;

    /// <summary>Everything of the document is in the other one too, which may have more members.</summary>
    private static bool Holds(JsonNode? all, JsonNode? document) => (all, document) switch
    {
        (JsonObject whole, JsonObject part) => part.All(member => whole.ContainsKey(member.Key) && Holds(whole[member.Key], member.Value)),
        (JsonArray whole, JsonArray part) => whole.Count == part.Count && whole.Zip(part).All(pair => Holds(pair.First, pair.Second)),
        _ => JsonNode.DeepEquals(all, document),
    };

    private static string Documents() => Repository.File("tests", "RoadmapBot.Tests", "Storage", "Documents");
}
