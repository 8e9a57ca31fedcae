using System.Collections.Immutable;
using Slipway.Evidence.Bundles;
using Slipway.Evidence.Gates;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Provenance;
using Slipway.Evidence.Statements;
using Slipway.Model;
using Slipway.Model.Problems;

namespace Slipway.Evidence.Attestations;

/// <summary>Verifies one signed statement and takes it apart: signature, form, key, type. Whether it is about the right release comes after.</summary>
public static class AttestationReader
{
    private const string Mend = "Take the release again from where it was built, or sign it again.";

    /// <param name="name">What its file says that it is.</param>
    /// <param name="bytes">The whole bundle.</param>
    /// <param name="keys">The keys to believe.</param>
    /// <param name="now">By the clock of whoever verifies.</param>
    public static Reading<Attestation> Read(AttestationName name, ReadOnlyMemory<byte> bytes, IReadOnlyCollection<TrustedKey> keys, DateTimeOffset now) =>
        BundleVerifier.Verify(bytes, keys, name.Path).Match(
            verified => Read(name, verified, bytes, now),
            problems => Reading<Attestation>.Reject(problems));

    private static Reading<Attestation> Read(AttestationName name, VerifiedStatement verified, ReadOnlyMemory<byte> bytes, DateTimeOffset now)
    {
        var statement = verified.Statement;
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (!verified.HasOurForm)
            problems.Add(At(name, Codes.BundleForm, "The bundle's signature is good, but its bytes are not the ones that Slipway wrote."));
        if (statement.PredicateType != name.PredicateType)
        {
            problems.Add(At(name, Codes.PredicateType, $"The statement is a '{statement.PredicateType}'; expected {name.PredicateType}."));
            return Reading<Attestation>.Reject(problems.ToImmutable());
        }
        if (SigningAct.Of(statement) is not { } signing)
        {
            problems.Add(At(name, Codes.SigningUnsaid, "The statement does not say when, by whom, in which run and with what kind of key it was signed."));
            return Reading<Attestation>.Reject(problems.ToImmutable());
        }
        problems.AddRange(KeyCheck.Problems(verified.Key, name, signing, now));
        var gate = name.IsGate ? GateReader.Read(statement.Predicate, name.Path) : null;
        if (gate is not null) problems.AddRange(gate.Problems);
        var claim = gate?.Match<GateClaim?>(read => read, _ => null);
        if (claim is not null && AttestationName.OfGate(claim.Gate) != name)
            problems.Add(At(name, Codes.PredicateType, $"The statement is about the gate '{claim.Gate}', and lies where one about '{name.Attests}' belongs."));
        var isProvenance = name == AttestationName.Provenance;
        var build = isProvenance ? BuildFactsReader.Read(statement.Predicate) : null;
        if ((claim?.ExecutedAt ?? build?.FinishedOn) is { } executed && executed > signing.SignedAt + KeyCheck.Skew)
            problems.Add(At(name, Codes.FutureTime, $"It tells of what was done at {Rfc3339.Write(executed)}, after it was signed at {Rfc3339.Write(signing.SignedAt)}."));
        if (problems.Count > 0) return Reading<Attestation>.Reject(problems.ToImmutable());
        return Reading<Attestation>.Accept(new()
        {
            Name = name,
            Digest = Digest.Of(bytes.Span),
            Statement = statement,
            Key = verified.Key,
            Signing = signing,
            Gate = claim,
            Build = build,
            Parameters = isProvenance ? BuildFactsReader.Parameters(statement.Predicate) : null,
        });
    }

    private static Problem At(AttestationName name, string code, string message) => new() { Code = code, Message = message, File = name.Path, Mend = Mend };
}
