namespace RoadmapBot.LanguageModel;

/// <summary>Why a call to a model came to nothing.</summary>
internal enum ModelFaultKind
{
    /// <summary>Nobody answers at the address, or the connection broke.</summary>
    Unreachable,

    /// <summary>Took longer than it may.</summary>
    TooSlow,

    /// <summary>The service asks for a pause (429).</summary>
    Busy,

    /// <summary>The service's own fault (5xx).</summary>
    Broken,

    /// <summary>The service takes neither key nor request: a fault of the deployment.</summary>
    Rejected,

    /// <summary>What came is no answer: cut off, too long, filtered, a tool call, not in the agreed form.</summary>
    NoAnswer,
}

/// <summary>A call came to nothing. The message is ours: what the service says may repeat the prompt, and goes into no log.</summary>
/// <param name="retryAfter">How long the service asks to be left alone.</param>
internal sealed class ModelFaultException(ModelFaultKind kind, string message, TimeSpan? retryAfter = null) : Exception(message)
{
    public ModelFaultKind Kind => kind;

    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>The same call may succeed a little later.</summary>
    public bool IsPassing => kind is ModelFaultKind.Unreachable or ModelFaultKind.TooSlow or ModelFaultKind.Busy or ModelFaultKind.Broken;
}
