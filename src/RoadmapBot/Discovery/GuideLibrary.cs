using RoadmapBot.Engagements;

namespace RoadmapBot.Discovery;

/// <summary>What is asked, and how answers are looked through for what they lack.</summary>
internal sealed record Questions(GuideLibrary Guides, Slots Slots);

/// <summary>The guides, one for each role, and with them every question that can be asked.</summary>
internal sealed class GuideLibrary
{
    private readonly IReadOnlyDictionary<Role, Guide> _guides;
    private readonly IReadOnlyDictionary<QuestionId, Question> _questions;

    private GuideLibrary(IReadOnlyCollection<Guide> guides)
    {
        _guides = guides.ToDictionary(guide => guide.Role);
        _questions = guides.SelectMany(guide => guide.Questions).ToDictionary(question => question.Id);
    }

    /// <summary>In the order of the roles.</summary>
    public IEnumerable<Guide> All => _guides.Values.OrderBy(guide => guide.Role);

    /// <summary>Reads every guide of the folder; the other <c>.yaml</c> file there is the slots' cues.</summary>
    /// <exception cref="YamlFaultsException">Something is wrong in the files; lists every fault.</exception>
    public static GuideLibrary Load(string folder)
    {
        var faults = new List<YamlFault>();
        var guides = new List<Guide>();
        var files = YamlFiles.Names(folder, "*.yaml", faults);
        foreach (var file in files.Where(file => file != SlotCues.FileName))
        {
            if (YamlFiles.Load(folder, file, faults) is { } map && GuideReader.Read(file, map) is { } guide)
                guides.Add(guide);
        }

        if (files.Count > 0)
            faults.AddRange(FaultsBetween(guides));
        return faults.Count == 0 ? new GuideLibrary(guides) : throw new YamlFaultsException(faults);
    }

    public Guide For(Role role) => _guides[role];

    /// <summary>Null where no guide asks it any more.</summary>
    public Question? Find(QuestionId id) => _questions.GetValueOrDefault(id);

    private static IEnumerable<YamlFault> FaultsBetween(IReadOnlyCollection<Guide> guides)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var files = guides.Where(guide => guide.Role == role).Select(guide => $"{guide.Id}.yaml").ToArray();
            if (files.Length != 1)
            {
                yield return new YamlFault(files.FirstOrDefault("(none)"), null, $"role {role}", $"{files.Length} guides are for it.",
                    "Write one guide for each role.");
            }
        }

        var uses = guides.SelectMany(guide => guide.Questions, (guide, question) => (File: $"{guide.Id}.yaml", question.Id));
        foreach (var asked in uses.GroupBy(use => use.Id))
        {
            if (asked.Key.Value.Length > 0 && asked.Count() > 1)
            {
                yield return new YamlFault(asked.Last().File, null, $"question {asked.Key}",
                    $"Its id is used {asked.Count()} times, in {string.Join(" and ", asked.Select(use => use.File).Distinct())}.",
                    "Give each question of all guides its own id.");
            }
        }
    }
}
