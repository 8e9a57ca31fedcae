namespace Slipway.Machine.Tests.Files;

public sealed class WritableFoldersTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public WritableFoldersTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        Assert.SkipUnless(Victim.MayBeNobody, "A user who is nobody cannot reach the tests' programs, and root may write everything.");
        // A temporary folder is its owner's alone.
        File.SetUnixFileMode(_temp.Path, Everybody);
        Directory.CreateDirectory(_temp["ours"], Everybody);
        File.SetUnixFileMode(_temp["ours"], Everybody | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite);
        Directory.CreateDirectory(_temp["theirs"], ReadOnly);
    }

    private static UnixFileMode ReadOnly =>
        UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static UnixFileMode Everybody => ReadOnly | UnixFileMode.UserWrite;

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Those_that_may_be_written_or_are_not_there_are_fine() =>
        Assert.Equal("all can be written", await SaidAsync(_temp["ours"], _temp["ours"], _temp["nowhere"]));

    [Fact]
    public async Task One_that_is_somebody_else_s_is_told_with_how_to_mend_it()
    {
        var said = await SaidAsync(_temp["ours"], _temp["theirs"]);

        Assert.Contains($"{_temp["theirs"]}: SLP3102: It may not be written.", said, StringComparison.Ordinal);
        Assert.Contains("mend: give it to the user who runs this", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("theirs", "may not be written")]
    [InlineData("nowhere", "is not there")]
    public async Task Without_a_place_for_temporary_files_nothing_begins(string folder, string because)
    {
        var said = await SaidAsync(_temp[folder]);

        Assert.Contains($"SLP3103: The folder for temporary files {because}.", said, StringComparison.Ordinal);
        Assert.Contains("mend: set TMPDIR to a folder", said, StringComparison.Ordinal);
    }

    private static async Task<string> SaidAsync(string temporary, params string[] folders)
    {
        using var victim = Victim.StartAsNobody(["write", .. folders], new() { ["TMPDIR"] = temporary });
        return await victim.LineAsync();
    }
}
