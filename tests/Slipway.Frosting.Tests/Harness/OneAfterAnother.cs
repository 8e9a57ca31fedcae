// One collection runs one test after another: a run writes to the process's console.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]
