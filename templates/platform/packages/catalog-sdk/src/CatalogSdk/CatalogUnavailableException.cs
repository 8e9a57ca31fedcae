namespace CatalogSdk;

/// <summary>The catalog did not answer, or answered what cannot be understood. It may be well again in a while.</summary>
public sealed class CatalogUnavailableException : Exception
{
    public CatalogUnavailableException()
        : this("The catalog does not answer.")
    {
    }

    public CatalogUnavailableException(string message)
        : base(message)
    {
    }

    public CatalogUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
