using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Roadmaps.Registers;

/// <summary>Current and target tier for each category of NIST CSF 2.0, and what each was derived from.</summary>
internal static class ProfileCard
{
    public const string Verb = "roadmap/profile";

    public static AdaptiveCard Render(RoadmapView view)
    {
        var heard = view.Roadmap.Analysis.Profile.Where(state => state.Tier is not null).ToArray();
        var silent = view.Roadmap.Analysis.Profile.Where(state => state.Tier is null).Select(state => $"{state.Category} {state.Name}").ToArray();
        return RegisterCards.Card(view, RoadmapsTexts.ProfileTitle,
        [
            new TextBlock(RoadmapsTexts.ProfileIntro),
            .. heard.SelectMany(state => Category(state)),
            .. silent.Length > 0 ? [RegisterCards.Small(RoadmapsTexts.ProfileSilent.With(string.Join(", ", silent)))] : Array.Empty<CardElement>(),
        ]);
    }

    private static IEnumerable<CardElement> Category(CategoryState state)
    {
        yield return new ColumnSet(
        [
            new Column("stretch", [new TextBlock($"{state.Category} {state.Name}")]),
            new Column("auto", [new TextBlock(RoadmapsTexts.ProfileTier.With(state.Tier, Of(state.Tier!.Value))) { Color = ColorOf(state.Tier.Value) }]),
        ])
        { Spacing = "small" };
        yield return RegisterCards.Small(RoadmapsTexts.ProfileWhy.With(state.Target, Of(state.Target), state.Why));
    }

    private static string ColorOf(int tier) => tier switch { 1 => "attention", 2 => "warning", _ => "good" };

    private static string Of(int tier) => tier switch { 1 => RoadmapsTexts.TierPartial, 2 => RoadmapsTexts.TierInformed, 3 => RoadmapsTexts.TierRepeatable, _ => RoadmapsTexts.TierAdaptive };
}
