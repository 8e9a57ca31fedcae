using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slipway.Architecture.Tests.Codes;

public class CodeTests
{
    /// <summary>Core rules of the analyzers alone, which the receipt of a compile has to name.</summary>
    private static readonly string[] AskedFor = ["SLW1002", "SLW1003", "SLW1006", "SLW1007", "SLW1013", "SLW2001", "SLW7001"];

    /// <summary>What one rule is called wherever it is checked: the analyzers see one compilation, Slipway.Boundaries the whole graph.</summary>
    private static readonly string[] CheckedTwice = ["SLW1001", "SLW1004", "SLW1011", "SLW1014", "SLW2002", "SLW2004", "SLW9004", .. AskedFor];

    private static readonly Dictionary<string, (int First, int Last)[]> Messages = new()
    {
        ["Slipway.Machine"] = [(1001, 1013), (3090, 3109)],
        ["Slipway.Workspace"] = [(1014, 1059), (1080, 1099), (2001, 2049)],
        ["Slipway.Boundaries"] = [(1042, 1049)],
        ["Slipway.Frosting"] = [(1100, 1149), (9001, 9999)],
        ["Slipway.Migrations"] = [(1060, 1069), (3160, 3169)],
        ["Slipway.Migrations.Runner"] = [(3200, 3219)],
        ["Slipway.Pipeline"] = [(2050, 2099), (3001, 3049), (3110, 3149), (3150, 3159), (1070, 1079), (3170, 3189)],
        ["Slipway.Suites"] = [(3050, 3069)],
        ["Slipway.Security"] = [(3070, 3089)],
        ["Slipway.Evidence"] = [(4001, 4049), (4100, 4119)],
        ["Slipway.Artifacts"] = [(4050, 4099), (4120, 4149)],
    };

    [Fact]
    public void Every_project_that_speaks_has_codes() =>
        Assert.Equal(Messages.Keys.Order(), Code.All.Where(IsMessage).Select(code => code.Project).Distinct().Order());

    [Fact]
    public void A_code_names_one_thing() =>
        Rule.Holds(
            "A code stands in one place:",
            Code.All.GroupBy(code => code.Id)
                .Where(same => same.Count() > 1 && !CheckedTwice.Contains(same.Key))
                .Select(same => $"{same.Key}: {string.Join(", ", same.Select(code => code.File))}"));

    [Fact]
    public void A_message_has_a_code_of_its_projects_range() =>
        Rule.Holds(
            "A project's SLP codes lie in its range:",
            from code in Code.All
            where IsMessage(code)
            where !Messages.GetValueOrDefault(code.Project, []).Any(range => code.Number >= range.First && code.Number <= range.Last)
            select $"{code.Id} in {code.File}");

    [Fact]
    public void A_rule_has_a_code_of_its_subjects_range() =>
        Rule.Holds(
            "SLW codes: 1xxx boundaries, 2xxx data, 4xxx security, 5xxx tenants, 6xxx PHI, 7xxx SDKs, 8xxx TypeScript, 9xxx the rules themselves:",
            from code in Code.All
            where code.Id.StartsWith("SLW", StringComparison.Ordinal)
            where !(code.Project switch
            {
                "Slipway.Security" => code.Number / 1000 is 4,
                "Slipway.Compatibility" => code.Number / 1000 is 1,
                "Slipway.Boundaries" => code.Number / 1000 is 1 or 2 or 7 or 8 or 9,
                _ => code.Number / 1000 is 1 or 2 or 4 or 5 or 6 or 7 or 9,
            })
            select $"{code.Id} in {code.File}");

    [Fact]
    public void The_rules_of_migrations_are_told_by_one_library() =>
        Rule.Holds(
            "MIG ids belong to Slipway.Migrations:",
            Code.All.Where(code => code.Id.StartsWith("MIG", StringComparison.Ordinal) && code.Project != "Slipway.Migrations").Select(code => $"{code.Id} in {code.File}"));

    [Fact]
    public void A_code_is_written_once_and_used_by_name() =>
        Rule.Holds(
            "A message names its code by the constant of Codes.cs, RuleIds.cs or YamlCodes.cs:",
            from file in SourceFile.Own
            where file.Path.StartsWith("src/", StringComparison.Ordinal) && !Code.IsPlace(file.Path)
            from literal in file.Nodes<LiteralExpressionSyntax>()
            where Code.Shape().IsMatch(literal.Token.ValueText)
            select $"{file.Path}: {literal.Token.ValueText}");

    private static bool IsMessage(Code code) => code.Id.StartsWith("SLP", StringComparison.Ordinal);
}
