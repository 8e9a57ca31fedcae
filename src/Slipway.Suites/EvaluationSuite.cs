using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Evaluation.Comparison;
using Slipway.Model;
using Slipway.Model.Problems;
using Slipway.Suites.Reading;

namespace Slipway.Suites;

/// <summary>One suite, read and found sound: what is asked, of which model, and what the answers must hold.</summary>
public sealed record EvaluationSuite
{
    /// <summary>The file's name without its ending; baseline and recordings are found by it.</summary>
    public required string Name { get; init; }

    /// <summary>The suite's file, relative to the platform's root, with forward slashes.</summary>
    public required string File { get; init; }

    /// <summary>The folder that holds the suite, absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>The platform's root, absolute; what messages call files is relative to it.</summary>
    public required string Root { get; init; }

    public string? Description { get; init; }

    public required DataDeclaration Data { get; init; }

    public required GatePolicy Gate { get; init; }

    /// <summary>What an inconclusive verdict means in an environment; an environment that is not named holds.</summary>
    public ImmutableSortedDictionary<EnvironmentName, Inconclusive> OnInconclusive { get; init; } = ImmutableSortedDictionary<EnvironmentName, Inconclusive>.Empty;

    /// <summary>How often each case is asked; at least 1.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>The model that is asked, such as <c>gpt-4o-mini</c>.</summary>
    public required string Model { get; init; }

    /// <summary>What every request says beside model and messages: temperature, tools, response format.</summary>
    public required ImmutableSortedDictionary<string, JsonElement> RequestOptions { get; init; }

    /// <summary>Ordinal order of ids. Never empty.</summary>
    public required ImmutableArray<SuiteCase> Cases { get; init; }

    /// <summary>Of cases and checks: scores over another data set cannot be compared.</summary>
    public required Digest Dataset { get; init; }

    /// <summary>Where the baseline lies, absolute.</summary>
    public string BaselineFile => Path.Combine(Folder, $"{Name}.baseline.json");

    /// <summary>Where the recordings lie, absolute: one file a case.</summary>
    public string CassetteFolder => Path.Combine(Folder, "cassettes", Name);

    /// <summary>Reads a suite and everything that it names.</summary>
    /// <param name="path">The suite's file, <c>evals/NAME.yaml</c>.</param>
    /// <param name="root">The platform's root, which messages are relative to; the suite's own folder by default.</param>
    /// <exception cref="BadInputException">Something in the suite's files is wrong; every problem is told.</exception>
    public static EvaluationSuite Load(string path, string? root = null) => SuiteReader.Read(path, root);

    /// <summary>What messages call a file.</summary>
    /// <param name="path">The file, absolute.</param>
    public string Shown(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}
