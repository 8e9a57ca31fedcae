using System.Diagnostics.CodeAnalysis;
using Slipway.Evidence.Releases;
using Slipway.Model.Stages;

namespace Slipway.Evidence.Attestations;

/// <summary>
/// The short name of a statement: <c>provenance</c>, <c>sbom</c>, or a gate's stage behind <c>gate-</c>. Its file, its predicate type and what a
/// key may attest all follow from it.
/// </summary>
public sealed record AttestationName
{
    private const string GatePrefix = "gate-";
    private const string Suffix = ".sigstore.json";

    public static readonly AttestationName Provenance = new("provenance", "provenance", Uris.SlsaProvenance);
    public static readonly AttestationName Sbom = new("sbom", "sbom", Uris.CycloneDx);

    private AttestationName(string text, string attests, string predicateType) => (Text, Attests, PredicateType) = (text, attests, predicateType);

    /// <summary>As files are named.</summary>
    public string Text { get; }

    /// <summary>As policies and trusted keys name it: a gate by its stage alone.</summary>
    public string Attests { get; }

    public string PredicateType { get; }

    /// <summary>The file, relative to the release: <c>attestations/provenance.sigstore.json</c>.</summary>
    public string Path => $"{ReleasePath.Attestations}/{Text}{Suffix}";

    public bool IsGate => PredicateType == Uris.TestResult;

    public static AttestationName OfGate(StageName gate) => new(GatePrefix + gate, gate.ToString(), Uris.TestResult);

    /// <summary>Reads a file's path, relative to the release.</summary>
    public static bool TryParsePath(string path, [NotNullWhen(true)] out AttestationName? name)
    {
        name = null;
        if (!path.StartsWith(ReleasePath.Attestations + "/", StringComparison.Ordinal) || !path.EndsWith(Suffix, StringComparison.Ordinal)) return false;
        var text = path[(ReleasePath.Attestations.Length + 1)..^Suffix.Length];
        name = text == Provenance.Text ? Provenance
            : text == Sbom.Text ? Sbom
            : text.StartsWith(GatePrefix, StringComparison.Ordinal) && StageName.TryParse(text[GatePrefix.Length..], out var gate) ? OfGate(gate)
            : null;
        return name is not null;
    }

    public override string ToString() => Text;
}
