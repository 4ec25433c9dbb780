using Microsoft.Extensions.Options;

namespace RoadmapBot.LanguageModel;

internal enum ModelAuthentication
{
    /// <summary>An API key.</summary>
    Key,

    /// <summary>The process' managed identity, as Azure OpenAI takes it.</summary>
    Entra,
}

/// <summary>Which language model is asked, and how much (section <c>LanguageModel</c>). Without an endpoint none is, and the rules word everything.</summary>
internal sealed class ModelOptions
{
    public const string Section = "LanguageModel";

    /// <summary>The base address of an API that speaks as OpenAI's does, such as <c>https://NAME.openai.azure.com/openai/v1/</c>.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The model's name, or the deployment's.</summary>
    public string? Model { get; set; }

    public ModelAuthentication Authentication { get; set; } = ModelAuthentication.Key;

    public string? Key { get; set; }

    /// <summary>The client id of a user-assigned managed identity; the system-assigned one where null.</summary>
    public string? ClientId { get; set; }

    /// <summary>What the identity's token is for.</summary>
    public string Scope { get; set; } = "https://cognitiveservices.azure.com/.default";

    /// <summary>How long one try of a call may take.</summary>
    public TimeSpan CallLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long all the wording of one draft may take; what is not done by then keeps the rules' words.</summary>
    public TimeSpan DraftLimit { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a question of an interview waits for its wording.</summary>
    public TimeSpan QuestionLimit { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How many calls run at once.</summary>
    public int MostCalls { get; set; } = 4;

    /// <summary>Bytes of an answer, as it comes over the wire; a longer one is dropped.</summary>
    public int LargestAnswer { get; set; } = 1024 * 1024;

    /// <summary>Tokens in a day (UTC), sent and received together, for what one person sets off.</summary>
    public long TokensForPerson { get; set; } = 500_000;

    /// <summary>Tokens in a day (UTC) for one engagement.</summary>
    public long TokensForEngagement { get; set; } = 1_000_000;

    /// <summary>Tokens in a day (UTC) for one tenant.</summary>
    public long TokensForTenant { get; set; } = 2_000_000;

    /// <summary>Tokens in a day (UTC) for everybody.</summary>
    public long TokensForAll { get; set; } = 5_000_000;
}

/// <summary>Stops a deployment whose model could never be reached, and says every fault at once.</summary>
internal sealed class ModelOptionsCheck : IValidateOptions<ModelOptions>
{
    private static readonly TimeSpan LongestQuestion = TimeSpan.FromSeconds(3);

    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        var faults = new List<string>();
        if (options.Endpoint is null)
        {
            if (options.Model is not null || options.Key is not null || options.Authentication is ModelAuthentication.Entra)
                faults.Add("LanguageModel:Endpoint is missing: set it to the base address of the model's API, or leave all of LanguageModel out and the rules word everything.");
        }
        else
        {
            Connection(options, faults);
        }

        Between("CallLimit", options.CallLimit, TimeSpan.FromMinutes(5));
        Between("DraftLimit", options.DraftLimit, TimeSpan.FromMinutes(30));
        Between("QuestionLimit", options.QuestionLimit, LongestQuestion);
        if (options.MostCalls is < 1 or > 100)
            faults.Add("LanguageModel:MostCalls must be from 1 to 100.");
        if (options.LargestAnswer is < 4096 or > 16 * 1024 * 1024)
            faults.Add("LanguageModel:LargestAnswer must be from 4096 to 16777216 (bytes).");
        foreach (var (setting, tokens) in (ReadOnlySpan<(string, long)>)[
            ("TokensForPerson", options.TokensForPerson), ("TokensForEngagement", options.TokensForEngagement),
            ("TokensForTenant", options.TokensForTenant), ("TokensForAll", options.TokensForAll)])
        {
            if (tokens < 0)
                faults.Add($"LanguageModel:{setting} must not be below 0; 0 lets the model word nothing.");
        }

        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

        void Between(string setting, TimeSpan value, TimeSpan longest)
        {
            if (value <= TimeSpan.Zero || value > longest)
                faults.Add($"LanguageModel:{setting} must be more than 0 and at most {longest:c}.");
        }
    }

    private static void Connection(ModelOptions options, List<string> faults)
    {
        var isLocal = false;
        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            faults.Add("LanguageModel:Endpoint is not an absolute URL: write one such as https://NAME.openai.azure.com/openai/v1/.");
        else if (!(isLocal = address.IsLoopback) && address.Scheme is not "https")
            faults.Add("LanguageModel:Endpoint must use https; plain http is allowed on loopback only.");
        if (string.IsNullOrWhiteSpace(options.Model))
            faults.Add("LanguageModel:Model is missing: set it to the model's name, or on Azure to the deployment's.");
        switch (options.Authentication)
        {
            case ModelAuthentication.Key when string.IsNullOrEmpty(options.Key) && !isLocal:
                faults.Add("LanguageModel:Key is missing: set it, from a secret store rather than a file, or set LanguageModel:Authentication to Entra.");
                break;
            case ModelAuthentication.Entra when options.Key is not null:
                faults.Add("LanguageModel:Key is set although LanguageModel:Authentication is Entra: remove one of the two.");
                break;
            case ModelAuthentication.Entra when !Uri.TryCreate(options.Scope, UriKind.Absolute, out _):
                faults.Add("LanguageModel:Scope is not an absolute URL: leave it out, or write one such as https://cognitiveservices.azure.com/.default.");
                break;
        }
    }
}
