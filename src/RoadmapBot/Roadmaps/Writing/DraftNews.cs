using RoadmapBot.Conversation;

namespace RoadmapBot.Roadmaps.Writing;

/// <summary>
/// Says in the personal chat how far the wording of a long draft is: one message that is brought up to date, and goes when the draft comes. A short draft says nothing.
/// </summary>
internal sealed class DraftNews(IMeanwhile meanwhile, Chat chat, string key)
{
    /// <summary>In real time; Teams takes an update a second.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private volatile string? _step;
    private string? _said;

    /// <summary>Something stands in the chat that is to be taken away.</summary>
    public bool HasSaid => _said is not null;

    public string Key => key;

    /// <summary>What is being done now; told when it is time to.</summary>
    public void Is(string step) => _step = step;

    /// <summary>Waits for the work, and tells how far it is.</summary>
    public async Task<T> While<T>(Task<T> work, CancellationToken cancel)
    {
        while (await Task.WhenAny(work, Task.Delay(Pause, TimeProvider.System, cancel)) != work && !cancel.IsCancellationRequested)
        {
            if (_step is not { } step || step == _said || !chat.IsPersonal)
                continue;
            var isFirst = _said is null;
            _said = step;
            await meanwhile.Say(
                channel =>
                {
                    if (isFirst)
                        channel.Send(chat, Reply.Of(step), key);
                    else
                        channel.Replace(chat, key, Reply.Of(step));
                },
                cancel);
        }

        return await work;
    }
}
