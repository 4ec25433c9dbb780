namespace RoadmapBot.Analysis.Support;

/// <summary>Where a date lies as seen from a roadmap's first day.</summary>
internal enum SupportStatus
{
    Past,

    /// <summary>Within twelve months.</summary>
    Soon,

    Later,
}

/// <summary>A product that is in use, and when its support ends.</summary>
/// <param name="Ends">The last day of support that needs no extra payment.</param>
/// <param name="PaidCost">In words, with its currency; null where no price is known.</param>
/// <param name="Devices">How many the asset list holds; zero where only people spoke of it.</param>
internal sealed record SupportDate(
    string Product, DateOnly Ends, DateOnly? PaidUntil, string? PaidCost, string? Note, int Devices, IReadOnlyList<Receipt> Evidence)
{
    public SupportStatus StatusAt(DateOnly start) =>
        Ends < start ? SupportStatus.Past : Ends < start.AddYears(1) ? SupportStatus.Soon : SupportStatus.Later;
}

/// <summary>Hardware of the asset list, and when it is usually replaced.</summary>
/// <param name="From">Replacement is planned from here on: an assumption, as <paramref name="To"/>.</param>
internal sealed record Refresh(string Name, string Kind, int Count, DateOnly Bought, DateOnly From, DateOnly To, DateOnly? WarrantyEnds, Receipt Row)
{
    /// <summary>Past its age, due to be planned, or neither, as seen from a roadmap's first day.</summary>
    public SupportStatus StatusAt(DateOnly start) => To < start ? SupportStatus.Past : From < start ? SupportStatus.Soon : SupportStatus.Later;
}

/// <param name="AsOf">The day on which the dates were taken from <paramref name="Source"/>.</param>
/// <param name="Dates">The earliest first.</param>
/// <param name="RefreshSource">What the ages of hardware rest on.</param>
/// <param name="Refreshes">The earliest first.</param>
internal sealed record SupportRegister(
    DateOnly AsOf, string Source, IReadOnlyList<SupportDate> Dates, string RefreshSource, IReadOnlyList<Refresh> Refreshes)
{
    public static SupportRegister None { get; } = new(default, "", [], "", []);
}
