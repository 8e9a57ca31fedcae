// One collection runs one test after another: a checkout has one run at a time.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]
