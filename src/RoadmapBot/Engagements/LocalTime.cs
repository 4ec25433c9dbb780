namespace RoadmapBot.Engagements;

/// <summary>Days and hours as the people of an engagement live them, also where the clocks change.</summary>
internal static class LocalTime
{
    public const string Utc = "UTC";

    /// <summary>Universal time where the machine does not know the engagement's zone.</summary>
    public static TimeZoneInfo Zone(this Engagement engagement) => TimeZoneInfo.TryFindSystemTimeZoneById(engagement.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    public static DateOnly Today(this Engagement engagement, DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, engagement.Zone()).DateTime);

    /// <summary>The moment of an hour on a day: the first that there is after an hour that the clocks leave out, the earlier of two that they show.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly hour, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(hour);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        return new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
    }
}
