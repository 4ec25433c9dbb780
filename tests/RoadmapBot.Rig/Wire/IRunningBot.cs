namespace RoadmapBot.Rig.Wire;

/// <summary>A bot that runs, and the Teams that it talks to.</summary>
internal interface IRunningBot
{
    /// <summary>To its endpoint; signs what it posts, where the bot wants that.</summary>
    HttpClient Http { get; }

    FakeConnector Connector { get; }

    /// <summary>The bot's own account in every chat.</summary>
    string Account { get; }

    /// <summary>The first column of what a statement finds in the bot's database, as text.</summary>
    IReadOnlyList<string> Query(string sql);
}
