using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Teams;

internal static class TeamsServices
{
    public static IServiceCollection AddTeams(this IServiceCollection services)
    {
        services.AddOptions<TeamsOptions>().BindConfiguration(TeamsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsCheck>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ChannelToken>(ChannelToken.SchemeName, null);
        services.AddSingleton<SigningKeys>().AddSingleton<TokenSource>().AddSingleton<ConnectorClient>().AddSingleton<SendPace>();
        services.AddSingleton<Sender>().AddSingleton<TurnRunner>();
        services.AddSingleton(provider => new ConcurrencyLimiter(
            new ConcurrencyLimiterOptions { PermitLimit = provider.GetRequiredService<IOptions<TeamsOptions>>().Value.MostTurns }));
        foreach (var client in (string[])[nameof(SigningKeys), nameof(TokenSource), nameof(ConnectorClient)])
        {
            services.AddHttpClient(client, (provider, http) =>
            {
                http.Timeout = provider.GetRequiredService<IOptions<TeamsOptions>>().Value.CallLimit;
                http.MaxResponseContentBufferSize = 4 * 1024 * 1024;
            }).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) // tokens go to no other host
                .RemoveAllLoggers(); // they hand headers, our token among them, to every logger that keeps a message's values
        }

        services.AddScoped<IChannel, OutboxChannel>().AddScoped<TurnRouter>().AddScoped<Handlers>().AddScoped<StandingFinder>().AddScoped<RosterJob>();
        return services;
    }
}
