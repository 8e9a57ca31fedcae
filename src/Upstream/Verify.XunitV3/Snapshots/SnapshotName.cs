using System.Globalization;
using System.Text;
using Xunit.v3;

namespace VerifyTests;

/// <summary><c>Class.Method</c>, and for a theory <c>Class.Method_parameter=value</c>, as the package names its files.</summary>
internal static class SnapshotName
{
    private static readonly char[] Forbidden = ['"', '\\', '<', '>', '|', ':', '*', '?', '/', '\t', '\n', '\r', '\0'];

    public static string Of(IXunitTest test, VerifySettings settings)
    {
        var method = test.TestMethod.Method;
        var name = new StringBuilder($"{TypeName(method.ReflectedType!)}.{settings.MethodName ?? method.Name}");
        if (settings.ParametersText is { } text)
        {
            name.Append('_').Append(text);
        }
        else
        {
            var arguments = method.GetParameters().Zip(test.TestMethodArguments, (parameter, value) => (parameter.Name, Value: value));
            foreach (var argument in arguments)
            {
                name.Append(CultureInfo.InvariantCulture, $"_{argument.Name}={argument.Value ?? "null"}");
            }
        }

        return string.Join('-', name.ToString().Split(Forbidden));
    }

    private static string TypeName(Type type) => type.DeclaringType is { } parent ? $"{TypeName(parent)}.{type.Name}" : type.Name;
}
