package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Credentials that run out, at once or by the clock. */
class CredentialsExpirationTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final CredentialsFixture fixture = new CredentialsFixture(chime);
    private final ChimeUser alice = fixture.alice;
    private final ChimeChannel general = fixture.general;
    private final ChimeCaller backend = fixture.backend;

    @Test
    void theCredentialsOfTheReadyClientsRunOutAtOnce() {
        ChimeSdkMessagingClient client = chime.client();
        fixture.isAccepted(client);

        chime.credentials().expireNow();

        ErrorResponse serviceError = fixture.isExpired(client);
        fixture.isExpired(chime.clients().withoutRetries().client());
        assertThat(serviceError.provenance()).isEqualTo(Provenance.OBSERVED);
        assertThat(serviceError.explanation())
                .isEqualTo("The test expired the credentials of " + chime.caller()
                        + ". The code under test must request new ones, for example from"
                        + " chime.credentials().provider(caller).");
        fixture.isAccepted(backend);
    }

    @Test
    void theCredentialsOfOneCallerRunOutAtOnce() {
        chime.credentials().expireNow(backend);

        fixture.isExpired(chime.clients().signedBy(backend).client());
        fixture.isAccepted(chime.client());
    }

    @Test
    void credentialsRunOutByTheClock() {
        ChimeCaller temporary = backend.expiresIn(Duration.ofMinutes(15));
        chime.clock().advance(Duration.ofMinutes(14));
        fixture.isAccepted(temporary);

        chime.clock().advance(Duration.ofMinutes(2));

        assertThat(fixture.isExpired(chime.clients().signedBy(temporary).client())
                        .explanation())
                .startsWith("The credentials of " + temporary + " expired at "
                        + temporary.expiration().orElseThrow() + ", and by the fake's clock it is ");
        assertThat(chime.journal().failures().get(0).caller()).contains(temporary);
    }

    @Test
    void credentialsAreGoodUntilTheInstantOfTheirExpiration() {
        chime.clock().freezeAt(Instant.parse("2030-01-01T00:00:00Z"));
        ChimeCaller temporary = backend.expiresIn(Duration.ofMinutes(15));
        assertThat(temporary.expiration()).contains(Instant.parse("2030-01-01T00:15:00Z"));

        chime.clock().advance(Duration.ofMinutes(15).minusMillis(1));
        fixture.isAccepted(temporary);
        chime.clock().advance(Duration.ofMillis(1));
        fixture.isExpired(chime.clients().signedBy(temporary).client());
    }

    @Test
    void aUserWhoseCredentialsAreToRunOutGetsTemporaryOnes() {
        ChimeCaller build = chime.caller("user/build");
        ChimeCaller temporary = build.expiresIn(Duration.ofMinutes(15));

        assertThat(temporary.credentials()).isInstanceOf(AwsSessionCredentials.class);
        fixture.isAccepted(temporary);
    }

    @Test
    void longTermKeysThatAClientHasAlreadyRunOutWithTheTemporaryOnes() {
        ChimeSdkMessagingClient client = chime.client();
        ChimeCaller temporary = chime.caller().expiresIn(Duration.ofMinutes(15));
        fixture.isAccepted(client);

        chime.clock().advance(Duration.ofMinutes(16));

        fixture.isExpired(client);
        fixture.isExpired(chime.clients().signedBy(temporary).client());
    }

    @Test
    void expiringACallerMeansAllKeysThatItHas() {
        ChimeSdkMessagingClient client = chime.client();
        ChimeCaller temporary = chime.caller().expiresIn(Duration.ofMinutes(15)).tag("tenant", "t1");
        fixture.isAccepted(client);
        assertThat(chime.journal().calls().get(0).caller().orElseThrow().tags()).containsEntry("tenant", "t1");

        chime.credentials().expireNow();

        fixture.isExpired(client);
        fixture.isExpired(chime.clients().signedBy(temporary).client());
    }

    @Test
    void aCallerWhoseCredentialsExpiredGetsOthersThatAreGoodForAWhile() {
        chime.credentials().expireNow(backend);

        ChimeCaller again = backend.expiresIn(Duration.ofMinutes(15));

        fixture.isAccepted(again);
        fixture.isExpired(chime.clients().signedBy(backend).client());
    }

    @Test
    void aLifetimeMustBePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.expiresIn(Duration.ZERO))
                .withMessageContaining("chime.credentials().expireNow(caller)");
    }

    @Test
    void signaturesStayOnTheTrueTimeWhateverTheClockSays() {
        chime.clock().freezeAt(Instant.parse("1999-12-31T23:59:59Z"));

        fixture.isAccepted(chime.client());
    }

    @Test
    void theClockTellsWhenMessagesAreSent() {
        Instant eve = Instant.parse("2029-12-31T23:59:59Z");
        chime.clock().freezeAt(eve);
        fixture.isAccepted(chime.client());

        assertThat(chime.client()
                        .listChannelMessages(Requests.listMessages(alice, general))
                        .channelMessages())
                .singleElement()
                .returns(eve, message -> message.createdTimestamp());
    }

    @Test
    void anExpiredKeyWithAWrongSecretIsExpired() {
        chime.credentials().expireNow(backend);

        fixture.isExpired(fixture.clientWith(AwsSessionCredentials.create(
                backend.accessKeyId(), "wrong", ((AwsSessionCredentials) backend.credentials()).sessionToken())));
    }

    @Test
    void aResetSetsTheClockBack() {
        chime.clock().freezeAt(Instant.parse("2030-01-01T00:00:00Z"));
        chime.snapshots().markBaseline();
        chime.clock().advance(Duration.ofDays(1));
        chime.clock().resume();

        chime.reset();

        assertThat(chime.clock().instant()).isEqualTo(Instant.parse("2030-01-01T00:00:00Z"));
    }

    @Test
    void expiredCredentialsOfTheBaselineAreExpiredInEveryTest() {
        chime.credentials().expireNow(backend);
        chime.snapshots().markBaseline();
        chime.reset();

        fixture.isExpired(chime.clients().signedBy(backend).client());
    }
}
