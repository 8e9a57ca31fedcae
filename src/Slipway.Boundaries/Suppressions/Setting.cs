using System.Xml.Linq;

namespace Slipway.Boundaries.Suppressions;

/// <summary>A property that a project file sets, or an item that it adds to.</summary>
/// <param name="Node">Where it is written.</param>
/// <param name="Name">Its name, whose case says nothing.</param>
/// <param name="Value">As it is written; of a task's output, what the task is given.</param>
internal sealed record Setting(XObject Node, string Name, string Value);
