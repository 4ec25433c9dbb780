namespace RoadmapBot.Rig.Wire;

/// <summary>Who may do and see what, tried out: every button that there is, pressed by every kind of reader, with honest and with forged ids.</summary>
internal sealed class RightsTries(RightsWorld world)
{
    private const string Nothing = "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f";

    private readonly List<string> _faults = [];

    public int Tries { get; private set; }

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Whom a button does not serve it tells nothing and changes nothing, and a foreign id is as good as none.</summary>
    /// <param name="everything">With every id forged, and in a group chat too; else with one each.</param>
    /// <param name="forging">Picks whose ids are forged as well; everybody's where null.</param>
    public async Task PressEverything(bool everything = false, Func<bool>? forging = null)
    {
        var (before, sent) = (world.State(), world.Bot.Connector.Calls.Count);
        foreach (var (verb, serves) in RightsTable.Rows)
        {
            foreach (var (kind, reader) in world.Readers)
            {
                foreach (var person in everything ? [reader, reader.In("19:all@thread.v2")] : (Participant[])[reader])
                    await PressAs(kind, person, verb, serves.Contains(kind), everything, forging?.Invoke() ?? true);
            }
        }

        Check(before == world.State(), "what is kept has changed");
        foreach (var call in world.Bot.Connector.Calls.Skip(sent))
            Check(!call.Body.Contains(RightsWorld.Named, StringComparison.Ordinal) && !call.Body.Contains(RightsWorld.Nameless, StringComparison.Ordinal), "a message held words that only a card may show");
    }

    /// <summary>A captured press works for nobody else, in no other chat, and no more once its time is over.</summary>
    public async Task Replay()
    {
        var before = world.State();
        foreach (var verb in (string[])["pain/confirm", "pain/withdraw", "pain/anonymous", "relay/answer", "relay/decline", "relay/end", "relay/withdraw", "roadmap/approve", "roadmap/save", "progress/save", "progress/zone-save", "kpi/save", "kpi/note", "kpi/take", "scoring/close", "scoring/start", "order/take", "member/set", "assets/save"])
        {
            foreach (var (kind, person) in world.Readers.Where(reader => !RightsTable.Rows[verb].Contains(reader.Kind)))
            {
                Refused(await Press(person, verb, world.For(verb)), $"{verb} replayed by {kind}");
                Refused(await Press(person.In("19:all@thread.v2"), verb, world.Ids), $"{verb} replayed by {kind} in a group");
            }
        }

        Check(before == world.State(), "a replay has changed what is kept");
        var (owner, head, user) = (world.Of("owner"), world.Of("head"), world.Of("user"));
        await Press(owner, "scoring/close", world.Ids);
        await Press(user, "relay/withdraw", world.For("relay/withdraw"));
        var closed = world.State();
        Check(closed != before, "the round was not closed");
        foreach (var (person, verb) in ((Participant, string)[])[(head, "scoring/save"), (head, "scoring/send"), (head, "scoring/abstain"), (owner, "scoring/close"), (user, "relay/answer"), (user, "relay/withdraw")])
            await Press(person, verb, world.For(verb));
        Check(closed == world.State(), "what was over has been changed by a replay");
    }

    private async Task PressAs(string kind, Participant person, string verb, bool isServed, bool everything, bool isForging)
    {
        if (isServed && !RightsTable.OnlyShows(verb))
            return;
        var answer = await Press(person, verb, world.For(verb));
        Told(kind, verb, answer);
        if (isServed)
            return;
        Refused(answer, $"{verb} by {kind}");
        foreach (var (key, forged) in isForging ? Forged(verb, kind, everything) : [])
        {
            var (foreign, missing) = (await Press(person, verb, world.For(verb, (key, forged))), await Press(person, verb, world.For(verb, (key, Nothing))));
            Told(kind, verb, foreign);
            Refused(foreign, $"{verb} by {kind} with another {key}");
            Check(foreign.Length == missing.Length && foreign[..3] == missing[..3], $"{verb} by {kind} with another {key} is answered {foreign}, but where there is none {missing}");
        }
    }

    /// <summary>Ids that are not the presser's: the engagement for outsiders, an object of another engagement for those inside.</summary>
    private IEnumerable<(string Key, string Value)> Forged(string verb, string kind, bool everything)
    {
        var isInside = RightsTable.Insiders.Contains(kind);
        if (everything || !isInside)
            yield return ("engagement", isInside ? world.ForeignEngagement : world.Ids["engagement"]);
        if (everything || isInside)
            yield return ("id", world.ForeignPoint);
        if (everything || verb.StartsWith("relay/", StringComparison.Ordinal))
            yield return ("ticket", world.Ids["ticket"]);
        if (everything)
            yield return ("person", world.Of("tenant-2").Id);
    }

    private void Told(string kind, string verb, string answer)
    {
        Check(!answer.Contains(RightsWorld.Foreign, StringComparison.Ordinal) || kind is "other" or "tenant-2" or "tenant-3", $"{verb} tells {kind} of another engagement");
        Check(!answer.Contains(RightsWorld.Named, StringComparison.Ordinal) || kind is "owner" or "user", $"{verb} tells {kind} Uma's words");
        Check(!answer.Contains(RightsWorld.Nameless, StringComparison.Ordinal) || kind is "owner" or "it", $"{verb} tells {kind} anonymous words");
    }

    /// <summary>A refusal is a sentence, no card.</summary>
    private void Refused(string answer, string what) =>
        Check(answer.Contains("application/vnd.microsoft.activity.message", StringComparison.Ordinal) && !answer.Contains("AdaptiveCard", StringComparison.Ordinal), $"{what} became {answer}");

    private void Check(bool holds, string fault)
    {
        if (!holds)
            _faults.Add(fault.Length > 300 ? $"{fault[..300]}…" : fault);
    }

    private Task<string> Press(Participant person, string verb, IReadOnlyDictionary<string, string> data)
    {
        Tries++;
        return person.Sends(verb, data);
    }
}
