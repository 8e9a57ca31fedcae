using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ServiceDefaults.Http;

/// <summary>The problem details that services share.</summary>
public static class Problems
{
    public static ProblemHttpResult Of(int status, string title, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: title);

    public static ProblemHttpResult NotFound(string what) =>
        Of(StatusCodes.Status404NotFound, "Not found", $"There is no {what}.");

    public static ProblemHttpResult BadPageToken() =>
        Of(StatusCodes.Status400BadRequest, "Unknown page", "The value of 'after' is not one that a listing gave as 'next'.");

    /// <summary>The change came without the version that it is meant for.</summary>
    public static ProblemHttpResult VersionRequired() =>
        Of(StatusCodes.Status428PreconditionRequired, "Version required", "Read the resource, and send its ETag back in If-Match.");

    /// <summary>Somebody else changed the resource first.</summary>
    public static ProblemHttpResult Stale() =>
        Of(StatusCodes.Status412PreconditionFailed, "Changed meanwhile", "The resource has a newer version. Read it again, and decide again.");
}
