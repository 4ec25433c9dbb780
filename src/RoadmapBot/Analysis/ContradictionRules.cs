using RoadmapBot.Analysis.Contradictions;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Analysis;

/// <summary>
/// Finds where people state what cannot both hold: figures, existence, owners, what comes first, how well something works. Both sides are shown, with whom to
/// ask; nothing is settled or averaged here.
/// </summary>
internal static class ContradictionRules
{
    /// <summary>A side quotes at most so many people.</summary>
    private const int MostReceipts = 4;

    public static IReadOnlyList<Contradiction> Find(ClaimWords words, IReadOnlyList<Hearing> hearings)
    {
        var told = hearings.Where(hearing => hearing.Voice is not null).AsParallel().AsOrdered().SelectMany(hearing => ClaimsOf(new Marked(words, hearing)).Distinct()).ToArray();
        var praised = told.Where(claim => claim.Stand is Stand.Liked { Yes: true }).Select(claim => claim.Key).ToHashSet(StringComparer.Ordinal);
        var claims = told.Concat(hearings.Where(hearing => hearing.Voice is null && Array.Exists(hearing.Text.Concepts, hit => praised.Contains(hit.Name)))
            .SelectMany(hearing => PerceptionClaims.In(new Marked(words, hearing)))).ToArray();
        return [.. claims.Where(claim => claim.Stand is not Stand.Down).Concat(OutageClaims.Spread([.. claims.Where(claim => claim.Stand is Stand.Down)]))
            .GroupBy(claim => (claim.Kind, claim.Key)).OrderBy(group => group.Key.Kind).ThenBy(group => group.Key.Key, StringComparer.Ordinal)
            .Select(group => Between(words, [.. Steady([.. group])]))
            .OfType<Contradiction>()];
    }

    private static IEnumerable<Claim> ClaimsOf(Marked marked) =>
        [.. ExistenceClaims.In(marked), .. CountClaims.In(marked), .. OutageClaims.In(marked), .. ShareClaims.In(marked), .. PaceClaims.In(marked), .. OwnerClaims.In(marked), .. PriorityClaims.In(marked), .. PerceptionClaims.In(marked)];

    /// <summary>Who says both counts for neither; a denial outweighs the same person's claim, and what somebody puts first is what was said first.</summary>
    private static IEnumerable<Claim> Steady(IReadOnlyList<Claim> claims) => claims.GroupBy(claim => claim.Voice).SelectMany(ofVoice => ofVoice.First() switch
    {
        _ when ofVoice.Key.Length == 0 || !ofVoice.Any(one => ofVoice.Any(other => one.Stand.Contradicts(other.Stand))) => ofVoice,
        { Kind: ContradictionKind.Existence } => ofVoice.Where(claim => claim.Stand is Stand.Exists { Yes: false }),
        { Kind: ContradictionKind.Priority } first => [first],
        _ => Enumerable.Empty<Claim>(),
    });

    private static Contradiction? Between(ClaimWords words, IReadOnlyList<Claim> claims)
    {
        var sides = new List<(HashSet<Stand> Stands, List<Claim> Claims)>();
        foreach (var claim in claims.OrderBy(claim => claim.Stand.Order, StringComparer.Ordinal))
        {
            var at = sides.FindIndex(side => side.Stands.All(stand => !stand.Contradicts(claim.Stand)));
            if (at < 0)
                sides.Add(([], []));
            var side = at < 0 ? sides[^1] : sides[at];
            side.Stands.Add(claim.Stand);
            side.Claims.Add(claim);
        }

        if (sides.Count < 2)
            return null;
        var first = claims[0];
        Side[] shown = [.. sides.Select(side => new Side(side.Claims[0].Says, [.. side.Claims.Select(claim => claim.Receipt()).Distinct().Take(MostReceipts)]))];
        return new Contradiction(
            first.About, AskOf(words, first, claims), [.. shown.SelectMany(side => side.Evidence).Distinct()], first.Kind, QuestionOf(first, shown), shown);
    }

    private static string AskOf(ClaimWords words, Claim first, IReadOnlyList<Claim> claims)
    {
        var voices = claims.Select(claim => claim.Hearing.Voice).OfType<Voice>().ToArray();
        return first.Kind switch
        {
            ContradictionKind.Priority => voices.FirstOrDefault(voice => voice.Role is Role.Executive)?.Title ?? AnalysisTexts.AskExecutive,
            ContradictionKind.Perception => voices.FirstOrDefault(voice => voice.Role is Role.DepartmentHead)?.Title ?? AnalysisTexts.AskDepartmentHead,
            ContradictionKind.Ownership => AnalysisTexts.AskExecutive,
            _ => voices.FirstOrDefault(voice => voice.Role is Role.It)?.Title
                ?? (words.Lexicon.Concepts.TryGetValue(first.Key, out var concept) && concept.Domain is Domain.Governance ? AnalysisTexts.AskExecutive : AnalysisTexts.AskIt),
        };
    }

    private static string QuestionOf(Claim claim, IReadOnlyList<Side> sides) => claim.Kind switch
    {
        ContradictionKind.Existence => AnalysisTexts.QuestionExistence.With(claim.About),
        ContradictionKind.Number => AnalysisTexts.QuestionNumber.With(claim.About, string.Join(AnalysisTexts.Or, sides.Select(side => side.Says))),
        ContradictionKind.Ownership => AnalysisTexts.QuestionOwnership.With(claim.About, string.Join(AnalysisTexts.Or, sides.Select(side => side.Says))),
        ContradictionKind.Priority => AnalysisTexts.QuestionPriority,
        _ => AnalysisTexts.QuestionPerception.With(claim.About),
    };
}
