namespace Slipway.Frosting.Tuning;

/// <summary>What compiling a host ahead of time came to.</summary>
/// <param name="Assemblies">How many were compiled.</param>
/// <param name="Duration">How long it took, the fetching of the compiler included.</param>
/// <param name="BytesBefore">The size of the host's folder.</param>
/// <param name="BytesAfter">Its size from now on.</param>
internal sealed record TunedHost(int Assemblies, TimeSpan Duration, long BytesBefore, long BytesAfter);
