using RoadmapBot.LanguageModel;

namespace RoadmapBot.Storage;

/// <summary>
/// The day's tokens, each time in a transaction of its own: a call that was made has cost something, whatever becomes of the turn or job that made it.
/// Never called within another unit of work, which on SQLite would wait for itself.
/// </summary>
internal sealed class BudgetStore(IServiceScopeFactory scopes) : IBudgetStore, IDisposable
{
    private const int Attempts = 20;

    /// <summary>Calls of one instance queue here instead of meeting each other's changes; only other instances are left to meet.</summary>
    private readonly SemaphoreSlim _one = new(1);

    public void Dispose() => _one.Dispose();

    public async Task<bool> Take(IReadOnlyList<Purse> purses, DateOnly day, long tokens, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            return await TakeNow(purses, day, tokens, cancel);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<bool> TakeNow(IReadOnlyList<Purse> purses, DateOnly day, long tokens, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var (db, unit) = (scope.ServiceProvider.GetRequiredService<RoadmapBotDb>(), scope.ServiceProvider.GetRequiredService<UnitOfWork>());
            await unit.Begin(cancel);
            foreach (var purse in purses.OrderBy(purse => purse.Name, StringComparer.Ordinal)) // so that no two wait for each other
            {
                var row = await db.Spending.FindAsync([day.DayNumber, purse.Name], cancel) ?? db.Spending.Add(new SpendingRow { Day = day.DayNumber, Purse = purse.Name }).Entity;
                if (tokens > 0 && row.Tokens + tokens > purse.Limit)
                    return false;
                row.Tokens = Math.Max(0, row.Tokens + tokens);
            }

            if (await unit.Commit(cancel))
                return true;
        }

        throw new InvalidOperationException($"The budget met other changes {Attempts} times.");
    }
}
