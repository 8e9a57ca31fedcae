using System.Runtime.Versioning;

// Signals, modes and sessions are what these tests are about.
[assembly: UnsupportedOSPlatform("windows")]
