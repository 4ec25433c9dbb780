using Microsoft.AspNetCore.Http;

namespace RoadmapBot.Rig.Wire;

/// <summary>What a service may answer instead of what it should.</summary>
internal static class Answers
{
    public static Func<HttpContext, Task> Status(int status, string body = "", string type = "application/json", params (string Name, string Value)[] headers) => http =>
    {
        (http.Response.StatusCode, http.Response.ContentType) = (status, type);
        foreach (var (name, value) in headers)
            http.Response.Headers[name] = value;
        return http.Response.WriteAsync(body);
    };

    public static Func<HttpContext, Task> Error(int status, string code) => Status(status, $$$"""{"error":{"code":"{{{code}}}","message":"no"}}""");

    /// <summary>The request is read and the connection breaks.</summary>
    public static Task Reset(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Headers and half a body, then the connection breaks.</summary>
    public static async Task HalfAnswer(HttpContext http)
    {
        http.Response.ContentLength = 100;
        await http.Response.WriteAsync("{\"id\":");
        await http.Response.Body.FlushAsync();
        http.Abort();
    }

    /// <summary>Nothing at all, until the caller loses patience.</summary>
    public static async Task Hang(HttpContext http)
    {
        var gone = new TaskCompletionSource();
        await using var registration = http.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }
}
