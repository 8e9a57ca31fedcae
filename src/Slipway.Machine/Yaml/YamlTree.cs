using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Slipway.Machine.Yaml;

/// <summary>Builds nodes from the parser's events; what should not be there becomes a problem.</summary>
internal sealed class YamlTree(string path, YamlProblems problems)
{
    private const int Deepest = 32;
    private readonly List<(int First, int Last)> _texts = [];

    /// <summary>The lines of texts that span several; tabs are content there.</summary>
    public IReadOnlyList<(int First, int Last)> Texts => _texts;

    /// <summary>Whether reading stopped before the end, with a problem that says why.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>The root of the only document, or null when there is none.</summary>
    /// <exception cref="YamlException">The text is not YAML.</exception>
    public YamlNode? Build(IParser parser)
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _)) return null;
        parser.Consume<DocumentStart>();
        var root = Node(parser, 0);
        if (GaveUp) return null;
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
            At(second).Report(
                YamlCodes.SeveralDocuments, "The file holds a second document.", "remove the line '---' and what follows, or make it a file of its own");
        return root;
    }

    private YamlNode? Node(IParser parser, int depth)
    {
        if (depth > Deepest)
        {
            GaveUp = true;
            At(parser.Current!).Report(YamlCodes.TooDeep, $"Maps and lists are nested deeper than {Deepest} here.", "make it flatter");
            return null;
        }

        switch (parser.Current)
        {
            case AnchorAlias alias:
                parser.MoveNext();
                return Referred(alias, $"*{alias.Value}");
            case Scalar scalar:
                parser.MoveNext();
                Check(scalar);
                return ScalarOf(scalar);
            case SequenceStart start:
                Check(start);
                return List(parser, start, depth);
            case MappingStart start:
                Check(start);
                return Map(parser, start, depth);
            default:
                throw new YamlException(parser.Current!.Start, parser.Current.End, "a value was expected here");
        }
    }

    private YamlList? List(IParser parser, SequenceStart start, int depth)
    {
        parser.MoveNext();
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            var item = Node(parser, depth + 1);
            if (GaveUp) return null;
            items.Add(item!);
        }
        return new(items.ToImmutable(), At(start));
    }

    private YamlMap? Map(IParser parser, MappingStart start, int depth)
    {
        parser.MoveNext();
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(parser, depth + 1);
            var value = GaveUp ? null : Node(parser, depth + 1);
            if (GaveUp) return null;
            if (key is not YamlScalar scalar)
                key!.Report(YamlCodes.Syntax, $"A key must be a word, but is {key.Kind}.", "write a word, a colon, and the value");
            else if (!lines.TryAdd(scalar.Text, scalar.Line))
                scalar.Report(
                    YamlCodes.DuplicateKey, $"The key '{scalar.Text}' is here for the second time; the first is on line {lines[scalar.Text]}.", "keep one of them");
            else
                entries.Add(new(scalar, value!));
        }
        return new(entries.ToImmutable(), At(start));
    }

    private YamlScalar ScalarOf(Scalar scalar)
    {
        if (scalar.End.Line > scalar.Start.Line) _texts.Add(((int)scalar.Start.Line, (int)scalar.End.Line));
        return new(scalar.Value, scalar.Style == ScalarStyle.Plain, At(scalar));
    }

    private void Check(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty) Referred(node, $"&{node.Anchor.Value}");
        if (!node.Tag.IsEmpty)
            At(node).Report(YamlCodes.Syntax, $"The tag '{node.Tag}' is not allowed.", "remove it; quotes make a text of a number");
    }

    // The text stands for the value, so that a reader of it sees no second problem of type.
    private YamlScalar Referred(ParsingEvent node, string text)
    {
        At(node).Report(YamlCodes.Alias, $"'{text}': anchors and aliases are not allowed.", "write the value out where it is needed");
        return new(text, plain: false, At(node));
    }

    private YamlPlace At(ParsingEvent node) => new(path, (int)node.Start.Line, (int)node.Start.Column, problems);
}
