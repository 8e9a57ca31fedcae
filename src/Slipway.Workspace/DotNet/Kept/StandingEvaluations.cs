using System.Text;
using Slipway.Model;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace.DotNet.Kept;

/// <summary>What was kept of a repository's evaluations, held against the machine of today.</summary>
internal sealed class StandingEvaluations
{
    private readonly string _root;
    private readonly EvaluationStore? _store;
    private readonly Digest _setting;

    private StandingEvaluations(string root, string configuration, EvaluationStore? store, TimeProvider time, Task<PlatformFiles>? listing, CancellationToken cancel)
    {
        (_root, _store, Configuration) = (root, store, configuration);
        _setting = EvaluationSetting.Of(root, configuration);
        Answers = new Answers(new(() => Repository(cancel)), new(() => Ignored(listing, cancel)), time);
        Kept = store?.Read(_setting) ?? KeptEvaluations.None;
    }

    /// <summary>Starts to look, on another thread: it takes as long as finding the units whose projects these are.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="configuration">For which it is evaluated.</param>
    /// <param name="store">Null where nothing is kept.</param>
    /// <param name="time">Tells the day.</param>
    /// <param name="listing">What git knows of the repository's files, where somebody has asked already.</param>
    public static Task<StandingEvaluations> ReadAsync(
        string root, string configuration, EvaluationStore? store, TimeProvider time, Task<PlatformFiles>? listing, CancellationToken cancel) =>
        Task.Run(async () =>
        {
            var standing = new StandingEvaluations(root, configuration, store, time, listing, cancel);
            // Nearly every project asks what git ignores. Threads that waited for its answer would be missed where it is read.
            if (listing is not null) await listing;
            standing.Evaluations = standing.Kept.Standing(standing.Answers);
            return standing;
        }, cancel);

    public string Configuration { get; }

    public Answers Answers { get; }

    /// <summary>Whether anything is kept at all.</summary>
    public bool AreKept => _store is not null;

    /// <summary>All of them, whether or not they stand.</summary>
    public KeptEvaluations Kept { get; }

    /// <summary>Those that say today what they said then, by file.</summary>
    public IReadOnlyDictionary<string, Evaluation> Evaluations { get; private set; } = new Dictionary<string, Evaluation>();

    /// <summary>What is to be kept from now on.</summary>
    public void Add(KeptEvaluations evaluations) => _store?.Add(_setting, evaluations);

    private IgnoredFiles Ignored(Task<PlatformFiles>? listing, CancellationToken cancel) =>
        listing?.GetAwaiter().GetResult().Ignored ?? FileListing.LookAsync(_root, cancel).GetAwaiter().GetResult().Ignored;

    private string Repository(CancellationToken cancel)
    {
        var text = new StringBuilder();
        foreach (var file in FileListing.NowAsync(_root, cancel).GetAwaiter().GetResult().Values)
            text.Append(file.Path).Append('\0').Append(file.Mode).Append(file.ContentId).Append('\n');
        return Digest.Of(text.ToString()).Hex;
    }
}
