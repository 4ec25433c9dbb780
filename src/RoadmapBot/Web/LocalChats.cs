using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace RoadmapBot.Web;

/// <summary>
/// What Teams would be in local use: who there is, what every chat shows, and a running account of it that listeners follow.
/// Kept in the history file, so that the chats are still there after a restart of the bot.
/// </summary>
internal sealed class LocalChats
{
    private const string ThreadMark = ";messageid=";

    private readonly LocalHistory _history;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly List<LocalEvent> _events = [];
    private readonly List<LocalPerson> _people = [.. LocalPeople.Cast];
    private readonly OrderedDictionary<(string Chat, string Id), LocalEvent> _shown = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _seq;
    private long _lastId;

    /// <exception cref="LocalHistoryException"/>
    public LocalChats(LocalHistory history, TimeProvider time)
    {
        (_history, _time) = (history, time);
        foreach (var happened in history.Read())
            Take(happened);
    }

    public IReadOnlyList<LocalPerson> People
    {
        get
        {
            lock (_lock)
                return [.. _people];
        }
    }

    /// <summary>The whole account, from the beginning.</summary>
    public IReadOnlyList<LocalEvent> Everything
    {
        get
        {
            lock (_lock)
                return [.. _events];
        }
    }

    /// <param name="id">A chat, or a thread of a channel.</param>
    public LocalChat? Find(string id) => LocalPeople.Chats(People).FirstOrDefault(chat => chat.Id == id.Split(ThreadMark)[0]);

    /// <summary>What the chat shows to everybody now, oldest first.</summary>
    public IReadOnlyList<LocalEvent> Shown(string chat)
    {
        lock (_lock)
            return [.. _shown.Values.Where(shown => shown.Chat == chat)];
    }

    /// <summary>Adds a message. In a channel, one that names no thread begins a new one.</summary>
    /// <param name="by">The bot's id, or that of a person who is in the chat.</param>
    /// <returns>Null where there is no such chat, or the person is not in it.</returns>
    public LocalEvent? Say(string chat, string by, JsonElement activity)
    {
        lock (_lock)
        {
            if (!MayWrite(chat, by, out var place))
                return null;
            var id = NewId();
            return Note(LocalEventKind.Message, place.Kind is "channel" && chat == place.Id ? $"{chat}{ThreadMark}{id}" : chat, id, by, activity);
        }
    }

    /// <summary>Changes a message of one's own, or deletes it where <paramref name="activity"/> is null.</summary>
    /// <returns>Null where the chat shows no such message.</returns>
    public LocalEvent? Change(string chat, string id, string by, JsonElement? activity)
    {
        lock (_lock)
        {
            return _shown.TryGetValue((chat, id), out var before) && before.By == by
                ? Note(activity is null ? LocalEventKind.Delete : LocalEventKind.Update, chat, id, by, activity)
                : null;
        }
    }

    /// <summary>What an action answered takes the place of the message's card, for the person who acted.</summary>
    /// <returns>Null where the chat shows no such message.</returns>
    public LocalEvent? View(string chat, string id, string by, JsonElement card)
    {
        lock (_lock)
            return _shown.ContainsKey((chat, id)) ? Note(LocalEventKind.View, chat, id, by, card) : null;
    }

    /// <returns>Null where there is no such chat, or the person is not in it.</returns>
    public LocalEvent? Install(string chat, string by)
    {
        lock (_lock)
            return MayWrite(chat, by, out _) ? Note(LocalEventKind.Installed, chat, "", by, null) : null;
    }

    /// <returns>Null where there is no such chat.</returns>
    public LocalEvent? Type(string chat)
    {
        lock (_lock)
            return MayWrite(chat, LocalPeople.BotId, out _) ? Note(LocalEventKind.Typing, chat, "", LocalPeople.BotId, null) : null;
    }

    /// <summary>Adds somebody to the cast.</summary>
    public LocalPerson Join(string name, string title, string tenant, bool isOnCommittee)
    {
        lock (_lock)
        {
            var id = Guid.CreateVersion7(_time.GetUtcNow());
            var person = new LocalPerson($"29:{id:N}", $"{id}", name, title, tenant, isOnCommittee);
            Note(LocalEventKind.Person, "", "", person.Id, JsonSerializer.SerializeToElement(person, LocalJson.Options));
            return person;
        }
    }

    /// <summary>
    /// Everything that happened after the given number, a word that this was all, then whatever happens, until cancelled.
    /// From 0, or from a number that never was, it begins with <see cref="LocalEventKind.Reset"/>.
    /// </summary>
    public async IAsyncEnumerable<LocalEvent> Follow(long after, [EnumeratorCancellation] CancellationToken cancel)
    {
        var next = 0;
        lock (_lock)
        {
            if (after > _seq)
                after = 0;
            else
                next = _events.FindIndex(happened => happened.Seq > after) is >= 0 and var index ? index : _events.Count;
        }

        if (after == 0)
            yield return Word(0, LocalEventKind.Reset);
        var isCaughtUp = false;
        while (!cancel.IsCancellationRequested)
        {
            LocalEvent[] news;
            Task more;
            lock (_lock)
                (news, more, next) = (_events[next..].ToArray(), _more.Task, _events.Count);
            foreach (var happened in news)
                yield return happened;
            if (!isCaughtUp)
                yield return Word(news is [.., var last] ? last.Seq : after, LocalEventKind.CaughtUp);
            isCaughtUp = true;
            await more.WaitAsync(cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private LocalEvent Word(long seq, LocalEventKind kind) => new(seq, kind, _time.GetUtcNow(), "", "", "", null);

    private bool MayWrite(string chat, string by, [NotNullWhen(true)] out LocalChat? place) =>
        (place = Find(chat)) is not null && (by == LocalPeople.BotId || place.Members.Contains(by));

    private LocalEvent Note(LocalEventKind kind, string chat, string id, string by, JsonElement? body)
    {
        var isKept = kind is not LocalEventKind.Typing;
        var happened = new LocalEvent(isKept ? _seq + 1 : _seq, kind, _time.GetUtcNow(), chat, id, by, body?.Clone());
        if (isKept)
            _history.Append(happened);
        Take(happened);
        var told = _more;
        _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        told.SetResult();
        return happened;
    }

    private void Take(LocalEvent happened)
    {
        _events.Add(happened);
        _seq = happened.Seq;
        switch (happened.Kind)
        {
            case LocalEventKind.Message:
                _shown[(happened.Chat, happened.Id)] = happened;
                _lastId = Math.Max(_lastId, long.Parse(happened.Id, CultureInfo.InvariantCulture));
                break;
            case LocalEventKind.Update:
                _shown[(happened.Chat, happened.Id)] = happened;
                break;
            case LocalEventKind.Delete:
                _shown.Remove((happened.Chat, happened.Id));
                break;
            case LocalEventKind.Person:
                _people.Add(happened.Body!.Value.Deserialize<LocalPerson>(LocalJson.Options)!);
                break;
        }
    }

    /// <summary>Milliseconds since 1970, as Teams numbers messages; never the same twice.</summary>
    private string NewId() => (_lastId = Math.Max(_lastId + 1, _time.GetUtcNow().ToUnixTimeMilliseconds())).ToString(CultureInfo.InvariantCulture);
}
