using System.Collections.Immutable;
using Slipway.Migrations.Sources;
using Slipway.Model.Problems;

namespace Slipway.Migrations;

/// <summary>All migrations of one service, in order.</summary>
public sealed record MigrationSet
{
    /// <summary>The name of the context, or of the folder.</summary>
    public required string Context { get; init; }

    public required MigrationSource Source { get; init; }

    /// <summary>The package of EF Core's provider; null for SQL files.</summary>
    public string? Provider { get; init; }

    /// <summary>The schemas that the service owns; <c>public</c> by default.</summary>
    public ImmutableArray<string> Schemas { get; init; } = ["public"];

    /// <summary>Whether the model has changes that no migration makes.</summary>
    public bool PendingModelChanges { get; init; }

    /// <summary>The tables that the service's code uses; null where nobody knows.</summary>
    public DescribedModel? Model { get; init; }

    public required ImmutableArray<Migration> Migrations { get; init; }

    /// <summary>Reads the document that a migration bundle's verb <c>describe</c> prints.</summary>
    /// <param name="json">The document.</param>
    /// <param name="origin">What messages name it: the bundle's file, relative to the platform's root.</param>
    /// <exception cref="BadInputException">It is not such a document; what and where.</exception>
    public static MigrationSet Read(string json, string? origin = null) => DescriptionReader.Read(json, origin);
}
