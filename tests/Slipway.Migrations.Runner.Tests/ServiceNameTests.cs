using System.Reflection;
using System.Reflection.Emit;
using Microsoft.EntityFrameworkCore;

namespace Slipway.Migrations.Runner.Tests;

/// <summary>What messages and marks call a service.</summary>
public sealed class ServiceNameTests
{
    [Theory]
    [InlineData("services/billing", "services/billing")]
    [InlineData("outside/tests", "Billing")]
    [InlineData(null, "Billing")]
    public async Task It_is_the_unit_that_the_contexts_assembly_is_stamped_with_or_the_assemblys_name(string? stamp, string name)
    {
        var context = ContextIn("Billing", stamp);

        var run = await Bundle.RunAsync(
            text => (DbContext)Activator.CreateInstance(context, new DbContextOptionsBuilder().UseNpgsql(text).Options)!, ["Nowhere", "--connection", "Host=localhost;Database=x"]);

        Assert.StartsWith($"error SLP3200: {name}: There is no migration 'Nowhere'.", run.Error, StringComparison.Ordinal);
    }

    private static Type ContextIn(string assembly, string? stamp)
    {
        var made = AssemblyBuilder.DefineDynamicAssembly(new(assembly), AssemblyBuilderAccess.Run);
        if (stamp is not null)
            made.SetCustomAttribute(new(typeof(AssemblyMetadataAttribute).GetConstructor([typeof(string), typeof(string)])!, ["Slipway.Unit", stamp]));
        var type = made.DefineDynamicModule(assembly).DefineType("BillingDb", TypeAttributes.Public, typeof(DbContext));
        var constructor = type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, [typeof(DbContextOptions)]).GetILGenerator();
        constructor.Emit(OpCodes.Ldarg_0);
        constructor.Emit(OpCodes.Ldarg_1);
        constructor.Emit(OpCodes.Call, typeof(DbContext).GetConstructor([typeof(DbContextOptions)])!);
        constructor.Emit(OpCodes.Ret);
        return type.CreateType();
    }
}
