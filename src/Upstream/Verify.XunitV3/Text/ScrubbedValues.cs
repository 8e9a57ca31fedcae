namespace VerifyTests;

/// <summary>Names for values that differ from run to run: a result's first Guid is <c>Guid_1</c>, wherever it turns up again.</summary>
internal sealed class ScrubbedValues
{
    private readonly Dictionary<object, string> _names = [];
    private readonly Dictionary<string, int> _counts = [];

    public string NameOf(object value)
    {
        if (!_names.TryGetValue(value, out var name))
        {
            var kind = value.GetType().Name;
            _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
            name = _names[value] = $"{kind}_{_counts[kind]}";
        }

        return name;
    }
}
