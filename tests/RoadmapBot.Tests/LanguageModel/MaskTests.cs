using RoadmapBot.LanguageModel;

namespace RoadmapBot.Tests.LanguageModel;

/// <summary>Who and what a model never hears of, and that it comes back as it was.</summary>
public sealed class MaskTests
{
    private static readonly string[] Members = ["Henri Dubois", "Grace O'Neil", "Will Marsh", "Łukasz Żak"];

    [Theory]
    [InlineData("Ask Henri Dubois or henri.", "Henri|henri|Dubois")]
    [InlineData("GRACE knows, and so does Mr Dubois's team", "GRACE|Dubois")]
    [InlineData("Will Marsh said we will lose the marshes", "Will Marsh")]
    [InlineData("Łukasz wrote to henri.dubois+it@clinic.example and HENRI", "Łukasz|henri|HENRI|clinic")]
    [InlineData("Call +44 (0)20 7946 0018 or 0161-496-0000", "7946|0161")]
    [InlineData("The password is Winter2026! and the api key: sk-abcdefghijklmnop123", "Winter2026|sk-abc")]
    [InlineData("token=ghp_16C7e42F292c6912E7710c838347Ae178B4a, AKIAIOSFODNN7EXAMPLE", "ghp_|AKIA")]
    public void Names_addresses_and_secrets_do_not_go_out(string text, string hidden)
    {
        var mask = new Mask(Members);
        var out1 = mask.Hide(text);
        Assert.All(hidden.Split('|'), part => Assert.DoesNotContain(part, out1, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Henri Dubois, then henri, then HENRI at henri@clinic.example, +44 20 7946 0018.")]
    [InlineData("We will grace the marsh with 12,000 euros in 2027 and 30 % more by 01/02/2027.")]
    [InlineData("Windows Server 2016 and Exchange 2019 on 10.1.2.3")]
    public void What_was_hidden_comes_back_letter_for_letter(string text)
    {
        var mask = new Mask(Members);
        Assert.Equal(text, mask.Restore(mask.Hide(text)));
    }

    [Theory]
    [InlineData("We will grace the marshes with 12,000 euros in 2027 and 30 % more by 01/02/2027.")]
    [InlineData("The password policy is weak and nobody has a pin")]
    [InlineData("Windows Server 2016, M365, Wi-Fi 6E, 10.1.2.3")]
    public void Everyday_words_numbers_and_products_go_out_as_they_are(string text) => Assert.Equal(text, new Mask(Members).Hide(text));

    [Fact]
    public void A_secret_does_not_come_back_and_nobody_else_makes_placeholders()
    {
        var mask = new Mask(Members);
        var hidden = mask.Hide("password: Winter2026! [PERSON_1] Henri");
        Assert.DoesNotContain("[PERSON_1]", hidden.Replace("[PERSON_2]", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("SECRET", mask.Restore(hidden), StringComparison.Ordinal);
        Assert.Contains("Henri", mask.Restore(hidden), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\u200bb\u202ec\U000E0041d\uFE0Fe\u001b[31mf\0g\uD800h", "abcde[31mfgh")]
    [InlineData("naïve 日本語 ok\nnext\tcolumn 👍", "naïve 日本語 ok\nnext\tcolumn 👍")]
    public void What_cannot_be_seen_does_not_go_out(string text, string seen) => Assert.Equal(seen, VisibleText.Of(text));
}
