using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.CommandLine;

public sealed class BadValues
{
    [Fact]
    public void A_verbosity_that_does_not_exist_lists_those_that_do()
    {
        var call = HostCall.Of("", "-v", "loud");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("SLP1107: 'loud' is no verbosity; it is one of quiet, minimal, normal, verbose, diagnostic.", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public void A_number_of_jobs_is_a_positive_number(string jobs)
    {
        var call = HostCall.Of("", $"--jobs={jobs}");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains($"SLP1107: '{jobs}' is no number of jobs; it is a whole number from 1 to 1024.", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_without_its_value_says_what_it_needs()
    {
        var call = HostCall.Of("", "--unit");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("SLP1107: --unit needs a value: NAME.", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--unit=", "--unit needs a value: NAME.")]
    [InlineData("--unit=,", "--unit names no unit.")]
    [InlineData("--unit= , ", "--unit names no unit.")]
    public void A_list_of_units_that_names_none_does_not_mean_all(string option, string why)
    {
        var call = HostCall.Of("", option);

        Assert.Equal(2, call.ExitCode);
        Assert.Contains($"SLP1107: {why}", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_of_one_value_is_not_given_two()
    {
        var call = HostCall.Of("", "--jobs=1", "--jobs=2");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("SLP1107: --jobs is given more than once, and with different values.", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flag_takes_no_value()
    {
        var call = HostCall.Of("", "--no-wait=5");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("SLP1107: --no-wait takes no value, not '5'.", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_to_work_in_has_to_exist()
    {
        var call = HostCall.Of("", "--working=/no/such/folder");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("SLP1107: There is no folder '/no/such/folder' to work in.", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var call = HostCall.Of("", "-v", "loud", "--jobs=0", "--taget=Restore");

        Assert.Equal(2, call.ExitCode);
        Assert.EndsWith("3 problems; nothing was run.", call.Error, StringComparison.Ordinal);
    }
}
