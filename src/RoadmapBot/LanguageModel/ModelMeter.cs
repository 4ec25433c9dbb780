using System.Diagnostics.Metrics;

namespace RoadmapBot.LanguageModel;

/// <summary>What operators see of the model: calls, tokens and refusals, by prompt. It joins the bot's own meter, whose name it therefore has.</summary>
internal static class ModelMeter
{
    private static readonly Meter Meter = new("RoadmapBot");
    private static readonly Counter<long> Calls = Meter.CreateCounter<long>("roadmapbot.model.calls", "{call}", "Calls to the language model, by prompt and outcome");
    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>("roadmapbot.model.tokens", "{token}", "Tokens sent to and received from the language model, by prompt and direction");
    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("roadmapbot.model.refused", "{sentence}", "Sentences of the language model that the check did not let pass");

    /// <param name="outcome">A word of ours.</param>
    public static void Called(string prompt, string outcome) => Calls.Add(1, new("roadmapbot.prompt", prompt), new("roadmapbot.outcome", outcome));

    public static void Used(Provenance by)
    {
        Tokens.Add(by.TokensIn, new("roadmapbot.prompt", by.Prompt), new("roadmapbot.direction", "in"));
        Tokens.Add(by.TokensOut, new("roadmapbot.prompt", by.Prompt), new("roadmapbot.direction", "out"));
    }

    public static void Refused(int sentences)
    {
        if (sentences > 0)
            Refusals.Add(sentences);
    }
}
