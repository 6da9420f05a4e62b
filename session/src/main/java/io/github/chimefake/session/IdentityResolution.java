package io.github.chimefake.session;

import java.util.concurrent.CompletionException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/** Asks a provider for credentials, and waits for them. */
final class IdentityResolution {
    private IdentityResolution() {}

    static AwsCredentialsIdentity resolve(IdentityProvider<? extends AwsCredentialsIdentity> provider) {
        try {
            return provider.resolveIdentity().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
