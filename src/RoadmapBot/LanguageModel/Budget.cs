using System.Security.Cryptography;
using System.Text;

namespace RoadmapBot.LanguageModel;

/// <summary>Who sets a call off, in ids.</summary>
internal sealed record Spender(string Tenant, string Engagement, string Person);

/// <param name="Name">Unique, and without anybody's id in it.</param>
/// <param name="Limit">Tokens in a day.</param>
internal sealed record Purse(string Name, long Limit);

/// <summary>The day's tokens, counted where they outlive the process and are seen by every instance.</summary>
internal interface IBudgetStore
{
    /// <summary>Takes the tokens from all purses, or from none where one of them does not hold enough.</summary>
    /// <param name="tokens">May be negative: what was taken and not used goes back, whatever the purses hold.</param>
    Task<bool> Take(IReadOnlyList<Purse> purses, DateOnly day, long tokens, CancellationToken cancel);
}

/// <summary>What a call may cost, and from whose purses. The day is UTC's, the same for all engagements.</summary>
internal static class Budget
{
    /// <summary>Characters to a token: the rule of thumb for English that OpenAI gives; German and JSON need a little more, which the settling puts right.</summary>
    private const int CharactersToToken = 4;

    /// <summary>Rounded up.</summary>
    public static long Estimate(long characters) => (characters + CharactersToToken - 1) / CharactersToToken;

    /// <summary>
    /// Four purses: of the person, the engagement, the tenant, and of everybody. A name holds a digest of the ids and the day, so that the rows tell nobody's days.
    /// </summary>
    public static IReadOnlyList<Purse> Purses(Spender by, DateOnly day, ModelOptions options)
    {
        return
        [
            Of("person", options.TokensForPerson, by.Tenant, by.Person),
            Of("engagement", options.TokensForEngagement, by.Tenant, by.Engagement),
            Of("tenant", options.TokensForTenant, by.Tenant),
            new Purse("all", options.TokensForAll),
        ];

        Purse Of(string kind, long limit, params string[] ids) =>
            new($"{kind}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{day.DayNumber}\n{kind}\n{string.Join('\n', ids)}")))[..32]}", limit);
    }
}
