using System.Text.RegularExpressions;

namespace RoadmapBot.Roadmaps.Questions;

/// <summary>What somebody wants to know. The first kinds are computed from the plan; for <see cref="Any"/> the nearest passages are shown.</summary>
internal enum QuestionKind
{
    Approval,
    Support,
    When,
    Owner,
    Dependents,
    Prerequisites,
    Cost,
    Why,
    Period,
    Progress,
    Department,
    First,
    Kpis,
    Return,
    Any,
}

/// <summary>A question in plain words, and what it seems to be after.</summary>
internal sealed partial record Question(string Text, QuestionKind Kind)
{
    /// <summary>Longer than anybody asks; what is longer is a story.</summary>
    public const int Longest = 500;

    /// <summary>The first that fits wins: "when does support end" is about support, "why is it first" about reasons.</summary>
    private static readonly (QuestionKind Kind, Regex Words)[] Ways =
    [
        (QuestionKind.Approval, Approval()), (QuestionKind.Support, Support()), (QuestionKind.When, When()), (QuestionKind.Owner, Owner()), (QuestionKind.Dependents, Dependents()),
        (QuestionKind.Prerequisites, Prerequisites()), (QuestionKind.Cost, Cost()), (QuestionKind.Why, Why()), (QuestionKind.Period, Period()), (QuestionKind.Progress, Progress()),
        (QuestionKind.Department, Department()), (QuestionKind.First, First()), (QuestionKind.Kpis, Kpis()), (QuestionKind.Return, Return()),
    ];

    public static Question Read(string text)
    {
        var words = text.Trim();
        return new Question(words, Ways.FirstOrDefault(way => way.Words.IsMatch(words), (QuestionKind.Any, null!)).Kind);
    }

    /// <summary>Whether words that were said out of the blue ask something: they end as a question and begin as one.</summary>
    public static bool IsAsked(string text) => text.Length <= Longest && text.TrimEnd().EndsWith('?') && Opens(text);

    /// <summary>Whether they begin as questions do.</summary>
    public static bool Opens(string text) => Opening().IsMatch(text.TrimStart());

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^(what|when|who|whose|why|how|which|where|by when|until when|in which|is|are|do|does|did|will|can|has|have)('s|’s)?\b", Loose, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\b(who (has )?approved|(is|was|been) (it |this |the (road ?map|plan) )?approved|(which|what) version)\b", Loose, 1000)]
    private static partial Regex Approval();

    [GeneratedRegex(@"\b(out of|end[- ]of|without|past|lose|loses) (its |their )?(support|life)\b|\bunsupported\b|\b(no longer|not|still) supported\b|\bsupport\b.{0,40}\b(ends?|runs? out|stops?|expires?)\b", Loose, 1000)]
    private static partial Regex Support();

    [GeneratedRegex(@"^(\w+ )?(when|by when|until when|how soon|how long|what date|which month|what month|(in|by) which (month|quarter))\b", Loose, 1000)]
    private static partial Regex When();

    [GeneratedRegex(@"\bwho('s|’s)? (owns?|leads?|runs?|does|is (responsible|accountable|in charge|the owner|leading|doing)|takes? care|looks? after|will|handles?|carries|responsible|in charge)\b|\bowner of\b|\bwhose (job|task)\b", Loose, 1000)]
    private static partial Regex Owner();

    [GeneratedRegex(@"\b(what|which)\b(?! (does|do|is|must|has|needs)\b).{0,30}\b(depends?|reli?e?s?y?|waits?|builds?|comes after|follows)\b|\bwhat does .+ block\b", Loose, 1000)]
    private static partial Regex Dependents();

    [GeneratedRegex(@"\bdepends? (up)?on\b|\brel(y|ies) on\b|\bprerequisites?\b|\bbefore (we|it|you|they) can\b|\b(come|comes|happen|done|there|needed|required|finished) before\b|\bwait(ing)? for\b|\bblock(s|ed|ing)\b|\bbuilds? (up)?on\b", Loose, 1000)]
    private static partial Regex Prerequisites();

    [GeneratedRegex(@"\b(costs?|priced?|expensive|pay|spend|spending|budgets?|money)\b|\bhow much\b(?! (time|work|effort|longer))", Loose, 1000)]
    private static partial Regex Cost();

    [GeneratedRegex(@"\b(why|reasons?|rationale|stands? behind|evidence|based on|who (said|says)|justif\w+)\b", Loose, 1000)]
    private static partial Regex Why();

    /// <summary>Whether it holds a time that is known is for <see cref="Questions.Period"/> to say.</summary>
    [GeneratedRegex(@"\b(q[1-4]|quarter|(this|next) (month|year)|20\d\d|phase|(short|mid|medium|long)[- ]term)\b|\bin (january|february|march|april|may|june|july|august|september|october|november|december)\b", Loose, 1000)]
    private static partial Regex Period();

    [GeneratedRegex(@"\b(how far|status|progress|on (track|time|schedule)|behind schedule|late|delayed|underway|under way)\b|\bhow (is|are) .+ (going|coming|getting on|doing)\b|\b(done|finished|completed?|ready)( yet| already)?\W*$", Loose, 1000)]
    private static partial Regex Progress();

    [GeneratedRegex(@"\b(what|how|which)\b.*\b(chang\w*|affect\w*|impact\w*|mean|means|different|notice|gets?)\b", Loose, 1000)]
    private static partial Regex Department();

    [GeneratedRegex(@"\b(comes? first|first|start with|begin with|priorit\w+|most (important|urgent)|next steps?)\b", Loose, 1000)]
    private static partial Regex First();

    [GeneratedRegex(@"\b(kpis?|indicators?|metrics?|measured?|success)\b", Loose, 1000)]
    private static partial Regex Kpis();

    [GeneratedRegex(@"\b(benefits?|returns?|roi|gain|gains|pay ?offs?|worth|saves?)\b", Loose, 1000)]
    private static partial Regex Return();
}
