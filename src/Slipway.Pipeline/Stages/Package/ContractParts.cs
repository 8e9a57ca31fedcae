using Slipway.Artifacts.Releases;
using Slipway.Pipeline.Stages.Boundaries.Compatibility;

namespace Slipway.Pipeline.Stages.Package;

/// <summary>Puts what a unit promises into its release, so that the next one can be compared with it.</summary>
internal static class ContractParts
{
    public static IEnumerable<ReleasePart> Build(StageContext context, string folder)
    {
        var files = UnitContracts.FilesOf(context);
        if (files.IsEmpty) return [];
        var part = Path.Combine(folder, UnitContracts.Part);
        foreach (var (place, file) in files)
        {
            var target = Path.Combine(part, place);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return [new ReleasePart(UnitContracts.Part, part)];
    }
}
