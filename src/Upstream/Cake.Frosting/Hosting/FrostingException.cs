namespace Cake.Frosting;

/// <summary>The host is wired wrongly: a task, a tool or a folder that it names is not what it should be.</summary>
public sealed class FrostingException : Exception
{
    public FrostingException(string message)
        : base(message)
    {
    }

    public FrostingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
