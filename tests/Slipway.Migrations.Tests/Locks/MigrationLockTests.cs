using Slipway.Migrations.Locks;
using Slipway.Migrations.Tests.Harness;
using Slipway.Model.Problems;

namespace Slipway.Migrations.Tests.Locks;

public sealed class MigrationLockTests : IDisposable
{
    private readonly SqlFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_lock_is_read_as_it_was_written_and_a_release_fills_it()
    {
        var set = _folder.With("V1__a", "SELECT 1;", "SELECT 0;").With("V2__b", "-- phase: contract\nSELECT 2;").Read();
        var written = MigrationLock.Empty.With(set, "1.0.0");
        var grown = written.With(_folder.With("V3__c", "SELECT 3;").Read());

        var read = MigrationLock.Parse("migrations.lock", grown.ToText());

        Assert.Equal(grown.Entries, read.Entries);
        Assert.Equal([("V1__a", true, "1.0.0"), ("V2__b", false, "1.0.0"), ("V3__c", false, null)], read.Entries.Select(entry => (entry.Id, entry.Reversible, entry.Release)));
        Assert.Equal("V2__b", read.NewestReleased);
        Assert.Empty(read.Compare(_folder.Read()));
    }

    [Fact]
    public void A_line_more_changes_no_other_line()
    {
        var before = MigrationLock.Empty.With(_folder.With("V1__a", "SELECT 1;").Read()).ToText();
        var after = MigrationLock.Empty.With(_folder.With("V2__a_much_longer_name_than_before", "SELECT 2;").Read()).ToText();

        Assert.StartsWith(before, after);
    }

    [Fact]
    public void An_edited_a_removed_and_a_late_migration_are_told()
    {
        var released = MigrationLock.Empty.With(_folder.With("V1__a", "SELECT 1;").With("V2__b", "SELECT 2;").With("V4__d", "SELECT 4;").Read(), "1.0.0");
        using var now = new SqlFolder().With("V1__a", "SELECT 1; -- only a comment").With("V3__c", "SELECT 3;").With("V4__d", "SELECT 44;");

        var findings = released.Compare(now.Read());

        Assert.Equal([("MIG150", "V2__b"), ("MIG150", "V4__d"), ("MIG151", "V3__c")], findings.Select(finding => (finding.Rule, finding.Migration)));
        Assert.Equal("The migration 'V2__b' is gone; release 1.0.0 carries it, and databases have it", findings[0].Message);
    }

    [Fact]
    public void Released_migrations_keep_their_order()
    {
        var set = _folder.With("V1__a", "SELECT 1;").With("V2__b", "SELECT 2;").Read();
        var turned = new MigrationLock([.. MigrationLock.Empty.With(set, "1.0.0").Entries.Reverse()]);

        Assert.Contains(turned.Compare(set), finding => finding.Rule == "MIG150" && finding.Message.StartsWith("'V1__a' now comes before 'V2__b'"));
    }

    [Fact]
    public void A_released_migration_that_is_gone_keeps_its_place_so_that_it_can_come_back()
    {
        var whole = _folder.With("V1__a", "SELECT 1;").With("V2__b", "SELECT 2;").With("V3__c", "SELECT 3;").With("V5__e", "SELECT 5;").Read();
        var released = MigrationLock.Empty.With(whole, "1.0.0");
        var without = whole with { Migrations = [.. whole.Migrations.Where(migration => migration.Id is not ("V2__b" or "V3__c"))] };

        var written = released.With(without);

        Assert.Equal(released.Entries, written.Entries);
        Assert.Equal([("MIG150", "V2__b"), ("MIG150", "V3__c")], written.Compare(without).Select(finding => (finding.Rule, finding.Migration)));
        Assert.Empty(written.Compare(whole));
    }

    [Fact]
    public void A_line_that_was_taken_out_is_written_anew()
    {
        var set = _folder.With("V1__a", "SELECT 1;").With("V2__b", "SELECT 2;").Read();
        var whole = MigrationLock.Empty.With(set);
        var text = whole.ToText().Replace(whole.Entries[0].Digest.ToString(), "sha256:12");
        Assert.Contains("or take the line out:", Assert.Throws<BadInputException>(() => MigrationLock.Parse("migrations.lock", text)).Message);

        var left = MigrationLock.Parse("migrations.lock", string.Join('\n', text.Split('\n').Where(line => !line.Contains("sha256:12 "))));

        Assert.Equal(whole.ToText(), left.With(set).ToText());
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_named()
    {
        var root = Directory.CreateTempSubdirectory("slipway-lock-");
        try
        {
            root.CreateSubdirectory("catalog/migrations.lock");

            var failure = Assert.Throws<BadInputException>(() => MigrationLock.Read(root.FullName, "catalog/migrations.lock"));

            Assert.Equal("catalog/migrations.lock(1,1): SLP1060: This is not a regular file but a folder.\n  mend: put a file in its place, or remove it", failure.Message);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("V1__a sha256:12 expand reversible -", "migrations.lock(1,7): SLP1060: 'sha256:12' is no digest.")]
    [InlineData("V1__a {0} expend reversible -", "migrations.lock(1,79): SLP1060: 'expend' is none of: expand, backfill, contract.\n  mend: did you mean 'expand'?")]
    [InlineData("# head\nV1__a {0} expand", "migrations.lock(2,1): SLP1060: A line has 5 fields, and this one has 3.")]
    [InlineData("<<<<<<< ours\nV1__a {0} expand reversible -", "migrations.lock(1,1): SLP1060: A merge left its marks here.")]
    [InlineData("V1__a {0} expand reversible banana", "migrations.lock(1,97): SLP1060: 'banana' is no release.\n  mend: write the version of the release that first carried it, such as 1.4.0, or - where none has;")]
    [InlineData("V1__a  {0} expand reversible -", "migrations.lock(1,7): SLP1060: There is a space too many.")]
    [InlineData("V1__a {0} expand reversible -\nV1__a {0} expand reversible 1.0.0", "migrations.lock(2,1): SLP1060: The migration 'V1__a' is here twice.")]
    public void A_malformed_lock_names_its_line_and_column(string text, string expected)
    {
        var failure = Assert.Throws<BadInputException>(() => MigrationLock.Parse("migrations.lock", text.Replace("{0}", Model.Digest.Of("x").ToString())));

        Assert.StartsWith(expected, failure.Message);
    }
}
