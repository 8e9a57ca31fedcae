using Slipway.Analyzers.Boundaries;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Boundaries;

/// <summary>One compilation of a unit, with the stamped assemblies that it links; SLW1001 is what it may answer.</summary>
internal sealed class ForeignAssembly(string unit)
{
    private readonly UnitCode<ForeignAssemblyAnalyzer> _code = new(unit);

    /// <param name="name">The assembly's name.</param>
    /// <param name="stamp">The unit that it is stamped with, or null.</param>
    /// <param name="uses">Assemblies linked before, whose type <c>Thing</c> it derives from.</param>
    public ForeignAssembly Linking(string name, string? stamp, params string[] uses)
    {
        var fields = string.Concat(uses.Select(used => $"public {used}.Thing? {used}Field;"));
        _code.Linking(name, $"{Stamped.Attribute("Unit", stamp)} namespace {name}; public class Thing {{ {fields} }}", uses);
        return this;
    }

    public ForeignAssembly Exposing(string name, string stamp, string? exposes = null, string? visibleTo = null)
    {
        _code.Linking(name, Stamped.As(stamp, $"namespace {name}; public class Thing;", exposes, visibleTo));
        return this;
    }

    public ForeignAssembly Allowing(params string[] units)
    {
        _code.Map([$"unit {unit}", $"folder {unit}", .. units.Select(other => $"allow {other}")]);
        return this;
    }

    public ForeignAssembly WithProjectFile(string text)
    {
        _code.WithProjectFile(text);
        return this;
    }

    public ForeignAssembly Saying(string source)
    {
        _code.Saying(source);
        return this;
    }

    public Task IsFine() => _code.IsSo();

    public Task IsRefused() => _code.ExpectAt(1, 1, 1).IsSo();

    public Task IsRefusedSaying(string message) => _code.ExpectAt(1, 1, 1, message).IsSo();

    public Task IsRefusedAt(int line, int column, int endColumn) => _code.ExpectAt(line, column, endColumn).IsSo();
}
