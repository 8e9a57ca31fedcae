using Slipway.Evidence.Statements;

namespace Slipway.Evidence.Bundles;

/// <summary>What a bundle claims before anybody has checked it: good for choosing among several, never for believing one.</summary>
public static class BundleClaim
{
    /// <returns>Null where the bytes are no bundle, or hold no statement.</returns>
    public static Statement? Read(ReadOnlyMemory<byte> bytes) => BundleReader.Read(bytes, "bundle").Match(
        bundle => StatementReader.Read(bundle.Payload.AsMemory(), "bundle").Match<Statement?>(statement => statement, _ => null),
        _ => null);
}
