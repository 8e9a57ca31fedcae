using System.ComponentModel.DataAnnotations;
using SampleUnit.Notes;

namespace SampleUnit.Tests.Notes;

public sealed class NoteTests
{
    private static readonly DateTimeOffset _noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_note_keeps_its_text_without_the_space_around_it() => Assert.Equal("Caulk the hull", Note.Write("  Caulk the hull\n", _noon).Text);

    [Fact]
    public void A_later_note_has_a_greater_id() =>
        Assert.True(Note.Write("second", _noon.AddSeconds(1)).Id > Note.Write("first", _noon).Id);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(Note.TextLength, true)]
    [InlineData(Note.TextLength + 1, false)]
    public void A_text_has_at_least_one_letter_and_at_most_as_many_as_the_table_holds(int length, bool valid)
    {
        var request = new WriteNote { Text = new string('a', length) };

        Assert.Equal(valid, Validator.TryValidateObject(request, new(request), [], validateAllProperties: true));
    }
}
