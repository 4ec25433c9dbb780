using System.Data.Common;
using Microsoft.Extensions.Options;
using RoadmapBot.Discovery;
using RoadmapBot.Storage;
using RoadmapBot.Web;

namespace RoadmapBot.Hosting;

/// <summary>Faults of a deployment, told in words to whoever starts the program; anything else is a fault of ours and shows its stack.</summary>
internal static class StartFault
{
    /// <summary>As for every command: the input was wrong.</summary>
    public const int ExitCode = 2;

    /// <returns>Null where the fault is none of a deployment.</returns>
    public static string? Explain(Exception fault) => fault switch
    {
        OptionsValidationException settings => $"The settings are wrong.{Environment.NewLine}{string.Join(Environment.NewLine, settings.Failures)}",
        YamlFaultsException => $"A file under prompts/ cannot be used.{Environment.NewLine}{fault.Message}",
        InvalidOperationException { Message: var text, InnerException: FormatException } when text.Contains("configuration value", StringComparison.Ordinal) =>
            $"The settings are wrong.{Environment.NewLine}{text}",
        FormatException { Message: var text } when text.StartsWith("Invalid url", StringComparison.Ordinal) =>
            $"The settings are wrong.{Environment.NewLine}urls: {text}. Write an address such as http://localhost:3978.",
        SchemaException or BackupException or LocalHistoryException => fault.Message,
        DbException => $"The database cannot be used: {fault.Message} Check Storage:Provider and Storage:ConnectionString.",
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            $"{fault.Message} Stop what listens there, or choose another address with --urls http://localhost:PORT.",
        _ => null,
    };
}
