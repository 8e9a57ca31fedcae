using Slipway.Workspace.DotNet.Kept;

namespace Slipway.Workspace.Tests.DotNet;

/// <summary>How evaluations are kept, and what is rightly not.</summary>
public sealed class KeptEvaluationsTests : IDisposable
{
    private readonly EvaluatedRepository _repository = new();

    public KeptEvaluationsTests() => _repository.Files.Project("services/shop/Shop.csproj").Project("services/blog/Blog.csproj").Commit();

    [Fact]
    public async Task An_unchanged_repository_is_read_without_MSBuild()
    {
        Assert.Equal("Blog Shop", await _repository.ReadAsync());
        Assert.Equal("", await _repository.ReadAsync());
        Assert.Empty(await _repository.DifferencesAsync());
    }

    [Fact]
    public async Task A_repository_without_git_is_kept_too()
    {
        _repository.Delete(".git");

        Assert.Equal("Blog Shop", await _repository.ReadAsync());
        Assert.Equal("", await _repository.ReadAsync());
    }

    [Fact]
    public async Task Another_configuration_asks_about_everything()
    {
        await _repository.ReadAsync();

        _repository.Files.Write("platform.yaml", "configuration: Debug\n");

        Assert.Equal("Blog Shop", await _repository.ReadAsync());
    }

    [Fact]
    public async Task An_unreadable_project_is_tried_again_and_hides_no_other()
    {
        _repository.Files.Project("services/shop/Shop.csproj", sdk: "No.Such.Sdk");

        Assert.Equal("Blog Shop", await _repository.ReadAsync());
        Assert.Equal("Shop", await _repository.ReadAsync());
    }

    [Fact]
    public async Task A_file_that_is_edited_while_it_is_evaluated_is_not_kept()
    {
        _repository.Evaluating = path => _repository.Files.Project(path, "<!-- edited -->");
        await _repository.ReadAsync();
        _repository.Evaluating = _ => { };

        Assert.Equal("Blog Shop", await _repository.ReadAsync());
        Assert.Equal("", await _repository.ReadAsync());
    }

    [Fact]
    public async Task A_file_that_is_spoiled_anywhere_is_as_good_as_none()
    {
        await _repository.ReadAsync();
        var kept = await File.ReadAllBytesAsync(_repository.Kept, TestContext.Current.CancellationToken);
        for (var at = 0; at < kept.Length; at += Math.Max(1, kept.Length / 8))
        {
            byte[] spoiled = [.. kept[..at], (byte)~kept[at], .. kept[(at + 1)..]];
            await File.WriteAllBytesAsync(_repository.Kept, spoiled, TestContext.Current.CancellationToken);
            Assert.Empty(Store.Read(Setting).Evaluations);
            await File.WriteAllBytesAsync(_repository.Kept, kept[..at], TestContext.Current.CancellationToken);
            Assert.Empty(Store.Read(Setting).Evaluations);
        }

        Assert.Equal("Blog Shop", await _repository.ReadAsync());
        Assert.Equal(2, Store.Read(Setting).Evaluations.Length);
    }

    [Fact]
    public async Task A_file_that_others_may_write_is_as_good_as_none()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A person's folders see to it there.");
        await _repository.ReadAsync();
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_repository.Kept, File.GetUnixFileMode(_repository.Kept) | UnixFileMode.GroupWrite);

        Assert.Equal("Blog Shop", await _repository.ReadAsync());
        Assert.Equal("", await _repository.ReadAsync());
    }

    [Fact]
    public async Task Two_checkouts_that_share_a_folder_keep_each_its_own()
    {
        using var other = new EvaluatedRepository { CacheFolder = _repository.CacheFolder };
        other.Files.Project("services/till/Till.csproj").Commit();

        Assert.Equal("Blog Shop", await _repository.ReadAsync());
        Assert.Equal("Till", await other.ReadAsync());
        Assert.Equal("", await _repository.ReadAsync());
        Assert.Equal("", await other.ReadAsync());
    }

    [Fact]
    public async Task What_is_read_is_what_was_written()
    {
        _repository.Files.Project("packages/all/All.csproj", """
            <PropertyGroup><IsTestProject>false</IsTestProject><SlipwayTests>unit</SlipwayTests><OutputType>Exe</OutputType></PropertyGroup>
            <ItemGroup><PackageReference Include="A" /><PackageReference Include="B" Version="1" /><None Include="../../global.json" /></ItemGroup>
            """);
        await _repository.ReadAsync();
        var kept = Store.Read(Setting);

        var again = EvaluationFormat.Write(EvaluationFormat.Read(EvaluationFormat.Write(kept)));

        Assert.Equal(EvaluationFormat.Write(kept), again);
        Assert.Empty(await _repository.DifferencesAsync());
    }

    [Fact]
    public async Task Projects_that_are_gone_leave_nothing_behind()
    {
        await _repository.ReadAsync();

        _repository.Delete("services/blog");
        await _repository.ReadAsync();

        Assert.Equal(["Shop"], Store.Read(Setting).Evaluations.Select(evaluation => evaluation.Project.AssemblyName));
        Assert.Equal([_repository.Kept], Directory.GetFileSystemEntries(_repository.CacheFolder));
    }

    [Fact]
    public async Task Many_that_read_and_write_at_once_agree()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(_repository.ReadAsync)));

        Assert.Equal("", await _repository.ReadAsync());
        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal([_repository.Kept], Directory.GetFileSystemEntries(_repository.CacheFolder));
    }

    [Fact]
    public async Task A_wrong_entry_is_found_by_project_and_field()
    {
        await _repository.ReadAsync();
        var store = Store;
        var kept = store.Read(Setting);
        store.Add(Setting, kept with
        {
            Evaluations =
            [
                .. kept.Evaluations.Select(evaluation => evaluation.Project.AssemblyName == "Shop"
                    ? evaluation with { Project = evaluation.Project with { AssemblyName = "Forged", Packages = ["No.Such"] } }
                    : evaluation),
            ],
        });
        store.Keep();

        Assert.Equal(
            [new("services/shop/Shop.csproj", "AssemblyName", "Forged", "Shop"), new("services/shop/Shop.csproj", "Packages", "No.Such", "")],
            await _repository.DifferencesAsync());
    }

    public void Dispose() => _repository.Dispose();

    private EvaluationStore Store => new(_repository.CacheFolder, _repository.Files.Root);

    private Model.Digest Setting => EvaluationSetting.Of(_repository.Files.Root, "Release");
}
