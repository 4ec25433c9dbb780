using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Vendor = OpenAI.Chat;

namespace RoadmapBot.LanguageModel;

/// <summary>The <c>OpenAI</c> package's chat behind <see cref="IChatClient"/>: texts out, texts back, an agreed JSON schema, usage. No tools: a model has none here.</summary>
internal sealed class OpenAiChat(Vendor.ChatClient chat) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var updates = chat.CompleteChatStreamingAsync(messages.Select(Message), Options(options), cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await Next(updates, cancellationToken))
            yield return Update(updates.Current);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // the vendor's client holds nothing of its own
    }

    /// <summary>Turns every way in which a call can end badly into ours, without the service's words.</summary>
    private static async Task<bool> Next(IAsyncEnumerator<Vendor.StreamingChatCompletionUpdate> updates, CancellationToken cancel)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (ClientResultException fault)
        {
            throw Of(fault);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new ModelFaultException(ModelFaultKind.Unreachable, $"No connection ({fault.GetType().Name}).");
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not OutOfMemoryException)
        {
            throw new ModelFaultException(ModelFaultKind.NoAnswer, $"The answer cannot be read ({fault.GetType().Name}).");
        }
    }

    private static ModelFaultException Of(ClientResultException fault) => fault.Status switch
    {
        0 => new(ModelFaultKind.Unreachable, "No connection."),
        429 => new(ModelFaultKind.Busy, "The service asks for a pause (429).", Pause(fault.GetRawResponse())),
        408 or >= 500 => new(ModelFaultKind.Broken, $"The service failed ({fault.Status}).", Pause(fault.GetRawResponse())),
        var status => new(ModelFaultKind.Rejected, $"The service rejects the call ({status})."),
    };

    private static TimeSpan? Pause(PipelineResponse? response) =>
        response?.Headers.TryGetValue("Retry-After", out var value) is true && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e6
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static Vendor.ChatMessage Message(ChatMessage message) =>
        message.Role == ChatRole.System ? new Vendor.SystemChatMessage(message.Text)
        : message.Role == ChatRole.Assistant ? new Vendor.AssistantChatMessage(message.Text)
        : new Vendor.UserChatMessage(message.Text);

    private static Vendor.ChatCompletionOptions Options(ChatOptions? options) => new()
    {
        MaxOutputTokenCount = options?.MaxOutputTokens,
        Temperature = options?.Temperature,
        ResponseFormat = options?.ResponseFormat is ChatResponseFormatJson { Schema: { } schema, SchemaName: { } name }
            ? Vendor.ChatResponseFormat.CreateJsonSchemaFormat(name, BinaryData.FromString(schema.GetRawText()), jsonSchemaIsStrict: true)
            : null,
    };

    private static ChatResponseUpdate Update(Vendor.StreamingChatCompletionUpdate update)
    {
        var made = new ChatResponseUpdate(ChatRole.Assistant, string.Concat(update.ContentUpdate.Select(part => part.Text)))
        {
            ModelId = update.Model,
            FinishReason = update.ToolCallUpdates.Count > 0 ? ChatFinishReason.ToolCalls : update.FinishReason switch
            {
                Vendor.ChatFinishReason.Stop => ChatFinishReason.Stop,
                Vendor.ChatFinishReason.Length => ChatFinishReason.Length,
                Vendor.ChatFinishReason.ContentFilter => ChatFinishReason.ContentFilter,
                Vendor.ChatFinishReason.ToolCalls or Vendor.ChatFinishReason.FunctionCall => ChatFinishReason.ToolCalls,
                _ => null,
            },
        };
        if (!string.IsNullOrEmpty(update.RefusalUpdate))
            made.Contents.Add(new ErrorContent("The model refuses."));
        if (update.Usage is { } usage)
            made.Contents.Add(new UsageContent(new UsageDetails { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount, TotalTokenCount = usage.TotalTokenCount }));
        return made;
    }
}
