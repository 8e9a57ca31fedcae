using CatalogSdk;
using Ordering.Orders;
using Ordering.Persistence;
using Ordering.Placement;
using ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddPersistence();
builder.Services.AddValidation();
builder.Services.AddOpenApi();
builder.Services.AddCatalogClient(builder.Configuration.GetValue<Uri>("Services:Catalog")
    ?? (BuildTime.DescribesApi
        ? new Uri("http://catalog.invalid")
        : throw new InvalidOperationException("There is no catalog. Set Services__Catalog to its address.")));
builder.Services.AddScoped<OrderPlacement>();

var app = builder.Build();

app.MapServiceDefaults();
app.MapOpenApi();
app.MapPlacement();
app.MapOrders();

app.Run();
