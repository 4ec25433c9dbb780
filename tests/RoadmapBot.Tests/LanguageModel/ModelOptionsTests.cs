using RoadmapBot.LanguageModel;

namespace RoadmapBot.Tests.LanguageModel;

public sealed class ModelOptionsTests
{
    [Fact]
    public void Without_an_endpoint_nothing_is_needed() => Assert.True(Check(new()).Succeeded);

    [Fact]
    public void A_local_server_needs_no_key() => Assert.True(Check(new() { Endpoint = "http://127.0.0.1:11434/v1/", Model = "local" }).Succeeded);

    [Fact]
    public void An_identity_needs_no_key() => Assert.True(Check(new() { Endpoint = "https://x.openai.azure.com/openai/v1/", Model = "gpt", Authentication = ModelAuthentication.Entra }).Succeeded);

    [Fact]
    public void Every_fault_is_told_at_once_with_the_setting_and_the_mend()
    {
        var faults = Check(new()
        {
            Endpoint = "http://models.example/v1/",
            CallLimit = TimeSpan.Zero,
            DraftLimit = TimeSpan.FromDays(1),
            QuestionLimit = TimeSpan.FromSeconds(4),
            MostCalls = 0,
            LargestAnswer = 1,
            TokensForAll = -1,
        }).Failures!.ToArray();
        foreach (var setting in (string[])["Endpoint", "Model", "Key", "CallLimit", "DraftLimit", "QuestionLimit", "MostCalls", "LargestAnswer", "TokensForAll"])
            Assert.Single(faults, fault => fault.StartsWith($"LanguageModel:{setting} ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "gpt", "k", ModelAuthentication.Key, "LanguageModel:Endpoint is missing")]
    [InlineData("models", "gpt", "k", ModelAuthentication.Key, "LanguageModel:Endpoint is not an absolute URL")]
    [InlineData("https://models.example/v1/", " ", "k", ModelAuthentication.Key, "LanguageModel:Model is missing")]
    [InlineData("https://models.example/v1/", "gpt", null, ModelAuthentication.Key, "LanguageModel:Key is missing")]
    [InlineData("https://models.example/v1/", "gpt", "k", ModelAuthentication.Entra, "LanguageModel:Key is set although")]
    internal void A_fault_of_the_connection_stops_the_start(string? endpoint, string? model, string? key, ModelAuthentication authentication, string fault) =>
        Assert.StartsWith(fault, Assert.Single(Check(new() { Endpoint = endpoint, Model = model, Key = key, Authentication = authentication }).Failures!), StringComparison.Ordinal);

    private static Microsoft.Extensions.Options.ValidateOptionsResult Check(ModelOptions options) => new ModelOptionsCheck().Validate(null, options);
}
