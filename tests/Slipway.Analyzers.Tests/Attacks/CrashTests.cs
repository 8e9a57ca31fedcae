using Slipway.Analyzers.Tests.Evasions;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Attacks;

/// <summary>No rule falls over whatever the code looks like: a rule that throws is silent from then on.</summary>
public class CrashTests
{
    public static TheoryData<string> Programs => [.. CSharp14.Programs];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task No_rule_falls_over_new_syntax(string program) => await Probe.Judge(Probe.Compile(program, Billing.InPart, Billing.Gate(Billing.InPart)));

    // Half of a program is what an editor sees most of the time.
    [Theory]
    [MemberData(nameof(Programs))]
    public async Task No_rule_falls_over_half_a_program(string program) =>
        await Probe.Judge(Probe.Compile(program[..(program.Length / 2)], Billing.Domain, Billing.Gate(Billing.Domain)), "service billing", "database orders", "schema orders");

    [Fact]
    public async Task No_rule_falls_over_the_programs_of_the_other_tests()
    {
        foreach (var program in LanguageForms.All.Values) await Probe.Judge(Probe.Compile(program[..(program.Length * 2 / 3)], Billing.Domain));
    }
}
