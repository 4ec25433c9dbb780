using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace RoadmapBot.LanguageModel;

internal static class ModelServices
{
    public static IServiceCollection AddLanguageModel(this IServiceCollection services)
    {
        services.AddOptions<ModelOptions>().BindConfiguration(ModelOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsCheck>();
        services.AddHttpClient(OpenAiConnection.HttpName, http => http.Timeout = Timeout.InfiniteTimeSpan) // PatientChat has the limits
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5) })
            .AddHttpMessageHandler(provider => new AnswerLimit(provider.GetRequiredService<IOptions<ModelOptions>>().Value.LargestAnswer))
            .RemoveAllLoggers(); // they hand headers, our key among them, to every logger that keeps a message's values
        return services.AddSingleton(provider => new Model(
            Open(provider), provider.GetRequiredService<PromptBook>(), provider.GetRequiredService<IBudgetStore>(), provider.GetRequiredService<IOptions<ModelOptions>>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Model>>()));
    }

    /// <returns>Null where no model is configured.</returns>
    private static PatientChat? Open(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ModelOptions>>().Value;
        return options.Endpoint is null ? null : new PatientChat(OpenAiConnection.Open(options, provider.GetRequiredService<IHttpClientFactory>().CreateClient(OpenAiConnection.HttpName)), options);
    }
}
