namespace Slipway.Machine.Git;

/// <summary>Compares the line ends that texts have with those that git would give them: by attributes, else by its configuration.</summary>
internal sealed class LineEnds(GitCommand git)
{
    /// <param name="paths">Folders or files to look at, relative to the root; none means all. Every text is read.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public async Task<IReadOnlyList<OtherLineEnds>> OthersAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var listing = git.RunAsync(["--literal-pathspecs", "ls-files", "--eol", "-z", "--full-name", "--", .. paths], cancellationToken);
        var convert = await SettingAsync("core.autocrlf", cancellationToken).ConfigureAwait(false);
        var preferred = await SettingAsync("core.eol", cancellationToken).ConfigureAwait(false);
        var native = convert switch
        {
            "true" => "crlf",
            "input" => "lf",
            _ => preferred is "lf" or "crlf" ? preferred : OperatingSystem.IsWindows() ? "crlf" : "lf",
        };
        return [.. GitLines.Split((await listing.ConfigureAwait(false)).Output).Select(Compare).OfType<OtherLineEnds>().OrderBy(file => file.Path, StringComparer.Ordinal)];

        // "i/lf w/crlf attr/text=auto eol=lf TAB path": in the index, in the work tree, and what attributes say.
        OtherLineEnds? Compare(string entry)
        {
            var tab = entry.IndexOf('\t', StringComparison.Ordinal);
            if (entry[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries) is not ["i/lf", ['w', '/', .. var found], ['a', 't', 't', 'r', '/', .. var text], .. var more]) return null;
            // What git does not convert it compares byte for byte; and in a file without a line's end, or that is gone, there is nothing to compare.
            if (found is not ("lf" or "crlf" or "mixed") || text == "-text" || (text.Length == 0 && convert == "false")) return null;
            var expected = more is [['e', 'o', 'l', '=', .. var end]] ? end : native;
            return found == expected ? null : new(entry[(tab + 1)..], found, expected);
        }
    }

    private async Task<string> SettingAsync(string name, CancellationToken cancellationToken)
    {
        var said = (await git.RunAsync(["config", "--get", name], cancellationToken, null, 1).ConfigureAwait(false)).Output.Trim().ToLowerInvariant();
        return said switch { "yes" or "on" or "1" => "true", "" or "no" or "off" or "0" => "false", _ => said };
    }
}
