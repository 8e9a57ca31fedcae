using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Slipway.Migrations.Runner.Tests.Compatibility;

/// <summary>Does with real EF code all that the old release does with its database.</summary>
internal static class OldClient
{
    public static async Task SeedAsync(string connection, CancellationToken cancellation)
    {
        await using var context = new OldDb(connection);
        await context.Database.ExecuteSqlRawAsync(context.Database.GenerateCreateScript(), cancellation);
        context.Orders.Add(Order("seed", "first", 1));
        await context.SaveChangesAsync(cancellation);
    }

    /// <returns>Null, or what the first thing that failed threw.</returns>
    public static async Task<Exception?> UseAsync(string connection, CancellationToken cancellation)
    {
        try
        {
            await using var context = new OldDb(connection);
            if ((await context.Orders.Include(order => order.Lines).ToListAsync(cancellation)).Count == 0) return new InvalidDataException("The rows are gone.");

            var order = Order("plain", "second", 100_000);
            var twin = Order("plain", "third", 5);
            twin.Note = null;
            context.Orders.AddRange(order, twin);
            await context.SaveChangesAsync(cancellation);

            context.ChangeTracker.Clear();
            var read = await context.Orders.Include(one => one.Lines).SingleAsync(one => one.Code == "second", cancellation);
            Assert.Equal((100_000, "some note", 1), (read.Quantity, read.Note, read.Lines.Count));
            read.Title = "changed";
            read.Note = null;
            await context.SaveChangesAsync(cancellation);

            // Without its lines: that they go too is the database's work.
            context.ChangeTracker.Clear();
            context.Orders.Remove(await context.Orders.SingleAsync(one => one.Code == "second", cancellation));
            await context.SaveChangesAsync(cancellation);
            return null;
        }
        // The provider wraps what may pass, and 55000 is of that class to it.
        catch (Exception failure) when (failure is DbUpdateException or NpgsqlException or InvalidCastException or InvalidOperationException)
        {
            return failure;
        }
    }

    private static OldDb.Order Order(string title, string code, int quantity) => new()
    {
        Title = title,
        Note = "some note",
        Code = code,
        Quantity = quantity,
        Customer = 7,
        Lines = { new() { Sku = "sku" } },
    };
}
