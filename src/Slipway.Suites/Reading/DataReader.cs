using Slipway.Suites.Documents;

namespace Slipway.Suites.Reading;

internal static class DataReader
{
    public static DataDeclaration? Read(Fields suite, ProblemList problems)
    {
        const string Mend = "Add 'data: {class: synthetic, origin: …}'; the classes are synthetic, public and deidentified.";
        if (suite.Map("data", "class", "origin", "license", "reviewedBy", "method") is not { } data)
        {
            problems.Add(Codes.NoDataClass, suite.File, suite.Node, "The suite does not say what sort of data it holds.", Mend);
            return null;
        }
        if (data.Find("class") is null)
        {
            problems.Add(Codes.NoDataClass, suite.File, data.Node, "'data' has no 'class', so nobody knows where these cases may go.", Mend);
            return null;
        }
        var declaration = data.OneOf("class", "synthetic", "public", "deidentified") is { } sort
            ? new DataDeclaration
            {
                Class = Enum.Parse<DataClass>(sort, ignoreCase: true),
                Origin = data.Text("origin"),
                License = data.Text("license"),
                ReviewedBy = data.Text("reviewedBy"),
                Method = data.OneOf("method", "safe-harbor", "expert-determination"),
            }
            : null;
        if (declaration?.Class is DataClass.Deidentified)
        {
            data.Require("method", "Say how it was de-identified: safe-harbor or expert-determination.");
            data.Require("reviewedBy", "Name who reviewed the de-identification.");
        }
        return declaration;
    }
}
