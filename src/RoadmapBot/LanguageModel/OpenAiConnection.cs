using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Identity;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace RoadmapBot.LanguageModel;

/// <summary>The way to the model that the settings name: Azure OpenAI's <c>/openai/v1/</c>, OpenAI, or any server that speaks alike.</summary>
internal static class OpenAiConnection
{
    /// <summary>Name of the HTTP client; its handler keeps the size of answers within limits and follows no redirect with our key.</summary>
    public const string HttpName = "LanguageModel";

    /// <param name="options">Checked, with an endpoint.</param>
    public static IChatClient Open(ModelOptions options, HttpClient http)
    {
        var settings = new OpenAIClientOptions
        {
            Endpoint = new Uri(options.Endpoint!),
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0), // PatientChat tries again, and knows when not to
            NetworkTimeout = options.CallLimit,
            UserAgentApplicationId = "RoadmapBot",
        };
        return new OpenAiChat(options.Authentication is ModelAuthentication.Entra ? WithIdentity(options, settings) : new ChatClient(options.Model, new ApiKeyCredential(options.Key ?? "none"), settings));
    }

#pragma warning disable OPENAI001 // the constructor that takes a policy is marked as not settled yet; it is the documented way to use Entra ID
    private static ChatClient WithIdentity(ModelOptions options, OpenAIClientOptions settings) => new(
        options.Model,
        new BearerTokenPolicy(new ManagedIdentityCredential(options.ClientId is { } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned), options.Scope),
        settings);
#pragma warning restore OPENAI001
}

/// <summary>Cuts an answer off where it grows beyond what is ever of use: a model that never stops must not fill the memory.</summary>
internal sealed class AnswerLimit(long most) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var limited = new StreamContent(new Limited(await response.Content.ReadAsStreamAsync(cancellationToken), most));
        foreach (var (name, values) in response.Content.Headers)
            limited.Headers.TryAddWithoutValidation(name, values);
        response.Content = limited;
        return response;
    }

    private sealed class Limited(Stream inner, long left) : Stream
    {
        private long _left = left;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Counted(await inner.ReadAsync(buffer, cancellationToken));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
            // nothing is written
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }

        private int Counted(int read) => (_left -= read) >= 0 ? read : throw new ModelFaultException(ModelFaultKind.NoAnswer, "The answer is too long.");
    }
}
