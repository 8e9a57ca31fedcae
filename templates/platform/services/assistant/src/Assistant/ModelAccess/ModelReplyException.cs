namespace Assistant.ModelAccess;

/// <summary>The model answered, but not in the form that was asked for.</summary>
public sealed class ModelReplyException : Exception
{
    public ModelReplyException()
        : this("The model's reply cannot be understood.")
    {
    }

    public ModelReplyException(string message)
        : base(message)
    {
    }

    public ModelReplyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
