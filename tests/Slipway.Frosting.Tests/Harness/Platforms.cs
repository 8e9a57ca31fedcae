using System.Runtime.Versioning;

// Signals are what some of these tests are about; those are skipped on Windows.
[assembly: UnsupportedOSPlatform("windows")]
