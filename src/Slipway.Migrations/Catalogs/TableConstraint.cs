namespace Slipway.Migrations.Catalogs;

/// <summary>A constraint of a table.</summary>
/// <param name="Table">The oid of its table.</param>
/// <param name="Name">Unique in its table.</param>
/// <param name="Kind">PostgreSQL's letter: c check, f foreign key, p primary key, u unique, x exclusion.</param>
/// <param name="Referenced">Of a foreign key, the oid of the other table.</param>
/// <param name="Index">The oid of the index behind it; 0 for none.</param>
/// <param name="IsValid">Whether all rows were checked.</param>
/// <param name="Definition">As people write it.</param>
/// <param name="Columns">The numbers of its columns.</param>
internal sealed record TableConstraint(uint Table, string Name, char Kind, uint Referenced, uint Index, bool IsValid, string Definition, EquatableColumns Columns)
{
    public bool HasOwnIndex => Kind is 'p' or 'u' or 'x';

    public string Noun => Kind switch { 'c' => "check", 'f' => "foreign key", 'p' => "primary key", 'u' => "unique constraint", 'x' => "exclusion constraint", _ => "constraint" };
}
