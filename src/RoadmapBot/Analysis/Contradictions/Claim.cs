namespace RoadmapBot.Analysis.Contradictions;

/// <summary>One thing that one person states.</summary>
/// <param name="Key">Claims of one kind are about the same thing where this is equal.</param>
/// <param name="About">The thing in our words.</param>
/// <param name="Says">The stand in a few words of ours, such as a figure or a party.</param>
/// <param name="Word">A word of what was said.</param>
internal sealed record Claim(ContradictionKind Kind, string Key, string About, Stand Stand, string Says, Hearing Hearing, int Word)
{
    /// <summary>Empty for a pain point, whose author is not known.</summary>
    public string Voice => Hearing.Voice?.Id ?? "";

    public Receipt Receipt() => new(Voice, Hearing.Id, Hearing.Text.Quote(Word, Word));
}
