using RoadmapBot.Storage;

namespace RoadmapBot.Tests.Storage;

public sealed class StorageOptionsTests
{
    [Theory]
    [InlineData("Sqlite", "Data Source=data/roadmapbot.db")]
    [InlineData("Sqlite", "Data Source=/var/lib/bot.db;Mode=ReadWrite")]
    [InlineData("PostgreSql", "Host=db;Database=bot;Username=bot;Password=secret")]
    public void What_names_a_place_is_taken(string provider, string connection) => Assert.True(Check(provider, connection).Succeeded);

    [Theory]
    [InlineData("Sqlite", "")]
    [InlineData("Sqlite", "Data Source=:memory:")]
    [InlineData("Sqlite", "Data Source=bot;Mode=Memory;Cache=Shared")]
    [InlineData("Sqlite", "Host=db;Database=bot;Password=secret")]
    [InlineData("PostgreSql", "")]
    [InlineData("PostgreSql", "Host=db;Password=secret")]
    [InlineData("PostgreSql", "Database=bot;Password=secret")]
    [InlineData("PostgreSql", "Data Source=data/roadmapbot.db;Mode=ReadWrite")]
    [InlineData("PostgreSql", "Host=db;Database=bot;Port=secret")]
    public void What_would_keep_nothing_is_refused_by_name_and_without_its_secrets(string provider, string connection)
    {
        var fault = Check(provider, connection).FailureMessage!;
        Assert.Contains($"Storage:ConnectionString does not fit Storage:Provider {provider}", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
    }

    private static Microsoft.Extensions.Options.ValidateOptionsResult Check(string provider, string connection) =>
        new StorageOptionsCheck().Validate(null, new StorageOptions { Provider = Enum.Parse<StorageProvider>(provider), ConnectionString = connection });
}
