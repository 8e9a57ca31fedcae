using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using ServiceDefaults.Http;

namespace Assistant.Limits;

/// <summary>Every question costs money, so there are limits: for each client, and for all of them together.</summary>
internal static class QuestionLimits
{
    public const string Policy = "questions";

    public static void AddQuestionLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitOptions>>(Configure);
    }

    private static void Configure(RateLimiterOptions limiter, IOptions<LimitOptions> limits)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = RejectAsync;
        var together = new ConcurrencyLimiter(new() { PermitLimit = limits.Value.AtOnce, QueueLimit = 0 });
        limiter.AddPolicy(Policy, context => RateLimitPartition.Get(
            context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => RateLimiter.CreateChained(
                new FixedWindowRateLimiter(new()
                {
                    PermitLimit = limits.Value.QuestionsPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                    QueueLimit = 0,
                }),
                together)));
    }

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await Problems.Of(StatusCodes.Status429TooManyRequests, "Too many questions", "Too many questions at once. Ask again in a minute.")
            .ExecuteAsync(rejected.HttpContext);
    }
}
