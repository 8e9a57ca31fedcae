namespace Slipway.Suites;

/// <summary>What sort of data a suite holds. There is no fourth sort: production data is not a test case.</summary>
public enum DataClass
{
    Synthetic,
    Public,
    Deidentified,
}
