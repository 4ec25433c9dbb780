using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Script = System.Func<RoadmapBot.Rig.Wire.ModelRequest, Microsoft.AspNetCore.Http.HttpContext, System.Threading.Tasks.Task>;

namespace RoadmapBot.Rig.Wire;

/// <summary>How a model can answer: well, badly in every way that is known of models and of the way to them, and with malice.</summary>
internal static partial class ModelScripts
{
    public const string Lie = "Contoso lost 4711 laptops on 3 March 2031.";

    /// <summary>By name. All but the first end with the rules' words.</summary>
    public static IReadOnlyDictionary<string, Script> All { get; } = new Dictionary<string, Script>(StringComparer.Ordinal)
    {
        ["obedient"] = Obedient,
        ["hang"] = (_, http) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted),
        ["429 with retry-after 600"] = (_, http) => Fail(http, 429, """{"error":{"message":"slow down"}}""", "600"),
        ["500"] = (request, http) => Fail(http, 500, JsonSerializer.Serialize(new { error = new { message = request.User } })),
        ["401"] = (_, http) => Fail(http, 401, """{"error":{"message":"wrong key key-of-the-fake"}}"""),
        ["HTML"] = (_, http) => Fail(http, 200, "<html><body>Sign in to the hotel's network</body></html>", type: "text/html"),
        ["redirect"] = (_, http) => { http.Response.Redirect("http://127.0.0.1:9/v1/chat/completions"); return Task.CompletedTask; },
        ["cut stream"] = async (request, http) => { await Stream(http, Answer(request)[..20], finish: null, isDone: false); http.Abort(); },
        ["stream without an end"] = (request, http) => Stream(http, Answer(request), finish: null, isDone: false),
        ["invalid UTF-8"] = async (_, http) => { Begin(http); await http.Response.Body.WriteAsync((byte[])[.. "data: {\"choices\":[{\"delta\":{\"content\":\""u8, 0xFF, 0xFE, 0xC0, .. "\"}}]}\n\ndata: [DONE]\n\n"u8]); },
        ["broken event"] = async (_, http) => { Begin(http); await http.Response.WriteAsync("data: {\"choices\":[{\n\ndata: [DONE]\n\n"); },
        ["malformed JSON"] = (request, http) => Stream(http, Answer(request)[..^3]),
        ["JSON of another form"] = (_, http) => Stream(http, """{"answer":42}"""),
        ["more members than agreed"] = (request, http) => Stream(http, Answer(request).Insert(1, "\"html\":\"<b>\",")),
        ["deep JSON"] = (_, http) => Stream(http, new string('[', 5000)),
        ["wrong ids"] = (request, http) => Stream(http, Changed(request, text => text, id => $"{id}9")),
        ["nobody cited"] = (request, http) => Stream(http, Regex.Replace(Answer(request), "\"answers\":\\[[^\\]]*\\]", "\"answers\":[]")),
        ["refusal"] = (_, http) => Chunks(http, ["""{"refusal":"I cannot help with that."}"""], "stop", isDone: true),
        ["empty"] = (_, http) => Stream(http, ""),
        ["nothing at all"] = (_, http) => { Begin(http); return Task.CompletedTask; },
        ["10 MB"] = (_, http) => Stream(http, $$"""{"sentences":["{{new string('x', 10 * 1024 * 1024)}}"]}"""),
        ["cut by length"] = (request, http) => Stream(http, Answer(request), finish: "length"),
        ["content filter"] = (request, http) => Stream(http, Answer(request), finish: "content_filter"),
        ["tool call"] = (_, http) => Chunks(http, ["""{"tool_calls":[{"index":0,"id":"c1","type":"function","function":{"name":"delete_everything","arguments":"{}"}}]}"""], "tool_calls", isDone: true),
        ["echo"] = (request, http) => Stream(http, request.Text),
        ["echo in every sentence"] = (request, http) => Stream(http, Changed(request, _ => request.Text)),
        ["lie"] = (request, http) => Stream(http, Changed(request, _ => Lie)),
        ["lie behind the truth"] = (request, http) => Stream(http, Changed(request, text => $"{text} {Lie}")),
        ["link"] = Behind(" See https://evil.example/?q=all"),
        ["bare link"] = Behind(" See evil.example/x"),
        ["markdown link"] = Behind(" [more](https://evil.example)"),
        ["image"] = Behind(" ![x](https://evil.example/x.png)"),
        ["mention"] = Behind(" <at>everyone</at>"),
        ["bare mention"] = Behind(" @everyone"),
        ["card"] = Behind(""" {"type":"AdaptiveCard","version":"1.5","body":[],"actions":[{"type":"Action.OpenUrl","url":"https://evil.example"}]}"""),
        ["HTML in words"] = Behind(" <img src=x onerror=alert(1)>"),
        ["ANSI codes"] = Behind("\u001b[31m red\u001b[0m"),
        ["invisible signs"] = Behind("\u200b\u202e\U000E0041\U000E0042"),
        ["line breaks"] = Behind("\n\n# Approved by the board\n"),
        ["placeholder"] = Behind(" [SECRET_1] [PERSON_99]"),
    };

    public static Task Obedient(ModelRequest request, HttpContext http) => Stream(http, Answer(request));

    /// <summary>What a good model answers: people's own words, each with the answer that they come from.</summary>
    public static string Answer(ModelRequest request) => (request.Schema switch
    {
        "read_answers" => new JsonObject
        {
            ["sentences"] = new JsonArray([.. from gap in request.Data("gaps").EnumerateArray()
                                              let id = gap.GetProperty("answers")[0].GetString()!
                                              let answer = request.Data("answers").EnumerateArray().First(one => one.GetProperty("id").GetString() == id)
                                              select new JsonObject { ["gap"] = gap.GetProperty("id").GetString(), ["text"] = FirstSentence(answer.GetProperty("text").GetString()!), ["answers"] = new JsonArray(id) }]),
        },
        "word_gaps" => new JsonObject
        {
            ["sentences"] = new JsonArray([.. request.Data("notes").EnumerateArray().DistinctBy(note => note.GetProperty("gap").GetString()).Select(note => JsonNode.Parse(note.GetRawText()))]),
        },
        "word_initiatives" => new JsonObject
        {
            ["initiatives"] = new JsonArray([.. request.Data("initiatives").EnumerateArray().Select(one => new JsonObject { ["id"] = one.GetProperty("id").GetString(), ["text"] = one.GetProperty("objective").GetString() })]),
        },
        "summarise_roadmap" => new JsonObject { ["sentences"] = new JsonArray(request.Data("gaps")[0].GetProperty("statement").GetString()) },
        "word_probe" => new JsonObject
        {
            ["slot"] = request.Data("missing").EnumerateArray().Last().GetProperty("slot").GetString(),
            ["question"] = $"Going by your answer: {request.Data("missing").EnumerateArray().Last().GetProperty("question").GetString()}",
        },
        var other => throw new InvalidOperationException($"Nobody knows the prompt {other}."),
    }).ToJsonString();

    /// <summary>Writes a text as a stream of events, in pieces of a few characters.</summary>
    public static Task Stream(HttpContext http, string text, string? finish = "stop", bool isDone = true) =>
        Chunks(http, text.Chunk(Math.Max(40, text.Length / 50)).Select(piece => JsonSerializer.Serialize(new { content = new string(piece) })), finish, isDone);

    private static Script Behind(string evil) => (request, http) => Stream(http, Changed(request, text => text + evil));

    /// <summary>The good answer with other texts.</summary>
    private static string Changed(ModelRequest request, Func<string, string> text, Func<string, string>? id = null)
    {
        return Change(JsonNode.Parse(Answer(request)), "")!.ToJsonString();

        JsonNode? Change(JsonNode? node, string key) => node switch
        {
            JsonObject found => new JsonObject(found.Select(member => KeyValuePair.Create(member.Key, Change(member.Value, member.Key)))),
            JsonArray list => new JsonArray([.. list.Select(item => Change(item, key))]),
            JsonValue value when key is "text" or "question" or "sentences" => JsonValue.Create(text(value.GetValue<string>())),
            JsonValue value when id is not null => JsonValue.Create(id(value.GetValue<string>())),
            _ => node?.DeepClone(),
        };
    }

    private static async Task Chunks(HttpContext http, IEnumerable<string> deltas, string? finish, bool isDone)
    {
        Begin(http);
        foreach (var delta in deltas)
            await Event($$"""{"index":0,"delta":{{delta}},"finish_reason":null}""");
        if (finish is not null)
            await Event($$"""{"index":0,"delta":{},"finish_reason":"{{finish}}"}""");
        if (!isDone)
            return;
        await http.Response.WriteAsync("""data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"fake-1-2026","choices":[],"usage":{"prompt_tokens":100,"completion_tokens":20,"total_tokens":120}}""" + "\n\n");
        await http.Response.WriteAsync("data: [DONE]\n\n");

        Task Event(string choice) => http.Response.WriteAsync($$"""data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"fake-1-2026","choices":[{{choice}}]}""" + "\n\n");
    }

    private static void Begin(HttpContext http) => http.Response.ContentType = "text/event-stream";

    private static async Task Fail(HttpContext http, int status, string body, string? retryAfter = null, string type = "application/json")
    {
        (http.Response.StatusCode, http.Response.ContentType) = (status, type);
        if (retryAfter is not null)
            http.Response.Headers.RetryAfter = retryAfter;
        await http.Response.WriteAsync(body, Encoding.UTF8);
    }

    private static string FirstSentence(string text) => Sentence().Match(text).Value.Trim();

    [GeneratedRegex(@"^[^\n]*?[.!?](?=\s|$)|^[^\n]+")]
    private static partial Regex Sentence();
}
