namespace Slipway.Workspace.DotNet.Kept;

/// <summary>
/// One thing that an evaluation depended on, and what it was like then. An evaluation stands as long as each of its observations is made
/// again. These are:
/// <list type="bullet">
/// <item>the content of its project file and of every import, but of the SDK's and of packages': those never change under their version;</item>
/// <item>whatever MSBuild asked the file system on the way, and its answer: the places where a file could lie and be imported, in the
/// project's folder and in each above it, the conditions that ask whether a file exists, the folders that wildcards look through;</item>
/// <item>the content of each <c>global.json</c> above it, which has a say in where SDKs come from, and of <c>nuget.config</c> where
/// packages bring SDKs;</item>
/// <item>the environment variables that its files name;</item>
/// <item>what NuGet's folder of the project holds to be imported, beyond what a restore writes;</item>
/// <item>the content of each file whose text they take in, where they name it (<see cref="LiteralReads"/>);</item>
/// <item>the day, where its files ask for the year or another part of the date;</item>
/// <item>every file of the repository, where its files ask in another way that nobody sees (<c>[System.IO.File]::Exists</c>);</item>
/// <item>the names of the files in its own folder that git ignores, because those which it takes in are told one by one.</item>
/// </list>
/// What else lies in the project's own folder has a say only where its files could turn a listing of it into references, imports or files
/// elsewhere (<see cref="ProjectText.IsCurious"/>), and by that there is any source at all. What rests on the time of day, on
/// chance, on the times of files or on which items exist is not kept (<see cref="ProjectText.IsFleeting"/>). Configuration, SDKs, the place of the repository and the variables
/// that SDKs ask for are said once for all evaluations (<see cref="EvaluationSetting"/>).
/// </summary>
/// <param name="Kind">What was asked.</param>
/// <param name="Subject">Of what: an absolute path, a variable's name.</param>
/// <param name="Answer">As <see cref="Answers"/> gives it.</param>
internal sealed record Observation(ObservationKind Kind, string Subject, string Answer);
