using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.FileProviders;
using RoadmapBot.Teams;

namespace RoadmapBot.Web;

/// <summary>
/// The chat page at <c>/</c>: talk to the bot as anybody of the cast, with no tenant and no key. In Development only, and only from this
/// machine; elsewhere none of its paths exist.
/// </summary>
internal static class LocalPage
{
    public static void AddLocalPage(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
            return;
        builder.Services.AddOptions<LocalOptions>().BindConfiguration(LocalOptions.Section);
        builder.Services.AddSingleton<LocalHistory>().AddSingleton<LocalChats>();
    }

    public static void MapLocalPage(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        _ = app.Services.GetRequiredService<LocalChats>(); // a history that cannot be read is told at the start
        var files = Path.Combine(AppContext.BaseDirectory, "Web", "Local");
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(files), RequestPath = "/page" });

        var page = app.MapGroup("").AddEndpointFilter(OnlyFromHere);
        page.MapGet("/", () => Results.File(Path.Combine(files, "index.html"), "text/html; charset=utf-8"));
        var local = page.MapGroup("/local");
        local.MapLocalConnector();
        local.MapGet("/setup", (LocalChats chats) => Results.Json(Setup(chats), LocalJson.Options));
        local.MapPost("/people", (NewPerson person, LocalChats chats) => person.IsUsable
            ? Results.Json(chats.Join(person.Name.Trim(), person.Title.Trim(), person.Tenant, person.IsOnCommittee), LocalJson.Options, statusCode: StatusCodes.Status201Created)
            : Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: "A person needs a name, a title and one of the companies."));
        local.MapPost("/events", (Deed deed, LocalChats chats) => deed.Note(chats) is { } noted
            ? Results.Json(noted, LocalJson.Options)
            : Results.Problem(statusCode: StatusCodes.Status404NotFound, detail: "There is no such chat or message, or it is not yours to change."));
        local.MapGet("/events", (HttpContext http, LocalChats chats, IHostApplicationLifetime lifetime, long after = 0) =>
            TypedResults.ServerSentEvents(chats.Follow(LastSeen(http, after), lifetime.ApplicationStopping).Select(Item)));
    }

    private static object Setup(LocalChats chats) => new
    {
        bot = new { id = LocalPeople.BotId, name = LocalPeople.BotName },
        companies = LocalPeople.Companies,
        people = chats.People,
        chats = LocalPeople.Chats(chats.People),
        commands = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "manifest", "manifest.json")))!["bots"]![0]!["commandLists"],
    };

    private static long LastSeen(HttpContext http, long after) => long.TryParse(http.Request.Headers["Last-Event-ID"], out var seen) ? seen : after;

    private static SseItem<string> Item(LocalEvent happened) => new(JsonSerializer.Serialize(happened, LocalJson.Options)) { EventId = $"{happened.Seq}" };

    private static ValueTask<object?> OnlyFromHere(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        LocalUse.IsFromHere(call.HttpContext) ? next(call) : ValueTask.FromResult<object?>(Results.NotFound());

    /// <summary>Somebody whom the page adds to the cast.</summary>
    private sealed record NewPerson(string Name, string Title, string Tenant, bool IsOnCommittee)
    {
        public bool IsUsable =>
            !string.IsNullOrWhiteSpace(Name) && Name.Length <= 100 && !string.IsNullOrWhiteSpace(Title) && Title.Length <= 100
            && LocalPeople.Companies.Any(company => company.Tenant == Tenant);
    }

    /// <summary>What the person at the page did, for the others to see; the bot is told by the page itself.</summary>
    private sealed record Deed(LocalEventKind Kind, string Chat, string By, string? Id, JsonElement? Body)
    {
        public LocalEvent? Note(LocalChats chats) => (Kind, Body) switch
        {
            (LocalEventKind.Installed, _) => chats.Install(Chat, By),
            (LocalEventKind.Message, { } activity) => chats.Say(Chat, By, activity),
            (LocalEventKind.Update, { } activity) => chats.Change(Chat, Id ?? "", By, activity),
            (LocalEventKind.Delete, _) => chats.Change(Chat, Id ?? "", By, null),
            (LocalEventKind.View, { } card) => chats.View(Chat, Id ?? "", By, card),
            _ => null,
        };
    }
}
