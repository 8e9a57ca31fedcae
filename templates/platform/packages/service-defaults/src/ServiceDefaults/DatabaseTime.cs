namespace ServiceDefaults;

public static class DatabaseTime
{
    /// <returns>Now, to the microsecond that PostgreSQL keeps, so that what is answered now equals what is read later.</returns>
    public static DateTimeOffset NowAsStored(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
