namespace Slipway.Suites.Documents;

internal enum NodeKind
{
    Map,
    List,
    Scalar,
}
