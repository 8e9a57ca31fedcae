using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Slipway.Machine.Git;
using Slipway.Model;
using Slipway.Model.Platforms;
using Slipway.Model.Units;
using Slipway.Workspace.Discovery;

namespace Slipway.Workspace.Fingerprints;

/// <summary>
/// The digest of everything that decides what comes of a unit: all files of its folders, of the units that it uses, directly or not, all
/// but their tests, what they read of shared files, of ignored ones and outside of the repository, and the variables that the host hands to
/// every tool.
/// Documents are no input (<c>*.md</c> directly in a unit's folder, and its <c>docs/</c>), but where a project packs one.
/// Conservative: it may change without need, never the other way round.
/// Any number of threads may ask at once.
/// </summary>
public sealed class UnitFingerprints
{
    // MSBuild does not tell names apart by case.
    private readonly Lazy<ILookup<string, string>> _set = new(() => Environment.GetEnvironmentVariables().Keys.Cast<string>()
        .ToLookup(name => name, name => name, StringComparer.OrdinalIgnoreCase));

    private readonly Platform _platform;
    private readonly ImmutableSortedDictionary<string, InputFile> _files;
    private readonly ILookup<string, InputFile> _named;
    private readonly ImmutableArray<Input> _variables;
    private readonly IReadOnlyDictionary<string, string?> _given;
    private readonly Projections _projections;
    private readonly LinkedFiles _links;
    private readonly GoneFiles? _gone;
    private readonly UnlistedInputs _unlisted;
    private readonly Lazy<Input> _everything;
    private readonly ILookup<UnitId, InputFile> _own;
    private readonly Dictionary<UnitId, Unit> _units;
    private readonly ILookup<UnitId, UnitId> _uses;
    private readonly ConcurrentDictionary<(UnitId, InputScope), Digest> _digests = [];
    private readonly UsedParts _used;
    private readonly ConcurrentDictionary<(UnitId, bool, InputScope), Lazy<ImmutableArray<Input>>> _inputs = [];
    private readonly ConcurrentDictionary<(UnitId, bool, InputScope), Lazy<Digest>> _ownDigests = [];

    private UnitFingerprints(
        Platform platform, ImmutableSortedDictionary<string, InputFile> files, FileContents contents, IReadOnlyDictionary<string, string?>? variables,
        ImmutableSortedDictionary<string, InputFile>? today = null)
    {
        _platform = platform;
        _files = files;
        _named = SharedInputs.Named(files, today);
        _projections = new(files, contents);
        _gone = today is null ? null : new(files, today);
        _unlisted = new(platform.Root, today ?? files);
        _everything = new(() => new("every file of the repository", Digest.Of(string.Join('\n', files.Values)).ToString()));
        _links = new(platform.Root, files, today ?? files);
        _units = platform.Units.ToDictionary(unit => unit.Id);
        _uses = platform.Uses();
        _used = new(platform);
        _given = variables ?? ImmutableDictionary<string, string?>.Empty;
        _variables =
        [
            // Where something lies on this machine decides nothing; what it is called does.
            .. _given.Where(variable => !Path.IsPathRooted(variable.Value))
                .OrderBy(variable => variable.Key, StringComparer.Ordinal).Select(variable => new Input($"variable {variable.Key}", variable.Value ?? "")),
            .. FilesAbove.Of(platform.Root),
        ];
        var owners = new FolderOwners<Unit>(platform.Units.SelectMany(unit => unit.Folders.Select(folder => KeyValuePair.Create(folder, unit))));
        _own = files.Values
            .Select(file => (file, unit: owners.Of(file.Path)))
            .Where(pair => pair.unit is not null && !Documents.Hold(pair.file.Path, pair.unit))
            .ToLookup(pair => pair.unit!.Id, pair => pair.file);
    }

    /// <summary>Of the work tree as it lies there, uncommitted and untracked files included, ignored ones not.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="variables">What the host hands to every child process; null for nothing.</param>
    /// <param name="cancel">Ends git.</param>
    public static async Task<UnitFingerprints> ReadAsync(
        Platform platform, IReadOnlyDictionary<string, string?>? variables = null, CancellationToken cancel = default) =>
        new(platform, await FileListing.NowAsync(platform.Root, cancel), new FileContents(platform.Root), variables);

    /// <summary>The same, where the files are known already.</summary>
    public static UnitFingerprints Of(Platform platform, PlatformFiles files, IReadOnlyDictionary<string, string?>? variables = null)
    {
        ArgumentNullException.ThrowIfNull(platform);
        ArgumentNullException.ThrowIfNull(files);
        return new(platform, files.Files, new FileContents(platform.Root), variables);
    }

    /// <summary>Of a commit, seen with today's units, edges and variables: equal to today's exactly when nothing changed since.</summary>
    public async Task<UnitFingerprints> AtAsync(GitRepository git, string commit, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(git);
        var files = await FileListing.AtAsync(git, _platform.Root, commit, cancel);
        var contents = await FileContents.AtAsync(_platform.Root, git, files.Values, _files, cancel);
        return new(_platform, files, contents, _given, today: _files);
    }

    /// <summary>Every file of the platform that is not ignored, whether or not a unit's fingerprint covers it; ordinal order of paths.</summary>
    public IEnumerable<InputFile> Files => _files.Values;

