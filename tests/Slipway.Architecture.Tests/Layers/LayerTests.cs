using Slipway.Architecture.Tests.Projects;

namespace Slipway.Architecture.Tests.Layers;

public class LayerTests
{
    [Fact]
    public void Every_library_has_its_place() =>
        Rule.Holds(
            "A library stands in Layer.Of or in Layer.Beside:",
            Project.Libraries.Select(project => project.Name).Where(name => !Layer.Of.ContainsKey(name) && !Layer.Beside.ContainsKey(name)));

    [Fact]
    public void A_library_references_lower_layers_only() =>
        Rule.Holds(
            "References lead down, never sideways and never up:",
            from project in Project.Libraries
            where Layer.Of.ContainsKey(project.Name)
            from reference in project.References
            where !Layer.Of.TryGetValue(reference, out var height) || height >= Layer.Of[project.Name]
            select $"{project.Name} -> {reference}");

    [Fact]
    public void What_other_programs_link_brings_only_what_it_says() =>
        Rule.Holds(
            "A library beside the layers references only what Layer.Beside allows it:",
            from project in Project.Libraries
            where Layer.Beside.ContainsKey(project.Name)
            from reference in project.References.Except(Layer.Beside[project.Name])
            select $"{project.Name} -> {reference}");

    [Fact]
    public void The_stand_ins_know_nothing_of_the_product() =>
        Rule.Holds(
            "A stand-in references no project but a stand-in:",
            from project in Project.All
            where project.IsStandIn
            from reference in project.References
            where reference.StartsWith("Slipway", StringComparison.Ordinal)
            select $"{project.Name} -> {reference}");

    [Fact]
    public void No_library_references_a_test_or_the_build() =>
        Rule.Holds(
            "What ships does not reference what does not:",
            from project in Project.All
            where project.Path.StartsWith("src/", StringComparison.Ordinal)
            from reference in project.References
            where Project.All.Any(other => other.Name == reference && !other.Path.StartsWith("src/", StringComparison.Ordinal))
            select $"{project.Name} -> {reference}");
}
