using System.ClientModel;

namespace Assistant.ModelAccess;

/// <summary>The model did not answer, or not in time. It may be well again in a while.</summary>
public sealed class ModelUnavailableException : Exception
{
    public ModelUnavailableException()
        : this("The model does not answer.")
    {
    }

    public ModelUnavailableException(string message)
        : base(message)
    {
    }

    public ModelUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether a failure of a call means this: no connection, a refusal by status, or a limit of time.</summary>
    internal static bool Means(Exception failure) => failure switch
    {
        ClientResultException or HttpRequestException or OperationCanceledException => true,
        AggregateException several => several.InnerExceptions.All(Means),
        _ => false,
    };
}