    /// <summary>The unit's fingerprint.</summary>
    public Digest Of(UnitId unit, InputScope scope = InputScope.Everything) =>
        _digests.GetOrAdd((unit, Needed(scope)), static (key, all) => all.Compute(key.Item1, key.Item2), this);

    /// <summary>Everything that the fingerprint covers, each name once, in ordinal order.</summary>
    public ImmutableArray<Input> InputsOf(UnitId unit, InputScope scope = InputScope.Everything) =>
    [
        .. Members(unit).SelectMany(member => OwnInputs(member, unit, Needed(scope))).Concat(_variables).Distinct()
            .OrderBy(input => input.Name, StringComparer.Ordinal),
    ];

    /// <summary>The part of <see cref="InputsOf"/> that the unit reads itself, and not through a unit that it uses.</summary>
    public ImmutableArray<Input> OwnInputsOf(UnitId unit, InputScope scope = InputScope.Everything) => OwnInputs(_units[unit], unit, Needed(scope));

    /// <summary>Every file that the fingerprint covers, whole or in part; ordinal order of paths.</summary>
    public ImmutableArray<InputFile> FilesOf(UnitId unit) =>
        [.. Members(unit).SelectMany(member => OwnFiles(member, unit)).Distinct().OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>Whether git tells of every file that has a say beside what evaluations read: of what lies behind links, and of response files.</summary>
    internal bool AreSeen => _platform.Units.All(unit => (!_links.AreAny || _links.AreSeen(OwnFiles(unit, unit.Id))) && _unlisted.AreSeen(unit));

    // Where no image is named the two are the same, and are read once.
    private InputScope Needed(InputScope scope) =>
        scope == InputScope.Building && _platform.Settings is { BaseImage: null, NodeBaseImage: null } ? InputScope.Everything : scope;

    private Digest Compute(UnitId unit, InputScope scope)
    {
        var text = new StringBuilder("slipway unit fingerprint 3\n").Append(unit).Append('\n');
        foreach (var variable in _variables) Append(text, variable);
        // A shared package is taken in by its own digest, however many units use it.
        foreach (var member in Members(unit)) text.Append(member.Id).Append(' ').Append(OwnDigest(member, unit, scope)).Append('\n');
        return Digest.Of(text.ToString());
    }

    private IEnumerable<Unit> Members(UnitId unit) => Platform.Closure(unit, _uses).Order().Select(member => _units[member]);

    /// <param name="unit">Whose files.</param>
    /// <param name="user">For whom: the unit itself, or one that uses it.</param>
    private IEnumerable<InputFile> OwnFiles(Unit unit, UnitId user)
    {
        var files = user == unit.Id
            ? _own[unit.Id].Concat(SharedInputs.Of(unit, _named, _files)).ToList()
            : _own[unit.Id].Where(file => _used.Holds(unit, file.Path)).Concat(SharedInputs.Of(_used.Of(unit), _named, _files)).ToList();
        files.AddRange(_gone?.Of(user == unit.Id ? unit : _used.Of(unit)) ?? []);
        return files.Concat(_links.Of(files)).Distinct();
    }

    private ImmutableArray<Input> OwnInputs(Unit unit, UnitId user, InputScope scope) => _inputs.GetOrAdd((unit.Id, user == unit.Id, scope), _ => new(() =>
    {
        var reader = user == unit.Id ? unit : _used.Of(unit);
        // What MSBuild reads may say a version, whatever it is called.
        var read = reader.Projects.SelectMany(project => project.Imports).ToHashSet(StringComparer.Ordinal);
        var own = OwnFiles(unit, user).ToList();
        var files = own.Where(file => scope != InputScope.Resolution || ResolutionFiles.Hold(file.Path) || read.Contains(file.Path));
        return
        [
            .. files.SelectMany(file => _projections.Of(reader, file, scope))
                .Concat(Variables(reader)).Concat(_unlisted.Of(reader)).Concat(_links.Unlisted(own)).Concat(Unseen(reader))
                .OrderBy(input => input.Name, StringComparer.Ordinal),
        ];
    })).Value;

    private IEnumerable<Input> Unseen(Unit unit) => unit.Projects.Any(project => project.IsBlind) ? [_everything.Value] : [];

    // Those that somebody declares, and those that are set and that project files name.
    private IEnumerable<Input> Variables(Unit unit)
    {
        var declared = _platform.Settings.Variables.Concat(unit.Variables);
        var named = unit.Projects.SelectMany(project => project.Variables).Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(name => _set.Value[name]);
        return declared.Concat(named).Distinct(StringComparer.Ordinal).Where(name => !_given.ContainsKey(name)).Select(ValueOf);
    }

    // A value may be anything, also what nobody should read in a record.
    private static Input ValueOf(string variable) =>
        new($"variable {variable}", Environment.GetEnvironmentVariable(variable) is { } value ? Digest.Of(value).ToString() : "not set");

    private Digest OwnDigest(Unit unit, UnitId user, InputScope scope) => _ownDigests.GetOrAdd((unit.Id, user == unit.Id, scope), _ => new(() =>
    {
        var text = new StringBuilder();
        foreach (var input in OwnInputs(unit, user, scope)) Append(text, input);
        return Digest.Of(text.ToString());
    })).Value;

    private static void Append(StringBuilder text, Input input) => text.Append(input.Name).Append('\0').Append(input.Value).Append('\n');
}
