namespace RoadmapBot.Discovery;

/// <summary>What an interview comes to after something happened; <paramref name="Next"/> is what to save.</summary>
internal abstract record InterviewStep(Interview Next)
{
    /// <summary>A question stands open: <c>Next.Open</c>.</summary>
    internal sealed record Asks(Interview Next, Progress Progress) : InterviewStep(Next);

    /// <summary>Everything is asked: show the person what was heard.</summary>
    internal sealed record PlaysBack(Interview Next) : InterviewStep(Next);

    internal sealed record Pauses(Interview Next, Progress Progress) : InterviewStep(Next);

    /// <summary>The person said how well it fits.</summary>
    internal sealed record Confirms(Interview Next) : InterviewStep(Next);

    /// <summary>Nothing is saved yet: it is not certain that this text is meant for the open question.</summary>
    internal sealed record Doubts(Interview Next, string Text, Doubt Why) : InterviewStep(Next);

    /// <summary>An answer that was given before now reads otherwise, or is withdrawn.</summary>
    internal sealed record Amends(Interview Next, Given Answer) : InterviewStep(Next);

    /// <summary>The card is about a question that no longer stands open; nothing changes.</summary>
    internal sealed record Passes(Interview Next) : InterviewStep(Next);
}

internal enum Doubt
{
    /// <summary>The same text came within a minute: the channel may have delivered it twice.</summary>
    Repeated,

    /// <summary>The question was asked long ago.</summary>
    Late,

    /// <summary>The text begins like a command.</summary>
    Command,
}

/// <summary>How far an interview is.</summary>
/// <param name="Asked">The place of the open question among all that this person will be asked, from 1.</param>
/// <param name="Of">How many questions that is, follow-up questions not counted.</param>
/// <param name="Left">About how long the rest takes.</param>
internal sealed record Progress(int Asked, int Of, TimeSpan Left);
