using Cake.Core.Packaging;

namespace Cake.Frosting;

/// <summary>Installs what <c>InstallTool</c> asked for, before anything runs.</summary>
public interface IToolInstaller
{
    /// <exception cref="FrostingException">Nobody installs tools of that scheme, or nothing was installed.</exception>
    void Install(PackageReference tool);
}
