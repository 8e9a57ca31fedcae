using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Slipway.Model;
using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Records;

namespace Slipway.Pipeline.Tests.Records;

public sealed class RecordStoreTests : IDisposable
{
    private readonly TempArtifacts _artifacts = new();
    private readonly RecordStore _store;

    public RecordStoreTests() => _store = new(_artifacts.Paths);

    private string File => _artifacts.Paths.Records(Sample.Node.Unit);

    public void Dispose() => _artifacts.Dispose();

    [Fact]
    public void A_record_comes_back_as_it_was_written()
    {
        var result = StageResult.Succeeded with
        {
            Findings = [new Finding { Id = "X1", Severity = Severity.Note, Message = "mind <this> & that", File = "a.ts", Line = 3 }],
            Tests = [new TestCase { Name = "adds", Suite = "Shop", Outcome = TestOutcome.Passed, Duration = TimeSpan.FromMilliseconds(7) }],
            Numbers = ImmutableSortedDictionary<string, double>.Empty.Add("files", 12),
            Outputs = ImmutableSortedDictionary<string, Digest>.Empty.Add("release", Digest.Of("release")),
            Tools = ImmutableSortedDictionary<string, string>.Empty.Add("npm", "11.0.0"),
            Notes = ["one", "two"],
        };
        _store.Write(Sample.Record(result));

        var found = Another().Find(Sample.Node);

        Assert.Equivalent(Sample.Record(result), found, strict: true);
    }

