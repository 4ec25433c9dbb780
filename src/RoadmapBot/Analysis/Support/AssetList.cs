using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using RoadmapBot.Conversation;

namespace RoadmapBot.Analysis.Support;

/// <summary>
/// Reads an asset list: CSV with a header, separated by commas, semicolons or tabs. Known columns, under many names: name, product or operating system, count,
/// site, bought, warranty end. Other columns are left alone; a row that cannot be used is listed with its line and the reason.
/// </summary>
internal static class AssetList
{
    public const int Longest = 100_000;

    private static readonly (string Column, string[] Names)[] Columns =
    [
        ("name", ["name", "device", "devicename", "asset", "assetname", "hostname", "host", "computer", "computername", "machine", "item", "description"]),
        ("product", ["product", "os", "operatingsystem", "productos", "productoros", "model", "software", "version", "system", "type", "osversion"]),
        ("count", ["count", "quantity", "qty", "number", "amount", "howmany", "devices", "units"]),
        ("site", ["site", "location", "office", "branch", "building", "room"]),
        ("bought", ["bought", "purchased", "purchasedate", "dateofpurchase", "datepurchased", "acquired", "boughton", "installed", "inservice", "year", "purchaseyear"]),
        ("warranty", ["warranty", "warrantyend", "warrantyends", "warrantyuntil", "warrantyexpires", "warrantyexpiry", "warrantyenddate", "endofwarranty"]),
    ];

    public static AssetSheet Read(string text)
    {
        var (assets, faults) = (new List<Asset>(), new List<AssetFault>());
        using var csv = new CsvReader(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
            TrimOptions = TrimOptions.Trim,
            BadDataFound = null, // told below: such a row's cells do not fit the header
        });
        if (!csv.Read())
            return new AssetSheet([], [new AssetFault(1, AnalysisTexts.AssetsEmpty)]);
        csv.ReadHeader();
        var header = csv.HeaderRecord!;
        var places = Columns.Select(column => (column.Column, Place: Array.FindIndex(header, cell => column.Names.Contains(Plain(cell))))).Where(found => found.Place >= 0)
            .ToDictionary(found => found.Column, found => found.Place);
        if (!places.ContainsKey("name") && !places.ContainsKey("product"))
            return new AssetSheet([], [new AssetFault(1, AnalysisTexts.AssetsNoHeader.With(string.Join(", ", header)))]);
        while (csv.Read())
        {
            var line = csv.Parser.RawRow;
            string? Cell(string column) => places.TryGetValue(column, out var place) && place < csv.Parser.Count && csv.Parser[place].Trim() is { Length: > 0 } cell ? cell : null;
            if (csv.Parser.Count != header.Length)
                faults.Add(new AssetFault(line, AnalysisTexts.AssetsCells.With(csv.Parser.Count, header.Length)));
            else if (RowOf(line, Cell, csv.Parser.RawRecord.TrimEnd('\r', '\n'), out var asset) is { } why)
                faults.Add(new AssetFault(line, why));
            else
                assets.Add(asset!);
        }
        return new AssetSheet(assets, faults);
    }

    /// <returns>Why the row cannot be used; null where it can.</returns>
    private static string? RowOf(int line, Func<string, string?> cell, string row, out Asset? asset)
    {
        asset = null;
        var (name, product) = (cell("name"), cell("product"));
        if ((name ?? product) is not { } known)
            return AnalysisTexts.AssetsUnnamed;
        var count = 1;
        if (cell("count") is { } counted && !(int.TryParse(counted, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out count) && count > 0))
            return AnalysisTexts.AssetsCount.With(counted);
        if (DateOf(cell("bought"), out var bought) is { } badBought)
            return badBought;
        if (DateOf(cell("warranty"), out var warranty) is { } badWarranty)
            return badWarranty;
        asset = new Asset(line, known, product, count, cell("site"), bought, warranty, row);
        return null;
    }

    /// <summary>2021-03-31, 2021-03, 2021, 31.3.2021, and 3/31/2021 or 31/3/2021 where only one of the two can be meant.</summary>
    /// <returns>Why it is no date; null where it is one or is empty.</returns>
    private static string? DateOf(string? text, out DateOnly? date)
    {
        date = null;
        if (text is null)
            return null;
        DateOnly? As(params string[] formats) => DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        var (monthFirst, dayFirst) = (As("M/d/yyyy"), As("d/M/yyyy"));
        if (monthFirst is not null && dayFirst is not null && monthFirst != dayFirst)
            return AnalysisTexts.AssetsAmbiguous.With(text);
        date = As("yyyy-MM-dd", "yyyy-MM", "yyyy", "d.M.yyyy", "yyyy/MM/dd") ?? monthFirst ?? dayFirst;
        return date is null ? AnalysisTexts.AssetsDate.With(text) : null;
    }

    private static string Plain(string header) => string.Concat(header.Where(char.IsLetter)).ToLowerInvariant();
}
