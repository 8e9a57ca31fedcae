// One collection runs one test after another: a run writes to the process's console and may change its working directory.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]
