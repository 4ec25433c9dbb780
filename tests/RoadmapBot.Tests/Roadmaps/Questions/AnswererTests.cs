using System.Text.Json;
using RoadmapBot.Roadmaps;
using RoadmapBot.Roadmaps.Execution;
using RoadmapBot.Roadmaps.Questions;
using RoadmapBot.Teams;
using RoadmapBot.Tests.Analysis;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Roadmaps.Questions;

/// <summary>The sample company's roadmap, asked by its people.</summary>
public sealed class AnswererTests
{
    private const string Silence = "-";

    private static readonly DateOnly Today = new(2026, 12, 1);

    private static readonly (string Question, string Cited)[] All =
    [
        .. File.ReadAllLines(Known.SourceFile("Roadmaps", "Questions", "question-rows.txt")).Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split(" | ")).Select(parts => (parts[0], parts[1])),
    ];

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var (question, cited) in All)
                rows.Add(question, cited);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_question_is_answered_with_what_says_so_or_not_at_all(string question, string cited)
    {
        var finding = Ask("Ada Novak", question);
        var first = finding.From.Count == 0 ? Silence : cited.StartsWith('=') ? $"={finding.From[0].Kind}" : finding.From[0].Title;
        Assert.Equal(cited, first);
        Assert.Equal(finding.IsSilent, finding.Lines.Count == 0);
    }

    [Fact]
    public void The_table_is_as_long_as_it_should_be() => Assert.True(All.Length >= 60 && All.Count(row => row.Cited == Silence) >= 15);

    [Theory]
    [InlineData("When do we renew the network?", "runs Jul 2027 – Feb 2028")]
    [InlineData("Who owns the restore tests?", "IT lead owns “Prove that backups restore”.")]
    [InlineData("What does the server renewal depend on?", "“Renew or move the servers” comes after “Prove that backups restore” (Jan 2027 – Feb 2027).")]
    [InlineData("What depends on the restore tests?", "“Renew or move the servers” comes after “Prove that backups restore”")]
    [InlineData("What depends on wireless?", "Nothing in this plan waits for “Wireless that reaches where people work”.")]
    [InlineData("How far is the network renewal?", "Planned")]
    [InlineData("Why do we renew the network?", "closes the gap “The network is slow or drops out”")]
    [InlineData("Who approved the roadmap?", "approved by Carla Mendes")]
    [InlineData("Is Windows 7 still supported?", "Windows 7: support ends on 14 Jan 2020")]
    [InlineData("What is the budget of 2028?", "FY2028")]
    public void The_answer_is_what_the_plan_says(string question, string says) => Assert.Contains(says, string.Join('\n', Ask("Ada Novak", question).Lines), StringComparison.Ordinal);

    /// <summary>Every question of the table, by everybody, and the words of every quote as a question.</summary>
    [Theory]
    [InlineData("Bo Lindgren", true)]
    [InlineData("Grace Kim", true)]
    [InlineData("Carla Mendes", true)]
    [InlineData("Hugo Marchetti", true)]
    [InlineData("Ada Novak", false)]
    public void Nobody_gets_by_asking_what_a_card_would_not_show(string name, bool isAlone)
    {
        var view = Northlight.For(name, isAlone);
        var hidden = Northlight.Roadmap.Analysis.Gaps.SelectMany(gap => gap.Evidence).Where(receipt => !view.Reader.MayQuote(receipt)).Select(receipt => receipt.Quote).Where(quote => quote.Length > 12).Distinct().ToArray();
        Assert.NotEmpty(hidden);
        var amounts = Northlight.Roadmap.Plan.Initiatives.Where(one => !one.Cost.Evidence.Concat(one.Return.Evidence).All(view.Reader.MayKnow))
            .SelectMany(one => (string[])[$"{one.Cost.Low:N0}", $"{one.Cost.High:N0}"]).Except(view.Plan.Initiatives.SelectMany(one => (string[])[$"{one.Cost.Low:N0}", $"{one.Cost.High:N0}"])).ToArray(); // what nothing else costs that is shown
        foreach (var question in All.Select(row => row.Question).Concat(hidden.Take(25)).Concat(hidden.Take(10).Select(quote => $"Who said {quote}?")))
        {
            var text = CardText.Of(JsonElement.Parse(OutgoingActivity.Serialize(FindingCard.Render(view, Ask(view, question) with { Question = Question.Read("") }))));
            Assert.All(hidden, quote => Assert.DoesNotContain(quote, text, StringComparison.Ordinal));
            Assert.All(amounts, sum => Assert.DoesNotContain($" {sum} ", text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void An_end_user_learns_what_changes_and_when_but_neither_costs_nor_owners_nor_gaps()
    {
        var view = Northlight.For("Bo Lindgren");
        var answerer = For(view);
        Assert.All(
            (string[])["What does the network renewal cost?", "Who owns the restore tests?", "Why do we renew the network?", "What is the budget of 2027?", "What is out of support?", "Which KPIs are there?", "What depends on the restore tests?"],
            question => Assert.True(answerer.IsOutOfSight(Question.Read(question)), question));
        Assert.Contains("Jul 2027", string.Join('\n', Ask(view, "When do we renew the network?").Lines), StringComparison.Ordinal);
        Assert.All(All, row => Assert.All(Passages.Of(view), passage => Assert.Equal(PassageKind.Initiative, passage.Kind)));
        Assert.All(Passages.Of(view), passage => Assert.Equal(DepartmentCard.Verb, passage.Verb));
        Assert.True(Ask(view, "How far is the network renewal?").IsSilent); // not theirs
        Assert.True(Ask(view, "What is wrong with the administrator passwords?").IsSilent);
    }

    [Theory]
    [InlineData("When do we renew the network?", true)]
    [InlineData("is the help desk on track?", true)]
    [InlineData("The VPN drops every morning, can anybody help?", false)]
    [InlineData("Nobody knows who renews the licences", false)]
    [InlineData("Three weeks, maybe?", false)]
    [InlineData("when it rains the line drops", false)]
    public void Only_what_begins_and_ends_as_a_question_is_one(string text, bool isAsked) => Assert.Equal(isAsked, Question.IsAsked(text));

    [Theory]
    [InlineData("ask when do we renew the network?", true)]
    [InlineData("ask: the network", true)]
    [InlineData("Ask", true)]
    [InlineData("ask Milan, he knows", false)]
    [InlineData("Ask the supplier for a date", false)]
    public void An_answer_that_begins_with_the_word_is_not_taken_for_the_command(string text, bool isPlain) => Assert.Equal(isPlain, ChatCommands.Recognise(text) is { Command: ChatCommand.Ask, IsPlain: true });

    private static Finding Ask(string name, string question) => Ask(Northlight.For(name), question);

    private static Finding Ask(RoadmapView view, string question) => For(view).Answer(Question.Read(question));

    private static Answerer For(RoadmapView view) => new(view, Progress.None(Northlight.Engagement.Id), Today, Known.Catalogue.Lexicon);
}
