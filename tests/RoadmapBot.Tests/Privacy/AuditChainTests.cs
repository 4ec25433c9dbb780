using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.Privacy;

namespace RoadmapBot.Tests.Privacy;

/// <summary>Whatever is done to a written log is found, and erasing is no damage.</summary>
public sealed class AuditChainTests
{
    private static readonly EngagementId Clinic = new("clinic");
    private static readonly PersonId Ada = new("ada");
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_log_that_nobody_touched_holds()
    {
        foreach (var length in Enumerable.Range(0, 6))
            Assert.Null(Check(Log(length)));
    }

    [Fact]
    public void Any_changed_character_of_any_entry_is_found_there() => Prop.ForAll<byte, byte, byte>((spot, member, place) =>
    {
        var log = Log(1 + (spot % 7));
        var index = spot / 7 % log.Length;
        log[index] = Changed(log[index], member, place);
        Assert.Equal(index + 1, AuditChain.Check(log, Head(Log(log.Length)))?.Number);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_entries_that_are_missing_are_found_the_end_included() => Prop.ForAll<byte, byte, byte>((length, first, count) =>
    {
        var log = Log(1 + (length % 9));
        var from = first % log.Length;
        var left = log.Take(from).Concat(log.Skip(from + 1 + (count % (log.Length - from)))).ToArray();
        Assert.Equal(from + 1, AuditChain.Check(left, Head(log))?.Number);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_two_entries_that_change_places_are_found_whether_or_not_they_keep_their_numbers() => Prop.ForAll<byte, byte, bool>((length, pair, keep) =>
    {
        var log = Log(2 + (length % 8));
        var head = Head(log);
        var (one, other) = (pair % 16 % log.Length, pair / 16 % log.Length);
        var (a, b) = (Math.Min(one, other), Math.Max(one, other));
        if (a == b)
            return;
        (log[a], log[b]) = keep ? (log[b], log[a]) : (log[b] with { Number = a + 1 }, log[a] with { Number = b + 1 });
        Assert.Equal(a + 1, AuditChain.Check(log, head)?.Number);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_entry_of_another_log_is_no_entry_of_this_one()
    {
        var (log, other) = (Log(3), Log(3, new EngagementId("other")));
        log[1] = other[1];
        Assert.Equal(2, AuditChain.Check(log, Head(Log(3)))?.Number);
    }

    [Fact]
    public void A_head_that_was_changed_is_found()
    {
        var log = Log(3);
        Assert.NotNull(AuditChain.Check(log, Head(log) with { Hash = "0" }));
        Assert.NotNull(AuditChain.Check(log, Head(log) with { Count = 2 }));
        Assert.NotNull(AuditChain.Check(log, AuditHead.New(Clinic)));
        Assert.NotNull(AuditChain.Check([], Head(log)));
    }

    [Fact]
    public void Entries_that_were_erased_leave_a_chain_that_holds_and_say_nothing_any_more() => Prop.ForAll<byte, byte>((length, mask) =>
    {
        var log = Log(1 + (length % 7)).ToList();
        var erased = log.Where(entry => (mask >> entry.Number & 1) == 1).Select(entry => entry.Number).ToArray();
        var erasure = AuditErasure.Of(Clinic, Ada, erased);
        log.Add(Link(Head([.. log]), new AuditFact(AuditKind.Erasure, AuditChange.Made, null, null, erasure.Write(), "")));
        foreach (var number in erased)
            log[number - 1] = log[number - 1].Erased();

        Assert.Null(AuditChain.Check(log, Head([.. log])));
        Assert.DoesNotContain(log.Where(entry => entry.IsErased), entry => entry.ToString().Contains("ada", StringComparison.Ordinal));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Entries_that_were_made_unreadable_by_hand_are_found()
    {
        var log = Log(4);
        log[2] = log[2].Erased();
        Assert.Equal(3, Check(log)?.Number);
    }

    [Fact]
    public void An_erasure_that_was_noted_before_explains_nothing_that_came_later()
    {
        var first = Link(AuditHead.New(Clinic), new AuditFact(AuditKind.Erasure, AuditChange.Made, null, null, new AuditErasure("mark", [1, 2]).Write(), ""));
        var second = Link(AuditChain.After(first), Fact(2));
        Assert.Equal(2, AuditChain.Check([first, second.Erased()], AuditChain.After(second))?.Number);
    }

    [Fact]
    public void Equal_words_have_unequal_digests()
    {
        var (one, other) = (Link(AuditHead.New(Clinic), Fact(1)), Link(AuditHead.New(Clinic), Fact(1)));
        Assert.NotEqual(one.Content, other.Content);
        Assert.NotEqual(one.Digest, other.Digest);
    }

    [Fact]
    public void The_mark_of_an_erased_person_finds_that_person_in_that_engagement_only()
    {
        var read = AuditErasure.Read(AuditErasure.Of(Clinic, Ada, [7, 3]).Write());
        Assert.Equal([3, 7], read.Numbers);
        Assert.True(read.IsAbout(Clinic, Ada));
        Assert.False(read.IsAbout(Clinic, new PersonId("bo")));
        Assert.False(read.IsAbout(new EngagementId("other"), Ada));
        Assert.True(AuditErasure.Of(Clinic, null, []).IsAbout(Clinic, Ada));
    }

    private static int _salts;

    private static AuditEntry[] Log(int length, EngagementId? engagement = null)
    {
        var head = AuditHead.New(engagement ?? Clinic);
        var log = new List<AuditEntry>();
        foreach (var number in Enumerable.Range(1, length))
        {
            log.Add(AuditChain.Link(head, Fact(number), Noon.AddMinutes(number), $"salt{number}"));
            head = AuditChain.After(log[^1]);
        }

        return [.. log];
    }

    private static AuditFact Fact(int number) => new(AuditKind.Answer, AuditChange.Made, Ada, Ada, $"answer/ada/q{number}", "Nobody tests the backups");

    private static AuditEntry Link(AuditHead head, AuditFact fact) => AuditChain.Link(head, fact, Noon, $"fresh{Interlocked.Increment(ref _salts)}");

    private static AuditHead Head(AuditEntry[] log) => log is [.., var last] ? AuditChain.After(last) : AuditHead.New(Clinic);

    private static AuditBreak? Check(AuditEntry[] log) => AuditChain.Check(log, Head(log));

    /// <summary>One character of one column is another; a column that holds no text has another value.</summary>
    private static AuditEntry Changed(AuditEntry entry, byte member, byte place)
    {
        return (member % 12) switch
        {
            0 => entry with { Engagement = new(Text(entry.Engagement.Value)) },
            1 => entry with { Number = entry.Number + 1 + place },
            2 => entry with { At = entry.At.AddTicks(1 + place) },
            3 => entry with { Kind = (AuditKind)(((int)entry.Kind + 1 + (place % 10)) % 11) },
            4 => entry with { Change = (AuditChange)(((int)entry.Change + 1 + (place % 2)) % 3) },
            5 => entry with { By = place % 2 == 0 ? null : new(Text(entry.By!.Value.Value)) },
            6 => entry with { About = place % 2 == 0 ? null : new(Text(entry.About!.Value.Value)) },
            7 => entry with { Subject = place % 5 == 0 ? null : Text(entry.Subject!) },
            8 => entry with { Content = place % 5 == 0 ? null : Text(entry.Content!) },
            9 => entry with { Salt = place % 5 == 0 ? null : Text(entry.Salt!) },
            10 => entry with { Digest = Text(entry.Digest) },
            _ => entry with { Hash = Text(entry.Hash) },
        };

        string Text(string text)
        {
            var at = place % text.Length;
            var other = char.IsLetter(text[at]) && place > 127 ? char.ToUpperInvariant(text[at]) : (char)(text[at] ^ 1);
            return string.Create(CultureInfo.InvariantCulture, $"{text[..at]}{other}{text[(at + 1)..]}");
        }
    }
}
