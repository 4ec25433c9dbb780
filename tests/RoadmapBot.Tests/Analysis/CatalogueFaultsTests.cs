using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Discovery;
using RoadmapBot.Planning;

namespace RoadmapBot.Tests.Analysis;

public sealed class CatalogueFaultsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalogue").FullName;

    public CatalogueFaultsTests()
    {
        foreach (var source in Directory.EnumerateFiles(Known.CatalogueFolder))
            File.Copy(source, Path.Combine(_folder, Path.GetFileName(source)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("gaps-data.yaml", "statement: Records are wrong", "staement: Records are wrong", "gap data-quality-poor", "\"statement\" is missing", "The key \"staement\" is not known")]
    [InlineData("gaps-data.yaml", "[reporting-platform]", "[]", "gap reporting-by-hand", "\"initiatives\" holds none")]
    [InlineData("gaps-data.yaml", "      - doubted: [data-silo]", "      - by: [it]", "gap data-silos", "The signal says nothing")]
    [InlineData("gaps-data.yaml", "      - doubted: [data-silo]", "      - colour: red", "gap data-silos", "The key \"colour\" is not known", "The signal says nothing")]
    [InlineData("gaps-data.yaml", "doubted: [reporting]", "doubted: [reportng]", "gap reporting-by-hand", "unknown concept \"reportng\"")]
    [InlineData("gaps-data.yaml", "\"{data-silo}\"", "\"{data-sil}\"", "gap data-silos", "unknown concept \"data-sil\"")]
    [InlineData("gaps-data.yaml", "\"{data-silo}\"", "\"(data\"", "gap data-silos", "opens a ( that nothing closes")]
    [InlineData("gaps-data.yaml", "id: data-silos", "id: reporting-by-hand", "the file", "The id \"reporting-by-hand\" is there twice")]
    [InlineData("gaps-data.yaml", "csf: ID.AM", "csf: XX.1", "gap data-silos", "\"csf\" is \"XX.1\"")]
    [InlineData("gaps-data.yaml", "initiatives: [reporting-platform]", "initiatives: [reporting]", "gap reporting-by-hand", "unknown initiative \"reporting\"")]
    [InlineData("gaps-data.yaml", "domain: data", "domain: dada", "the file", "\"domain\" holds \"dada\"")]
    [InlineData("gaps-data.yaml", "gaps:", "gaps: [", "the file", "It is not valid YAML")]
    [InlineData("initiatives.yaml", "{ mfa-share: '100 %'", "{ mfa-shar: '100 %'", "initiative mfa-rollout", "unknown KPI \"mfa-shar\"")]
    [InlineData("initiatives.yaml", "about: [mfa]", "about: [mfa]\n    after: [tickets]", "initiative mfa-rollout", "unknown initiative \"tickets\"")]
    [InlineData("initiatives.yaml", "about: [mfa]", "about: [mfa]\n    after: [mfa-rollout]", "initiative mfa-rollout", "leads back to the initiative itself")]
    [InlineData("initiatives.yaml", "about: [mfa]", "about: [mfaa]", "initiative mfa-rollout", "unknown concept \"mfaa\"")]
    [InlineData("initiatives.yaml", "fixed: [2000, 8000], perHead: [5, 25]", "fixed: [8000, 2000], perHead: [5, 25]", "initiative mfa-rollout", "\"fixed\" is no range")]
    [InlineData("initiatives.yaml", "    cost: { fixed: [2000, 8000], perHead: [5, 25]", "    months: { fixed: [2000, 8000], perHead: [5, 25]", "the file", "\"months\" is there twice")]
    [InlineData("initiatives.yaml", "effort: { it: 8, security: 5, departments: 2, supplier: 3 }", "days: 15", "initiative mfa-rollout", "\"effort\" is missing", "The key \"days\" is not known")]
    [InlineData("initiatives.yaml", "effort: { it: 8, security: 5, departments: 2, supplier: 3 }", "effort: {}", "initiative mfa-rollout", "\"effort\" holds none")]
    [InlineData("initiatives.yaml", "effort: { it: 8, security: 5", "effort: { it: 0, security: 5", "initiative mfa-rollout", "\"it\" is")]
    [InlineData("initiatives.yaml", "effort: { it: 8, security: 5", "effort: { its: 8, security: 5", "initiative mfa-rollout", "The key \"its\" is not known")]
    [InlineData("lessons.yaml", "{user-training}", "{user-trainin}", "the file", "unknown concept \"user-trainin\"")]
    [InlineData("lessons.yaml", "otherwise: ", "# otherwise: ", "the file", "\"otherwise\" is missing")]
    [InlineData("kpis.yaml", "category: uptime, name: Availability", "category: uptimes, name: Availability", "kpi uptime", "\"category\" holds \"uptimes\"")]
    [InlineData("cues.yaml", "minor: [", "minor: [outage, ", "the file", "\"outage\" stands under minor and, in some form, under problem")]
    [InlineData("lexicon-things.yaml", "  firewall: { label: the firewall, domain: security, words:", "  firewall: { label: the firewall, domain: security, asked:", "concept firewall", "\"words\" holds none")]
    [InlineData("lexicon-things.yaml", "[firewall, firewalls,", "[(firewall, firewalls,", "concept firewall", "opens a ( that nothing closes")]
    [InlineData("lexicon-things.yaml", "[firewall, firewalls,", "[firewall, '=', firewalls,", "concept firewall", "The phrase \"=\" holds no word")]
    [InlineData("words.yaml", "  see: saw", "  view: saw\n  see: saw", "the file", "\"saw\" is a form of \"view\" and of \"see\"")]
    [InlineData("objectives.yaml", "  label: revenue growth\n", "", "objectives of revenue", "\"label\" is missing")]
    public void A_fault_names_file_and_place_and_says_what_is_wrong_and_how_to_mend_it(string file, string right, string wrong, string place, params string[] problems)
    {
        Change(file, right, wrong);

        var faults = Faults();

        Assert.Equal(problems.Length, faults.Count);
        Assert.All(problems, problem => Assert.Single(faults, fault => fault.Problem.Contains(problem, StringComparison.Ordinal)));
        Assert.All(faults, fault => Assert.Equal((file, place), (fault.File, fault.Place)));
        Assert.All(faults, fault => Assert.NotEmpty(fault.Mend));
    }

    [Fact]
    public void A_fault_names_the_line_of_the_item_that_is_wrong()
    {
        Change("gaps-data.yaml", "      - \"{data-silo}\"", "      - \"{data-sil}\"");
        var line = 1 + File.ReadLines(Path.Combine(_folder, "gaps-data.yaml")).TakeWhile(text => text != "      - \"{data-sil}\"").Count();

        Assert.Equal(line, Assert.Single(Faults()).Line);
    }

    [Fact]
    public void Every_fault_of_every_file_is_listed_at_once()
    {
        Change("lexicon-things.yaml", "[firewall, firewalls,", "[(firewall, firewalls,");
        Change("objectives.yaml", "  label: revenue growth\n", "");
        Change("gaps-data.yaml", "csf: ID.AM", "csf: XX.1");

        Assert.Equal(["lexicon-things.yaml", "objectives.yaml", "gaps-data.yaml"], Faults().Select(fault => fault.File));
    }

    [Theory]
    [InlineData("words.yaml")]
    [InlineData("cues.yaml")]
    [InlineData("objectives.yaml")]
    [InlineData("kpis.yaml")]
    [InlineData("initiatives.yaml")]
    [InlineData("lexicon-*.yaml")]
    [InlineData("gaps-*.yaml")]
    public void A_file_that_is_not_there_is_a_fault(string gone)
    {
        foreach (var path in Directory.EnumerateFiles(_folder, gone))
            File.Delete(path);

        var fault = Assert.Single(Faults(), fault => fault.Line is null && fault.File == gone);
        Assert.Contains(_folder, fault.Problem, StringComparison.Ordinal);
        Assert.NotEmpty(fault.Mend);
    }

    private void Change(string file, string right, string wrong)
    {
        var target = Path.Combine(_folder, file);
        var text = File.ReadAllText(target);
        Assert.Contains(right, text, StringComparison.Ordinal);
        File.WriteAllText(target, text.Replace(right, wrong, StringComparison.Ordinal));
    }

    private IReadOnlyList<YamlFault> Faults() =>
        Assert.Throws<YamlFaultsException>(() => InitiativeLibrary.Load(_folder, GapCatalogue.Load(_folder))).Faults;
}
