package io.github.chimefake;

import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Requests.listChannels;
import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** Callers in one line, their keys, and keys that are revoked, replaced or unknown. */
class CredentialsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final CredentialsFixture fixture = new CredentialsFixture(chime);
    private final ChimeUser alice = fixture.alice;
    private final ChimeChannel general = fixture.general;
    private final ChimeCaller backend = fixture.backend;

    // Callers in one line

    @Test
    void anAssumedRoleHasTemporaryCredentialsThatDoNotRunOutByThemselves() {
        assertThat(backend.credentials()).isInstanceOf(AwsSessionCredentials.class);
        assertThat(backend.accessKeyId()).startsWith("ASIA");
        chime.clock().advance(Duration.ofDays(400));

        fixture.isAccepted(backend);
    }

    @Test
    void aUserHasLongTermCredentials() {
        ChimeCaller build = chime.caller("user/build");

        assertThat(build.credentials()).isInstanceOf(AwsBasicCredentials.class);
        assertThat(build.accessKeyId()).startsWith("AKIA");
        fixture.isAccepted(build);
    }

    @Test
    void whatIsSaidOfACallerMakesAnotherValueOfTheSameCaller() {
        ChimeCaller said = backend.tag("tenant", "t1").tag("stage", "test").sourceIp("203.0.113.7");

        assertThat(backend.tags()).isEmpty();
        assertThat(said.tags()).containsEntry("tenant", "t1").containsEntry("stage", "test");
        assertThat(said.contextKeys()).containsEntry("aws:SourceIp", List.of("203.0.113.7"));
        assertThat(said.isSameAs(backend)).isTrue();
        assertThat(said.credentials()).isEqualTo(backend.credentials());
        fixture.isAccepted(said);
        assertThat(chime.journal().calls().get(0).caller()).contains(said);
    }

    @Test
    void aSessionHasTheNameThatItWasGiven() {
        ChimeCaller named = backend.sessionName("i-0abc");

        assertThat(named.principalArn()).isEqualTo("arn:aws:sts::111122223333:assumed-role/chat-backend/i-0abc");
        assertThat(Caller.of(named).userId()).isEqualTo(backend.uniqueId() + ":i-0abc");
        fixture.isAccepted(backend);
        assertThat(chime.journal().calls().get(0).caller()).contains(named);
    }

    @Test
    void rulesAboutACallerHoldWhateverIsSaidOfItLater() {
        chime.permissions().by(backend).deny();
        ChimeCaller later = backend.tag("tenant", "t1").expiresIn(Duration.ofMinutes(15));
        ChimeCaller rotated = chime.credentials().rotate(later);

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() ->
                        chime.clients().signedBy(rotated).client().sendChannelMessage(send(alice, general, "hello")));
    }

    @Test
    void policiesOfACallerHoldForItsNewKeys() {
        chime.permissions()
                .by(backend)
                .attach("none", "{\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}}");
        ChimeCaller rotated = chime.credentials().rotate(backend);

        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() ->
                        chime.clients().signedBy(rotated).client().sendChannelMessage(send(alice, general, "hello")))
                .returns("AccessDeniedException", e -> e.awsErrorDetails().errorCode());
    }

    // Revoked, replaced, unknown

    @Test
    void aCallWithoutASignatureIsAnsweredAsSuchEvenIfKeysMustBeRegistered() {
        chime.credentials().knownKeysOnly(true);

        fixture.isRefused(
                fixture.clientWith(AnonymousCredentialsProvider.create()),
                "MissingAuthenticationTokenException",
                "Missing Authentication Token");
    }

    @Test
    void revokedCredentialsAreNotRecognized() {
        chime.credentials().revoke(backend);

        assertThat(fixture.isUnrecognized(chime.clients().signedBy(backend).client())
                        .explanation())
                .startsWith("The test revoked the credentials of " + backend);
        fixture.isAccepted(chime.client());
    }

    @Test
    void theOldKeysOfARotatedCallerAreNotRecognized() {
        ChimeCaller rotated = chime.credentials().rotate(backend);

        fixture.isAccepted(rotated);
        assertThat(rotated.isSameAs(backend)).isTrue();
        assertThat(fixture.isUnrecognized(chime.clients().signedBy(backend).client())
                        .explanation())
                .startsWith("The access key of " + backend + " was replaced by a new one.");
    }

    @Test
    void aRotatedCallerKeepsItsTagsAndItsLifetime() {
        chime.clock().freezeAt(Instant.parse("2030-01-01T00:00:00Z"));
        backend.tag("tenant", "t1").expiresIn(Duration.ofMinutes(15));
        chime.clock().advance(Duration.ofMinutes(10));

        ChimeCaller rotated = chime.credentials().rotate(backend);

        assertThat(rotated.tags()).containsEntry("tenant", "t1");
        assertThat(rotated.expiration()).contains(Instant.parse("2030-01-01T00:25:00Z"));
    }

    @Test
    void revokingARotatedCallerMeansTheKeysThatItHasNow() {
        ChimeCaller rotated = chime.credentials().rotate(backend);

        chime.credentials().revoke(backend);

        fixture.isUnrecognized(chime.clients().signedBy(rotated).client());
    }

    @Test
    void anUnknownKeyIsAcceptedUntilRegistrationIsRequired() {
        ChimeSdkMessagingClient stranger = fixture.clientWith(AwsBasicCredentials.create("AKIDSTRANGER", "any"));
        fixture.isAccepted(stranger);

        chime.credentials().knownKeysOnly(true);
        assertThat(fixture.isUnrecognized(stranger).explanation())
                .startsWith("The access key AKIDSTRANGER is not registered with the fake");
        fixture.isAccepted(chime.client());
        fixture.isAccepted(backend);

        chime.credentials().knownKeysOnly(false);
        fixture.isAccepted(stranger);
    }

    @Test
    void credentialsAreCheckedBeforePermissions() {
        chime.permissions().deny(LIST_CHANNELS);
        chime.credentials().expireNow();

        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> chime.client()
                        .listChannels(listChannels(alice, chime.appInstance().arn())))
                .returns(
                        ChimeError.EXPIRED_TOKEN.errorType(),
                        e -> e.awsErrorDetails().errorCode());
    }

    @Test
    void aCallerOfAnotherFakeIsNotKnown() {
        ChimeMessagingServer other = fakes.start();
        ChimeCaller foreign = other.caller("user/one");
        ChimeCaller unheardOf = other.caller("user/two");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.credentials().expireNow(unheardOf))
                .withMessage("The caller " + unheardOf + " is not registered with this fake: it was created by"
                        + " another fake, or before the last reset. Create a caller with chime.caller(…)");
        assertThat(foreign.isSameAs(unheardOf)).isFalse();
    }

    @Test
    void aCallerOfAnotherFakeIsNotTakenForTheOneWithTheSameNumber() {
        ChimeCaller own = chime.caller("user/own");
        ChimeMessagingServer other = fakes.start();
        ChimeCaller foreign = Stream.generate(() -> other.caller("user/foreign"))
                .limit(100)
                .filter(caller -> caller.uniqueId().equals(own.uniqueId()))
                .findFirst()
                .orElseThrow();

        assertThat(foreign.isSameAs(own)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.credentials().rotate(foreign))
                .withMessageStartingWith("The caller " + foreign + " is not registered with this fake");
    }

    // Resets

    @Test
    void aResetMakesTheCredentialsOfTheBaselineValidAgain() {
        chime.snapshots().markBaseline();
        ChimeSdkMessagingClient client = chime.client();
        ChimeSdkMessagingClient ofBackend = chime.clients().signedBy(backend).client();
        chime.snapshots().markBaseline();
        chime.credentials().expireNow();
        chime.credentials().rotate(backend);
        chime.credentials().knownKeysOnly(true);

        chime.reset();

        fixture.isAccepted(client);
        fixture.isAccepted(ofBackend);
        fixture.isAccepted(fixture.clientWith(AwsBasicCredentials.create("AKIDSTRANGER", "any")));
    }

    @Test
    void whatIsSaidOfACallerInACopyStaysThere() {
        chime.snapshots().markBaseline();
        ChimeMessagingServer copy = fakes.startCopy(chime);
        ChimeSdkMessagingClient client = copy.clients().signedBy(backend).client();
        copy.credentials().expireNow(backend);

        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")));
        fixture.isAccepted(backend);
    }
}
