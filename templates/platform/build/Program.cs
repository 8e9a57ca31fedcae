// This platform's build. Every target is a Cake Frosting task of Slipway's:
//
//   ./build.sh                                   every stage of every unit, then sign and verify
//   ./build.sh --target=Unit --unit=ordering     one stage of one unit, and what it needs
//   ./build.sh --tree                            the targets and how they hang together
//   ./build.sh --dryrun                          the plan, and nothing else
//
// A class in this folder that derives from FrostingTask<SlipwayContext> is a target too.

using Slipway.Frosting;

return SlipwayHost.Run(args);
