using System.CommandLine;
using System.Net.NetworkInformation;
using RoadmapBot.Conversation;
using RoadmapBot.Discovery;
using RoadmapBot.Web;

namespace RoadmapBot.Hosting;

/// <summary>
/// <c>demo [--fresh] [--exit] [--urls …]</c>: the bot in Development on a database of its own, with a sample company whose people take part through
/// its own HTTP endpoint. Exit code 1 where a step of theirs went wrong.
/// </summary>
internal static class DemoCommand
{
    private const int StepFailed = 1;
    private const string Database = "data/demo.db";
    private const string Chats = "data/demo-chats.jsonl";

    public static Command Create(Serve serve)
    {
        var fresh = new Option<bool>("--fresh") { Description = DemoTexts.FreshOption };
        var exit = new Option<bool>("--exit") { Description = DemoTexts.ExitOption };
        var urls = new Option<string>("--urls") { Description = DemoTexts.UrlsOption, DefaultValueFactory = _ => "http://localhost:3978" };
        var command = new Command("demo", DemoTexts.Description) { fresh, exit, urls };
        command.SetAction((line, stop) =>
        {
            if (line.GetValue(fresh) && !IsTaken(line.GetRequiredValue(urls)))
                Forget();
            string[] settings =
            [
                "--environment", "Development", "--urls", line.GetRequiredValue(urls), "--Storage:Provider", "Sqlite",
                "--Storage:ConnectionString", $"Data Source={Database}", "--Local:HistoryFile", Chats, "--Logging:LogLevel:Default", "Warning",
            ];
            return serve(settings, (app, stop) => Fill(app, line.InvocationConfiguration, line.GetValue(exit), stop), stop);
        });
        return command;
    }

    /// <returns>The exit code, or null to go on serving.</returns>
    private static async Task<int?> Fill(WebApplication app, InvocationConfiguration console, bool leaves, CancellationToken stop)
    {
        var script = DemoScript.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));
        var chats = app.Services.GetRequiredService<LocalChats>();
        var address = app.Urls.First();
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        var play = new DemoPlay(
            script, app.Services.GetRequiredService<Questions>().Guides, new DemoLine(http, chats, app.Services.GetRequiredService<TimeProvider>(), stop),
            console.Output.WriteLine);
        try
        {
            if (chats.Everything.Count == 0)
            {
                await console.Output.WriteLineAsync(DemoTexts.Filling.With(script.Organisation, address));
                await play.Run();
            }
            else if (play.IsFinished)
            {
                await console.Output.WriteLineAsync(DemoTexts.There.With(script.Organisation));
            }
            else
            {
                throw new DemoException(DemoTexts.Unfinished);
            }
        }
        catch (Exception fault) when (fault is DemoException or HttpRequestException)
        {
            await console.Error.WriteLineAsync(fault.Message);
            return StepFailed;
        }

        await console.Output.WriteLineAsync(DemoTexts.Where.With(address));
        return leaves ? 0 : null;
    }

    /// <summary>What already listens there may be a demo that still needs its files; serving will say that the address is in use.</summary>
    private static bool IsTaken(string address)
    {
        var port = BindingAddress.Parse(address).Port;
        return port != 0 && IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(listener => listener.Port == port);
    }

    private static void Forget()
    {
        foreach (var file in ((string[])[Database, $"{Database}-wal", $"{Database}-shm", Chats]).Where(File.Exists))
            File.Delete(file);
    }
}
