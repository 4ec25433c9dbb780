using Microsoft.Extensions.Options;
using RoadmapBot.Hosting;
using RoadmapBot.LanguageModel;
using RoadmapBot.Storage;
using RoadmapBot.Teams;
using RoadmapBot.Web;

try
{
    return await Commands.Run(args, Serve);
}
catch (Exception fault) when (StartFault.Explain(fault) is { } explanation)
{
    await Console.Error.WriteLineAsync(explanation);
    return StartFault.ExitCode;
}

static async Task<int> Serve(string[] settings, Func<WebApplication, CancellationToken, Task<int?>>? atStart, CancellationToken stop)
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });

    builder.AddLimits();
    builder.AddLogs();
    TelemetryExport.Add(builder);
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddContent();
    builder.Services.AddStorage(builder.Configuration);
    builder.Services.AddLanguageModel();
    builder.Services.AddFeatures();
    builder.Services.AddTeams();
    builder.AddLocalPage();
    builder.Services.AddHealth();
    builder.Services.AddSingleton<WorkRunner>().AddHostedService<WorkLoop>().AddHostedService<HousekeepingLoop>();

    await using var app = builder.Build();

    app.Use(TelemetryExport.Tag);
    app.MapHealth();
    app.MapPublicPages();
    app.MapLocalPage();
    app.MapMessages();

    app.Services.GetRequiredService<IStartupValidator>().Validate();
    await Schema.Prepare(app.Services, stop);
    await app.StartAsync(stop);
    try
    {
        if (atStart is not null && await atStart(app, app.Lifetime.ApplicationStopping) is { } exit)
            return exit;
        await app.WaitForShutdownAsync(stop);
        return 0;
    }
    catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
    {
        return 0; // told to stop before the start was over
    }
    finally
    {
        await app.StopAsync(CancellationToken.None);
    }
}
