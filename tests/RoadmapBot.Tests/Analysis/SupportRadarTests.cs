using RoadmapBot.Analysis;
using RoadmapBot.Analysis.Support;
using RoadmapBot.Engagements;

namespace RoadmapBot.Tests.Analysis;

public sealed class SupportRadarTests
{
    private static readonly DateOnly Start = new(2026, 12, 1);

    [Theory]
    [InlineData("We have two boxes on Server 2012.", "Windows Server 2012")]
    [InlineData("The finance server is still a 2012 R2.", "Windows Server 2012")]
    [InlineData("Half the office is on Win 10.", "Windows 10 22H2")]
    [InlineData("The kiosks run Windows 10 LTSC 2021.", "Windows 10 2021 LTSC")]
    [InlineData("Everybody writes in Office 2016.", "Office 2016")]
    [InlineData("The ERP sits on SQL 2014.", "SQL Server 2014")]
    [InlineData("The ERP sits on SQL Server 2016.", "SQL Server 2016")]
    [InlineData("Mail is Exchange 2016, in the basement.", "Exchange 2016")]
    [InlineData("Three hosts with ESXi 7.", "VMware ESXi 7")]
    [InlineData("Backups are made with Veeam 12.", "Veeam 12")]
    [InlineData("The firewall is on FortiOS 7.2, I believe.", "FortiOS 7.2")]
    [InlineData("Our own app is built on .NET 8.", ".NET 8")]
    [InlineData("The newest laptops came with Windows 11 24H2.", "Windows 11 24H2")]
    [InlineData("The forms are all InfoPath.", "InfoPath 2013")]
    [InlineData("The label printers need Windows 7.", "Windows 7")]
    [InlineData("Projects are kept in Project Online.", "Project Online")]
    public void A_product_is_known_by_what_people_call_it(string said, string product) =>
        Assert.Equal([product], Scan(said).Dates.Select(date => date.Product));

    [Theory]
    [InlineData("We got rid of Windows 7 two years ago.")]
    [InlineData("No more Office 2016 here.")]
    [InlineData("The last Server 2012 was replaced in spring.")]
    [InlineData("We are migrating to Windows Server 2025 next year.")]
    [InlineData("We moved off Exchange 2016 last summer.")]
    [InlineData("We used to run SQL 2014.")]
    [InlineData("There are 8 people in the net 8 group.")]
    [InlineData("In 2016 we moved the office.")]
    public void What_is_gone_or_still_to_come_is_not_in_use(string said) => Assert.Empty(Scan(said).Dates);

    [Fact]
    public void A_date_comes_with_its_status_its_paid_extension_and_its_receipts()
    {
        var date = Assert.Single(Scan("The ERP sits on SQL 2014.").Dates);
        Assert.Equal((new DateOnly(2024, 7, 9), new DateOnly(2027, 7, 12)), (date.Ends, date.PaidUntil));
        Assert.Equal(SupportStatus.Past, date.StatusAt(Start));
        Assert.Equal(new Receipt("v0", "s0", "The ERP sits on SQL 2014."), Assert.Single(date.Evidence));
        Assert.Contains("61 USD", Assert.Single(Scan("The PCs run Windows 10.").Dates).PaidCost, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-01", SupportStatus.Soon)]
    [InlineData("2026-01-01", SupportStatus.Later)]
    [InlineData("2026-01-13", SupportStatus.Soon)]
    [InlineData("2027-01-12", SupportStatus.Soon)]
    [InlineData("2027-01-13", SupportStatus.Past)]
    public void Past_and_near_are_seen_from_the_roadmaps_first_day(string start, object status) =>
        Assert.Equal((SupportStatus)status, Assert.Single(Scan("The files lie on Server 2016.").Dates).StatusAt(DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_past_product_is_a_gap_even_where_nobody_complains_of_it()
    {
        var gap = Assert.Single(Analyst.Analyse(Known.Say((Role.It, "What does the ERP stand on?", "It sits on a nice SQL 2014.")), Known.Catalogue, Start).Gaps, gap => gap.Id == SupportGap.Id);
        Assert.Equal("It sits on a nice SQL 2014.", Assert.Single(gap.Evidence).Quote);
        Assert.Contains("SQL Server 2014", gap.Severity.Why, StringComparison.Ordinal);
        Assert.NotEmpty(gap.Objectives);
    }

    [Fact]
    public void A_product_with_years_to_go_is_no_gap() =>
        Assert.DoesNotContain(Analyst.Analyse(Known.Say((Role.It, "Servers?", "All on Server 2022.")), Known.Catalogue, Start).Gaps, gap => gap.Id == SupportGap.Id);

    [Fact]
    public void Each_product_of_the_source_has_a_name_and_a_date()
    {
        Assert.True(Known.Catalogue.Support.Products.Count >= 40);
        Assert.All(Known.Catalogue.Support.Products.Values, product => Assert.True(product.Ends > new DateOnly(2010, 1, 1) && (product.PaidUntil ?? product.Ends.AddDays(1)) > product.Ends));
    }

    [Fact]
    public void An_asset_list_adds_products_and_hardware_past_its_age()
    {
        var sheet = AssetList.Read("Name,OS,Qty,Bought\nFile server,Windows Server 2016 Standard,2,2016-05-01\nLaptops sales,Windows 11 25H2,30,2025\n");
        Assert.Empty(sheet.Faults);
        var register = Analyst.Analyse(Known.Say((Role.It, "Servers?", "Two.")) with { Assets = sheet.Assets }, Known.Catalogue, Start).Support;
        Assert.Equal(("Windows Server 2016", 2), (register.Dates[0].Product, register.Dates[0].Devices));
        Assert.True(register.Dates[0].Evidence[0].IsAsset);
        Assert.Equal([("server", SupportStatus.Past), ("workstation", SupportStatus.Later)], register.Refreshes.Select(refresh => (refresh.Kind, refresh.StatusAt(Start))));
    }

    private static SupportRegister Scan(string said) => Analyst.Analyse(Known.Say((Role.It, "What is in use?", said)), Known.Catalogue, Start).Support;
}
