namespace RoadmapBot.Conversation;

/// <summary>Lets a job say something at once, while its slow part is still under way: in a transaction of its own.</summary>
internal interface IMeanwhile
{
    /// <summary>It is a courtesy: where it cannot be said it is left unsaid.</summary>
    Task Say(Action<IChannel> what, CancellationToken cancel);
}
