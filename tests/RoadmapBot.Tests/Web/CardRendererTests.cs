using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Web;

public sealed class CardRendererTests(Browser browser)
{
    [Fact]
    public async Task A_sound_card_is_drawn_with_its_words_and_nothing_is_found()
    {
        var drawn = await Draw("""{"type":"TextBlock","text":"**Three** servers","wrap":true}""");
        Assert.Equal("Three servers", drawn.Text.Trim());
        Assert.Empty(drawn.Findings);
    }

    [Fact]
    public async Task Html_in_a_card_stays_text()
    {
        var drawn = await Draw("""{"type":"TextBlock","text":"<img src=x onerror=alert(1)> <b>bold</b>","wrap":true}""");
        Assert.Contains("<b>bold</b>", drawn.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Elements_that_only_Teams_knows_are_drawn_or_replaced_by_their_fallback()
    {
        Assert.Empty((await Draw("""{"type":"ProgressBar","value":3,"max":10,"fallback":{"type":"TextBlock","text":"3 of 10"}}""")).Findings);

        var chart = await Draw("""{"type":"Chart.Donut","data":[],"fallback":{"type":"TextBlock","text":"60 % done"}}""");
        Assert.Equal("60 % done", chart.Text.Trim());
        Assert.Empty(chart.Findings);
    }

    [Fact]
    public async Task A_hidden_part_is_shown_and_hidden_by_its_button()
    {
        await using var renderer = await CardRenderer.Open(browser);
        var drawn = await renderer.Draw(
            """
            {"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","id":"why","text":"Because","isVisible":false}],
             "actions":[{"type":"Action.ToggleVisibility","title":"Why","targetElements":["why"]}]}
            """);
        Assert.DoesNotContain("Because", drawn.Text, StringComparison.Ordinal);
        Assert.Contains("Because", await renderer.Press("Why"), StringComparison.Ordinal);
        Assert.DoesNotContain("Because", await renderer.Press("Why"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"Chart.Donut","data":[]}""", "UnknownElementType")]
    [InlineData("""{"type":"TextBlock","text":"a","size":"gigantic"}""", "InvalidPropertyValue")]
    [InlineData("""{"type":"Input.Text","id":"a","isRequired":true}""", "RequiredInputsShouldHaveLabel")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","label":"A","choices":[]}""", "CollectionCantBeEmpty")]
    public async Task What_is_wrong_with_a_card_is_found(string element, string kind) =>
        Assert.Contains((await Draw(element)).Findings, finding => finding.Kind == kind);

    [Fact]
    public async Task Seven_buttons_are_too_many()
    {
        var actions = string.Join(',', Enumerable.Range(1, 7).Select(number => $$"""{"type":"Action.Submit","title":"{{number}}"}"""));
        await using var renderer = await CardRenderer.Open(browser);
        var drawn = await renderer.Draw($$"""{"type":"AdaptiveCard","version":"1.5","body":[],"actions":[{{actions}}]}""");
        Assert.Contains(drawn.Findings, finding => finding.Kind == "TooManyActions");
    }

    private async Task<CardDrawing> Draw(string element)
    {
        await using var renderer = await CardRenderer.Open(browser);
        return await renderer.Draw($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{element}}]}""");
    }
}
