using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RoadmapBot.Storage;

/// <summary>SQLite overwrites what it deletes: a row that was erased, or is shorter than it was, leaves no words in the file's free space.</summary>
internal sealed class SecureDelete : DbConnectionInterceptor
{
    private const string Pragma = "PRAGMA secure_delete=ON";

    public static SecureDelete Always { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragma;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragma;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
