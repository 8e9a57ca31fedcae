namespace Slipway.Migrations.Runner.CommandLine;

internal enum VerbName
{
    Apply,
    Status,
    CheckModel,
    Script,
    Compat,
    Describe,
    Version,
    Help,
}
