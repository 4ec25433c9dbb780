using RoadmapBot.Teams;

namespace RoadmapBot.Tests.Teams;

public sealed class ChatCommandTests
{
    [Theory]
    [InlineData("help", "Help")]
    [InlineData("HELP", "Help")]
    [InlineData("?", "Help")]
    [InlineData("What can you do?", "Help")]
    [InlineData("Hi", "Hi")]
    [InlineData("hello!", "Hi")]
    [InlineData("Start", "Start")]
    [InlineData("start interview", "Start")]
    [InlineData("please continue", "Continue")]
    [InlineData("go on", "Continue")]
    [InlineData("show me the gaps", "Gaps")]
    [InlineData("gap analysis", "Gaps")]
    [InlineData("Roadmap.", "Roadmap")]
    [InlineData("show the roadmap please", "Roadmap")]
    [InlineData("summary", "Summary")]
    [InlineData("executive summary", "Summary")]
    [InlineData("status", "Status")]
    [InlineData("where are we", "Status")]
    [InlineData("progress", "Progress")]
    [InlineData("show me the progress report", "Progress")]
    [InlineData("changes", "Changes")]
    [InlineData("what changed", "Changes")]
    [InlineData("kpi", "Kpi")]
    [InlineData("show me our KPIs", "Kpi")]
    [InlineData("share", "Share")]
    [InlineData("planning", "Planning")]
    [InlineData("planning frame", "Planning")]
    [InlineData("assets", "Assets")]
    [InlineData("scoring", "Scoring")]
    [InlineData("score", "Scoring")]
    [InlineData("whatif", "WhatIf")]
    [InlineData("What if", "WhatIf")]
    [InlineData("optimise", "Optimise")]
    [InlineData("optimize", "Optimise")]
    [InlineData("switch", "Switch")]
    [InlineData("stop", "Cancel")]
    [InlineData("pause", "Cancel")]
    [InlineData("report", "Report")]
    public void A_command_alone_is_a_command_in_any_letter_case(string text, string command)
    {
        var spoken = ChatCommands.Recognise(text);
        Assert.Equal((Enum.Parse<ChatCommand>(command), "", true), (spoken!.Command, spoken.Rest, spoken.IsPlain));
    }

    [Theory]
    [InlineData("report The wifi drops", "Report", "The wifi drops", false)]
    [InlineData("report: The wifi drops", "Report", "The wifi drops", true)]
    [InlineData("Report\nThe wifi drops", "Report", "The wifi drops", false)]
    [InlineData("share Bo", "Share", "Bo", false)]
    [InlineData("changes since 2", "Changes", "since 2", true)]
    [InlineData("Changes since version 12", "Changes", "since version 12", true)]
    [InlineData("changes: 3", "Changes", "3", true)]
    [InlineData("kpi: mttr;2027-03-31;12", "Kpi", "mttr;2027-03-31;12", true)]
    [InlineData("kpi\nmttr;2027-03-31;12\nx;y;z", "Kpi", "mttr;2027-03-31;12\nx;y;z", true)]
    [InlineData("What if we cut 20 %?", "WhatIf", "we cut 20 %?", false)]
    [InlineData("what if: Sam leaves", "WhatIf", "Sam leaves", true)]
    [InlineData("whatif: Sam leaves", "WhatIf", "Sam leaves", true)]
    [InlineData("switch harbour clinic", "Switch", "harbour clinic", false)]
    [InlineData("roadmap finance", "Roadmap", "finance", false)]
    public void Some_commands_take_what_follows(string text, string command, string rest, bool isPlain) =>
        Assert.Equal(new Spoken(Enum.Parse<ChatCommand>(command), rest, isPlain), ChatCommands.Recognise(text));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Start with the servers, they are old.")]
    [InlineData("Help desk is slow")]
    [InlineData("Summary reports take me two hours")]
    [InlineData("We continue to use Windows 7")]
    [InlineData("statuses")]
    [InlineData("Changes since 2024 have cost us a lot")]
    [InlineData("KPI reports take me a day; nobody reads them; ever")]
    [InlineData("Progress is slow in the warehouse")]
    [InlineData("what iffy backups we have")]
    [InlineData("Optimise our warehouse first")]
    [InlineData("The status of our backups is unknown to me and to everybody else here")]
    public void An_answer_that_begins_like_a_command_is_none(string text) => Assert.Null(ChatCommands.Recognise(text));
}
