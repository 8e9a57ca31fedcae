using Slipway.Model.Units;

namespace Slipway.Pipeline.Stages.DotNet;

internal static class UnitExtensions
{
    extension(Unit unit)
    {
        /// <summary>The projects that MSBuild can read: a <c>package.json</c> may lie beside them, for a script's or another build tool's sake.</summary>
        public IEnumerable<Project> DotNetProjects => unit.Projects.Where(project => project.Toolchain == Toolchain.DotNet);
    }
}
