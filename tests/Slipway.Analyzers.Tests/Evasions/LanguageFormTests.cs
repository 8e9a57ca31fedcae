using Microsoft.CodeAnalysis;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Evasions;

/// <summary>
/// Every form of the language by which code can use another unit's assembly, each in a compilation of its own: found by its place, told by
/// SLW1001 at the reference, and clean where the same code is the unit's own.
/// </summary>
public class LanguageFormTests
{
    public static TheoryData<string> Names => [.. LanguageForms.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_form_of_use_is_found_where_it_is(string form)
    {
        var found = await Judge(form, Billing.Domain);

        Assert.Contains(found, diagnostic => diagnostic.Id is RuleIds.ForeignAssembly && diagnostic.Severity is DiagnosticSeverity.Error);
        var use = Assert.Single(found, diagnostic => diagnostic.Id is RuleIds.ForeignSymbol);
        Assert.Equal("/repo/services/ordering/Code.cs", use.Location.SourceTree?.FilePath);
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id is not (RuleIds.ForeignAssembly or RuleIds.ForeignSymbol or RuleIds.ForeignNamespace));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_form_of_use_is_found_where_another_part_is_open(string form)
    {
        var found = await Judge(form, Billing.InPart);

        Assert.Contains(found, diagnostic => diagnostic.Id is RuleIds.ForeignSymbol);
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id is RuleIds.ForeignAssembly or RuleIds.HiddenUse);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_legal_twin_is_clean(string form) =>
        Assert.DoesNotContain(await Judge(form, Billing.Own), diagnostic => diagnostic.Id is not RuleIds.ForeignNamespace);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_allowed_for_a_time_is_clean(string form) =>
        Assert.DoesNotContain(await Judge(form, Billing.Domain, "allow services/billing"), diagnostic => diagnostic.Id is not RuleIds.ForeignNamespace);

    [Fact]
    public async Task A_word_that_is_another_unit_s_name_is_clean()
    {
        var found = await Probe.Judge(Probe.Compile("class A { string Billing = \"Billing.Domain.Invoice\"; int Invoice() => Billing.Length; }", Billing.Domain));

        Assert.Equal([RuleIds.ForeignAssembly], found.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public async Task A_type_of_the_same_name_in_the_unit_is_clean()
    {
        var found = await Probe.Judge(Probe.Compile("namespace Ordering; class Invoice { public int Cents; } class A { Invoice? B; int C => B!.Cents; }", Billing.InPart));

        Assert.Empty(found);
    }

    [Fact]
    public async Task Of_a_qualified_name_the_last_part_is_marked_once()
    {
        var found = await Probe.Judge(Probe.Compile("class A { global::Billing.Domain.Invoice? B; }", Billing.InPart));

        var use = Assert.Single(found);
        Assert.Equal("Invoice", use.Location.SourceTree!.ToString().Substring(use.Location.SourceSpan.Start, use.Location.SourceSpan.Length));
        Assert.Equal("'services/ordering' uses 'Billing.Domain.Invoice' of 'services/billing': of that assembly only 'Billing.Api' is exposed", use.GetMessage(null));
    }

    [Fact]
    public async Task What_is_open_is_open_and_what_is_beside_it_is_not()
    {
        var domain = Probe.Assembly("Billing", Stamped.As(
            "services/billing",
            "namespace Billing.Api { public class Invoice : Billing.Inner.Entity; } namespace Billing.ApiInner { public class Row; } namespace Billing.Inner { public class Entity { public int Id => 1; } }",
            exposes: "Billing.Api"));
        var found = await Probe.Judge(Probe.Compile("using Billing.Api; class A { Invoice B = new(); object C = new Billing.ApiInner.Row(); int D => B.Id; }", domain));

        Assert.Equal(["Billing.ApiInner.Row", "Billing.Inner.Entity"], found.Select(diagnostic => diagnostic.GetMessage(null).Split('\'')[3]));
        Assert.All(found, diagnostic => Assert.Equal(RuleIds.ForeignSymbol, diagnostic.Id));
    }

    private static async Task<IReadOnlyList<Diagnostic>> Judge(string form, MetadataReference domain, params string[] map)
    {
        var compilation = Probe.Compile(LanguageForms.All[form], form is "extern alias" ? domain.WithAliases(["bb"]) : domain, Billing.Gate(domain));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
        return await Probe.Judge(compilation, map);
    }
}
