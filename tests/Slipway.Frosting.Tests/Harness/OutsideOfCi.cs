[assembly: AssemblyFixture(typeof(Slipway.Frosting.Tests.Harness.OutsideOfCi))]

namespace Slipway.Frosting.Tests.Harness;

/// <summary>Whoever runs the tests may be a CI service. What a host makes of that is for those tests to set that are about it.</summary>
public sealed class OutsideOfCi : IDisposable
{
    private readonly EnvironmentScope _scope = new(
    [
        .. ((string[])
        [
            "CI", "GITHUB_ACTIONS", "GITHUB_REF", "GITHUB_BASE_REF", "TF_BUILD", "SYSTEM_PULLREQUEST_TARGETBRANCH", "SYSTEM_PULLREQUEST_PULLREQUESTID",
            "GITLAB_CI", "CI_MERGE_REQUEST_IID", "CI_MERGE_REQUEST_DIFF_BASE_SHA",
        ]).Select(name => (name, (string?)null)),
    ]);

    public void Dispose() => _scope.Dispose();
}
