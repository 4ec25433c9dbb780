using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps;

/// <summary>
/// Who looks at a card, and whether alone: quotes are shown to those who may read them, in personal chats only, and only while they stand.
/// </summary>
/// <param name="Said">What people say now, taken back and changed words no more; null where the card shows no quotes.</param>
internal sealed record Reader(Membership Seat, bool IsAlone, Testimony? Said = null)
{
    public bool MayQuote(Receipt receipt) => MayKnow(receipt) && Said is not null && Hearings.Stands(Said, receipt);

    /// <summary>Whether what was said is for this reader's eyes, as it stood when it was drafted from.</summary>
    public bool MayKnow(Receipt receipt) =>
        IsAlone && (Hearings.Author(receipt) is { } author ? Rights.MayRead(Seat.Member, author) : Rights.MayReadAll(Seat.Member));
}

/// <summary>The same evidence for everybody else: how many people of which role said it, so that nobody can be told from it.</summary>
internal static class SaidBy
{
    /// <summary>A role is named from this many people on.</summary>
    private const int NamedFrom = 2;

    public static string Of(IReadOnlyList<Receipt> receipts, IReadOnlyList<Member> members)
    {
        var people = receipts.Select(Hearings.Author).OfType<PersonId>().Distinct().ToArray();
        var named = members.Where(member => people.Contains(member.Person)).CountBy(member => member.Role).Where(role => role.Value >= NamedFrom).OrderBy(role => role.Key).ToArray();
        var others = people.Length - named.Sum(role => role.Value);
        var rows = receipts.Count(receipt => receipt.IsAsset);
        var erased = receipts.Count(receipt => receipt.IsErased);
        var points = receipts.Count(receipt => Hearings.Author(receipt) is null) - rows - erased;
        string?[] parts =
        [
            .. named.Select(role => RoadmapsTexts.CountOfRole.With(role.Value, RoleNames.Many(role.Key))),
            others switch { 0 => null, 1 => named.Length > 0 ? RoadmapsTexts.OneMore : RoadmapsTexts.OnePerson, _ => (named.Length > 0 ? RoadmapsTexts.ManyMore : RoadmapsTexts.PersonMany).With(others) },
            points == 0 ? null : points.Of(RoadmapsTexts.PainPointOne, RoadmapsTexts.PainPointMany),
            rows == 0 ? null : RoadmapsTexts.InAssetList,
            erased == 0 ? null : RoadmapsTexts.SinceWithdrawn,
        ];
        return string.Join(", ", parts.OfType<string>());
    }
}
