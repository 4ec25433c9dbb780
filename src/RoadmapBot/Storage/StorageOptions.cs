using Microsoft.Extensions.Options;

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
            _ = options.Provider is StorageProvider.Sqlite
                ? new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(options.ConnectionString).DataSource is { Length: > 0 }
                : new Npgsql.NpgsqlConnectionStringBuilder(options.ConnectionString).Host is { Length: > 0 } ? true : throw new ArgumentException("Host is missing.");
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException fault)
        {
            // The driver's message names the keyword, never its value.
            return ValidateOptionsResult.Fail($"Storage:ConnectionString does not fit Storage:Provider {options.Provider}: {fault.Message}");
        }
    }
}
