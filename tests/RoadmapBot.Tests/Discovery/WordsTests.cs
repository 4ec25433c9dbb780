using RoadmapBot.Discovery;

namespace RoadmapBot.Tests.Discovery;

public class WordsTests
{
    [Theory]
    [InlineData("12", WordKind.Number)]
    [InlineData("1,200.50", WordKind.Number)]
    [InlineData("1.200.000", WordKind.Number)]
    [InlineData("10k", WordKind.Number)]
    [InlineData("30min", WordKind.Number)]
    [InlineData("2027", WordKind.Year)]
    [InlineData("3000", WordKind.Number)]
    [InlineData("2027-03-01", WordKind.Date)]
    [InlineData("1.4.2027", WordKind.Date)]
    [InlineData("3/15", WordKind.Date)]
    [InlineData("2027/28", WordKind.Date)]
    [InlineData("9:30", WordKind.Clock)]
    [InlineData("8am", WordKind.Clock)]
    [InlineData("1st", WordKind.Ordinal)]
    [InlineData("2FA", WordKind.Word)]
    [InlineData("Q3", WordKind.Word)]
    [InlineData("€", WordKind.Sign)]
    [InlineData("%", WordKind.Sign)]
    [InlineData("?", WordKind.Stop)]
    public void A_word_has_its_kind(string text, object kind) => Assert.Equal((WordKind)kind, Assert.Single(Words.Of(text)).Kind);

    [Theory]
    [InlineData("Wi-Fi, e-mail", "wi fi e mail")]
    [InlineData("The client’s data isn’t ours.", "the client data isn't ours .")]
    [InlineData("Up to 3.5 h; then\nstop", "up to 3.5 h ; then \n stop")]
    [InlineData("monday.com", "monday com")]
    [InlineData("Zürich café", "zürich café")]
    public void A_text_is_cut_into_words(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Words.Of(text).Select(word => word.Text)));
}
