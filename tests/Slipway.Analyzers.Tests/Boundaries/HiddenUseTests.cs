using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Slipway.Analyzers.Tests.Evasions;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Boundaries;

public class HiddenUseTests
{
    // The namespace is the unit's too, so naming it says nothing; the compiler still needs the assembly for it.
    private const string Merged = "using Billing.Domain; namespace Billing.Domain { class Mine; } class A { Mine? B; }";

    [Fact]
    public async Task A_use_that_no_line_shows_is_told_at_the_end()
    {
        var found = await Probe.Judge(WithoutDocumentation(Merged, Billing.InPart));

        var hidden = Assert.Single(found, diagnostic => diagnostic.Id is RuleIds.HiddenUse);
        Assert.Equal(
            "'services/ordering' needs the assembly 'Billing.Domain' of 'services/billing', which is open in part, and no line of it names an open part: reference it where it is used, or remove the reference",
            hidden.GetMessage(null));
    }

    [Fact]
    public async Task A_use_that_a_line_shows_is_not_told_twice() =>
        Assert.DoesNotContain(
            await Probe.Judge(WithoutDocumentation("class A { Billing.Domain.Invoice? B; }", Billing.InPart)),
            diagnostic => diagnostic.Id is RuleIds.HiddenUse);

    [Fact]
    public async Task A_reference_that_nobody_uses_is_fine() =>
        Assert.Empty(await Probe.Judge(WithoutDocumentation("class A;", Billing.InPart)));

    private static CSharpCompilation WithoutDocumentation(string source, MetadataReference reference)
    {
        var compilation = Probe.Compile(source, reference);
        var plain = Probe.Syntax.WithDocumentationMode(DocumentationMode.None);
        return compilation.SyntaxTrees.Aggregate(compilation, (current, tree) =>
            current.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(tree.ToString(), plain, tree.FilePath, System.Text.Encoding.UTF8)));
    }
}
