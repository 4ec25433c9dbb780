using RoadmapBot.Analysis.Support;
using RoadmapBot.Engagements;

namespace RoadmapBot.Analysis;

/// <summary>Everything that an organisation's people have said: what the analyst works from.</summary>
/// <param name="Objectives">In the organisation's own words, most important first. May be empty.</param>
internal sealed record Testimony(
    Organisation Organisation, IReadOnlyList<string> Objectives, IReadOnlyList<Voice> Voices, IReadOnlyList<PainStatement> PainPoints)
{
    /// <summary>The rows of the imported asset list that could be used.</summary>
    public IReadOnlyList<Asset> Assets { get; init; } = [];
}

/// <summary>One person who was interviewed.</summary>
/// <param name="Id">Unique within the testimony, never empty.</param>
/// <param name="LeftOpen">The questions that the person skipped or could not answer, as asked.</param>
internal sealed record Voice(
    string Id, Role Role, string Title, string? Department, IReadOnlyList<Statement> Statements, IReadOnlyList<string> LeftOpen);

/// <summary>An answer, or the wording of the choice that was taken.</summary>
/// <param name="Id">Unique within its voice.</param>
/// <param name="Topic">The question as it was asked; it gives short answers their meaning.</param>
internal sealed record Statement(string Id, string Topic, string Text);

/// <summary>A trouble that somebody reported outside an interview.</summary>
/// <param name="Id">Unique within the testimony's pain points.</param>
internal sealed record PainStatement(string Id, string Text, string? Department);
