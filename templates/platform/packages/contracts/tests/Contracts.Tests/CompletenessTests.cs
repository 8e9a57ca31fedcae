using System.Reflection;
using System.Text.Json;

namespace Contracts.Tests;

public sealed class CompletenessTests
{
    public static TheoryData<Type> Events => [.. typeof(OrderPlaced).Assembly.GetExportedTypes().Where(type => TypeOf(type) is not null)];

    [Fact]
    public void Every_event_has_a_schema_and_every_schema_an_event() =>
        Assert.Equal(Schemas.Published, Events.Select(row => TypeOf(row.Data)!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Events))]
    public async Task Schema_and_record_have_the_same_fields(Type @event)
    {
        var fields = @event.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

        Assert.Equal(await Schemas.FieldsAsync(TypeOf(@event)!), fields.Order(StringComparer.Ordinal));
    }

    private static string? TypeOf(Type type) => type.GetField("Type", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string;
}
