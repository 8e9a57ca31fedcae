namespace Slipway.Artifacts.Registries.Credentials;

/// <summary>Who asks a registry. A closed set. None of it is ever shown.</summary>
public abstract record RegistryCredential
{
    private RegistryCredential()
    {
    }

    public sealed override string ToString() => "a credential";

    public sealed record UserPassword(string User, string Password) : RegistryCredential;

    /// <summary>A token that is exchanged for others.</summary>
    public sealed record IdentityToken(string Token) : RegistryCredential;
}
