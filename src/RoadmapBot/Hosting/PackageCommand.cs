using System.CommandLine;
using RoadmapBot.Teams;

namespace RoadmapBot.Hosting;

/// <summary>
/// <c>package</c>: writes the Teams app package for one bot. Exit code 0 when it is written, 2 when an argument or the package is wrong;
/// then nothing is written and every fault is named.
/// </summary>
internal static class PackageCommand
{
    public static Command Create()
    {
        var appId = new Option<string>("--app-id")
        {
            Description = "Needed. The bot's Microsoft App ID; it becomes the app's id, too.",
            HelpName = "GUID",
        };
        var domain = new Option<string>("--domain")
        {
            Description = "Needed. The host that serves the bot, such as bot.example.com.",
            HelpName = "host",
        };
        var version = new Option<string>("--version")
        {
            Description = "The app's version; raise it with every change of the package.",
            HelpName = "number",
            DefaultValueFactory = _ => "1.0.0",
        };
        var file = new Option<string>("--out")
        {
            Description = "Where to write the package.",
            HelpName = "file",
            DefaultValueFactory = _ => "roadmapbot.zip",
        };

        var command = new Command("package", "Writes the app package that Teams installs.") { appId, domain, version, file };
        command.SetAction(line =>
        {
            string Value(Option<string> option) => line.GetValue(option) ?? "";
            return Run(new Arguments(Value(appId), Value(domain), Value(version), Value(file)), line.InvocationConfiguration);
        });
        return command;
    }

    private static int Run(Arguments arguments, InvocationConfiguration console)
    {
        var faults = arguments.Faults().ToList();
        if (faults is [])
        {
            var package = AppPackage.Build(Source(), Guid.Parse(arguments.AppId), arguments.Domain, arguments.Version);
            faults = [.. AppPackage.Check(package)];
            if (faults is [])
                faults = [.. Save(package, arguments.File)];
        }

        foreach (var fault in faults)
            console.Error.WriteLine($"package: {fault}");
        if (faults is not [])
            return 2;

        console.Output.WriteLine(Written(arguments));
        return 0;
    }

    private static AppPackageSource Source()
    {
        string At(string name) => Path.Combine(AppContext.BaseDirectory, "manifest", name);
        return new AppPackageSource(
            File.ReadAllText(At(AppPackage.ManifestFile)),
            File.ReadAllBytes(At(AppPackage.ColorFile)),
            File.ReadAllBytes(At(AppPackage.OutlineFile)));
    }

    private static IEnumerable<string> Save(byte[] package, string file)
    {
        try
        {
            File.WriteAllBytes(file, package);
            return [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [$"--out: {fault.Message} Name a file in a folder that exists and may be written to."];
        }
    }

    private static string Written(Arguments arguments) => $"""
        Wrote {Path.GetFullPath(arguments.File)}: version {arguments.Version} for https://{arguments.Domain}.
        To try it: in Teams, Apps > Manage your apps > Upload an app > Upload a custom app.
        For everyone: in the Teams admin centre (https://admin.teams.microsoft.com), Teams apps > Manage apps > Actions > Upload new app.
        An update needs a higher --version.
        """;

    private sealed record Arguments(string AppId, string Domain, string Version, string File)
    {
        public IEnumerable<string> Faults()
        {
            if (!AppPackageFormat.IsAppId(AppId))
                yield return $"--app-id {Given(AppId)}: give the bot's Microsoft App ID, a GUID such as 3f2b8c1e-5d47-4a9b-9c60-1e7a52d0b8f4.";
            if (!AppPackageFormat.IsHost(Domain))
                yield return $"--domain {Given(Domain)}: give the public host name alone, such as bot.example.com, without https://, port or path.";
            if (!AppPackageFormat.IsVersion(Version))
                yield return $"--version {Given(Version)}: give a semantic version such as 1.0.0.";
            if (File is "")
                yield return $"--out {Given(File)}: give the name of the file to write, such as roadmapbot.zip.";
        }

        private static string Given(string value) => value is "" ? "is missing" : $"'{value}' will not do";
    }
}
