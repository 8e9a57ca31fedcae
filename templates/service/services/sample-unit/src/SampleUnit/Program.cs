using SampleUnit.Notes;
using SampleUnit.Persistence;
using ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddPersistence();
builder.Services.AddValidation();
builder.Services.AddOpenApi();

var app = builder.Build();

app.MapServiceDefaults();
app.MapOpenApi();
app.MapNotes();

app.Run();
