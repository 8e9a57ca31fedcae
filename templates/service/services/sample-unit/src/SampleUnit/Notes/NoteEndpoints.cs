using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SampleUnit.Persistence;
using ServiceDefaults;
using ServiceDefaults.Http;

namespace SampleUnit.Notes;

internal static class NoteEndpoints
{
    public static void MapNotes(this IEndpointRouteBuilder routes)
    {
        var notes = routes.MapGroup("/notes").WithTags("Notes");
        notes.MapPost("", WriteAsync).WithName("WriteNote").ProducesValidationProblem();
        notes.MapGet("", ListAsync).WithName("ListNotes").ProducesProblem(StatusCodes.Status400BadRequest).ProducesValidationProblem();
        notes.MapGet("{id:guid}", GetAsync).WithName("GetNote").ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Writes a note down.</summary>
    public static async Task<Created<NoteView>> WriteAsync(
        WriteNote request, SampleUnitDb db, TimeProvider clock, CancellationToken cancellation)
    {
        var note = Note.Write(request.Text, clock.NowAsStored());
        db.Notes.Add(note);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/notes/{note.Id}", NoteView.Of(note));
    }

    /// <summary>Lists the notes, the newest first.</summary>
    /// <param name="after">The previous page's <c>next</c>.</param>
    /// <param name="limit">How many at most.</param>
    public static async Task<Results<Ok<Page<NoteView>>, ProblemHttpResult>> ListAsync(
        SampleUnitDb db, CancellationToken cancellation, string? after = null, [Range(1, Page.MaxSize)] int limit = Page.DefaultSize)
    {
        var notes = db.Notes.AsNoTracking();
        if (after is not null)
        {
            if (!PageToken.TryRead<Guid>(after, out var last))
                return Problems.BadPageToken();
            notes = notes.Where(note => note.Id < last);
        }

        var rows = await notes.OrderByDescending(note => note.Id).Take(limit + 1).ToListAsync(cancellation);
        return TypedResults.Ok(Page.Of(rows, limit, row => row.Id, NoteView.Of));
    }

    /// <summary>Reads one note.</summary>
    public static async Task<Results<Ok<NoteView>, ProblemHttpResult>> GetAsync(Guid id, SampleUnitDb db, CancellationToken cancellation)
    {
        var note = await db.Notes.AsNoTracking().SingleOrDefaultAsync(note => note.Id == id, cancellation);
        return note is null ? Problems.NotFound($"note {id}") : TypedResults.Ok(NoteView.Of(note));
    }
}
