using System.CommandLine;
using System.Globalization;
using RoadmapBot.Analysis;
using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;

namespace RoadmapBot.Hosting;

/// <summary>
/// <c>draft IN.json [--out OUT.json] [--sheet SHEET.md] [--start 2027-01-01]</c>: interview notes in, a gap analysis and roadmap out. No server, no model, no network.
/// Exit code 2 and one line on the error output where the input cannot be used.
/// </summary>
internal static class DraftCommand
{
    private const int BadInput = 2;
    private const string Currency = "USD";

    public static Command Create() => Create(TimeProvider.System);

    public static Command Create(TimeProvider clock)
    {
        var notes = new Argument<string>("IN.json") { Description = "The interview notes." };
        var target = new Option<string?>("--out") { Description = "Also write the draft as JSON to this file." };
        var sheet = new Option<string?>("--sheet") { Description = "Also write a sheet on which a reader judges each gap beside the answers that it cites." };
        var start = new Option<string?>("--start") { Description = "The first day of the roadmap, as 2027-01-01. Default: the first of next month." };
        var command = new Command("draft", "Draft a gap analysis and a three-phase roadmap from interview notes.") { notes, target, sheet, start };
        command.SetAction(line => Run(
            line.GetRequiredValue(notes), line.GetValue(target), line.GetValue(sheet), line.GetValue(start), clock, line.InvocationConfiguration.Output, line.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string notes, string? target, string? sheet, string? start, TimeProvider clock, TextWriter output, TextWriter error)
    {
        try
        {
            var from = StartOf(start, clock);
            var testimony = DraftInput.Read(File.ReadAllText(notes));
            var folder = Path.Combine(AppContext.BaseDirectory, "prompts", "catalogue");
            var catalogue = GapCatalogue.Load(folder);
            var analysis = Analyst.Analyse(testimony, catalogue, from);
            var plan = Planner.Plan(analysis, testimony, InitiativeLibrary.Load(folder, catalogue), PlanningFrame.From(from, Currency));
            if (target is not null)
                File.WriteAllText(target, DraftOutput.Json(analysis, plan));
            if (sheet is not null)
                File.WriteAllText(sheet, ReadingSheet.Text(testimony, analysis));
            output.Write(DraftReport.Text(testimony, analysis, plan));
            return 0;
        }
        catch (DraftInputException fault)
        {
            error.WriteLine(fault.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            error.WriteLine(DraftTexts.FileFault.With(fault.Message));
        }
        return BadInput;
    }

    private static DateOnly StartOf(string? start, TimeProvider clock)
    {
        if (start is null)
        {
            var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
            return new DateOnly(today.Year, today.Month, 1).AddMonths(1);
        }
        return DateOnly.TryParseExact(start, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year < 9990
            ? date
            : throw new DraftInputException(DraftTexts.BadStart.With(start));
    }
}
