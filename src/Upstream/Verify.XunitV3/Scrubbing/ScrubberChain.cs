using System.Text;

namespace VerifyTests;

/// <summary>Scrubbers in the package's order: the one added last runs first.</summary>
internal sealed class ScrubberChain(ScrubberChain? copyOf = null)
{
    private readonly List<Action<StringBuilder>> _scrubbers = [.. copyOf?._scrubbers ?? []];

    public void Add(Action<StringBuilder> scrubber) => _scrubbers.Insert(0, scrubber);

    public void Run(StringBuilder text) => _scrubbers.ForEach(scrub => scrub(text));
}
