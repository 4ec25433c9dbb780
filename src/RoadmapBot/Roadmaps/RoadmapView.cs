using System.Globalization;
using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Roadmaps.Writing;

namespace RoadmapBot.Roadmaps;

/// <summary>The cards that show a roadmap as a whole.</summary>
internal enum Sight
{
    Gaps,
    Roadmap,
    Summary,
}

/// <summary>A version of the roadmap before somebody's eyes: what every card of this feature is made from.</summary>
/// <param name="IsBehind">More has been said since it was drafted; told to those who can draft again.</param>
internal sealed record RoadmapView(Reader Reader, Roadmap Roadmap, IReadOnlyList<Member> Members, bool IsBehind)
{
    public Engagement Engagement => Reader.Seat.Engagement;

    /// <summary>As this reader may see it.</summary>
    public Plan Plan => Veil.Over(Roadmap.Plan, Reader);

    /// <summary>A whole chat reads along, members or not: the summary may stand there, put by somebody who may share it, and nothing else.</summary>
    public static bool MayStand(Chat chat, Sight sight, Member putBy) => chat.IsPersonal || (sight is Sight.Summary && Rights.MayShare(putBy));

    /// <summary>The card that was asked for, or what changes for the person's department where that is all that the person may see.</summary>
    public AdaptiveCard CardFor(Sight sight) => Rights.MaySeePlan(Reader.Seat.Member) ? Card(sight) : DepartmentCard.Render(this, Reader.Seat.Member.Department);

    private AdaptiveCard Card(Sight sight) => sight switch
    {
        Sight.Gaps => GapsCard.Render(this, null),
        Sight.Summary => SummaryCard.Render(this),
        _ => RoadmapCard.Render(this),
    };

    /// <summary>Which version it is, whether it is approved, and what it stands on.</summary>
    public IReadOnlyList<CardElement> Standing()
    {
        var source = Roadmap.Source;
        var approved = Roadmap.IsApproved
            ? RoadmapsTexts.ApprovedBy.With(Roadmap.Version, string.Join(", ", Roadmap.Approvals.Select(approval => approval.Name)))
            : RoadmapsTexts.DraftVersion.With(Roadmap.Version);
        return
        [
            new TextBlock(Markdown.Escape(approved)) { Weight = "bolder", Color = Roadmap.IsApproved ? "good" : "accent" },
            new TextBlock(RoadmapsTexts.DraftedFrom.With(
                source.Answers.Of(RoadmapsTexts.AnswerOne, RoadmapsTexts.AnswerMany),
                source.People.Of(RoadmapsTexts.PersonOne, RoadmapsTexts.PersonMany),
                source.PainPoints.Of(RoadmapsTexts.PainPointOne, RoadmapsTexts.PainPointMany),
                Roadmap.At)) { IsSubtle = true, Size = "small", Spacing = "none" },
            .. Unworded(),
            .. IsBehind ? new[] { new TextBlock(RoadmapsTexts.Behind) { Color = "attention", Size = "small" } } : [],
        ];
    }

    /// <summary>A button that shows another card of this roadmap in place of the one it is on.</summary>
    public ExecuteAction Go(string title, string verb, params ReadOnlySpan<(string Key, string Value)> data)
    {
        var hidden = new Dictionary<string, string>
        {
            [CardKeys.Engagement] = Engagement.Id.Value,
            [Keys.Version] = Roadmap.Version.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (key, value) in data)
            hidden[key] = value;
        return new ExecuteAction(title, verb, hidden);
    }

    public Gap? Gap(string id) => Roadmap.Analysis.Gaps.FirstOrDefault(gap => gap.Id == id);

    public Initiative? Initiative(string id) => Plan.Initiatives.FirstOrDefault(initiative => initiative.Id == id);

    /// <summary>What a model wrote about a gap, for those who may read every answer that it retells, while these stand; null for none.</summary>
    public string? WordsOf(Gap gap) =>
        Roadmap.Written?.Gaps.FirstOrDefault(one => one.Gap == gap.Id)?.Sentences.Where(sentence => sentence.Cites.Count > 0 && sentence.Cites.All(Reader.MayQuote)).Select(sentence => sentence.Words).ToArray() is { Length: > 0 } words
            ? string.Join(' ', words)
            : null;

    /// <summary>What a model wrote about an initiative; null for none.</summary>
    public string? WordsOf(Initiative initiative) => Roadmap.Written?.Initiatives.FirstOrDefault(one => one.Initiative == initiative.Id)?.Words;

    /// <summary>Says under a text that a model wrote it.</summary>
    public TextBlock Marked() => new(Markdown.Escape(WritingTexts.ByModel.With(Roadmap.Written!.Models))) { IsSubtle = true, Size = "small", Spacing = "none" };

    /// <summary>Where a model was to word this version and did not, or not all of it.</summary>
    public IReadOnlyList<CardElement> Unworded() => Roadmap.Written?.Reach switch
    {
        Reach.Spent => [new TextBlock(WritingTexts.Spent) { IsSubtle = true, Size = "small" }],
        Reach.Part => [new TextBlock(WritingTexts.Part) { IsSubtle = true, Size = "small" }],
        Reach.Refused => [new TextBlock(WritingTexts.Refused) { IsSubtle = true, Size = "small" }],
        Reach.None => [new TextBlock(WritingTexts.None) { IsSubtle = true, Size = "small" }],
        _ => [],
    };

    public string Objective(int index) => Roadmap.Analysis.Objectives[index].Text;

    public static string Month(DateOnly month) => month.ToString("MMM yyyy", CultureInfo.CurrentCulture);

    public static string Span(Initiative initiative) =>
        initiative.Months == 1 ? Month(initiative.Start) : RoadmapsTexts.FromTo.With(Month(initiative.Start), Month(initiative.Start.AddMonths(initiative.Months - 1)));

    public static string Money(Cost cost) => MoneyOf(cost.Low, cost.High, cost.Currency);

    public static string MoneyOf(long low, long high, string currency) =>
        low == high ? $"{currency} {low.ToString("N0", CultureInfo.CurrentCulture)}" : RoadmapsTexts.MoneyRange.With(currency, low, high);

    /// <summary>Names of hidden data on the cards of this feature.</summary>
    internal static class Keys
    {
        public const string Version = "version";
        public const string Gap = "gap";
        public const string Initiative = "initiative";
        public const string Domain = "domain";
        public const string Phase = "phase";
    }
}
