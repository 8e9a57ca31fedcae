using Slipway.Analyzers.Boundaries;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Boundaries;

public class ContractsWithBehaviourTests
{
    private const string EntityFramework = "namespace Microsoft.EntityFrameworkCore; public class DbContext;";

    private static UnitCode<ContractsWithBehaviourAnalyzer> Code => new("packages/ordering-contracts");

    [Fact]
    public Task A_database_is_no_contract() => Code
        .Linking("Microsoft.EntityFrameworkCore", EntityFramework)
        .Saying("public class {|#0:Store|} : Microsoft.EntityFrameworkCore.DbContext;")
        .Expect(0, "'Store' is a DbContext: a contracts package holds data and says nothing of how it comes about; move this into the service or its SDK package")
        .IsSo();

    [Fact]
    public Task Asynchronous_work_is_no_contract() => Code
        .Saying("public class Sender { public async System.Threading.Tasks.Task {|#0:SendAsync|}() => await System.Threading.Tasks.Task.Yield(); }")
        .Expect(0, "'SendAsync' works asynchronously: a contracts package holds data and says nothing of how it comes about; move this into the service or its SDK package")
        .IsSo();

    [Fact]
    public Task Data_and_interfaces_are_contracts() => Code
        .Saying("public record Order(string Id) { public bool IsNew => Id.Length == 0; } public interface ISender { System.Threading.Tasks.Task SendAsync(); }").IsSo();

    [Fact]
    public Task A_package_of_another_kind_may_work() => new UnitCode<ContractsWithBehaviourAnalyzer>("packages/contractsender")
        .Saying("public class Sender { public System.Threading.Tasks.Task SendAsync() => System.Threading.Tasks.Task.CompletedTask; }").IsSo();
}
