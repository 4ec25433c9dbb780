using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RoadmapBot.Conversation;
using RoadmapBot.Storage;
using RoadmapBot.Teams;

namespace RoadmapBot.Tests.Support;

/// <summary>A store that fails for no reason that it knows.</summary>
internal sealed class BrokenTurnStore : ITurnStore
{
    public Task<TurnResponse?> Open(Turn turn, ChatReference reference, CancellationToken cancel) => throw new IOException("The database is away.");

    public bool Welcome() => throw new IOException("The database is away.");

    public void Close() => throw new IOException("The database is away.");

    public Task<bool> Commit(TurnResponse response, CancellationToken cancel) => throw new IOException("The database is away.");

    public bool IsAway(Exception fault) => false;
}

/// <summary>The real store, but the next turns find that somebody else was faster; also counts how many turns are open at once.</summary>
internal sealed class Conflicts
{
    private readonly Lock _lock = new();
    private int _open;

    public int Left { get; set; }

    public int Commits { get; private set; }

    public int MostAtOnce { get; private set; }

    public void Install(IServiceCollection services) => services.Replace(ServiceDescriptor.Scoped<ITurnStore>(
        provider => new Store(this, ActivatorUtilities.CreateInstance<TurnStore>(provider))));

    private void Opened()
    {
        lock (_lock)
            MostAtOnce = Math.Max(MostAtOnce, ++_open);
    }

    private bool Loses()
    {
        lock (_lock)
        {
            _open--;
            Commits++;
            return Left > 0 && Left-- > 0;
        }
    }

    private sealed class Store(Conflicts conflicts, ITurnStore real) : ITurnStore
    {
        public async Task<TurnResponse?> Open(Turn turn, ChatReference reference, CancellationToken cancel)
        {
            var before = await real.Open(turn, reference, cancel);
            if (before is null)
                conflicts.Opened();
            return before;
        }

        public bool Welcome() => real.Welcome();

        public void Close() => real.Close();

        public async Task<bool> Commit(TurnResponse response, CancellationToken cancel) => !conflicts.Loses() && await real.Commit(response, cancel);

        public bool IsAway(Exception fault) => real.IsAway(fault);
    }
}
