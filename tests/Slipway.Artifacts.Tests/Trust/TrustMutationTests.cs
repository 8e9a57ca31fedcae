using CsCheck;
using Slipway.Artifacts.Trust;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Tests.Trust;

public sealed class TrustMutationTests
{
    private static readonly byte[] Whole = System.Text.Encoding.UTF8.GetBytes(
        "development: true\n" + TrustYard.File(
            TrustYard.Item(TrustYard.First, "kind: release", "builder: ci", "notBefore: 2026-01-01", "revoked: false", "attests: [provenance, unit]"),
            $"  - id: {TrustYard.Second.Id}\n    key: file:keys/second.pub\n"));

    private static readonly Gen<string> Token = Gen.OneOf(
        new[] { "\n", "- ", ": ", "{", "[", "'", "\"", "&a", "*a", "\t", "\0", "---\n", "key: |\n", "file:", "..", "\"\\0\"", "💥" }.Select(Gen.Const).ToArray());

    private static readonly Gen<Func<byte[], byte[]>> Mutation = Gen.OneOf(
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Byte, (at, value) => Change(bytes => bytes[at % bytes.Length] = value)),
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Int[0, 7], (at, bit) => Change(bytes => bytes[at % bytes.Length] ^= (byte)(1 << bit))),
        Gen.Select(Gen.Int[0, Whole.Length], Gen.Int[1, 40], (at, count) => Splice(at, count, [])),
        Gen.Select(Gen.Int[0, Whole.Length], Token, (at, text) => Splice(at, 0, System.Text.Encoding.UTF8.GetBytes(text))),
        Gen.Select(Gen.Int[0, Whole.Length], Gen.Int[0, Whole.Length], (from, to) => Splice(to, 0, Whole[Math.Min(from, to)..Math.Max(from, to)])));

    [Fact]
    public void However_a_trust_file_is_damaged_it_is_read_or_refused()
    {
        var refused = 0;
        Mutation.Array[1, 4].Sample(
            mutations =>
            {
                var bytes = mutations.Aggregate(Whole, (bytes, mutate) => mutate(bytes));
                try
                {
                    Assert.NotEmpty(TrustFileReader.Read(bytes, "/repo").Keys);
                }
                catch (BadInputException bad)
                {
                    Assert.NotEmpty(bad.Problems);
                    Interlocked.Increment(ref refused);
                }
            },
            iter: 10_000);
        Assert.InRange(refused, 1_000, 10_000);
    }

    private static Func<byte[], byte[]> Change(Action<byte[]> act) => bytes =>
    {
        if (bytes.Length == 0) return bytes;
        byte[] copy = [.. bytes];
        act(copy);
        return copy;
    };

    private static Func<byte[], byte[]> Splice(int at, int remove, byte[] insert) => bytes =>
    {
        var start = Math.Min(at, bytes.Length);
        return [.. bytes[..start], .. insert, .. bytes[Math.Min(start + remove, bytes.Length)..]];
    };
}
