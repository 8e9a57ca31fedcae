using Slipway.Model.Problems;

namespace Slipway.Workspace.Tests;

/// <summary>The whole text that somebody sees whose repository is not as it must be.</summary>
internal static class BadInput
{
    public static async Task<string> Of(TemporaryRepository repository)
    {
        var bad = await Assert.ThrowsAsync<BadInputException>(() => WorkspaceReader.ReadAsync(repository.Root, TestContext.Current.CancellationToken));
        Assert.Equal(ExitCodes.BadInput, bad.ExitCode);
        return bad.Message;
    }

    /// <summary>One unit, <c>services/catalog</c>, beside the malformed file.</summary>
    public static async Task<string> Of(string path, string content)
    {
        using var repository = new TemporaryRepository().Project("services/catalog/src/Catalog/Catalog.csproj");
        return await Of(repository.Write(path, content));
    }
}
