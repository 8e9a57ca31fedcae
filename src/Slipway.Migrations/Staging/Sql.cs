using Slipway.Migrations.Catalogs;

namespace Slipway.Migrations.Staging;

/// <summary>Writes names so that they mean what they say.</summary>
internal static class Sql
{
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Dotted(string name) => string.Join('.', name.Split('.', 2).Select(Name));

    public static string Of(Relation relation) => $"{Name(relation.Schema)}.{Name(relation.Name)}";
}
