namespace Slipway.Machine.Tests.Git;

public sealed class LineEndTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("* text=auto eol=lf", "", "a\nb\n", "a\r\nb\r\n", "crlf instead of lf")]
    [InlineData("* text eol=lf", "", "a\nb\n", "a\r\nb\n", "mixed instead of lf")]
    [InlineData("* text eol=crlf", "", "a\r\nb\r\n", "a\nb\n", "lf instead of crlf")]
    [InlineData("* text=auto", "core.autocrlf=input", "a\nb\n", "a\r\nb\r\n", "crlf instead of lf")]
    [InlineData("* text=auto", "core.eol=crlf", "a\r\nb\r\n", "a\nb\n", "lf instead of crlf")]
    [InlineData("* text=auto", "core.autocrlf=yes", "a\r\nb\r\n", "a\nb\n", "lf instead of crlf")]
    [InlineData("", "core.autocrlf=input", "a\nb\n", "a\r\nb\r\n", "crlf instead of lf")]
    public async Task A_text_is_found_whose_line_ends_git_would_not_check_out(string attributes, string setting, string text, string rewritten, string found)
    {
        using var repository = await TempRepository.CreateAsync();
        if (setting.Length > 0) await repository.GitAsync("config", setting.Split('=')[0], setting.Split('=')[1]);
        repository.Write(".git/info/attributes", attributes + "\n");
        repository.Write("folder/a name.cs", text);
        await repository.CommitAsync();
        var git = await repository.OpenAsync();
        Assert.Empty(await git.OtherLineEndsAsync(cancellationToken: Token));

        repository.Write("folder/a name.cs", rewritten);
        await repository.GitAsync("add", "-A");

        // Git has nothing to say of it.
        Assert.False(await git.IsDirtyAsync(Token));
        var other = Assert.Single(await git.OtherLineEndsAsync(["folder/"], Token));
        Assert.Equal(("folder/a name.cs", found), (other.Path, $"{other.Found} instead of {other.Expected}"));
        Assert.Empty(await git.OtherLineEndsAsync(["elsewhere/"], Token));
    }

    [Theory]
    [InlineData("* -text", "a\r\nb\r\n")]
    [InlineData("", "a\r\nb\n")]
    [InlineData("* text=auto eol=lf", "no end")]
    public async Task What_git_does_not_convert_is_not_compared(string attributes, string text)
    {
        using var repository = await TempRepository.CreateAsync();
        await repository.GitAsync("config", "core.autocrlf", "false");
        repository.Write(".git/info/attributes", attributes + "\n");
        repository.Write("file", "a\nb\n");
        await repository.CommitAsync();

        repository.Write("file", text);

        Assert.Empty(await (await repository.OpenAsync()).OtherLineEndsAsync(cancellationToken: Token));
    }
}
