using ServiceDefaults.Http;

namespace ServiceDefaults.Tests.Http;

public sealed class PageTests
{
    [Fact]
    public void A_page_with_a_row_to_spare_has_a_next_one_that_begins_after_its_last_row()
    {
        var page = Page.Of([1, 2, 3], size: 2, key: row => row, view: row => $"row {row}");

        Assert.Equal(["row 1", "row 2"], page.Items);
        Assert.True(PageToken.TryRead<int>(page.Next!, out var last));
        Assert.Equal(2, last);
    }

    [Fact]
    public void The_last_page_has_no_next()
    {
        var page = Page.Of([1, 2], size: 2, key: row => row, view: row => row);

        Assert.Equal([1, 2], page.Items);
        Assert.Null(page.Next);
    }
}
