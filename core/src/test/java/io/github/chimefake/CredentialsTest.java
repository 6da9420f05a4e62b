package io.github.chimefake;

import static io.github.chimefake.Requests.listChannels;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.call.Operation.LIST_CHANNELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.access.CallerCredentialsProvider;
import io.github.chimefake.call.ChimeCaller;
import io.github.chimefake.call.ChimeChannel;
import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.call.Provenance;
import io.github.chimefake.call.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

class CredentialsTest {
    private static final String EXPIRED = "The security token included in the request is expired";
    private static final String UNRECOGNIZED = "The security token included in the request is invalid.";

    private final ChimeMessagingServer chime = ChimeMessagingServer.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general = chime.channel("general").members(alice).create();
    private final ChimeCaller backend = chime.caller("assumed-role/chat-backend");

    @AfterEach
    void stop() {
        chime.close();
    }

    private void isAccepted(ChimeSdkMessagingClient client) {
        assertThat(client.sendChannelMessage(send(alice, general, "hello")).messageId())
                .isNotEmpty();
    }

    private void isAccepted(ChimeCaller caller) {
        isAccepted(chime.clientFor(caller));
    }

    private Refusal isRefused(ChimeSdkMessagingClient client, String errorCode, String message) {
        ChimeSdkMessagingException refusal = catchThrowableOfType(
                ChimeSdkMessagingException.class, () -> client.sendChannelMessage(send(alice, general, "hello")));
        assertThat(refusal).isExactlyInstanceOf(ChimeSdkMessagingException.class);
        assertThat(refusal.statusCode()).isEqualTo(403);
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(errorCode);
        assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(message);
        return chime.journal()
                .refusals()
                .get(chime.journal().refusals().size() - 1)
                .refusal()
                .orElseThrow();
    }

    private Refusal isExpired(ChimeSdkMessagingClient client) {
        return isRefused(client, "ExpiredTokenException", EXPIRED);
    }

    private Refusal isUnrecognized(ChimeSdkMessagingClient client) {
        return isRefused(client, "UnrecognizedClientException", UNRECOGNIZED);
    }

    private ChimeSdkMessagingClient clientWith(AwsCredentialsProvider provider) {
        return ChimeSdkMessagingClient.builder()
                .endpointOverride(chime.endpoint())
                .region(Region.of(chime.region()))
                .credentialsProvider(provider)
                .build();
    }

    private ChimeSdkMessagingClient clientWith(AwsCredentials credentials) {
        return clientWith(StaticCredentialsProvider.create(credentials));
    }

    // Callers in one line

    @Test
    void anAssumedRoleHasTemporaryCredentialsThatDoNotRunOutByThemselves() {
        assertThat(backend.credentials()).isInstanceOf(AwsSessionCredentials.class);
        assertThat(backend.accessKeyId()).startsWith("ASIA");
        chime.clock().advance(Duration.ofDays(400));

        isAccepted(backend);
    }

    @Test
    void aUserHasLongTermCredentials() {
        ChimeCaller build = chime.caller("user/build");

        assertThat(build.credentials()).isInstanceOf(AwsBasicCredentials.class);
        assertThat(build.accessKeyId()).startsWith("AKIA");
        isAccepted(build);
    }

    @Test
    void whatIsSaidOfACallerMakesAnotherValueOfTheSameCaller() {
        ChimeCaller said = backend.tag("tenant", "t1").tag("stage", "test").sourceIp("203.0.113.7");

        assertThat(backend.tags()).isEmpty();
        assertThat(said.tags()).containsEntry("tenant", "t1").containsEntry("stage", "test");
        assertThat(said.contextKeys()).containsEntry("aws:SourceIp", List.of("203.0.113.7"));
        assertThat(said.isSameAs(backend)).isTrue();
        assertThat(said.credentials()).isEqualTo(backend.credentials());
        isAccepted(said);
        assertThat(chime.journal().calls().get(0).caller()).contains(said);
    }

    @Test
    void aSessionHasTheNameThatItWasGiven() {
        ChimeCaller named = backend.sessionName("i-0abc");

        assertThat(named.principalArn()).isEqualTo("arn:aws:sts::111122223333:assumed-role/chat-backend/i-0abc");
        assertThat(named.userId()).isEqualTo(backend.uniqueId() + ":i-0abc");
        isAccepted(backend);
        assertThat(chime.journal().calls().get(0).caller()).contains(named);
    }

