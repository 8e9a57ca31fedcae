// One collection runs one test after another: a checkout has one run at a time. Tests that share none are in OwnCheckouts.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]
