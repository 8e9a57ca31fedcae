using System.Xml.Linq;
using Slipway.Model.Stages;
using Slipway.Pipeline.Reports;

namespace Slipway.Pipeline.Tests.Reports;

public sealed class JUnitReportTests
{
    [Fact]
    public void Each_test_project_is_a_suite_with_its_counts()
    {
        var report = Write(
            Test("adds", TestOutcome.Passed),
            Test("divides", TestOutcome.Failed) with { Message = "by zero\n   at Sums", File = "a.cs", Line = 4 },
            Test("waits", TestOutcome.Skipped) with { Message = "no time", Suite = "Clocks" });

        Assert.Equal(
            """
            <testsuites tests="3" failures="1" errors="0" skipped="1" time="1.500">
              <testsuite name="apps/shop Clocks" timestamp="2031-05-06T07:08:09" tests="1" failures="0" errors="0" skipped="1" time="0.500">
                <testcase name="waits" classname="Clocks" time="0.500">
                  <skipped message="no time" />
                </testcase>
              </testsuite>
              <testsuite name="apps/shop Sums" timestamp="2031-05-06T07:08:09" tests="2" failures="1" errors="0" skipped="0" time="1.000">
                <testcase name="adds" classname="Sums" time="0.500" />
                <testcase name="divides" classname="Sums" time="0.500" file="a.cs" line="4">
                  <failure message="by zero">by zero
               at Sums</failure>
                </testcase>
              </testsuite>
            </testsuites>
            """,
            XDocument.Parse(report).ToString(),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_flaky_test_passed_and_says_what_was_wrong_at_first() => Assert.Equal(
        """
        <testcase name="ticks" classname="Sums" time="0.500">
          <flakyFailure message="late">
            <stackTrace>late
           at Sums</stackTrace>
          </flakyFailure>
        </testcase>
        """,
        XDocument.Parse(Write(Test("ticks", TestOutcome.Flaky) with { Message = "late\n   at Sums", Retries = 1 })).Descendants("testcase").Single().ToString(),
        ignoreLineEndingDifferences: true);

    [Theory]
    [InlineData("a\e[31mred\e[0m")]
    [InlineData("nul \0")]
    [InlineData("half a pair \ud83d")]
    [InlineData("other half \ude00 first")]
    [InlineData("no character \uffff")]
    [InlineData("]]> <&\">")]
    public void What_xml_cannot_say_is_replaced(string text)
    {
        var report = Write(Test(text, TestOutcome.Failed) with { Message = text, Suite = text });

        Assert.Single(XDocument.Parse(report).Descendants("testcase"));
    }

    [Fact]
    public void A_pair_of_surrogates_is_one_character_and_stays() =>
        Assert.Contains("😀", Write(Test("smiles 😀", TestOutcome.Passed)), StringComparison.Ordinal);

    [Fact]
    public void What_was_not_looked_at_is_a_property_of_each_suite()
    {
        var result = StageResult.Succeeded with
        {
            Tests = [Test("adds", TestOutcome.Passed)],
            SkippedChecks = [new() { What = "browsers", Why = "there is no display" }],
        };

        var property = Assert.Single(XDocument.Parse(JUnitReport.Write(Sample.Record(result))).Descendants("property"));

        Assert.Equal("""<property name="skipped: browsers" value="there is no display" />""", property.ToString());
        Assert.Equal("properties", property.Parent!.Parent!.Elements().First().Name);
    }

    private static TestCase Test(string name, TestOutcome outcome) =>
        new() { Name = name, Suite = "Sums", Outcome = outcome, Duration = TimeSpan.FromMilliseconds(500) };

    private static string Write(params TestCase[] tests) => JUnitReport.Write(Sample.Record(StageResult.Succeeded with { Tests = [.. tests] }));
}
