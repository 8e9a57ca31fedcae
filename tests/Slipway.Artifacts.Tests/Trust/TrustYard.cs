using System.Text;
using Slipway.Artifacts.Trust;
using Slipway.Evidence.Keys;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Tests.Trust;

/// <summary>Keys made once, and how files with them are written and read.</summary>
internal static class TrustYard
{
    public static readonly VerificationKey First = Yard.NewReleaseKey().Public;
    public static readonly VerificationKey Second = Yard.NewReleaseKey().Public;

    /// <summary>One item of <c>keys</c>, with more lines if wanted.</summary>
    public static string Item(VerificationKey key, params string[] lines) =>
        $"  - id: {key.Id}\n{string.Concat(lines.Select(line => $"    {line}\n"))}    key: |\n{string.Concat(key.Pem.TrimEnd().Split('\n').Select(line => $"      {line}\n"))}";

    public static string File(params string[] items) => "keys:\n" + string.Concat(items);

    public static TrustFile Read(string text, string root = "/repo") => TrustFileReader.Read(Encoding.UTF8.GetBytes(text), root);

    public static Problem Refused(string code, Action act)
    {
        var problem = Assert.Single(Assert.Throws<BadInputException>(act).Problems);
        Assert.Equal(code, problem.Code);
        Assert.NotNull(problem.Mend);
        return problem;
    }
}
