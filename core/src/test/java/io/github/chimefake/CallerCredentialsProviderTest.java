package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.credentials.CallerCredentialsProvider;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Keys for code under test that takes fresh ones. */
class CallerCredentialsProviderTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final CredentialsFixture fixture = new CredentialsFixture(chime);
    private final ChimeCaller backend = fixture.backend;

    @Test
    void aProviderServesTheSameKeysUntilTheyExpire() {
        CallerCredentialsProvider provider = chime.credentials().provider(backend);

        assertThat(provider.resolveCredentials()).isEqualTo(backend.credentials());
        assertThat(provider.resolveCredentials()).isEqualTo(backend.credentials());

        assertThat(provider.timesRequested()).isEqualTo(2);
        assertThat(provider.timesRefreshed()).isZero();
    }

    @Test
    void aProviderServesFreshKeysAfterAnExpiry() {
        CallerCredentialsProvider provider = chime.credentials().provider(backend);
        ChimeSdkMessagingClient keepsItsCredentials = fixture.clientWith(provider.resolveCredentials());
        chime.credentials().expireNow(backend);
        fixture.isExpired(keepsItsCredentials);

        ChimeSdkMessagingClient refreshed = fixture.clientWith(provider.resolveCredentials());

        fixture.isAccepted(refreshed);
        fixture.isExpired(keepsItsCredentials);
        assertThat(provider.timesRequested()).isEqualTo(2);
        assertThat(provider.timesRefreshed()).isOne();
    }

    @Test
    void aProviderServesFreshKeysOnceTheClockHasPassedTheirExpiration() {
        CallerCredentialsProvider provider = chime.credentials().provider(backend.expiresIn(Duration.ofMinutes(15)));
        AwsCredentials first = provider.resolveCredentials();
        chime.clock().advance(Duration.ofMinutes(16));

        AwsCredentials second = provider.resolveCredentials();
        chime.clock().advance(Duration.ofMinutes(14));

        assertThat(second).isNotEqualTo(first).isEqualTo(provider.resolveCredentials());
        assertThat(provider.timesRefreshed()).isOne();
    }

    @Test
    void aClientWithTheProviderGoesOnAfterAnExpiry() {
        CallerCredentialsProvider provider = chime.credentials().provider(backend);
        ChimeSdkMessagingClient client = fixture.clientWith(provider);
        fixture.isAccepted(client);
        chime.credentials().expireNow(backend);

        fixture.isAccepted(client);

        assertThat(provider)
                .hasToString("credentials of " + backend.principalArn() + ", asked for 2 times, refreshed 1 times");
    }

    @Test
    void aProviderServesTheKeysOfARotatedCaller() {
        CallerCredentialsProvider provider = chime.credentials().provider(backend);
        ChimeCaller rotated = chime.credentials().rotate(backend);

        assertThat(provider.resolveCredentials()).isEqualTo(rotated.credentials());
        assertThat(provider.timesRefreshed()).isZero();
    }
}
