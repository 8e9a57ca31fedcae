using Slipway.Model.Stages;
using Slipway.Pipeline.Stages.Migrations;

namespace Slipway.Pipeline.Tests.Stages.Migrations;

public class ServerErrorsTests
{
    [Fact]
    public void A_test_that_met_the_server_tells_what_it_said() => Assert.Equal(
        ["42703: column p.note does not exist"],
        ServerErrors.In(new([Failed("Npgsql.PostgresException : 42703: column p.note does not exist\n\nPOSITION: 8\n   at Npgsql.Internal")], "")));

    [Fact]
    public void So_does_the_service_s_log_in_lines_and_in_JSON_and_the_same_is_told_once() => Assert.Equal(
        ["23505: duplicate key value violates unique constraint \"ux_products_sku\"", "42P01: relation \"prices\" does not exist"],
        ServerErrors.In(new([], """
            Npgsql.PostgresException (0x80004005): 42P01: relation "prices" does not exist
            {"Message":"An unhandled exception","Exception":"Npgsql.PostgresException (0x80004005): 42P01: relation \u0022prices\u0022 does not exist\n\nPOSITION: 15"}
            {"Exception":"Microsoft.EntityFrameworkCore.DbUpdateException: An error occurred. ---> Npgsql.PostgresException (0x80004005): 23505: duplicate key value violates unique constraint \"ux_products_sku\"\n   at"}
            """)));

    [Fact]
    public void Other_failures_are_none_of_its() => Assert.Empty(ServerErrors.In(new([Failed("Assert.Equal() Failure: 42703: not PostgreSQL")], "fail: 42703")));

    private static TestCase Failed(string message) => new() { Name = "T", Suite = "S", Outcome = TestOutcome.Failed, Message = message };
}
