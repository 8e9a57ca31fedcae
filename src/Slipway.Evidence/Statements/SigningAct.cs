using System.Collections.Immutable;
using Slipway.Evidence.Keys;

namespace Slipway.Evidence.Statements;

/// <summary>
/// The one act of signing that all statements of a release come from. It stands in the annotations of each statement's first subject, the
/// one place where any predicate leaves room for it.
/// </summary>
public sealed record SigningAct
{
    private const string InvocationName = "slipway_invocation";
    private const string SignedAtName = "slipway_signedAt";
    private const string BuilderName = "slipway_signedBy";
    private const string KeyName = "slipway_signingKey";

    /// <summary>The run that signed.</summary>
    public required Guid Invocation { get; init; }

    /// <summary>By the signer's clock, which nobody vouches for. UTC, whole seconds.</summary>
    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>Who signed: <c>local</c> or <c>ci</c>.</summary>
    public required string Builder { get; init; }

    /// <summary>The kind of key that the signer owns up to.</summary>
    public required KeyKind Key { get; init; }

    /// <summary>What a statement says of its signing; null where it does not say all of it, and nothing else.</summary>
    public static SigningAct? Of(Statement statement)
    {
        var said = statement.Subjects[0].Annotations;
        if (said.Count != 4 || !said.TryGetValue(InvocationName, out var invocation) || !said.TryGetValue(SignedAtName, out var time)
            || !said.TryGetValue(BuilderName, out var builder) || !said.TryGetValue(KeyName, out var key)) return null;
        return InvocationUri.Read(invocation) is { } run && Rfc3339.Read(time) is { } signedAt
            && Uris.BuilderIn(builder) is { } name && KindOf(key) is { } kind
                ? new() { Invocation = run, SignedAt = signedAt, Builder = name, Key = kind }
                : null;
    }

    /// <summary>The same as a statement holds it.</summary>
    public ImmutableSortedDictionary<string, string> ToAnnotations() => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
        .Add(InvocationName, InvocationUri.Write(Invocation))
        .Add(SignedAtName, Rfc3339.Write(SignedAt))
        .Add(BuilderName, Uris.Builder(Builder))
        .Add(KeyName, Word(Key));

    private static string Word(KeyKind kind) => kind is KeyKind.Development ? "development" : "release";

    private static KeyKind? KindOf(string word) => Enum.GetValues<KeyKind>().Cast<KeyKind?>().FirstOrDefault(kind => Word(kind!.Value) == word);
}
