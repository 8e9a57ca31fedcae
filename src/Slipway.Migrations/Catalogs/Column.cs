namespace Slipway.Migrations.Catalogs;

/// <summary>A column.</summary>
/// <param name="Table">The relation's oid.</param>
/// <param name="Number">Stays through renames.</param>
/// <param name="Name">As it is in the catalog.</param>
/// <param name="TypeId">The oid of its type.</param>
/// <param name="TypeModifier">Length or precision; -1 for none.</param>
/// <param name="Type">As people write it: <c>character varying(20)</c>.</param>
/// <param name="NotNull">Whether it is declared so.</param>
/// <param name="Default">The expression of its default, or of what it is generated from.</param>
/// <param name="FillsItself">Whether it is generated or an identity.</param>
/// <param name="IsGenerated">Whether it is computed from others.</param>
internal sealed record Column(uint Table, short Number, string Name, uint TypeId, int TypeModifier, string Type, bool NotNull, string? Default, bool FillsItself, bool IsGenerated);
