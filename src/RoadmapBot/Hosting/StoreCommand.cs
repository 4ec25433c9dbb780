using System.CommandLine;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using RoadmapBot.Storage;

namespace RoadmapBot.Hosting;

/// <summary>What every command on the bot's own database does first: it takes the bot's settings, and tells their faults as the bot does.</summary>
internal static class StoreCommand
{
    /// <summary>Takes settings after its own arguments, as serving does.</summary>
    public static Command Create(string name, string description, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> act)
    {
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(async (line, stop) =>
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. line.UnmatchedTokens], ContentRootPath = AppContext.BaseDirectory });
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton(TimeProvider.System).AddStorage(builder.Configuration);
            await using var app = builder.Build();
            try
            {
                app.Services.GetRequiredService<IStartupValidator>().Validate();
                return await act(app.Services, line, stop);
            }
            catch (Exception fault) when (Explain(fault) is { } told)
            {
                await line.InvocationConfiguration.Error.WriteLineAsync(told);
                return StartFault.ExitCode;
            }
        });
        return command;
    }

    /// <returns>The database's file.</returns>
    /// <exception cref="BackupException">It is no file.</exception>
    public static string SqliteFile(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        return options.Provider is StorageProvider.Sqlite
            ? Path.GetFullPath(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource)
            : throw new BackupException("This database is on PostgreSQL: back it up with pg_dump, put it back with pg_restore.");
    }

    private static string? Explain(Exception fault) =>
        StartFault.Explain(fault) ?? (fault is IOException or UnauthorizedAccessException ? $"{fault.Message} Name a file that can be read or written here." : null);
}
