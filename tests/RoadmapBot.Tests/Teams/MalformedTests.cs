using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Teams;

/// <summary>Whatever is posted, the answer is a clear status that is no fault of ours, and the bot goes on.</summary>
public sealed class MalformedTests(Local local) : IClassFixture<Local>
{
    private const string Deep = "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[";
    private const string Good = "\"text\":\"hi\"";

    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["empty"] = "",
        ["spaces"] = "   \n",
        ["null"] = "null",
        ["an array"] = "[]",
        ["a text"] = "\"hi\"",
        ["a number"] = "7",
        ["a word"] = "hello",
        ["an empty object"] = "{}",
        ["cut short"] = "{\"type\":\"mess",
        ["two activities"] = Message(Good) + Message(Good),
        ["something after it"] = Message(Good) + "x",
        ["a comment"] = Message("/* hi */" + Good),
        ["a comma too many"] = Message(Good + ","),
        ["single quotes"] = Message("'text':'hi'"),
        ["NaN"] = Message("\"value\":{\"a\":NaN}"),
        ["a field twice"] = Message("\"text\":\"hi\",\"text\":\"ho\""),
        ["a field of the value twice"] = Message("\"value\":{\"verb\":\"say\",\"verb\":\"x\"}"),
        ["a field of the channel data twice"] = Message("\"channelData\":{\"tenant\":{\"id\":\"mal\",\"id\":\"ben\"}}"),
        ["a value 66 deep"] = Message($"\"value\":{Deep}{Deep}[[1{new string(']', 66)}"),
        ["a value 100,000 deep"] = Message("\"value\":" + new string('[', 100_000)),
        ["an unknown field 100,000 deep"] = Message("\"new\":" + new string('[', 100_000)),
        ["text a number"] = Message("\"text\":7"),
        ["text an object"] = Message("\"text\":{}"),
        ["text an array"] = Message("\"text\":[\"hi\"]"),
        ["text a boolean"] = Message("\"text\":true"),
        ["name a number"] = Message("\"name\":7"),
        ["members no array"] = Message("\"membersAdded\":{}"),
        ["members numbers"] = Message("\"membersAdded\":[7]"),
        ["no type"] = Without("type"),
        ["no conversation"] = Without("conversation"),
        ["no sender"] = Without("from"),
        ["no service URL"] = Without("serviceUrl"),
        ["type empty"] = Message(Good).Replace("\"message\"", "\"\"", StringComparison.Ordinal),
        ["type a number"] = Message(Good).Replace("\"message\"", "7", StringComparison.Ordinal),
        ["conversation id empty"] = Message(Good).Replace("\"a:mal\"", "\"\"", StringComparison.Ordinal),
        ["conversation a text"] = Message(Good).Replace("\"conversation\":{", "\"conversation\":\"a:mal\",\"was\":{", StringComparison.Ordinal),
        ["sender an array"] = Message(Good).Replace("\"from\":{", "\"from\":[],\"was\":{", StringComparison.Ordinal),
        ["a lone surrogate in the text"] = Message("\"text\":\"\\ud800\""),
        ["a lone surrogate in the value"] = Message("\"value\":{\"a\":\"\\udfff\"}"),
        ["a lone surrogate in a name of the value"] = Message("\"value\":{\"\\ud800\":1}"),
        ["a lone surrogate in the channel data"] = Message("\"channelData\":{\"a\":\"\\ud800\"}"),
        ["a lone surrogate in an entity"] = Message("\"entities\":[{\"text\":\"\\ud800x\"}]"),
        ["a lone surrogate in a name"] = Message(Good).Replace("\"Mal\"", "\"\\ud83d\"", StringComparison.Ordinal),
        ["NUL in the conversation id"] = Message(Good).Replace("a:mal", "a:\\u0000mal", StringComparison.Ordinal),
        ["a line break in the conversation id"] = Message(Good).Replace("a:mal", "a:\\nmal", StringComparison.Ordinal),
        ["NUL in the sender's id"] = Message(Good).Replace("29:mal", "29:\\u0000mal", StringComparison.Ordinal),
        ["a conversation id of 10,000 characters"] = Message(Good).Replace("a:mal", new string('x', 10_000), StringComparison.Ordinal),
        ["a sender's id of 10,000 characters"] = Message(Good).Replace("29:mal", new string('x', 10_000), StringComparison.Ordinal),
        ["a tenant id of 10,000 characters"] = Message(Good).Replace("\"mal-tenant\"", $"\"{new string('x', 10_000)}\"", StringComparison.Ordinal),
        ["a channel id of 10,000 characters"] = Message($"\"channelData\":{{\"channel\":{{\"id\":\"{new string('x', 10_000)}\"}}}}"),
        ["an activity id of 10,000 characters"] = Message(Good).Replace("\"$id\"", $"\"{new string('x', 10_000)}\"", StringComparison.Ordinal),
        ["a language of 10,000 characters"] = Message($"\"locale\":\"{new string('x', 10_000)}\""),
    };

    private static readonly Dictionary<string, string> Accepted = new()
    {
        ["a byte order mark"] = "\ufeff" + Message(Good),
        ["nothing said"] = Message("\"text\":\"\""),
        ["null everywhere"] = Message("\"text\":null,\"value\":null,\"entities\":null,\"channelData\":null,\"locale\":null,\"name\":null,\"membersAdded\":null,\"replyToId\":null"),
        ["a field that we do not know"] = Message(Good + ",\"new\":{\"a\":[1,2.5e400,99999999999999999999999]}"),
        ["an entity that we do not know"] = Message(Good + ",\"entities\":[null,7,\"x\",[],{},{\"type\":\"new\"},{\"type\":\"mention\"},{\"type\":\"mention\",\"mentioned\":[]}]"),
        ["a type that we do not know"] = Message(Good).Replace("\"message\"", "\"hologram\"", StringComparison.Ordinal),
        ["numbers and booleans in a form"] = Message("\"value\":{\"verb\":7,\"a\":true,\"b\":1e400,\"c\":null,\"d\":[1],\"e\":{}}"),
        ["a form that is an array"] = Message("\"value\":[1,2]"),
        ["a form that is a text"] = Message("\"value\":\"x\""),
        ["a button that we do not know"] = Message("\"value\":{\"verb\":\"interview/nothing\"}"),
        ["a button of somebody else's engagement"] = Message("\"value\":{\"verb\":\"interview/skip\",\"engagement\":\"nobody's\"}"),
        ["channel data that is a text"] = Message(Good + ",\"channelData\":\"x\""),
        ["members that are null"] = Message("\"membersAdded\":[null,{}]").Replace("\"message\"", "\"conversationUpdate\"", StringComparison.Ordinal),
        ["NUL in the text"] = Message("\"text\":\"h\\u0000i\""),
        ["a text of 100 KB"] = Message($"\"text\":\"{new string('x', 100_000)}\""),
        ["a name of 10,000 emoji"] = Message(Good).Replace("\"Mal\"", $"\"x{string.Concat(Enumerable.Repeat("😀", 10_000))}\"", StringComparison.Ordinal),
        ["ten thousand attachments"] = Message(Good + $",\"attachments\":[{string.Join(',', Enumerable.Repeat("{}", 10_000))}]"),
        ["three thousand mentions"] = Message(Good + $",\"entities\":[{string.Join(',', Enumerable.Repeat("{\"type\":\"mention\",\"text\":\"a\",\"mentioned\":{\"id\":\"28:bot\"}}", 3_000))}]"),
        ["a language that there is not"] = Message(Good + ",\"locale\":\"../../etc\""),
        ["a search without a query"] = Invoke("application/search", "{}"),
        ["a search beyond every number"] = Invoke("application/search", "{\"queryOptions\":{\"skip\":1e400,\"top\":-99999999999999999999},\"dataset\":7}"),
        ["a search with a pattern"] = Invoke("application/search", "{\"queryText\":\"%_\\u0000'\\\"\",\"dataset\":\"people\"}"),
        ["a dialog of nothing"] = Invoke("task/fetch", "null"),
        ["a dialog's form of nothing"] = Invoke("task/submit", "{\"data\":[]}"),
        ["an action of nothing"] = Invoke("adaptiveCard/action", "{\"action\":7}"),
        ["an action without a verb"] = Invoke("adaptiveCard/action", "{\"action\":{\"data\":{}}}"),
    };

    public static TheoryData<string> Refusals => [.. Bodies.Keys];

    public static TheoryData<string> Oddities => [.. Accepted.Keys];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_is_no_activity_is_refused_with_400_and_a_reason(string name)
    {
        var rows = local.Bot.Rows();
        using var response = await Post(Encoding.UTF8.GetBytes(Bodies[name]));
        var reason = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.StatusCode is HttpStatusCode.BadRequest, $"{response.StatusCode}");
        Assert.Contains("detail", reason, StringComparison.Ordinal);
        Assert.Equal(rows, local.Bot.Rows());
        Assert.Empty(local.Bot.Log.Errors);
    }

    [Theory]
    [MemberData(nameof(Oddities))]
    public async Task What_is_merely_odd_is_served(string name)
    {
        using var response = await Post(Encoding.UTF8.GetBytes(Accepted[name]));
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}: {await response.Content.ReadAsStringAsync(Cancel)}");
        Assert.Empty(local.Bot.Log.Errors);
    }

    [Theory]
    [InlineData("\"text\":\"?\"")]
    [InlineData("\"value\":{\"a\":\"?\"}")]
    [InlineData("\"value\":{\"?\":1}")]
    [InlineData("\"channelData\":{\"a\":\"?\"}")]
    [InlineData("\"entities\":[{\"type\":\"?\"}]")]
    [InlineData("\"replyToId\":\"?\"")]
    public async Task Bytes_that_are_no_text_are_refused(string field)
    {
        var body = Encoding.UTF8.GetBytes(Message(field)).SelectMany(one => one == (byte)'?' ? new byte[] { 0xFF, 0xFE } : [one]).ToArray();
        using var response = await Post(body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(local.Bot.Log.Errors);
    }

    [Theory]
    [InlineData(256 * 1024, false, HttpStatusCode.OK)]
    [InlineData((256 * 1024) + 1, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData((256 * 1024) + 1, true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(1024 * 1024, true, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_is_at_most_256_KB_whether_or_not_it_says_its_length(int bytes, bool chunked, HttpStatusCode status)
    {
        var empty = Message("\"filler\":\"\"");
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Message($"\"filler\":\"{new string('x', bytes - empty.Length + Added)}\"").Replace("$url", "http://127.0.0.1:1/", StringComparison.Ordinal)));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = content };
        (request.Headers.TransferEncodingChunked, request.Headers.ExpectContinue) = (chunked, false);
        request.Headers.ConnectionClose = true; // a refused body ends its connection, which must not meet the next request
        if (!chunked)
            Assert.Equal(bytes, content.Headers.ContentLength);
        using var http = new HttpClient { BaseAddress = local.Bot.Http.BaseAddress };
        using var response = await http.SendAsync(request, Cancel);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_body_of_31_MB_is_refused_before_it_is_read()
    {
        var answer = await Raw("POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 31000000\r\n\r\n{", hangUp: false);
        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 1000\r\n\r\n{\"type\":")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n10\r\n{\"type\"")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nnonsense\r\n")]
    public async Task A_body_that_breaks_off_is_no_fault_of_ours(string rest)
    {
        await Raw($"POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{rest}", hangUp: true);
        using var response = await Post(Encoding.UTF8.GetBytes(Message(Good)));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(local.Bot.Log.Errors);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("nonsense", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json; charset=utf-8", HttpStatusCode.OK)]
    [InlineData("APPLICATION/JSON", HttpStatusCode.OK)]
    public async Task The_content_type_is_JSON(string? type, HttpStatusCode status)
    {
        using var response = await Post(Encoding.UTF8.GetBytes(Message(Good)), type);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Another_encoding_of_the_bytes_is_refused()
    {
        using var wide = await Post(Encoding.Unicode.GetBytes(Message(Good)), "application/json; charset=utf-16");
        Assert.Equal(HttpStatusCode.BadRequest, wide.StatusCode);

        using var packed = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Message(Good)), Cancel);
        using var squeezed = await Post(packed.ToArray());
        Assert.Equal(HttpStatusCode.BadRequest, squeezed.StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Only_POST_is_understood(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/messages");
        using var response = await local.Bot.Http.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task A_long_name_is_cut_between_characters()
    {
        using var response = await Post(Encoding.UTF8.GetBytes(Accepted["a name of 10,000 emoji"].Replace("mal-tenant", "emoji-tenant", StringComparison.Ordinal)));
        Assert.Equal("x" + string.Concat(Enumerable.Repeat("😀", 99)), Assert.Single(local.Bot.Query("SELECT Name FROM people WHERE Tenant = 'emoji-tenant'")));
    }

    /// <summary>How much longer an activity gets when its placeholders are filled.</summary>
    private static int Added => "$url".Length - "http://127.0.0.1:1/".Length;

    private static string Message(string fields) => $$"""
        {"type":"message","id":"$id","serviceUrl":"$url","channelId":"msteams","from":{"id":"29:mal","aadObjectId":"mal","name":"Mal"},
        "recipient":{"id":"28:bot","name":"Bot"},"conversation":{"id":"a:mal","conversationType":"personal","tenantId":"mal-tenant"},{{fields}}}
        """;

    private static string Without(string field) => Message(Good).Replace($"\"{field}\":", "\"was\":", StringComparison.Ordinal);

    private static string Invoke(string name, string value) =>
        Message($"\"name\":\"{name}\",\"value\":{value}").Replace("\"message\"", "\"invoke\"", StringComparison.Ordinal);

    private async Task<HttpResponseMessage> Post(byte[] body, string? type = "application/json")
    {
        var text = Encoding.Latin1.GetString(body)
            .Replace("$url", local.Bot.Connector.Url, StringComparison.Ordinal)
            .Replace("$id", Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N"), StringComparison.Ordinal);
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(text));
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await local.Bot.Http.PostAsync("/api/messages", content, Cancel);
    }

    /// <summary>Sends bytes as they are, and reads what comes back unless it hangs up first.</summary>
    private async Task<string> Raw(string request, bool hangUp)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, local.Bot.Http.BaseAddress!.Port, Cancel);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancel);
        if (hangUp)
            return "";
        var answer = new byte[64];
        var read = await stream.ReadAtLeastAsync(answer, 12, throwOnEndOfStream: false, Cancel);
        return Encoding.ASCII.GetString(answer, 0, read);
    }
}
