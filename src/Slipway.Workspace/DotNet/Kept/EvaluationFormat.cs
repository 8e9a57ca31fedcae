using System.Collections.Immutable;
using System.Text;

namespace Slipway.Workspace.DotNet.Kept;

/// <summary>
/// The bytes of kept evaluations: a table of texts, a table of observations, and evaluations that point into both. Thousands of projects
/// share most of either. Which version wrote it is part of the setting, so there is one format, without versions.
/// </summary>
internal static class EvaluationFormat
{
    public static byte[] Write(KeptEvaluations kept)
    {
        var texts = new Table<string>(StringComparer.Ordinal);
        var observations = new Table<Observation>(EqualityComparer<Observation>.Default);
        using var evaluations = new Part(texts);
        foreach (var evaluation in kept.Evaluations)
        {
            Write(evaluations, evaluation.Project);
            evaluations.Write(evaluation.AsksExistence);
            evaluations.Write(evaluation.Observed!.Value.Length);
            foreach (var observation in evaluation.Observed.Value) evaluations.Write(observations.IndexOf(observation));
        }
        using var head = new Part(texts);
        head.Write(kept.Together);
        head.Write(kept.Loaded);
        head.Write(observations.Items.Count);
        foreach (var observation in observations.Items)
        {
            head.Write((int)observation.Kind);
            head.Write(observation.Subject);
            head.Write(observation.Answer);
        }
        head.Write(kept.Evaluations.Length);
        return [.. Texts(texts.Items), .. head.Bytes, .. evaluations.Bytes];
    }

    public static KeptEvaluations Read(ReadOnlyMemory<byte> body)
    {
        using var reader = new BinaryReader(new MemoryStream(body.ToArray()), Encoding.UTF8);
        var texts = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < texts.Length; i++) texts[i] = reader.ReadString();
        var source = new Source(reader, texts);
        var together = source.Flag();
        var loaded = source.Texts();
        var observations = new Observation[source.Number()];
        for (var i = 0; i < observations.Length; i++) observations[i] = new((ObservationKind)source.Number(), source.Text()!, source.Text()!);
        var evaluations = new Evaluation[source.Number()];
        for (var i = 0; i < evaluations.Length; i++)
        {
            var project = Project(source);
            var asks = source.Flag();
            var observed = new Observation[source.Number()];
            for (var o = 0; o < observed.Length; o++) observed[o] = observations[source.Number()];
            evaluations[i] = new() { Project = project, AsksExistence = asks, Observed = [.. observed] };
        }
        return new() { Evaluations = [.. evaluations], Together = together, Loaded = loaded };
    }

    private static void Write(Part part, EvaluatedProject project)
    {
        part.Write(project.File);
        part.Write(project.AssemblyName);
        part.Write(project.TargetFramework);
        part.Write(project.OutputType);
        part.Write(project.IsTestProject is { } isTest ? isTest ? 2 : 1 : 0);
        part.Write(project.IsHosted);
        part.Write(project.Tests);
        part.Write(project.References);
        part.Write(project.Packages);
        part.Write(project.CentralPackages);
        part.Write(project.PinsTransitively);
        part.Write(project.Imports);
        part.Write(project.Linked);
        part.Write(project.Searches);
        part.Write(project.Asked);
        part.Write(project.Extensions);
        part.Write(project.IsBlind);
        part.Write(project.Variables);
        part.Write(project.LockFile);
    }

    private static EvaluatedProject Project(Source source) => new()
    {
        File = source.Text()!,
        AssemblyName = source.Text(),
        TargetFramework = source.Text(),
        OutputType = source.Text(),
        IsTestProject = source.Number() switch { 0 => null, var said => said == 2 },
        IsHosted = source.Flag(),
        Tests = source.Text(),
        References = source.Texts(),
        Packages = source.Texts(),
        CentralPackages = source.Texts(),
        PinsTransitively = source.Flag(),
        Imports = source.Texts(),
        Linked = source.Texts(),
        Searches = source.Texts(),
        Asked = source.Texts(),
        Extensions = source.Texts(),
        IsBlind = source.Flag(),
        Variables = source.Texts(),
        LockFile = source.Text(),
    };

    private static byte[] Texts(List<string> texts)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write7BitEncodedInt(texts.Count);
        foreach (var text in texts) writer.Write(text);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Gives each value a number, the same for equal ones.</summary>
    private sealed class Table<T>(IEqualityComparer<T> comparer)
        where T : notnull
    {
        private readonly Dictionary<T, int> _numbers = new(comparer);

        public List<T> Items { get; } = [];

        public int IndexOf(T item)
        {
            if (_numbers.TryGetValue(item, out var number)) return number;
            Items.Add(item);
            return _numbers[item] = Items.Count - 1;
        }
    }

    private sealed class Part(Table<string> texts) : IDisposable
    {
        private readonly MemoryStream _stream = new();

        public byte[] Bytes => _stream.ToArray();

        public void Write(bool flag) => Write(flag ? 1 : 0);

        // Zero is null.
        public void Write(string? text) => Write(text is null ? 0 : texts.IndexOf(text) + 1);

        public void Write(ImmutableArray<string> all)
        {
            Write(all.Length);
            foreach (var text in all) Write(text);
        }

        public void Write(int number)
        {
            for (; number >= 0x80; number >>= 7) _stream.WriteByte((byte)(number | 0x80));
            _stream.WriteByte((byte)number);
        }

        public void Dispose() => _stream.Dispose();
    }

    private sealed class Source(BinaryReader reader, string[] texts)
    {
        public int Number() => reader.Read7BitEncodedInt();

        public bool Flag() => Number() == 1;

        public string? Text() => Number() is var number && number == 0 ? null : texts[number - 1];

        public ImmutableArray<string> Texts()
        {
            var all = new string[Number()];
            for (var i = 0; i < all.Length; i++) all[i] = Text()!;
            return [.. all];
        }
    }
}
