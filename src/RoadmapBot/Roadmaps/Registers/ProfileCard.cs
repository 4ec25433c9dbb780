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
            new FactSet([.. heard.Select(state => new Fact($"{state.Category} {state.Name}", Markdown.Escape(RoadmapsTexts.ProfileTier.With(state.Tier, Of(state.Tier!.Value), state.Target, Of(state.Target), state.Why))))]),
            .. silent.Length > 0 ? [RegisterCards.Small(RoadmapsTexts.ProfileSilent.With(string.Join(", ", silent)))] : Array.Empty<CardElement>(),
        ]);
    }

    private static string Of(int tier) => tier switch { 1 => RoadmapsTexts.TierPartial, 2 => RoadmapsTexts.TierInformed, 3 => RoadmapsTexts.TierRepeatable, _ => RoadmapsTexts.TierAdaptive };
}
