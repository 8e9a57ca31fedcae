using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using SampleUnit.Notes;
using ServiceDefaults.Http;

namespace SampleUnit.IntegrationTests.Notes;

public sealed class NotesTests(SampleUnitService service) : IClassFixture<SampleUnitService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task A_written_note_is_found_at_its_location()
    {
        using var written = await WriteAsync("Caulk the hull");
        Assert.Equal(HttpStatusCode.Created, written.StatusCode);

        using var found = await _client.GetAsync(written.Headers.Location, TestContext.Current.CancellationToken);

        Assert.Equal(await ReadAsync<NoteView>(written), await ReadAsync<NoteView>(found));
    }

    [Fact]
    public async Task Following_next_visits_the_notes_newest_first_and_once()
    {
        service.NeedsItsOwnDatabase();
        foreach (var text in (string[])["one", "two", "three"])
            (await WriteAsync(text)).Dispose();

        var newest = await ListAsync("?limit=2");
        var older = await ListAsync($"?limit=1&after={newest.Next}");

        Assert.Equal(["three", "two"], newest.Items.Select(note => note.Text));
        Assert.Equal(["one"], older.Items.Select(note => note.Text));
    }

    [Fact]
    public async Task Every_note_can_be_read_whoever_wrote_it()
    {
        using var written = await WriteAsync("Caulk the hull");
        var own = await ReadAsync<NoteView>(written);

        var page = await ListAsync("?limit=100");
        var visited = page.Items.Select(note => note.Id).ToHashSet();
        while (page.Next is not null)
        {
            page = await ListAsync($"?limit=100&after={page.Next}");
            visited.UnionWith(page.Items.Select(note => note.Id));
        }

        Assert.Contains(own.Id, visited);
    }

    [Fact]
    public async Task A_note_without_a_text_is_refused_and_told_why()
    {
        using var response = await WriteAsync("");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(["Text"], (await ReadAsync<HttpValidationProblemDetails>(response)).Errors.Keys);
    }

    [Theory]
    [InlineData("?limit=0")]
    [InlineData("?limit=101")]
    [InlineData("?after=nonsense")]
    public async Task A_page_that_makes_no_sense_is_refused(string query)
    {
        using var response = await _client.GetAsync(new Uri($"/notes{query}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_note_that_is_not_there_is_not_found()
    {
        using var response = await _client.GetAsync(new Uri($"/notes/{Guid.NewGuid()}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private Task<HttpResponseMessage> WriteAsync(string text) =>
        _client.PostAsJsonAsync("/notes", new WriteNote { Text = text }, TestContext.Current.CancellationToken);

    private async Task<Page<NoteView>> ListAsync(string query) =>
        (await _client.GetFromJsonAsync<Page<NoteView>>($"/notes{query}", TestContext.Current.CancellationToken))!;

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<T>(TestContext.Current.CancellationToken))!;
}
