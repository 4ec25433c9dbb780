using Microsoft.Extensions.Options;
using RoadmapBot.PainPoints.Anonymous;
using RoadmapBot.Storage;

namespace RoadmapBot.Hosting;

/// <summary>A database that several instances share needs a key that they share: with keys of their own none could open what another has sealed.</summary>
internal sealed class SharedKeyCheck(IOptions<StorageOptions> storage, IHostEnvironment environment) : IValidateOptions<AnonymityOptions>
{
    public ValidateOptionsResult Validate(string? name, AnonymityOptions options) =>
        options.Key is null && storage.Value.Provider is StorageProvider.PostgreSql && !environment.IsDevelopment()
            ? ValidateOptionsResult.Fail("Anonymity:Key is missing. On PostgreSQL all instances need the same; make one with: openssl rand -base64 32")
            : ValidateOptionsResult.Success;
}
