using Slipway.Frosting;

// A build host of its own process, for what only a process shows: signals, the environment, two runs at once.
return SlipwayHost.Run(args);
