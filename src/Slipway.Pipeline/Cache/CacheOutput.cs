namespace Slipway.Pipeline.Cache;

/// <summary>A file that a stage wrote and that belongs to its entry.</summary>
/// <param name="Path">Relative to the platform's root, with forward slashes; <c>artifacts/…</c> for what lies in the folder of artifacts.</param>
/// <param name="Linkable">
/// Whether nobody ever writes into it in place, so that tree and store may share its bytes by hard link: releases, publish folders, test
/// directories. Never <c>obj</c> and <c>bin</c> of a project: MSBuild overwrites those in place.
/// </param>
/// <param name="Content">What is known of its content.</param>
internal sealed record CacheOutput(string Path, bool Linkable = false, OutputContent Content = OutputContent.Plain);
