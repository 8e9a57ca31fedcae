using System.Text.Json.Nodes;
using Slipway.Migrations.Runner.Tests.Databases;

namespace Slipway.Migrations.Runner.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("There is no option --conection.", "--conection", "x")]
    [InlineData("--connection needs a value.", "--connection")]
    [InlineData("What has a = in it is no migration; a connection string stands behind --connection.", "Host=db;Password=secret")]
    [InlineData("What has a = in it is no migration; a connection string stands behind --connection.", "status", "Host=db;Password=secret")]
    [InlineData("'--ConnectionStrings:Shop' is for the service's program, which a bundle does not run; of what follows --, --environment NAME means something.", "--", "--ConnectionStrings:Shop=Host=db;Password=secret")]
    [InlineData("One migration can be named; 'One' and 'Two' are two.", "One", "Two")]
    [InlineData("'One' means nothing here.", "status", "One")]
    [InlineData("The verb 'status' stands before everything else.", "--verbose", "status")]
    [InlineData("--fail-if-pending belongs to the verb status.", "--fail-if-pending")]
    [InlineData("--lock-timeout takes seconds, 0 to 86400; 'soon' is not that.", "--lock-timeout", "soon")]
    [InlineData("--lock-timeout takes seconds, 0 to 86400; '-1' is not that.", "--lock-timeout=-1")]
    [InlineData("--lock-timeout takes seconds, 0 to 86400; '86401' is not that.", "--lock-timeout=86401")]
    public async Task A_command_line_that_makes_no_sense_says_which_word_does_not(string message, params string[] args)
    {
        var run = await Bundle.RunAsync(text => new ShopDb(text), args);

        Assert.Equal((ExitCode.Usage, $"error SLP3200: {message}{Environment.NewLine}  mend: --help lists what there is.{Environment.NewLine}"), (run.Code, run.Error));
    }

    [Fact]
    public async Task A_response_file_that_is_not_there_is_named()
    {
        var run = await Bundle.RunAsync(text => new ShopDb(text), ["@/nowhere/args.rsp"]);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("/nowhere/args.rsp", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--json", "--conection", "x")]
    [InlineData("--conection", "x", "--json")]
    [InlineData("--json")]
    public async Task Who_reads_JSON_reads_what_is_wrong_with_the_command_line_as_JSON(params string[] args)
    {
        var run = await Bundle.RunAsync(text => new ShopDb(text), args);

        var failure = JsonNode.Parse(run.Out)!;
        Assert.Equal((ExitCode.Usage, "", "failed", 2), (run.Code, run.Error, (string)failure["event"]!, (int)failure["exit"]!));
        Assert.Equal(args.Length == 1 ? ("SLP3201", "There is no connection string.") : ("SLP3200", "There is no option --conection."),
            ((string)failure["code"]!, (string)failure["message"]!));
        Assert.NotEmpty((string)failure["mend"]!);
    }

    [Fact]
    public async Task A_response_file_that_asks_for_JSON_is_answered_in_JSON()
    {
        var file = Path.Join(Path.GetTempPath(), $"{Guid.NewGuid():N}.rsp");
        await File.WriteAllLinesAsync(file, ["--json", "--nonsense"], TestContext.Current.CancellationToken);

        var run = await Bundle.RunAsync(text => new ShopDb(text), [$"@{file}"]);

        File.Delete(file);
        Assert.Equal((ExitCode.Usage, "SLP3200", ""), (run.Code, (string)JsonNode.Parse(run.Out)!["code"]!, run.Error));
    }

    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_names_every_exit_code(string word)
    {
        var run = await Bundle.RunAsync(text => new ShopDb(text), [word]);

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.All(Enum.GetValues<ExitCode>(), code => Assert.Contains($" {(int)code} ", run.Out.ReplaceLineEndings(" "), StringComparison.Ordinal));
    }
}
