namespace RoadmapBot.Analysis.Support;

/// <summary>A row of an asset list.</summary>
/// <param name="Line">Counts from 1, the header included.</param>
/// <param name="Product">Product or operating system.</param>
/// <param name="Row">The row as it was given.</param>
internal sealed record Asset(int Line, string Name, string? Product, int Count, string? Site, DateOnly? Bought, DateOnly? WarrantyEnds, string Row)
{
    /// <summary>What the row speaks of.</summary>
    public string Words => $"{Name}. {Product}.";

    public Receipt Receipt() => new(Analysis.Receipt.AssetList, Line.ToString(System.Globalization.CultureInfo.InvariantCulture), Row);
}

/// <summary>A row that could not be used: where, and why.</summary>
internal sealed record AssetFault(int Line, string Why);

/// <summary>What an asset list held; every row of it is in one of the two.</summary>
internal sealed record AssetSheet(IReadOnlyList<Asset> Assets, IReadOnlyList<AssetFault> Faults);
