using System.Reflection;
using System.Text;

namespace Cake.Frosting.Tests.Surface;

public sealed class EveryPublicType
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public Task Has_the_members_that_the_package_has()
    {
        var text = new StringBuilder();
        var types = typeof(CakeHost).Assembly.GetExportedTypes().Where(type => !type.IsNested);
        foreach (var type in types.OrderBy(Signature.Name, StringComparer.Ordinal))
        {
            text.Append(Usage(type)).Append(Signature.Of(type)).Append('\n');
            var members = type.GetMembers(Own)
                .Where(member => member is not (Type or MethodInfo { IsSpecialName: true }))
                .Select(Signature.Of)
                .Order(StringComparer.Ordinal);
            foreach (var member in members)
            {
                text.Append("  ").Append(member).Append('\n');
            }
        }

        return Verifier.Verify(text.ToString().TrimEnd());
    }

    private static string Usage(Type type) => type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false) is { } usage
        ? $"[{usage.ValidOn}, AllowMultiple = {usage.AllowMultiple}, Inherited = {usage.Inherited}] "
        : string.Empty;
}
