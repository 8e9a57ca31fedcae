using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace VerifyTests;

/// <summary>
/// JSON's shape without its quotes. What is null, and every empty list in a property, is left out; text of several lines starts on a
/// line of its own; dates and Guids are numbered.
/// </summary>
internal sealed class ObjectText(ScrubbedValues values)
{
    private readonly StringBuilder _text = new();
    private readonly HashSet<object> _open = new(ReferenceEqualityComparer.Instance);

    public static string Write(object? value, ScrubbedValues values)
    {
        var writer = new ObjectText(values);
        writer.Append(value, indent: 0);
        return writer._text.ToString();
    }

    private void Append(object? value, int indent)
    {
        if (Scalar(value) is { } scalar)
        {
            _text.Append(scalar);
            return;
        }

        if (!_open.Add(value!))
        {
            _text.Append("$parentValue");
            return;
        }

        switch (value)
        {
            case IDictionary dictionary:
                AppendMembers(EntriesOf(dictionary), indent);
                break;
            case IEnumerable items:
                AppendItems([.. items.Cast<object?>()], indent);
                break;
            default:
                AppendMembers(PropertiesOf(value!), indent);
                break;
        }

        _open.Remove(value!);
    }

    private void AppendMembers(IEnumerable<(string Name, object? Value)> members, int indent)
    {
        var shown = members.Where(member => member.Value is not (null or ICollection { Count: 0 })).ToList();
        Enclose('{', '}', shown, indent, member =>
        {
            _text.Append(member.Name).Append(':');
            _text.Append(member.Value is string text && text.Contains('\n', StringComparison.Ordinal) ? '\n' : ' ');
            Append(member.Value, indent + 1);
        });
    }

    private void AppendItems(List<object?> items, int indent) => Enclose('[', ']', items, indent, item => Append(item, indent + 1));

    private void Enclose<T>(char open, char close, List<T> parts, int indent, Action<T> append)
    {
        _text.Append(open);
        for (var i = 0; i < parts.Count; i++)
        {
            _text.Append(i == 0 ? "\n" : ",\n").Append(' ', 2 * (indent + 1));
            append(parts[i]);
        }

        if (parts.Count > 0)
        {
            _text.Append('\n').Append(' ', 2 * indent);
        }

        _text.Append(close);
    }

    private string? Scalar(object? value) => value switch
    {
        null => "null",
        string text => text.ReplaceLineEndings("\n"),
        bool flag => flag ? "true" : "false",
        Guid or DateTime or DateTimeOffset => values.NameOf(value),
        Uri uri => uri.OriginalString,
        IEnumerable => null,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        Type type => type.Name,
        _ => null,
    };

    private static IEnumerable<(string Name, object? Value)> EntriesOf(IDictionary dictionary) => dictionary.Keys
        .Cast<object>()
        .Select(key => (Name: Convert.ToString(key, CultureInfo.InvariantCulture)!, Value: dictionary[key]))
        .OrderBy(entry => entry.Name, StringComparer.Ordinal);

    private static IEnumerable<(string Name, object? Value)> PropertiesOf(object value) => value.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0)
        .Select(property => (property.Name, property.GetValue(value)));
}
