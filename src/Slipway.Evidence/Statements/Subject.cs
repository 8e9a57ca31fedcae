using System.Collections.Immutable;
using Slipway.Model;

namespace Slipway.Evidence.Statements;

/// <summary>What a statement is about.</summary>
/// <param name="Name">For people; what counts is the digest.</param>
/// <param name="Digests">By algorithm, such as <c>sha256</c>, lower-case hexadecimal. At least one.</param>
public sealed record Subject(string Name, ImmutableSortedDictionary<string, string> Digests)
{
    /// <summary>What else is said of it, by name; see <see cref="SigningAct"/>.</summary>
    public ImmutableSortedDictionary<string, string> Annotations { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public static Subject Of(string name, Digest digest) =>
        new(name, ImmutableSortedDictionary<string, string>.Empty.Add("sha256", digest.Hex));

    /// <summary>Whether both have one name and one SHA-256.</summary>
    public bool Is(Subject other) => Name == other.Name
        && Digests.TryGetValue("sha256", out var mine)
        && other.Digests.TryGetValue("sha256", out var theirs)
        && mine == theirs;

    public override string ToString() => Digests.TryGetValue("sha256", out var hex) ? $"{Name} sha256:{hex}" : Name;
}
