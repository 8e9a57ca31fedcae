using Cake.Core;

namespace Cake.Frosting;

/// <summary>One task of the build. Derive from <see cref="FrostingTask{T}"/> or <see cref="AsyncFrostingTask{T}"/>.</summary>
public interface IFrostingTask
{
    /// <summary>Does the work.</summary>
    Task RunAsync(ICakeContext context);

    /// <summary>Whether the task runs; when it does not, its dependents still do.</summary>
    bool ShouldRun(ICakeContext context);

    /// <summary>Why the task is skipped. A derived class must list this interface again for its own message to be seen.</summary>
    string SkippedMessage => string.Empty;

    /// <summary>Handles what <see cref="RunAsync"/> threw; the task counts as handled unless this throws again.</summary>
    void OnError(Exception exception, ICakeContext context);

    /// <summary>Runs last, after success and after failure, but not after a skip.</summary>
    void Finally(ICakeContext context);
}
