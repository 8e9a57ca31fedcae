using Slipway.Compatibility.PublicApi;

namespace Slipway.Compatibility.Tests.PublicApi;

public class ApiCompatReportTests
{
    [Fact]
    public void Each_break_is_told_without_the_paths_of_files_that_are_gone_by_then()
    {
        const string Output = """
            /repo/compare.proj(5,5): error : API compatibility errors between 'released/X.dll' (left) and 'today/X.dll' (right):
            /repo/compare.proj(5,5): error CP0002: Member 'string N.A.Name.get' exists on released/X.dll but not on today/X.dll
            /repo/compare.proj(5,5): error CP0002: Member 'string N.A.Name.get' exists on released/X.dll but not on today/X.dll [/repo/compare.proj]
            /repo/compare.proj(5,5): error CP0006: Cannot add interface member 'void N.I.G()' to today/X.dll because it does not exist on released/X.dll
            /repo/compare.proj(5,5): error : API breaking changes found.
            """;

        Assert.Equal(
            [
                "X: Member 'string N.A.Name.get' is gone [CP0002] (public-api-removed)",
                "X: Cannot add interface member 'void N.I.G()' since whoever implements it does not have it [CP0006] (public-api-removed)",
            ],
            ApiCompatReport.Read("X", Output, "released/X.dll", "today/X.dll").Select(change => change.ToString()));
    }

    [Fact]
    public void What_names_no_break_is_none() => Assert.Empty(ApiCompatReport.Read("X", "error MSB4018: The task failed.\nerror : CP0002", "a", "b"));
}
