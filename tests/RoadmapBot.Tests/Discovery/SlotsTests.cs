using FsCheck;
using FsCheck.Fluent;

namespace RoadmapBot.Tests.Discovery;

public class SlotsTests
{
    /// <summary>Whole answers, and all the slots that each holds.</summary>
    public static TheoryData<string, string> Answers { get; } = new()
    {
        // Short answers that leave everything open.
        { "Slow.", "" },
        { "the usual", "" },
        { "It depends.", "" },
        { "yes", "" },
        { "Could be better, honestly.", "" },
        { "Not as good as it was.", "" },
        { "A lot of trouble with it.", "" },
        { "We muddle through.", "" },
        { "The system is old and everybody moans about it.", "amount" },
        { "Maybe. It may take long, we may not get there.", "" },
        { "One of us usually sorts it out.", "" },
        { "It is what it is, one way or another.", "" },
        { "We work 24/7 so it hurts.", "" },
        { "Two-factor would be nice, or a one-off clean-up.", "" },

        // Amounts.
        { "About 40 of them.", "amount" },
        { "Roughly two hundred and fifty thousand.", "amount" },
        { "€ 120,000 with everything", "amount" },
        { "40k, give or take", "amount" },
        { "five to eight thousand", "amount" },
        { "Half of us.", "amount" },
        { "30 % of the day is gone with it", "amount" },
        { "It costs me an hour.", "amount" },
        { "Twice a week, sometimes more", "amount" },
        { "Nearly every day.", "amount" },
        { "Daily.", "amount" },
        { "Twenty minutes each time", "amount" },
        { "a dozen people stand around", "amount" },
        { "One person could do it in no time.", "amount owner" },
        { "there is no budget", "amount" },
        { "2000 euros or so", "amount" },
        { "Three-quarters of the orders come in late.", "amount" },
        { "We lost a couple of hours over it.", "amount example" },
        { "They are twenty years old.", "amount" },
        { "Every Monday it crawls.", "amount date" },
        { "Mondays", "amount date" },

        { "One department is ahead, another has never seen it.", "" },
        { "We passed ISO 27001, for what it is worth.", "" },

        // Dates.
        { "By May, I hope.", "date" },
        { "in march", "date" },
        { "May 2027", "date" },
        { "Before the end of the fiscal year.", "date" },
        { "Next spring", "date" },
        { "Within six months", "date" },
        { "over the next three years", "date" },
        { "Q3", "date" },
        { "Since 2011", "date" },
        { "2027-03-01", "date" },
        { "As soon as possible.", "date" },
        { "before Christmas at the latest", "date" },
        { "December and January are hopeless, that is year end.", "date" },
        { "There is no date yet.", "date" },
        { "First quarter of next year", "date" },
        { "in the autumn term", "date" },
        { "Never tested it.", "date" },

        { "Before the new school year.", "date" },
        { "Not until after the election", "date" },

        // Numbers that belong to a name or a date are no amounts.
        { "Windows Server 2016", "system" },
        { "office 365 and some old access databases", "system" },
        { "That is version 7 of something.", "" },
        { "SQL Server 2014, out since July 2024", "date system" },

        // Systems.
        { "Outlook freezes.", "system" },
        { "teams crashes in every other call", "system" },
        { "Our teams are stretched.", "" },
        { "The booking system.", "system" },
        { "It has to do with the VPN", "system" },
        { "We use Brightspace for that", "system" },
        { "mostly Excel lists", "system" },
        { "On paper, then typed into the payroll system.", "system" },
        { "It sits in a safe place.", "" },
        { "The wi-fi in the yard", "system" },
        { "a shared drive nobody cleans", "system owner" },
        { "the website", "system" },
        { "Some tool that the last firm left.", "" },

        // Owners.
        { "I do that.", "owner" },
        { "Me.", "owner" },
        { "it helps me", "" },
        { "We ask Maria in finance.", "owner" },
        { "ask tom, he knows", "owner" },
        { "The provider, I suppose.", "owner" },
        { "IT does.", "owner" },
        { "it does not matter much", "" },
        { "IT trouble, you know.", "" },
        { "our IT manager", "owner" },
        { "the board, after a long talk", "owner" },
        { "Nobody, really.", "owner" },
        { "whoever shouts loudest", "owner" },
        { "Each department for itself.", "owner" },
        { "HR tells the help desk", "owner" },
        { "My colleague looks after it", "owner" },
        { "Jonas restores things when he is in", "owner" },

        { "If Petra is ill we are stuck.", "owner" },
        { "An intern did it.", "owner" },
        { "in my head", "owner" },
        { "It is Ines who has the key.", "owner" },
        { "That is decided at head office.", "owner" },
        { "Nobody told us.", "" },
        { "Terrible.", "" },
        { "Sage keeps losing it.", "system" },
        { "There is no room for it in Porto.", "" },

        // Examples.
        { "For instance when the scanner goes.", "system example" },
        { "Last week the printer ate the payslips.", "date system example" },
        { "The other day I waited two hours for a password.", "amount date example" },
        { "Yesterday.", "date example" },
        { "Three weeks ago a customer's order went missing.", "date example" },
        { "When we moved offices nobody told us.", "example" },
        { "On Friday afternoon the till froze.", "date example" },
        { "last time it took until noon", "example" },

        // Everything at once.
        { "In February the ERP was down for a whole day, about 30 people idle, and our consultant had to come in.", "amount date system owner" },
        { "I change the tape every day.", "amount system owner" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_holds_these_slots(string answer, string holds) =>
        Assert.Equal(holds, string.Join(' ', Prompts.Slots.In(answer).Order()).ToLowerInvariant());

    /// <summary>Cues do not reach over the end of a sentence, so saying two things says what each of them says.</summary>
    [Fact]
    public void Two_answers_in_a_row_hold_what_each_of_them_holds()
    {
        var answers = Gen.Elements(Answers.Select(row => row.Data.Item1)).ToArbitrary();
        Prop.ForAll(answers, answers, (one, other) =>
                Prompts.Slots.In($"{one}\n{other}").SetEquals(Prompts.Slots.In(one).Union(Prompts.Slots.In(other))))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_can_be_read() =>
        Prop.ForAll<string?>(text => Prompts.Slots.In(text ?? "").Count <= 5).QuickCheckThrowOnFailure();

    [Fact]
    public void A_shouted_answer_names_nobody_by_its_capitals() =>
        Assert.Empty(Prompts.Slots.In("PLEASE MAKE IT FASTER FOR US"));
}
