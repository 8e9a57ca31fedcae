using System.Runtime.InteropServices;

namespace Slipway.Machine.Files;

/// <summary>Exchanges two folders in one step, where the kernel can: then a reader never finds neither.</summary>
internal static partial class FolderExchange
{
    private const int WorkingFolder = -100;
    private const uint Exchange = 2;

    public static bool TrySwap(string left, string right)
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            return Rename(WorkingFolder, left, WorkingFolder, right, Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Rename(int leftFolder, string left, int rightFolder, string right, uint flags);
}
