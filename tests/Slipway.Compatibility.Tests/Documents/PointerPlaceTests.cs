using System.Text;
using Slipway.Compatibility.Documents;

namespace Slipway.Compatibility.Tests.Documents;

public class PointerPlaceTests
{
    private const string Text = "{\n  \"a\": { \"b/c\": 1 },\n  \"list\": [\n    7,\n    { \"x\": true }\n  ]\n}\n";

    [Theory]
    [InlineData("#", 1, 1)]
    [InlineData("#/a", 2, 3)]
    [InlineData("#/a/b~1c", 2, 10)]
    [InlineData("#/list/1/x", 5, 7)]
    [InlineData("#/a/gone/deeper", 2, 3)]
    [InlineData("#/list/7", 3, 3)]
    public void A_pointer_leads_to_its_line_or_to_that_of_the_last_thing_that_is_there(string pointer, int line, int column) =>
        Assert.Equal((line, column), PointerPlace.Find(Encoding.UTF8.GetBytes(Text), pointer));

    [Theory]
    [InlineData("", "#/a")]
    [InlineData("{ \"b\": ,", "#/a")]
    [InlineData("{}", "CP0002")]
    public void What_is_no_json_or_no_pointer_has_no_line(string text, string pointer) => Assert.Null(PointerPlace.Find(Encoding.UTF8.GetBytes(text), pointer));
}
