namespace RoadmapBot.Hosting;

internal static class Logs
{
    /// <summary>Outside Development a line of the log is one JSON object with the scopes of its turn, for machines to read.</summary>
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
            return;
        builder.Logging.AddJsonConsole(json => (json.IncludeScopes, json.UseUtcTimestamp, json.TimestampFormat) = (true, true, "O"));
    }
}
