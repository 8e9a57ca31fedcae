using System.Text.RegularExpressions;
using Slipway.Model.Problems;
using Slipway.Suites.Documents;

namespace Slipway.Suites.Reading;

/// <summary>Fills in <c>{{name}}</c> and <c>{{a.b}}</c>. Nothing else of Nunjucks: what is not understood is an error, never an empty text.</summary>
internal static partial class Template
{
    /// <summary>The text with its variables filled in, or null with the reason added to the problems.</summary>
    public static string? Render(string template, Node at, Variables variables, string file, ProblemList problems)
    {
        if (template.Contains("{%", StringComparison.Ordinal) || template.Contains("{#", StringComparison.Ordinal))
        {
            problems.Add(Codes.BadTemplate, file, at, "Templates have no statements and no comments ({%, {#).", "Use only {{name}} and {{a.b}}.");
            return null;
        }
        var sound = true;
        var text = Placeholder.Replace(template, match =>
        {
            var name = match.Groups["inside"].Value.Trim();
            if (!Name.IsMatch(name))
            {
                problems.Add(Codes.BadTemplate, file, at, $"'{match.Value}' is not a plain variable: filters and expressions are not supported.", "Use only {{name}} and {{a.b}}.");
                sound = false;
            }
            else if (variables.Find(name) is { } value)
            {
                return value;
            }
            else
            {
                problems.Add(
                    Codes.BadTemplate, file, at, $"The template asks for '{name}', which the case does not give.",
                    Spelling.Nearest(name, variables.Names) is { } nearest ? $"Did you mean '{nearest}'?" : $"Add '{name}' to the case's vars.");
                sound = false;
            }
            return "";
        });
        return sound ? text : null;
    }

    [GeneratedRegex(@"\{\{(?<inside>.*?)\}\}", RegexOptions.Singleline)]
    private static partial Regex Placeholder { get; }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*\z")]
    private static partial Regex Name { get; }
}
