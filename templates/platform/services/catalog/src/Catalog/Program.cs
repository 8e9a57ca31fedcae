using Catalog.Persistence;
using Catalog.Pricing;
using Catalog.Products;
using ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddPersistence();
builder.Services.AddValidation();
builder.Services.AddOpenApi();

var app = builder.Build();

app.MapServiceDefaults();
app.MapOpenApi();
app.MapProducts();
app.MapPricing();

app.Run();
