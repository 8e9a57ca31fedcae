using Slipway.Evidence.Policies;
using Slipway.Machine.Files;
using Slipway.Machine.Yaml;
using Slipway.Model;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Policies;

/// <summary>Finds the policies of a platform: those of its <c>policy.yaml</c>, over those that are built in.</summary>
public static class PolicyFile
{
    public const string FileName = "policy.yaml";

    /// <summary>The JSON Schema of the file, as editors use it.</summary>
    public static string Schema { get; } = ReadSchema();

    /// <param name="root">The platform's, absolute.</param>
    /// <exception cref="BadInputException">Everything that is wrong with the file, each with its place.</exception>
    public static ReleasePolicies Find(string root)
    {
        var problems = new YamlProblems();
        // One that nobody reads would hold nothing back.
        foreach (var other in AlmostNamed.In(root, FileName, "policies.yaml")) problems.Add(MisnamedAs(other));
        problems.ThrowIfAny();
        if (!FileKind.IsThere(Path.Join(root, FileName))) return ReleasePolicies.BuiltIn;
        var map = YamlDocumentReader.ReadFile(root, FileName, problems);
        return Finish(map, problems, () => FileDigest.OfFile(Path.Join(root, FileName)));
    }

    /// <summary>Reads bytes.</summary>
    /// <exception cref="BadInputException">Everything that is wrong with them, each with its place.</exception>
    public static ReleasePolicies Read(byte[] content)
    {
        var problems = new YamlProblems();
        return Finish(YamlDocumentReader.Read(FileName, content, problems), problems, () => Digest.Of(content));
    }

    private static ReleasePolicies Finish(YamlMap? map, YamlProblems problems, Func<Digest> digest)
    {
        if (map is null) problems.ThrowIfAny();
        var policies = PolicyFileReader.Read(map!, problems);
        problems.ThrowIfAny();
        return new(FileName, digest(), policies);
    }

    private static Problem MisnamedAs(string other) => new()
    {
        Code = Codes.PolicyMisnamed,
        Message = $"'{other}' is not the name of a file that is read, so nothing in it would hold.",
        Mend = $"call it {FileName}",
        File = other,
    };

    private static string ReadSchema()
    {
        using var stream = typeof(PolicyFile).Assembly.GetManifestResourceStream("policy.schema.json")
            ?? throw new InvalidOperationException("The schema of policy.yaml is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
