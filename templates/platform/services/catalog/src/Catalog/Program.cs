using Harborline.Catalog.Persistence;
using Harborline.Catalog.Pricing;
using Harborline.Catalog.Products;
using Harborline.ServiceDefaults;

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
