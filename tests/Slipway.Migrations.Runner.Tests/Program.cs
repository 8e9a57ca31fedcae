using Slipway.Migrations.Runner.Tests;
using Xunit.MicrosoftTestingPlatform;

// The tests' own assembly plays the bundle that they start as a process.
return BundleProcess.Play(args) ?? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
