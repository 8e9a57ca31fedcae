namespace Slipway.Workspace.Discovery;

/// <summary>
/// Matches folders against one pattern, every wildcard as long as it can be, in a time that grows with both lengths and no faster. Patterns
/// are read at every start of the host, and an engine for expressions takes longer to build than all of them to match.
/// </summary>
internal sealed class FolderMatcher
{
    private readonly List<(Kind Kind, char Letter)> _tokens = [];

    /// <param name="pattern">As <see cref="FolderPattern"/> has it.</param>
    public FolderMatcher(string pattern)
    {
        for (var at = 0; at < pattern.Length;)
        {
            var rest = pattern.AsSpan(at);
            var (kind, length) =
                rest.StartsWith(FolderPattern.NamePlace, StringComparison.Ordinal) ? (Kind.Name, FolderPattern.NamePlace.Length)
                : rest is "**" ? (Kind.Rest, 2)
                : rest.StartsWith("**/", StringComparison.Ordinal) ? (Kind.Folders, 3)
                : rest[0] == '*' ? (Kind.Run, 1)
                : rest[0] == '?' ? (Kind.One, 1)
                : (Kind.Letter, 1);
            _tokens.Add((kind, rest[0]));
            at += length;
        }
    }

    private enum Kind
    {
        /// <summary>Itself.</summary>
        Letter,

        /// <summary>Any one letter of a segment.</summary>
        One,

        /// <summary>Any letters of a segment, or none.</summary>
        Run,

        /// <summary>The letters of a segment that are the name: one at least.</summary>
        Name,

        /// <summary>Whole segments with their slashes, or none.</summary>
        Folders,

        /// <summary>All that follows: one letter at least.</summary>
        Rest,
    }

    /// <returns>Where the name is, an empty range where the pattern has none; null where the folder does not match.</returns>
    public Range? Match(string folder)
    {
        // Where a token has once failed at a place it fails again.
        var failed = new bool[(_tokens.Count + 1) * (folder.Length + 1)];
        var name = new Range(0, 0);
        return From(0, 0) ? name : null;

        bool From(int token, int at)
        {
            ref var hopeless = ref failed[(token * (folder.Length + 1)) + at];
            if (hopeless) return false;
            if (token == _tokens.Count ? at == folder.Length : Continues(token, at)) return true;
            hopeless = true;
            return false;
        }

        bool Continues(int token, int at)
        {
            var (kind, letter) = _tokens[token];
            var end = folder.IndexOf('/', at) is var slash and >= 0 ? slash : folder.Length;
            switch (kind)
            {
                case Kind.Letter:
                    return at < folder.Length && folder[at] == letter && From(token + 1, at + 1);
                case Kind.One:
                    return at < end && From(token + 1, at + 1);
                case Kind.Rest:
                    return at < folder.Length;
                case Kind.Folders:
                    return (end > at && end < folder.Length && From(token, end + 1)) || From(token + 1, at);
                default:
                    for (var to = end; to >= at + (kind == Kind.Name ? 1 : 0); to--)
                    {
                        if (!From(token + 1, to)) continue;
                        if (kind == Kind.Name) name = at..to;
                        return true;
                    }
                    return false;
            }
        }
    }
}
