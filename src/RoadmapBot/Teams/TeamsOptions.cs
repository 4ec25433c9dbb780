using Microsoft.Extensions.Options;

namespace RoadmapBot.Teams;

/// <summary>How the bot is known to Teams and how it reaches Teams (section <c>Teams</c>). Defaults are the public cloud's.</summary>
internal sealed class TeamsOptions
{
    public const string Section = "Teams";

    private static readonly string[] PublicCloud =
    [
        "https://smba.trafficmanager.net", "https://smba.onyx.prod.teams.trafficmanager.net", "https://smba.infra.gcc.teams.microsoft.com",
    ];

    /// <summary>The bot's app id (GUID). Needed outside Development.</summary>
    public string? AppId { get; set; }

    /// <summary>The client secret of the bot's app registration. Needed outside Development.</summary>
    public string? AppSecret { get; set; }

    /// <summary>The tenant the bot is registered in; part of the default token URL.</summary>
    public string? HomeTenant { get; set; }

    /// <summary>Where outgoing tokens come from; by default the home tenant's Entra endpoint.</summary>
    public string? TokenUrl { get; set; }

    public string TokenScope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>Where the keys that sign incoming tokens are listed.</summary>
    public string OpenIdMetadataUrl { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Who must have issued incoming tokens.</summary>
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>Origins (scheme, host, port) that a service URL may have; replies go nowhere else.</summary>
    public string[]? ServiceUrlOrigins { get; set; }

    /// <summary>Tenants that may use the bot; empty means all.</summary>
    public string[] AllowedTenants { get; set; } = [];

    /// <summary>How long one turn may take. Teams gives up after 15 s.</summary>
    public TimeSpan TurnLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one call to Teams may take.</summary>
    public TimeSpan CallLimit { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How many turns may run and wait at once; Teams is told to come again with what is beyond. Each may hold a body of 256 KB.</summary>
    public int MostTurns { get; set; } = 256;

    public IReadOnlyList<string> AllowedOrigins => ServiceUrlOrigins is { Length: > 0 } ? ServiceUrlOrigins : PublicCloud;

    public string EffectiveTokenUrl => TokenUrl ?? $"https://login.microsoftonline.com/{HomeTenant}/oauth2/v2.0/token";
}

/// <summary>Stops a deployment that could not work before its first turn, and says every fault at once.</summary>
internal sealed class TeamsOptionsCheck(IHostEnvironment environment) : IValidateOptions<TeamsOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        var faults = new List<string>();
        if (options.AppId is null && !environment.IsDevelopment())
            faults.Add("Teams:AppId is missing: set it to the bot's app id (a GUID).");
        if (options.AppId is not null && !Guid.TryParse(options.AppId, out _))
            faults.Add("Teams:AppId is not a GUID: copy it from the bot's app registration.");
        if (options.AppId is not null && string.IsNullOrEmpty(options.AppSecret))
            faults.Add("Teams:AppSecret is missing: set it to a client secret of the app registration, from a secret store rather than a file.");
        if (options.AppId is not null && options.TokenUrl is null && string.IsNullOrWhiteSpace(options.HomeTenant))
            faults.Add("Teams:HomeTenant is missing: set it to the id of the tenant that the bot is registered in, or set Teams:TokenUrl.");
        if (string.IsNullOrWhiteSpace(options.Issuer))
            faults.Add("Teams:Issuer is missing: leave it out for the public cloud, or set it to the issuer of your cloud's tokens.");
        Address("OpenIdMetadataUrl", options.OpenIdMetadataUrl);
        Address("TokenUrl", options.EffectiveTokenUrl);
        foreach (var origin in options.AllowedOrigins.Where(origin => !ServiceUrls.IsOrigin(origin)))
            faults.Add($"Teams:ServiceUrlOrigins holds \"{origin}\", which is no origin: write scheme, host and port only, like https://smba.trafficmanager.net.");
        if (options.TurnLimit <= TimeSpan.Zero || options.TurnLimit > TimeSpan.FromSeconds(12))
            faults.Add("Teams:TurnLimit must be more than 0 and at most 00:00:12, because Teams gives up after 15 seconds.");
        if (options.CallLimit <= TimeSpan.Zero || options.CallLimit > TimeSpan.FromMinutes(1))
            faults.Add("Teams:CallLimit must be more than 0 and at most 00:01:00.");
        if (options.MostTurns is < 1 or > 10_000)
            faults.Add("Teams:MostTurns must be from 1 to 10000.");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

        void Address(string setting, string value)
        {
            if (!Uri.TryCreate(value, UriKind.Absolute, out _))
                faults.Add($"Teams:{setting} is not an absolute URL.");
            else if (!ServiceUrls.IsProtected(value))
                faults.Add($"Teams:{setting} must use https; plain http is allowed on loopback only.");
        }
    }
}
