using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RoadmapBot.LanguageModel;
using RoadmapBot.Storage;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Storage;

public sealed class BudgetStoreOnSqlite() : BudgetStoreTests(null);

public sealed class BudgetStoreOnPostgres(PostgresServer server) : BudgetStoreTests(server);

public abstract class BudgetStoreTests(PostgresServer? server) : StoreTests(server)
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public async Task Tokens_are_taken_from_all_purses_or_from_none()
    {
        Assert.True(await Take(60, new("person", 100), new("all", 1000)));
        Assert.False(await Take(60, new("all", 1000), new("person", 100)));
        Assert.True(await Take(40, new("person", 100), new("all", 1000)));
        Assert.Equal([("all", 100L), ("person", 100L)], await Spent());
    }

    [Fact]
    public async Task What_was_not_used_goes_back_and_no_purse_falls_below_nothing()
    {
        Assert.True(await Take(60, new Purse("person", 60)));
        Assert.True(await Take(-50, new Purse("person", 60)));
        Assert.True(await Take(50, new Purse("person", 60)));
        Assert.True(await Take(-100, new Purse("person", 60)));
        Assert.Equal([("person", 0L)], await Spent());
    }

    [Fact]
    public async Task Another_day_begins_anew_and_the_day_before_yesterday_is_forgotten()
    {
        Assert.True(await Take(60, new Purse("person", 60)));
        Assert.True(await Budget(Store.Services).Take([new("person", 60)], Today.AddDays(1), 60, None));
        Clock.Advance(Today.AddDays(2).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - Clock.GetUtcNow());
        await Store.Ask<Housekeeping, bool>(house => house.Sweep(None));
        Assert.Single(await Spent());
    }

    [Fact]
    public async Task Of_many_who_take_at_once_from_two_instances_so_many_get_as_there_is()
    {
        await using var other = Store.Process();
        var taken = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Budget(number % 2 == 0 ? Store.Services : other).Take([new("all", 25), new($"person {number % 3}", 100)], Today, 1, None)));
        Assert.Equal(25, taken.Count(one => one));
        Assert.Contains(("all", 25L), await Spent());
    }

    private Task<bool> Take(long tokens, params Purse[] purses) => Budget(Store.Services).Take(purses, Today, tokens, None);

    private static IBudgetStore Budget(IServiceProvider services) => services.GetRequiredService<IBudgetStore>();

    private async Task<(string, long)[]> Spent() =>
        [.. (await Store.Ask<RoadmapBotDb, SpendingRow[]>(db => db.Spending.ToArrayAsync(None))).OrderBy(row => row.Purse, StringComparer.Ordinal).Select(row => (row.Purse, row.Tokens))];
}
