namespace Slipway.Model.Units;

public static class UnitKindExtensions
{
    extension(UnitKind kind)
    {
        /// <summary>The plural that folders use: <c>services</c>, <c>apps</c> or <c>packages</c>.</summary>
        public string Folder => kind switch
        {
            UnitKind.Service => "services",
            UnitKind.App => "apps",
            _ => "packages",
        };
    }
}
