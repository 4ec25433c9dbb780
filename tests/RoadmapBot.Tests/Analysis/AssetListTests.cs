using FsCheck;
using FsCheck.Fluent;
using RoadmapBot.Analysis.Support;

namespace RoadmapBot.Tests.Analysis;

public sealed class AssetListTests
{
    [Theory]
    [InlineData("name,product,count,site,bought,warranty end\nsrv1,Server 2016,2,Halden,2019-03-01,2024-02-29")]
    [InlineData("Device;Operating system;Quantity;Location;Purchase date;Warranty until\nsrv1;Server 2016;2;Halden;1.3.2019;29.2.2024")]
    [InlineData("HOSTNAME\tOS\tQty\tSite\tPurchased\tWarranty\nsrv1\tServer 2016\t2\tHalden\t2019-03\t2/29/2024")]
    [InlineData("Owner,Asset Name,Model,#,Number,Office,Acquired,Warranty End Date\nAda,srv1,Server 2016,x,2,Halden,2019/03/01,2024-02-29")]
    public void Columns_go_by_many_names_and_separators(string csv)
    {
        var sheet = AssetList.Read(csv);
        Assert.Empty(sheet.Faults);
        var asset = Assert.Single(sheet.Assets);
        Assert.Equal(("srv1", "Server 2016", 2, "Halden"), (asset.Name, asset.Product, asset.Count, asset.Site));
        Assert.Equal((new DateOnly(2019, 3, 1), new DateOnly(2024, 2, 29)), (asset.Bought, asset.WarrantyEnds));
    }

    [Theory]
    [InlineData("name,count\nsrv1,two", 2, "The count “two” is no whole number above zero.")]
    [InlineData("name,count\nsrv1,0", 2, "The count “0” is no whole number above zero.")]
    [InlineData("name,product\n,", 2, "It has neither name nor product.")]
    [InlineData("name,bought\nsrv1,long ago", 2, "“long ago” is no date.")]
    [InlineData("name,bought\nsrv1,3/4/2021", 2, "“3/4/2021” can be read as two dates.")]
    [InlineData("name,count\nsrv0,1\nsrv1,1,2", 3, "It has 3 cells, the header has 2.")]
    [InlineData("colour,size\nred,4", 1, "No column for a name or a product was found among: colour, size.")]
    [InlineData("", 1, "There is nothing in it.")]
    public void A_row_that_cannot_be_used_is_listed_with_its_line_and_the_reason(string csv, int line, string why)
    {
        var fault = Assert.Single(AssetList.Read(csv).Faults);
        Assert.Equal(line, fault.Line);
        Assert.StartsWith(why, fault.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void No_row_is_ever_dropped() => Prop.ForAll<int[]>(seeds =>
    {
        string[] names = ["srv", "", "a b"];
        string[] counts = ["1", "x", "", "-3", "12"];
        string[] dates = ["2020-01-01", "", "soon", "1/2/2020", "2020"];
        string Pick(string[] from, int seed) => from[(seed & int.MaxValue) % from.Length];
        var rows = seeds.Select(seed => string.Join(',', Pick(names, seed), Pick(counts, seed / 3), Pick(dates, seed / 15), "x")).ToArray();
        var sheet = AssetList.Read("name,count,bought,note\n" + string.Join('\n', rows));
        return sheet.Assets.Count + sheet.Faults.Count == rows.Length
            && sheet.Assets.All(asset => rows[asset.Line - 2] == asset.Row)
            && sheet.Assets.Select(asset => asset.Line).Concat(sheet.Faults.Select(fault => fault.Line)).Order().SequenceEqual(Enumerable.Range(2, rows.Length));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_year_alone_counts_from_its_first_day() =>
        Assert.Equal(new DateOnly(2021, 1, 1), AssetList.Read("name,year\nsrv1,2021").Assets.Single().Bought);
}
