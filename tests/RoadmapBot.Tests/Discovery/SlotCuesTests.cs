using RoadmapBot.Discovery;

namespace RoadmapBot.Tests.Discovery;

public sealed class SlotCuesTests : IDisposable
{
    private const string Cues = """
        words: { month: [april, june], number: [two], plain: [the] }
        ignore: [one of us]
        slots:
          amount: ["{number}"]
          date and example: ["in {month}"]
          system: [the? shared drive|folder, Access]
          owner: ["{start} me {end}", "ask {name}"]
        nothing: [none]
        filler: [sorry]
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("cues").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("two", "amount")]
    [InlineData("17", "amount")]
    [InlineData("in June", "date example")]
    [InlineData("in May", "")]
    [InlineData("shared folder", "system")]
    [InlineData("the shared drive", "system")]
    [InlineData("the shared. Folder", "")]
    [InlineData("Access", "system")]
    [InlineData("access", "")]
    [InlineData("Me.", "owner")]
    [InlineData("Well. Me!", "owner")]
    [InlineData("me too", "")]
    [InlineData("ask Ada", "owner")]
    [InlineData("ask ada", "")]
    [InlineData("ask The", "")]
    public void A_cue_is_met_as_it_is_written(string answer, string slots) =>
        Assert.Equal(slots, string.Join(' ', new Slots(Load(Cues)).In(answer).Order()).ToLowerInvariant());

    [Theory]
    [InlineData("in {month}", "in {monat}", "slots", "The cue \"in {monat}\" cannot be read")]
    [InlineData("one of us", "n/a", "the file", "The cue \"n/a\" cannot be read")]
    [InlineData("one of us", "one?", "the file", "The cue \"one?\" cannot be read")]
    [InlineData("  owner:", "  person:", "slots", "\"person\" is no slot")]
    [InlineData("[april, june]", "[april, in june]", "words", "The list \"month\" holds \"in june\"")]
    [InlineData("filler: [sorry]", "filler: []", "the file", "\"filler\" has no cues")]
    [InlineData("date and example", "date", "the file", "No cue is for example")]
    [InlineData("filler:", "fillers:", "the file", "The key \"fillers\" is not known")]
    public void A_fault_says_what_is_wrong_and_how_to_mend_it(string right, string wrong, string place, string problem)
    {
        Assert.Contains(right, Cues, StringComparison.Ordinal);

        var faults = Assert.Throws<YamlFaultsException>(() => Load(Cues.Replace(right, wrong, StringComparison.Ordinal))).Faults;

        var fault = Assert.Single(faults, fault => fault.Problem.Contains(problem, StringComparison.Ordinal));
        Assert.Equal((SlotCues.FileName, place), (fault.File, fault.Place));
        Assert.NotEmpty(fault.Mend);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_fault()
    {
        var fault = Assert.Single(Assert.Throws<YamlFaultsException>(() => SlotCues.Load(_folder)).Faults);

        Assert.Equal((SlotCues.FileName, null, $"It is not in {_folder}."), (fault.File, fault.Line, fault.Problem));
    }

    private SlotCues Load(string yaml)
    {
        File.WriteAllText(Path.Combine(_folder, SlotCues.FileName), yaml);
        return SlotCues.Load(_folder);
    }
}
