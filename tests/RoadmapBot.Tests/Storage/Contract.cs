using Microsoft.Extensions.DependencyInjection;
using RoadmapBot.Storage;

namespace RoadmapBot.Tests.Storage;

/// <summary>What every store promises of whatever it keeps.</summary>
internal static class Contract
{
    public static T Get<T>(this IServiceProvider services) where T : notnull => services.GetRequiredService<T>();

    /// <summary>Two units of work read the same; the one that saves first commits, the other learns that it came too late and changes nothing.</summary>
    public static async Task Of_two_changes_the_second_is_refused<TStore, T>(
        TestStore store, Func<TStore, Task<T?>> find, Action<TStore, T, string> change, Func<T, string?> changed)
        where TStore : notnull
        where T : class
    {
        await using var late = store.Services.CreateAsyncScope();
        var seen = await find(late.ServiceProvider.Get<TStore>());

        Assert.True(await store.Commit(async services => change(services.Get<TStore>(), (await find(services.Get<TStore>()))!, "first")));

        await late.ServiceProvider.Get<UnitOfWork>().Begin(default);
        change(late.ServiceProvider.Get<TStore>(), seen!, "second");
        Assert.False(await late.ServiceProvider.Get<UnitOfWork>().Commit(default));
        await late.DisposeAsync();

        Assert.Equal("first", changed((await store.Ask(find))!));
    }
}
