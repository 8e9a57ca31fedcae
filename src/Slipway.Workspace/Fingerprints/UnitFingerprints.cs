using System.Collections.Immutable;
using System.Text;
using Slipway.Machine.Git;
using Slipway.Model;
using Slipway.Model.Platforms;
using Slipway.Model.Units;
using Slipway.Workspace.Discovery;

namespace Slipway.Workspace.Fingerprints;

/// <summary>
/// The digest of every unit's source: all files of its folders, of the units that it uses, directly or not, and of what they share.
/// Documents are no input (<c>*.md</c> directly in a unit's folder, and its <c>docs/</c>), but where a project packs one.
/// Conservative: it may change without need, never the other way round.
/// </summary>
public sealed class UnitFingerprints
{
    private readonly Platform _platform;
    private readonly ImmutableSortedDictionary<string, InputFile> _files;
    private readonly ImmutableArray<InputFile> _named;
    private readonly ILookup<UnitId, InputFile> _own;
    private readonly Dictionary<UnitId, ImmutableArray<InputFile>> _inputs = [];
    private readonly Lock _gate = new();

    private UnitFingerprints(Platform platform, ImmutableSortedDictionary<string, InputFile> files)
    {
        _platform = platform;
        _files = files;
        _named = SharedInputs.Named(files);
        var owners = new FolderOwners<Unit>(platform.Units.SelectMany(unit => unit.Folders.Select(folder => KeyValuePair.Create(folder, unit))));
        _own = files.Values
            .Select(file => (file, unit: owners.Of(file.Path)))
            .Where(pair => pair.unit is not null && !Documents.Hold(pair.file.Path, pair.unit))
            .ToLookup(pair => pair.unit!.Id, pair => pair.file);
    }

    /// <summary>Of the work tree as it lies there, uncommitted and untracked files included, ignored ones not.</summary>
    public static async Task<UnitFingerprints> ReadAsync(Platform platform, CancellationToken cancel = default) =>
        new(platform, await FileListing.NowAsync(platform.Root, cancel));

    /// <summary>Of a commit, seen with today's units and edges: equal to today's exactly when nothing changed since.</summary>
    public static async Task<UnitFingerprints> ReadAtAsync(Platform platform, GitRepository git, string commit, CancellationToken cancel = default) =>
        new(platform, await FileListing.AtAsync(git, platform.Root, commit, cancel));

    /// <summary>The unit's fingerprint.</summary>
    public Digest Of(UnitId unit)
    {
        var text = new StringBuilder("slipway unit fingerprint 1\n").Append(unit).Append('\n');
        foreach (var file in InputsOf(unit)) text.Append(file.Path).Append('\0').Append(file.Mode).Append(' ').Append(file.ContentId).Append('\n');
        return Digest.Of(text.ToString());
    }

    /// <summary>Every file that the fingerprint covers, ordinal order of paths.</summary>
    public ImmutableArray<InputFile> InputsOf(UnitId unit)
    {
        lock (_gate)
        {
            if (!_inputs.TryGetValue(unit, out var inputs)) _inputs[unit] = inputs = Gather(unit);
            return inputs;
        }
    }

    private ImmutableArray<InputFile> Gather(UnitId unit)
    {
        var closure = _platform.Closure(unit);
        return
        [
            .. _platform.Units.Where(member => closure.Contains(member.Id))
                .SelectMany(member => _own[member.Id].Concat(SharedInputs.Of(member, _named, _files)))
                .Distinct()
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }
}
