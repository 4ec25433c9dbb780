using System.Globalization;
using RoadmapBot.Planning;

namespace RoadmapBot.Tests.Planning;

public sealed class MoneyWordsTests
{
    [Theory]
    [InlineData("It was $48,000.", "48000 USD")]
    [InlineData("It was 48,000 dollars.", "48000 USD")]
    [InlineData("Something like 12k a year.", "12000 - 1/y")]
    [InlineData("A bid came in at 1.5 million dollars", "1500000 USD")]
    [InlineData("12.000 EUR für alles", "12000 EUR")]
    [InlineData("£1,200.50 once", "1200.5 GBP")]
    [InlineData("forty thousand for the switches", "40000 -")]
    [InlineData("a hundred and twenty thousand, so", "120000 -")]
    [InlineData("two hundred thirty-five thousand to do it", "235000 -")]
    [InlineData("over half a million all told", "500000 -")]
    [InlineData("a couple of hundred thousand dollars", "200000 USD")]
    [InlineData("five to eight thousand on top", "5000-8000 -")]
    [InlineData("$5-8k", "5000-8000 USD")]
    [InlineData("$500 to $2 million", "500-2000000 USD")]
    [InlineData("$12 a user a month", "12 USD Person 12/y")]
    [InlineData("$12/user/month", "12 USD Person 12/y")]
    [InlineData("9 euros per device each quarter", "9 EUR Device 4/y")]
    [InlineData("30 dollars monthly for each employee", "30 USD Person 12/y")]
    [InlineData("€300 per site", "300 EUR Site")]
    [InlineData("$400 weekly", "400 USD 52/y")]
    [InlineData("first $3,000, then $50 a month", "3000 USD; 50 USD 12/y")]
    public void An_amount_is_read_with_what_it_is_for_one_of(string text, string amounts) => Assert.Equal(amounts, InWords(text));

    [Theory]
    [InlineData("forty thousand users")]
    [InlineData("thirty-seven million items")]
    [InlineData("thousands of dollars")]
    [InlineData("a few hundred")]
    [InlineData("in 2019 we had 48,000 tickets")]
    [InlineData("call it one-fifty")]
    [InlineData("$150 an hour")]
    [InlineData("laptops at $1,200 each")]
    [InlineData("$5,000,000,000")]
    [InlineData("12 m of cable")]
    [InlineData("between three and five people")]
    public void What_is_no_money_or_no_whole_is_passed_over(string text) => Assert.Equal("", InWords(text));

    private static string InWords(string text) => string.Join("; ", MoneyWords.Find(text).Select(money => string.Join(' ', new[]
    {
        money.Low == money.High ? Invariant(money.High) : $"{Invariant(money.Low)}-{Invariant(money.High)}", money.Currency ?? "-", money.Per is Per.All ? null : money.Per.ToString(), money.TimesPerYear is { } times ? $"{times}/y" : null,
    }.OfType<string>())));

    private static string Invariant(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
