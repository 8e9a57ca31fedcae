namespace Verify.Tests;

public sealed class Objects
{
    private static readonly Guid Id = Guid.NewGuid();

    [Fact]
    public Task Are_written_property_by_property() => Verifier.Verify(new
    {
        Name = "catalog",
        Ready = true,
        Share = 0.25,
        Day = DayOfWeek.Friday,
        Address = new Uri("http://localhost/x"),
        Notes = "first\nsecond",
        Missing = (string?)null,
        Empty = Array.Empty<int>(),
        Parts = new object[] { "a", 2, new { Inner = 'c' } },
        Counts = new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 },
    });

    [Fact]
    public Task Number_ids_and_dates_by_their_first_appearance() => Verifier.Verify(new
    {
        Id,
        Other = Guid.NewGuid(),
        Same = Id,
        At = DateTimeOffset.UtcNow,
    });

    [Fact]
    public Task That_hold_themselves_end() => Verifier.Verify(new Ring());

    private sealed class Ring
    {
        public string Name => "ring";

        public Ring Next => this;
    }
}
