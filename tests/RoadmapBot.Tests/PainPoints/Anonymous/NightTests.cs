using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints.Anonymous;

namespace RoadmapBot.Tests.PainPoints.Anonymous;

public sealed class NightTests
{
    private static readonly Seal Key = new(() => new byte[Seal.KeySize]);
    private static readonly EngagementId Clinic = new("clinic");
    private static readonly DateTimeOffset Autumn = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
    private static readonly Member[] Members = [.. Enumerable.Range(0, 5).Select(id => new Member(Clinic, new($"p{id}"), "", Role.EndUser, null, false))];

    [Fact]
    public void Points_are_shown_after_their_next_full_day_and_not_before()
    {
        var box = Reported(5);
        var first = Night.Of(box, new Envelopes(Clinic, []), "2026-Q4", Key).Box;
        Assert.Empty(first.Shown);
        Assert.Equal(5, Night.Of(first, new Envelopes(Clinic, []), "2026-Q4", Key).Box.Shown.Count());
    }

    [Fact]
    public void What_is_shown_stays_as_it_was_when_somebody_reports_later()
    {
        var shown = Slept(Slept(Reported(5)));
        var later = AnonymousReports.Add(shown, Members, Members[0], "another thing", "slow", Autumn, Key).Box;
        Assert.Equal(5, Slept(Slept(later)).Shown.Count());
    }

    [Fact]
    public void The_same_words_of_one_person_are_one_point_and_of_two_people_two()
    {
        var (box, point) = AnonymousReports.Add(AnonymousBox.Empty(Clinic), Members, Members[0], "It is slow", "slow", Autumn, Key);
        Assert.Equal((box, point), AnonymousReports.Add(box, Members, Members[0], " it  IS slow ", "slow", Autumn.AddDays(3), Key));
        Assert.Equal(2, AnonymousReports.Add(box, Members, Members[1], "It is slow", "slow", Autumn, Key).Box.Points.Count);
    }

    [Fact]
    public void With_the_quarter_its_salt_goes_and_with_the_next_its_addresses()
    {
        var (box, point) = AnonymousReports.Add(AnonymousBox.Empty(Clinic), Members, Members[0], "It is slow", "slow", Autumn, Key);
        var addressed = new Envelopes(Clinic, [AnonymousReports.Address(point, new Person(new("t"), new("p0"), ""), Key)]);
        var winter = Night.Of(box, addressed, "2027-Q1", Key);
        Assert.NotNull(box.Salt);
        Assert.Null(winter.Box.Salt);
        Assert.Single(winter.Envelopes.All);
        Assert.Empty(Night.Of(winter.Box, winter.Envelopes, "2027-Q2", Key).Envelopes.All);
    }

    [Fact]
    public void A_question_to_somebody_who_cannot_be_reached_comes_back_no_sooner_than_an_answer()
    {
        var shown = Slept(Slept(Reported(5)));
        var point = shown.Shown.First();
        var asked = shown.With(point with { FollowUps = [new FollowUp("f", new("ada"), "Since when?", false, null, null, null)] });
        var nights = new List<Night> { Night.Of(asked, new Envelopes(Clinic, []), "2026-Q4", Key) };
        for (var more = 0; more < 2; more++)
            nights.Add(Night.Of(nights[^1].Box, nights[^1].Envelopes, "2026-Q4", Key));
        Assert.All(nights, night => Assert.Empty(night.Questions));
        Assert.Equal([0, 0, 1], nights.Select(night => night.Outcomes.Count));
    }

    [Fact]
    public void A_seal_opens_under_its_own_key_only_and_not_when_changed()
    {
        var closed = Key.Close("tenant", "person");
        Assert.Equal("tenant/person", string.Join('/', Key.Open(closed)!));
        Assert.NotEqual(closed, Key.Close("tenant", "person"));
        Assert.Equal(closed.Length, Key.Close("a", "somebody else altogether").Length);
        Assert.Null(new Seal(() => [.. Enumerable.Repeat((byte)1, Seal.KeySize)]).Open(closed));
        foreach (var forged in (string?[])[null, "", "zz", closed[1..], closed[..^2], $"{(closed[0] == '0' ? '1' : '0')}{closed[1..]}"])
            Assert.Null(Key.Open(forged));
    }

    private static AnonymousBox Slept(AnonymousBox box) => Night.Of(box, new Envelopes(Clinic, []), "2026-Q4", Key).Box;

    private static AnonymousBox Reported(int people) => Members.Take(people).Aggregate(
        AnonymousBox.Empty(Clinic), (box, member) => AnonymousReports.Add(box, Members, member, $"{member.Person} is slow", "slow", Autumn, Key).Box);
}
