using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace RoadmapBot.Storage;

/// <summary>Where everything is kept (section <c>Storage</c>).</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>SQLite for one instance, PostgreSQL for one or several.</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>An ADO.NET connection string; for SQLite a relative path is below the folder the program was started in.</summary>
    public string ConnectionString { get; set; } = "Data Source=data/roadmapbot.db";
}

internal enum StorageProvider
{
    Sqlite,
    PostgreSql,
}

internal sealed class StorageOptionsCheck : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        try
        {
            return (options.Provider switch
            {
                StorageProvider.Sqlite => SqliteFault(new SqliteConnectionStringBuilder(options.ConnectionString)),
                _ => PostgresFault(new NpgsqlConnectionStringBuilder(options.ConnectionString)),
            }) is { } fault
                ? Fail(options, fault)
                : ValidateOptionsResult.Success;
        }
        catch (ArgumentException fault)
        {
            return Fail(options, fault.Message); // the driver names the keyword, never its value
        }
    }

    private static string? SqliteFault(SqliteConnectionStringBuilder connection) =>
        connection.DataSource is "" or ":memory:" || connection.Mode is SqliteOpenMode.Memory
            ? "name a file, such as Data Source=data/roadmapbot.db; without one nothing would be kept."
            : null;

    private static string? PostgresFault(NpgsqlConnectionStringBuilder connection) =>
        string.IsNullOrEmpty(connection.Host) || string.IsNullOrEmpty(connection.Database)
            ? "name host and database, such as Host=db.example.com;Database=roadmapbot;Username=roadmapbot;Password=..."
            : null;

    private static ValidateOptionsResult Fail(StorageOptions options, string fault) =>
        ValidateOptionsResult.Fail($"Storage:ConnectionString does not fit Storage:Provider {options.Provider}: {fault}");
}
