namespace RoadmapBot.Web;

/// <summary>What anybody may read, with no sign-in: the pages that the app's store entry names, and at <c>/</c> a word about what this is.</summary>
internal static class PublicPages
{
    // Cards set their colours and sizes through the style object of elements, which this allows; style attributes and blocks it does not.
    private const string OnlyOurOwn =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapPublicPages(this WebApplication app)
    {
        app.Use(AddHeaders);
        Map("/privacy", "privacy.html", "text/html; charset=utf-8");
        Map("/terms", "terms.html", "text/html; charset=utf-8");
        Map("/public.css", "public.css", "text/css; charset=utf-8");
        Map("/icon.svg", "icon.svg", "image/svg+xml");
        if (!app.Environment.IsDevelopment())
            Map("/", "home.html", "text/html; charset=utf-8");

        void Map(string path, string file, string type) =>
            app.MapGet(path, () => Results.File(Path.Combine(AppContext.BaseDirectory, "Web", "Public", file), type));
    }

    private static Task AddHeaders(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = OnlyOurOwn;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-cache";
        return next(http);
    }
}
