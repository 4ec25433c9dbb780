using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace RoadmapBot.LanguageModel;

/// <summary>Where a text that a model wrote comes from.</summary>
/// <param name="Prompt">The file's name without its ending.</param>
/// <param name="Hash">Of the file.</param>
/// <param name="Model">As the service names it.</param>
/// <param name="TokensIn">As the service counts them; estimated where it does not.</param>
internal sealed record Provenance(string Prompt, string Hash, string Model, long TokensIn, long TokensOut, TimeSpan Took, DateTimeOffset At);

/// <summary>What a model is asked.</summary>
/// <param name="Prompt">The name of a file of <c>prompts/model</c>.</param>
/// <param name="Data">By the prompt's variables: written as JSON, names and secrets hidden.</param>
internal sealed record ModelCall(string Prompt, IReadOnlyDictionary<string, object> Data, Spender By, Mask Mask);

internal enum Silence
{
    /// <summary>No model is configured.</summary>
    Off,

    /// <summary>A budget of tokens is used up for today.</summary>
    Spent,

    /// <summary>No answer, none in time, or none in the agreed form.</summary>
    Failed,
}

internal abstract record ModelAnswer<T>
{
    /// <param name="Value">In the agreed form, names restored. What it claims is still to be checked.</param>
    internal sealed record Said(T Value, Provenance By) : ModelAnswer<T>;

    internal sealed record Silent(Silence Why) : ModelAnswer<T>;
}

/// <summary>
/// The language model: fills a prompt, asks within the budget, reads the answer into a record. It never throws for what the model or the way to it
/// does; whoever asks has words of the rules' own to go on with.
/// </summary>
internal sealed partial class Model(IChatClient? client, PromptBook prompts, IBudgetStore budget, IOptions<ModelOptions> options, TimeProvider time, ILogger<Model> log)
{
    /// <summary>Characters of a model's name, as its service tells it.</summary>
    private const int LongestName = 60;

    /// <summary>Answers have exactly the members that were agreed; in prompts only what could end a block is escaped.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        MaxDepth = 16,
    };

    public bool IsOn => client is not null;

    public ModelOptions Options => options.Value;

    /// <param name="limit">How long it may take, tries and waiting together, in real time.</param>
    public async Task<ModelAnswer<T>> Ask<T>(ModelCall call, TimeSpan limit, CancellationToken cancel) where T : class
    {
        if (client is null)
            return new ModelAnswer<T>.Silent(Silence.Off);
        if (limit <= TimeSpan.Zero)
            return new ModelAnswer<T>.Silent(Silence.Failed);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        end.CancelAfter(limit);
        var prompt = prompts[call.Prompt];
        try
        {
            var messages = prompt.Fill(call.Data.ToDictionary(one => one.Key, one => JsonText(one.Value, call.Mask)));
            return await Ask<T>(client, call, prompt, messages, end.Token);
        }
        catch (ModelFaultException fault)
        {
            Tell(call, fault.Kind, fault.Message);
        }
        catch (JsonException)
        {
            Tell(call, ModelFaultKind.NoAnswer, "The answer has not the agreed form.");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            Tell(call, ModelFaultKind.TooSlow, "The time for it is over.");
        }

        return new ModelAnswer<T>.Silent(Silence.Failed);
    }

    private void Tell(ModelCall call, ModelFaultKind kind, string why)
    {
        ModelMeter.Called(call.Prompt, kind.ToString());
        Log.NoAnswer(log, call.Prompt, kind, why);
    }

    private async Task<ModelAnswer<T>> Ask<T>(IChatClient client, ModelCall call, Prompt prompt, IReadOnlyList<ChatMessage> messages, CancellationToken cancel) where T : class
    {
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var purses = Budget.Purses(call.By, day, options.Value);
        var input = Budget.Estimate(messages.Sum(message => (long)message.Text.Length) + prompt.Schema.GetRawText().Length);
        var taken = input + prompt.MostTokens;
        if (!await budget.Take(purses, day, taken, cancel))
        {
            ModelMeter.Called(call.Prompt, nameof(Silence.Spent));
            Log.Spent(log, call.Prompt);
            return new ModelAnswer<T>.Silent(Silence.Spent);
        }

        var used = input; // what a call that fails has cost at most, as far as anybody knows
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            var response = await client.GetResponseAsync(messages, new ChatOptions
            {
                Temperature = prompt.Temperature,
                MaxOutputTokens = prompt.MostTokens,
                ResponseFormat = ChatResponseFormat.ForJsonSchema(prompt.Schema, prompt.Name.Replace('-', '_')),
            }, cancel);
            var (tokensIn, tokensOut) = (response.Usage?.InputTokenCount ?? input, response.Usage?.OutputTokenCount ?? Budget.Estimate(response.Text.Length));
            used = Math.Max(0, tokensIn) + Math.Max(0, tokensOut);
            var name = response.ModelId is { } told && PlainWords.Fault(told, LongestName) is null ? told : options.Value.Model!; // it stands on cards
            var by = new Provenance(prompt.Name, prompt.Hash, name, tokensIn, tokensOut, TimeProvider.System.GetElapsedTime(began), time.GetUtcNow());
            ModelMeter.Used(by);
            var value = Read<T>(response, call.Mask);
            ModelMeter.Called(call.Prompt, "Answered");
            return new ModelAnswer<T>.Said(value, by);
        }
        finally
        {
            await budget.Take(purses, day, used - taken, CancellationToken.None);
        }
    }

    /// <exception cref="ModelFaultException">It is no whole answer.</exception>
    /// <exception cref="JsonException">It has not the agreed form.</exception>
    private static T Read<T>(ChatResponse response, Mask mask) where T : class
    {
        if (response.FinishReason != ChatFinishReason.Stop)
            throw new ModelFaultException(ModelFaultKind.NoAnswer, $"The answer ended with {(response.FinishReason is { } reason && Known(reason) ? reason.Value : "nothing")}.");
        if (response.Messages.Any(message => message.Contents.OfType<ErrorContent>().Any()))
            throw new ModelFaultException(ModelFaultKind.NoAnswer, "The model refuses.");
        return mask.Restore(JsonNode.Parse(response.Text, null, new JsonDocumentOptions { MaxDepth = 16, AllowDuplicateProperties = false })).Deserialize<T>(Json) ?? throw new JsonException();
    }

    /// <summary>A reason that we do not know is the service's words, and goes into no log.</summary>
    private static bool Known(ChatFinishReason reason) => reason == ChatFinishReason.Length || reason == ChatFinishReason.ContentFilter || reason == ChatFinishReason.ToolCalls;

    private static string JsonText(object value, Mask mask) => mask.Hide(JsonSerializer.SerializeToNode(value, Json))!.ToJsonString(Json);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The model gave no answer to {Prompt} ({Kind}): {Why} The rules' words stand")]
        public static partial void NoAnswer(ILogger log, string prompt, ModelFaultKind kind, string why);

        [LoggerMessage(2, LogLevel.Warning, "A budget of tokens is used up for today; {Prompt} is not asked and the rules' words stand")]
        public static partial void Spent(ILogger log, string prompt);
    }
}
