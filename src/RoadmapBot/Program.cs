using RoadmapBot.Hosting;

return await Commands.Root(Serve).Parse(args).InvokeAsync();

static async Task<int> Serve(string[] settings, CancellationToken stop)
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });

    var app = builder.Build();

    await app.RunAsync(stop);
    return 0;
}
