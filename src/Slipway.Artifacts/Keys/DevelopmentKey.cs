using Slipway.Evidence.Keys;
using Slipway.Machine.Files;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Keys;

/// <summary>The key of this person on this machine: made on first use, unencrypted, readable by its owner alone, like ssh's.</summary>
internal sealed class DevelopmentKey(KeyPlaces places)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerOnly | UnixFileMode.UserExecute;
    private readonly string _path = Path.Combine(places.Folder, "development.pem");

    public PrivateKey LoadOrCreate()
    {
        try
        {
            if (!File.Exists(_path)) Create();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(
                new Problem
                {
                    Code = Codes.KeyMissing,
                    Message = $"The development key {_path} is not there and cannot be made: {failure.Message}",
                    Mend = "set HOME, or XDG_DATA_HOME, to a folder that this user can write",
                },
                failure);
        }
        return Load() ?? throw new InvalidOperationException($"{_path} vanished while it was read.");
    }

    /// <summary>Null where none was made yet.</summary>
    public PrivateKey? Load()
    {
        KeyText.RefuseBelow(places.Repositories, _path);
        if (!File.Exists(_path)) return null;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(_path) & ~OwnerFolder) != 0)
        {
            throw new BadInputException(new Problem
            {
                Code = Codes.KeyUnprotected,
                Message = $"The development key {_path} can be read by others, so it may be theirs too.",
                File = _path,
                Mend = $"chmod 600 '{_path}', or delete it and let a new one be made.",
            });
        }
        return PrivateKey.FromPem(File.ReadAllText(_path), null, _path);
    }

    private void Create()
    {
        KeyText.RefuseBelow(places.Repositories, _path);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(places.Folder);
        else Directory.CreateDirectory(places.Folder, OwnerFolder);
        using var key = PrivateKey.Generate();
        var own = $"{_path}.{Guid.NewGuid():N}";
        AtomicFile.WriteAllText(own, key.ExportPem(), OwnerOnly, durable: true);
        try
        {
            // Not overwriting: of two runs that start at once, both must end with the same key.
            File.Move(own, _path, overwrite: false);
        }
        catch (IOException) when (File.Exists(_path))
        {
            File.Delete(own);
        }
    }
}
