using Slipway.Analyzers.Boundaries;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Boundaries;

public class LoadByNameTests
{
    private static UnitCode<LoadByNameAnalyzer> Code => new("services/ordering");

    [Fact]
    public Task A_type_is_not_asked_for_by_another_assembly_s_name() => Code
        .Saying("""class A { object? B = System.Type.GetType({|#0:"Billing.Domain.Invoice, Billing.Domain"|}); }""")
        .Expect(0, "'Billing.Domain.Invoice, Billing.Domain' names 'Billing.Domain', which is neither an assembly of 'services/ordering' nor on its reference list: what is loaded at run time is hidden from every check of references; reference a package, or call the service")
        .IsSo();

    [Theory]
    [InlineData("System.Reflection.Assembly.Load([|\"Bill\" + \"ing\"|])")]
    [InlineData("System.Reflection.Assembly.Load([|Name|])")]
    [InlineData("System.Reflection.Assembly.LoadFrom([|\"plugins/Billing.dll\"|])")]
    [InlineData("System.Activator.CreateInstance([|\"Billing\"|], \"Billing.Invoice\")!")]
    [InlineData("new System.Reflection.AssemblyName([|\"Billing\"|])")]
    [InlineData("System.Reflection.Assembly.Load([|System.Text.Encoding.UTF8.GetString(\"Billing\"u8)|])")]
    [InlineData("System.Runtime.InteropServices.NativeLibrary.Load([|\"../../services/billing/libbilling.so\"|])")]
    [InlineData("System.Reflection.Assembly.LoadFrom([|System.IO.Path.Combine(System.AppContext.BaseDirectory, \"plugins\", \"Billing.dll\")|])")]
    [InlineData("System.Reflection.Assembly.LoadFile([|$\"{System.AppContext.BaseDirectory}/Billing.dll\"|])")]
    [InlineData("System.Reflection.Assembly.LoadFrom([|System.AppContext.BaseDirectory + \"Billing.dll\"|])")]
    [InlineData("System.Reflection.Assembly.UnsafeLoadFrom([|System.IO.Path.GetFullPath(\"../../services/billing/bin/Billing.dll\")|])")]
    public Task The_value_counts_and_not_the_spelling(string expression) => Code
        .Saying($"class A {{ const string Name = \"Billing\"; object B = {expression}; }}").IsSo();

    [Theory]
    [InlineData("[System.ComponentModel.TypeConverter([|\"Billing.MoneyConverter, Billing\"|])] class A;")]
    [InlineData("[System.Diagnostics.DebuggerTypeProxyAttribute([|\"Billing.View, Billing, Version=1.0.0.0\"|])] class A;")]
    [InlineData("class A { [System.Diagnostics.CodeAnalysis.DynamicDependency(\"Pay\", \"Billing.Invoice\", [|\"Billing\"|])] void B() { } }")]
    [InlineData("using static System.Runtime.CompilerServices.UnsafeAccessorKind; class A { [System.Runtime.CompilerServices.UnsafeAccessor(Method)] static extern void Pay([System.Runtime.CompilerServices.UnsafeAccessorType([|\"Billing.Invoice, Billing\"|])] object invoice); }")]
    [InlineData("[System.ComponentModel.TypeConverter(\"Ordering.MoneyConverter, Ordering\")] class A;")]
    [InlineData("[System.ComponentModel.TypeConverter(\"System.ComponentModel.StringConverter, System.ComponentModel.TypeConverter\")] class A;")]
    [InlineData("[System.ComponentModel.Description(\"Money, Billing\")] class A;")]
    [InlineData("class A { [System.Diagnostics.CodeAnalysis.DynamicDependency(\"Pay\", \"Ordering.Invoice\", \"Ordering\")] void B() { } }")]
    public Task An_attribute_that_names_a_type_by_a_text_counts_as_well(string code) => Code.Saying(code).IsSo();

    [Fact]
    public Task A_native_library_is_not_another_unit_s() => Code
        .Saying("""
            class A
            {
                [{|#0:System.Runtime.InteropServices.DllImport("../../services/billing/libbilling.so")|}]
                static extern void B();

                [System.Runtime.InteropServices.DllImport("billing")]
                static extern void C();
            }
            """)
        .Expect(0, "'../../services/billing/libbilling.so' is a file of 'services/billing': what is loaded at run time is hidden from every check of references; reference a package, or call the service")
        .IsSo();

    [Theory]
    [InlineData("[|\"Billing.Infrastructure\"|]")]
    [InlineData("\"Ordering.Tests\"")]
    [InlineData("typeof(A).Assembly.FullName")]
    public Task Migrations_are_not_another_unit_s(string assembly) => Code
        .Saying($$"""
            namespace Microsoft.EntityFrameworkCore.Infrastructure
            {
                public class RelationalDbContextOptionsBuilder<TBuilder, TExtension>
                {
                    public object MigrationsAssembly(string? name) => this;
                }
            }

            class A
            {
                object B(Microsoft.EntityFrameworkCore.Infrastructure.RelationalDbContextOptionsBuilder<A, A> options) => options.MigrationsAssembly({{assembly}});
            }
            """)
        .IsSo();

    [Theory]
    [InlineData("System.Type.GetType(\"Ordering.Pricing.Rule, Ordering\")")]
    [InlineData("System.Type.GetType(\"Billing.Domain.Invoice\")")]
    [InlineData("System.Type.GetType(\"System.Collections.Generic.List`1[[System.Int32, System.Private.CoreLib]], System.Private.CoreLib\")")]
    [InlineData("System.Reflection.Assembly.Load(\"Ordering.Tests\")")]
    [InlineData("System.Reflection.Assembly.Load(System.Environment.MachineName)")]
    [InlineData("System.Reflection.Assembly.LoadFrom(System.IO.Path.Combine(System.AppContext.BaseDirectory, \"Ordering.Tests.dll\"))")]
    [InlineData("System.Reflection.Assembly.LoadFrom(System.Environment.MachineName + \".dll\")")]
    [InlineData("\"Billing.Domain.Invoice, Billing.Domain\"")]
    [InlineData("nameof(System.Reflection.Assembly.Load)")]
    public Task The_unit_s_own_the_platform_s_and_mere_words_are_fine(string expression) => Code.Saying($"class A {{ object? B = {expression}; }}").IsSo();
}
