using Assistant.Asking;
using Assistant.Limits;
using Assistant.ModelAccess;
using CatalogSdk;
using ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddModel();
builder.AddQuestionLimits();
builder.AddAsking();
builder.Services.AddValidation();
builder.Services.AddOpenApi();
builder.Services.AddCatalogClient(builder.Configuration.GetValue<Uri>("Services:Catalog")
    ?? throw new InvalidOperationException("There is no catalog. Set Services__Catalog to its address."));

var app = builder.Build();

app.MapServiceDefaults();
app.UseRateLimiter();
app.MapOpenApi();
app.MapAsking();

app.Run();
