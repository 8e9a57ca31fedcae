namespace Slipway.Migrations.Runner.CommandLine;

internal static class Usage
{
    public const string Text = """
        Moves this service's database to a migration: the newest, or the one that is named.

        [apply] [MIGRATION|0]       apply, or go back to, that migration; 0 is the empty database
        status [--fail-if-pending]  what is applied, pending and unknown; changes nothing
        check-model                 does the model hold changes that no migration has? needs no database
        script                      the whole of it as idempotent SQL, for review; needs no database
        compat [--baseline STRING]  would this release's code work on the database as it is? changes nothing
        describe                    model and migrations as one JSON document; needs no database

        --connection STRING         the connection string; - reads it from standard input
                                    (default: the environment variable SLIPWAY_CONNECTION)
        --lock-timeout SECONDS      wait this long for another deployment of the database (default 60)
        --table-lock-timeout SEC    wait this long for a table in use (default 5; 0 is no limit)
        --statement-timeout SEC     let one statement run this long (default 1800; 0 is no limit)
        --retries COUNT             try again so often after 55P03, 40P01 or 40001 (default 3)
        --production                refuse a role that is a superuser or may create databases
                                    (so does SLIPWAY_ENVIRONMENT=production, or -- --environment Production)
        --json                      one JSON object a line
        --verbose                   show the SQL
        --prefix-output             name the kind of each line before it
        --no-color                  nothing: no colours are printed
        --version                   what the bundle is made of
        @FILE                       the lines of FILE, one word a line, as if they stood here

        Exit codes: 0 done, 1 failed, 2 usage, 3 lock not free in time, 4 database not reachable,
        5 migrations pending, model changed, order wrong or schema not compatible, 6 the database holds migrations unknown to this bundle, or those of another service.
        """;
}