    @Test
    void rulesAboutACallerHoldWhateverIsSaidOfItLater() {
        chime.permissions().by(backend).deny();
        ChimeCaller later = backend.tag("tenant", "t1").expiresIn(Duration.ofMinutes(15));
        ChimeCaller rotated = chime.credentials().rotate(later);

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> chime.clientFor(rotated).sendChannelMessage(send(alice, general, "hello")));
    }

    @Test
    void policiesOfACallerHoldForItsNewKeys() {
        chime.permissions()
                .by(backend)
                .attach("none", "{\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}}");
        ChimeCaller rotated = chime.credentials().rotate(backend);

        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> chime.clientFor(rotated).sendChannelMessage(send(alice, general, "hello")))
                .returns("AccessDeniedException", e -> e.awsErrorDetails().errorCode());
    }

    // Running out

    @Test
    void theCredentialsOfTheReadyClientsRunOutAtOnce() {
        ChimeSdkMessagingClient client = chime.client();
        isAccepted(client);

        chime.credentials().expireNow();

        Refusal refusal = isExpired(client);
        isExpired(chime.clientWithoutRetries());
        assertThat(refusal.provenance()).isEqualTo(Provenance.OBSERVED);
        assertThat(refusal.explanation())
                .isEqualTo("The test let the credentials of " + chime.caller()
                        + " expire. Let the code under test take fresh ones, for example from"
                        + " chime.credentials().provider(caller).");
        isAccepted(backend);
    }

    @Test
    void theCredentialsOfOneCallerRunOutAtOnce() {
        chime.credentials().expireNow(backend);

        isExpired(chime.clientFor(backend));
        isAccepted(chime.client());
    }

    @Test
    void credentialsRunOutByTheClock() {
        ChimeCaller temporary = backend.expiresIn(Duration.ofMinutes(15));
        chime.clock().advance(Duration.ofMinutes(14));
        isAccepted(temporary);

        chime.clock().advance(Duration.ofMinutes(2));

        assertThat(isExpired(chime.clientFor(temporary)).explanation())
                .startsWith("The credentials of " + temporary + " ran out at "
                        + temporary.expiration().orElseThrow() + ", and by the fake's clock it is ");
        assertThat(chime.journal().refusals().get(0).caller()).contains(temporary);
    }

    @Test
    void credentialsAreGoodUntilTheInstantOfTheirExpiration() {
        chime.clock().freezeAt(Instant.parse("2030-01-01T00:00:00Z"));
        ChimeCaller temporary = backend.expiresIn(Duration.ofMinutes(15));
        assertThat(temporary.expiration()).contains(Instant.parse("2030-01-01T00:15:00Z"));

        chime.clock().advance(Duration.ofMinutes(15).minusMillis(1));
        isAccepted(temporary);
        chime.clock().advance(Duration.ofMillis(1));
        isExpired(chime.clientFor(temporary));
    }

    @Test
    void aUserWhoseCredentialsAreToRunOutGetsTemporaryOnes() {
        ChimeCaller build = chime.caller("user/build");
        ChimeCaller temporary = build.expiresIn(Duration.ofMinutes(15));

        assertThat(temporary.credentials()).isInstanceOf(AwsSessionCredentials.class);
        isAccepted(temporary);
    }

    @Test
    void longTermKeysThatAClientHasAlreadyRunOutWithTheTemporaryOnes() {
        ChimeSdkMessagingClient client = chime.client();
        ChimeCaller temporary = chime.caller().expiresIn(Duration.ofMinutes(15));
        isAccepted(client);

        chime.clock().advance(Duration.ofMinutes(16));

        isExpired(client);
        isExpired(chime.clientFor(temporary));
    }

    @Test
    void expiringACallerMeansAllKeysThatItHas() {
        ChimeSdkMessagingClient client = chime.client();
        ChimeCaller temporary = chime.caller().expiresIn(Duration.ofMinutes(15)).tag("tenant", "t1");
        isAccepted(client);
        assertThat(chime.journal().calls().get(0).caller().orElseThrow().tags()).containsEntry("tenant", "t1");

        chime.credentials().expireNow();

        isExpired(client);
        isExpired(chime.clientFor(temporary));
    }

    @Test
    void aCallerWhoseCredentialsExpiredGetsOthersThatAreGoodForAWhile() {
        chime.credentials().expireNow(backend);

        ChimeCaller again = backend.expiresIn(Duration.ofMinutes(15));

        isAccepted(again);
        isExpired(chime.clientFor(backend));
    }

    @Test
    void aCallWithoutASignatureIsAnsweredAsSuchEvenIfKeysMustBeRegistered() {
        chime.credentials().requireRegistered();

        isRefused(
                clientWith(AnonymousCredentialsProvider.create()),
                "MissingAuthenticationTokenException",
                "Missing Authentication Token");
    }

    @Test
    void aLifetimeIsMoreThanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.expiresIn(Duration.ZERO))
                .withMessageContaining("chime.credentials().expireNow(caller)");
    }

    @Test
    void signaturesStayOnTheTrueTimeWhateverTheClockSays() {
        chime.clock().freezeAt(Instant.parse("1999-12-31T23:59:59Z"));

        isAccepted(chime.client());
    }

    @Test
    void theClockTellsWhenMessagesAreSent() {
        Instant eve = Instant.parse("2029-12-31T23:59:59Z");
        chime.clock().freezeAt(eve);
        isAccepted(chime.client());

        assertThat(chime.client()
                        .listChannelMessages(Requests.listMessages(alice, general))
                        .channelMessages())
                .singleElement()
                .returns(eve, message -> message.createdTimestamp());
    }

    // Revoked, replaced, unknown

    @Test
    void revokedCredentialsAreNotRecognized() {
        chime.credentials().revoke(backend);

        assertThat(isUnrecognized(chime.clientFor(backend)).explanation())
                .startsWith("The test revoked the credentials of " + backend);
        isAccepted(chime.client());
    }

    @Test
    void theOldKeysOfARotatedCallerAreNotRecognized() {
        ChimeCaller rotated = chime.credentials().rotate(backend);

        isAccepted(rotated);
        assertThat(rotated.isSameAs(backend)).isTrue();
        assertThat(isUnrecognized(chime.clientFor(backend)).explanation())
                .startsWith("The caller has other keys by now: the access key of " + backend + " was replaced.");
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

        isUnrecognized(chime.clientFor(rotated));
    }

    @Test
    void anUnknownKeyIsAcceptedUntilRegistrationIsRequired() {
        ChimeSdkMessagingClient stranger = clientWith(AwsBasicCredentials.create("AKIDSTRANGER", "any"));
        isAccepted(stranger);

        chime.credentials().requireRegistered();
        assertThat(isUnrecognized(stranger).explanation())
                .startsWith("The access key AKIDSTRANGER is not registered with the fake");
        isAccepted(chime.client());
        isAccepted(backend);

        chime.credentials().acceptUnregistered();
        isAccepted(stranger);
    }

    @Test
    void anExpiredKeyWithAWrongSecretIsExpired() {
        chime.credentials().expireNow(backend);

        isExpired(clientWith(AwsSessionCredentials.create(
                backend.accessKeyId(), "wrong", backend.sessionToken().orElseThrow())));
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
        try (ChimeMessagingServer other = ChimeMessagingServer.start()) {
            ChimeCaller foreign = other.caller("user/one");
            ChimeCaller unheardOf = other.caller("user/two");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> chime.credentials().expireNow(unheardOf))
                    .withMessage(
                            "The caller " + unheardOf + " is not registered with this fake: another fake made it, or"
                                    + " a test that is over. Make a caller with chime.caller(…)");
            assertThat(foreign.isSameAs(unheardOf)).isFalse();
        }
    }

    // The provider

    @Test
    void aProviderServesTheSameKeysUntilTheyExpire() {
        CallerCredentialsProvider provider = chime.credentials().provider(backend);

        assertThat(provider.resolveCredentials()).isEqualTo(backend.credentials());
        assertThat(provider.resolveCredentials()).isEqualTo(backend.credentials());

        assertThat(provider.timesAsked()).isEqualTo(2);
        assertThat(provider.timesRefreshed()).isZero();
    }

    @Test
    void aProviderServesFreshKeysAfterAnExpiry() {
        CallerCredentialsProvider provider = chime.credentials().provider(backend);
        ChimeSdkMessagingClient keepsItsCredentials = clientWith(provider.resolveCredentials());
        chime.credentials().expireNow(backend);
        isExpired(keepsItsCredentials);

        ChimeSdkMessagingClient refreshed = clientWith(provider.resolveCredentials());

        isAccepted(refreshed);
        isExpired(keepsItsCredentials);
        assertThat(provider.timesAsked()).isEqualTo(2);
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
        ChimeSdkMessagingClient client = clientWith(provider);
        isAccepted(client);
        chime.credentials().expireNow(backend);

        isAccepted(client);

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

    // Resets

    @Test
    void aResetMakesTheCredentialsOfTheBaselineValidAgain() {
        chime.markBaseline();
        ChimeSdkMessagingClient client = chime.client();
        ChimeSdkMessagingClient ofBackend = chime.clientFor(backend);
        chime.markBaseline();
        chime.credentials().expireNow();
        chime.credentials().rotate(backend);
        chime.credentials().requireRegistered();

        chime.reset();

        isAccepted(client);
        isAccepted(ofBackend);
        isAccepted(clientWith(AwsBasicCredentials.create("AKIDSTRANGER", "any")));
    }

    @Test
    void aResetSetsTheClockBack() {
        chime.clock().freezeAt(Instant.parse("2030-01-01T00:00:00Z"));
        chime.markBaseline();
        chime.clock().advance(Duration.ofDays(1));
        chime.clock().resume();

        chime.reset();

        assertThat(chime.clock().instant()).isEqualTo(Instant.parse("2030-01-01T00:00:00Z"));
    }

    @Test
    void expiredCredentialsOfTheBaselineAreExpiredInEveryTest() {
        chime.credentials().expireNow(backend);
        chime.markBaseline();
        chime.reset();

        isExpired(chime.clientFor(backend));
    }

    @Test
    void whatIsSaidOfACallerInACopyStaysThere() {
        chime.markBaseline();
        try (ChimeMessagingServer copy = chime.startCopy()) {
            ChimeSdkMessagingClient client = copy.clientFor(backend);
            copy.credentials().expireNow(backend);

            assertThatExceptionOfType(ChimeSdkMessagingException.class)
                    .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")));
            isAccepted(backend);
        }
    }
}
