using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Slipway.Benchmarks.Rules;

/// <summary>What the targets of the package tell the rules of one unit.</summary>
internal static class ToldUnit
{
    private const string Map = "/repo/slipway.map";

    public static AnalyzerOptions Of(string unit)
    {
        var project = $"/repo/{unit}/src/Ordering/Ordering.csproj";
        var facts = $"/repo/{unit}/src/Ordering/obj/slipway.facts";
        var files = ImmutableArray.Create<AdditionalText>(
            new Text(facts, $"slipway.facts 1\nroot\t/repo\nproject\t{project}\nunit\t{unit}\nassembly\tOrdering\n"),
            new Text(Map, $"slipway.map 1\nunit {unit}\nfolder {unit}\nassembly Ordering\ndatabase orders\nschema orders\nservice billing\nservice catalog\n"));
        return new(files, new Properties(new Values(project, facts)));
    }

    private sealed class Text(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Properties(AnalyzerConfigOptions options) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => options;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => options;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => options;
    }

    private sealed class Values(string project, string facts) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_property.MSBuildProjectFullPath" => project,
                "build_property.SlipwayFacts" => facts,
                "build_property.SlipwayMap" => Map,
                _ => null,
            };
            return value is not null;
        }
    }
}
