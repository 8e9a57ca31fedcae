using Slipway.Analyzers.Boundaries;
using Slipway.Analyzers.CodeFixes;
using Slipway.Analyzers.Frosting;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Fixes;

public class FixTests
{
    [Fact]
    public Task Friends_of_other_units_go_away_and_own_ones_stay() => new Mended<ForeignFriendAnalyzer, RemoveFriendFix>().IsMended(
        """
        using System.Runtime.CompilerServices;

        [assembly: [|InternalsVisibleTo("Catalog")|]]
        [assembly: InternalsVisibleTo("Ordering")]
        [assembly: InternalsVisibleTo("Ordering"), [|InternalsVisibleTo("Billing")|]]

        class Order;
        """,
        """
        using System.Runtime.CompilerServices;

        [assembly: InternalsVisibleTo("Ordering")]
        [assembly: InternalsVisibleTo("Ordering")]

        class Order;
        """);

    [Fact]
    public Task A_namespace_is_renamed_to_the_assembly_s() => new Mended<ForeignNamespaceAnalyzer, RenameNamespaceFix>().IsMended(
        "namespace [|Billing.Domain.Mine|] { class Invoice; }\nnamespace [|Payments|] { class Payment; }",
        "namespace TestProject.Mine { class Invoice; }\nnamespace TestProject.Payments { class Payment; }");

    [Fact]
    public Task A_task_becomes_public_and_so_does_what_holds_it() => Frosting<TaskNotPublicAnalyzer, PublicTaskFix>().IsMended(
        FrostingCode.Usings + "class [|One|] : FrostingTask;\ninternal class Tasks\n{\n    internal class [|Two|] : FrostingTask;\n}",
        FrostingCode.Usings + "public class One : FrostingTask;\npublic class Tasks\n{\n    public class Two : FrostingTask;\n}");

    [Fact]
    public Task The_token_is_passed_on_by_its_place_or_its_name() => Frosting<TaskTokenAnalyzer, PassTokenFix>().IsMended(
        FrostingCode.Usings + Publish("[|Task.Delay(1)|]", "[|Wire(1)|]", "[|Wire(1, more: 2)|]"),
        FrostingCode.Usings + Publish("Task.Delay(1, context.CancellationToken)", "Wire(1, token: context.CancellationToken)", "Wire(1, more: 2, context.CancellationToken)"));

    private static Mended<TAnalyzer, TFix> Frosting<TAnalyzer, TFix>()
        where TAnalyzer : Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer, new()
        where TFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new() => new Mended<TAnalyzer, TFix>("outside/build")
            .Linking("Cake.Frosting", FrostingCode.Cake)
            .Linking("Slipway.Frosting", FrostingCode.Slipway, "Cake.Frosting");

    private static string Publish(params string[] calls) => $$"""
        public class Publish : AsyncFrostingTask<SlipwayContext>
        {
            public override async Task RunAsync(SlipwayContext context)
            {
                {{string.Join("\n        ", calls.Select(call => $"await {call};"))}}
            }

            private static Task Wire(int one, int more = 0, CancellationToken token = default) => Task.CompletedTask;
        }
        """;
}