    [Theory]
    [InlineData("findings")]
    [InlineData("tests")]
    [InlineData("numbers")]
    [InlineData("outputs")]
    [InlineData("tools")]
    [InlineData("skippedChecks")]
    [InlineData("notes")]
    public void A_list_that_a_record_lacks_is_empty(string name)
    {
        _store.Write(Sample.Record(StageResult.Succeeded));
        var written = System.IO.File.ReadAllText(File);
        var without = Regex.Replace(written, $@"""{name}"":(\[\]|\{{\}}),?", "").Replace(",}", "}", StringComparison.Ordinal);
        Assert.NotEqual(written, without);
        System.IO.File.WriteAllText(File, without);

        Assert.Equivalent(Sample.Record(StageResult.Succeeded), Another().Find(Sample.Node), strict: true);
    }

    [Fact]
    public void There_is_no_record_before_one_was_written() => Assert.Null(_store.Find(Sample.Node));

    [Fact]
    public void The_record_of_other_inputs_is_no_record()
    {
        _store.Write(Sample.Record(StageResult.Succeeded));

        Assert.Null(_store.Find(Sample.Node with { Basis = Sample.Node.Basis.SetItem(NodeBasis.Inputs, "other inputs") }));
    }

    [Fact]
    public void A_failure_is_never_replayed()
    {
        _store.Write(Sample.Record(StageResult.Failed("no")));

        Assert.Null(_store.Find(Sample.Node));
    }

    [Fact]
    public void A_skip_is_replayed_with_its_reason()
    {
        _store.Write(Sample.Record(StageResult.Skipped("nothing to test")));

        Assert.Equal(StageOutcome.Skip("nothing to test"), _store.Find(Sample.Node)?.Result.Outcome);
    }

    [Fact]
    public void A_record_that_was_dropped_is_gone()
    {
        _store.Write(Sample.Record(StageResult.Succeeded));
        _store.Forget(Sample.Node.Key);
        _store.Forget(Sample.Node.Key);

        Assert.Null(_store.Find(Sample.Node));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"unit\": \"apps/shop\"")]
    [InlineData("half a rec")]
    public void A_corrupt_record_is_no_record(string text)
    {
        _store.Write(Sample.Record(StageResult.Succeeded));
        System.IO.File.WriteAllText(File, text);

        Assert.Null(Another().Find(Sample.Node));
    }

    [Theory]
    [InlineData("\"executedAt\":", "\"executedOn\":")]
    [InlineData("\"word\":\"succeeded\"", "\"word\":\"splendid\"")]
    [InlineData("\"apps/shop\"", "\"ships/shop\"")]
    [InlineData("\"apps/shop\"", "\"shop\"")]
    [InlineData("\"sha256:", "\"md5:")]
    [InlineData("\"fingerprint\":\"sha256:", "\"fingerprint\":\"md5:")]
    [InlineData("\"unit\":\"apps/shop\"", "\"unit\":null")]
    [InlineData("\"stage\":\"unit\"", "\"stage\":\"Unit Tests\"")]
    [InlineData("\"numbers\":{}", "\"numbers\":null")]
    [InlineData("\"tests\":[]", "\"tests\":null")]
    [InlineData("\"tests\":[]", "\"tests\":[null]")]
    [InlineData("\"findings\":[]", "\"findings\":[null]")]
    [InlineData("\"findings\":[]", "\"findings\":[{\"id\":\"X1\",\"severity\":\"dreadful\",\"message\":\"m\"}]")]
    [InlineData("\"findings\":[]", "\"findings\":[{\"id\":\"X1\",\"severity\":99,\"message\":\"m\"}]")]
    [InlineData("\"tests\":[]", "\"tests\":[],\"passedOn\":[null]")]
    [InlineData("\"tests\":[]", "\"tests\":[],\"passedOn\":[{\"id\":\"X1\",\"severity\":99,\"message\":\"m\"}]")]
    [InlineData("\"skippedChecks\":[]", "\"skippedChecks\":[null]")]
    [InlineData("\"notes\":[]", "\"notes\":[null]")]
    [InlineData("\"tools\":{}", "\"tools\":{\"npm\":null}")]
    public void A_record_that_lacks_what_it_must_say_or_says_what_nothing_writes_is_no_record(string written, string changed)
    {
        _store.Write(Sample.Record(StageResult.Succeeded));
        var text = System.IO.File.ReadAllText(File);
        Assert.Contains(written, text, StringComparison.Ordinal);
        System.IO.File.WriteAllText(File, text.Replace(written, changed, StringComparison.Ordinal));

        Assert.Null(Another().Find(Sample.Node));
    }

    [Fact]
    public void A_line_that_was_cut_off_hides_no_other_and_is_not_continued_by_the_next()
    {
        _store.Write(Sample.Record(StageResult.Succeeded));
        _store.Write(Sample.Record(StageResult.Succeeded) with { Stage = new("lint") });
        using (var file = new FileStream(File, FileMode.Open)) file.SetLength(file.Length - 10);

        Assert.NotNull(Another().Find(Sample.Node));
        Assert.Null(Another().Last(Sample.Node.Key with { Stage = new("lint") }));
        Another().Write(Sample.Record(StageResult.Succeeded) with { Stage = new("lint") });
        Assert.NotNull(Another().Find(Sample.Node));
        Assert.NotNull(Another().Last(Sample.Node.Key with { Stage = new("lint") }));
    }

    [Fact]
    public void A_newer_record_that_was_cut_off_leaves_no_older_one_standing()
    {
        _store.Write(Sample.Record(StageResult.Succeeded));
        _store.Write(Sample.Record(StageResult.Failed("no")));
        using (var file = new FileStream(File, FileMode.Open)) file.SetLength(file.Length - 10);

        Assert.Null(Another().Last(Sample.Node.Key));
    }

    [Fact]
    public void A_dropped_record_stays_dropped_for_the_next_run()
    {
        _store.Write(Sample.Record(StageResult.Succeeded));
        _store.Forget(Sample.Node.Key);

        Assert.Null(Another().Last(Sample.Node.Key));
    }

    [Fact]
    public void Inputs_come_back_by_their_digest()
    {
        _store.KeepInputs(Sample.Node.Unit, "sha256:1", () => [new("a.cs", "one")]);
        _store.KeepInputs(Sample.Node.Unit, "sha256:2", () => [new("a.cs", "two")]);
        _store.KeepInputs(Sample.Node.Unit, "sha256:1", () => throw new InvalidOperationException("They are kept already."));

        Assert.Equal([new("a.cs", "one")], Another().FindInputs(Sample.Node.Unit, "sha256:1"));
        Assert.Equal([new("a.cs", "two")], Another().FindInputs(Sample.Node.Unit, "sha256:2"));
        Assert.Null(Another().FindInputs(Sample.Node.Unit, "sha256:3"));
    }

    [Theory]
    [InlineData("[null]")]
    [InlineData("[{}]")]
    [InlineData("[{\"name\":\"a.cs\"}]")]
    [InlineData("[{\"name\":null,\"value\":\"one\"}]")]
    public void Inputs_that_lack_something_are_none(string values)
    {
        _store.KeepInputs(Sample.Node.Unit, "sha256:1", () => [new("a.cs", "one")]);
        var written = System.IO.File.ReadAllText(File);
        Assert.Contains("[{\"name\":\"a.cs\",\"value\":\"one\"}]", written, StringComparison.Ordinal);
        System.IO.File.WriteAllText(File, written.Replace("[{\"name\":\"a.cs\",\"value\":\"one\"}]", values, StringComparison.Ordinal));

        Assert.Null(Another().FindInputs(Sample.Node.Unit, "sha256:1"));
    }

    [Fact]
    public void What_counts_no_more_is_dropped_before_the_file_grows_without_end()
    {
        var large = StageResult.Succeeded with { Notes = [new string('n', 50_000)] };
        for (var i = 0; i < 40; i++)
        {
            var store = Another();
            store.Write(Sample.Record(large) with { Reason = $"time {i}" });
            store.KeepInputs(Sample.Node.Unit, $"sha256:{i}", () => [new("a.cs", $"{i}")]);
        }

        Assert.InRange(new FileInfo(File).Length, 50_000, 300_000);
        Assert.Equal("time 39", Another().Last(Sample.Node.Key)?.Reason);
        Assert.Equal([new("a.cs", "39")], Another().FindInputs(Sample.Node.Unit, "sha256:39"));
        Assert.Null(Another().FindInputs(Sample.Node.Unit, "sha256:0"));
    }

    [Theory]
    [InlineData("mkfifo records")]
    [InlineData("mkdir records; touch records/file")]
    [InlineData("ln -s nowhere records")]
    [InlineData("touch other; ln -s other records")]
    [InlineData("mkdir other; ln -s other records")]
    public void What_lies_in_place_of_the_records_holds_none_is_not_waited_for_and_gives_way(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such things.");
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        using var shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sh", ["-c", command.Replace("records", Path.GetFileName(File), StringComparison.Ordinal)])
        {
            WorkingDirectory = Path.GetDirectoryName(File),
        })!;
        shell.WaitForExit();

        Assert.Null(_store.Last(Sample.Node.Key));
        _store.Write(Sample.Record(StageResult.Succeeded));

        Assert.NotNull(Another().Find(Sample.Node));
        Assert.Null(new FileInfo(File).LinkTarget);
    }

    // What the next run knows.
    private RecordStore Another() => new(_artifacts.Paths);
}
