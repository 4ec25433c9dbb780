using System.Globalization;
using System.Text.RegularExpressions;
using RoadmapBot.Conversation;

namespace RoadmapBot.Reviews;

/// <summary>A measured value as people write it: with or without its unit, with a point or a comma.</summary>
internal static partial class KpiValue
{
    private const string Percent = "%";
    private const decimal Largest = 1_000_000_000_000m;

    /// <param name="unit">The KPI's; anything else behind the number is another unit and refused.</param>
    /// <returns>The value, or what is wrong with it as a text for the person.</returns>
    public static (decimal? Value, string? Fault) Read(string? text, string unit)
    {
        if (text is null || Written().Match(text.Trim()) is not { Success: true } match)
            return (null, KpiTexts.FaultNumber.With((text ?? "").Cut(30)));
        var said = match.Groups["unit"].Value.Trim();
        if (said.Length > 0 && !said.Equals(unit, StringComparison.OrdinalIgnoreCase) && !said.Equals(unit.Split(' ')[0], StringComparison.OrdinalIgnoreCase))
            return (null, KpiTexts.FaultUnit.With(unit, said.Cut(30)));
        var digits = match.Groups["number"].Value.Replace(" ", "", StringComparison.Ordinal);
        var plain = Grouped().IsMatch(digits) ? digits.Replace(",", "", StringComparison.Ordinal) : digits.Replace(',', '.');
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return (null, KpiTexts.FaultNumber.With(text.Cut(30)));
        if (value < 0 || value > (IsShare(unit) ? 100 : Largest))
            return (null, IsShare(unit) ? KpiTexts.FaultShare : KpiTexts.FaultNegative);
        return (value, null);
    }

    public static string InWords(decimal value, string unit) => $"{value.ToString("#,0.##", CultureInfo.CurrentCulture)} {unit}";

    private static bool IsShare(string unit) => unit.StartsWith(Percent, StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<number>-?\d[\d., ]*?)\s*(?<unit>[^\d.,\s].*)?$", RegexOptions.None, 1000)]
    private static partial Regex Written();

    [GeneratedRegex(@"^-?\d{1,3}(,\d{3})+(\.\d+)?$", RegexOptions.None, 1000)]
    private static partial Regex Grouped();
}
