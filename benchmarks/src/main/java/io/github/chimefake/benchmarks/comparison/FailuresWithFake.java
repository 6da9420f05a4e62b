package io.github.chimefake.benchmarks.comparison;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.benchmarks.comparison.Errors.assertError;
import static io.github.chimefake.faults.FaultEffects.expiredCredentials;
import static io.github.chimefake.faults.FaultEffects.malformedBody;
import static io.github.chimefake.faults.FaultEffects.resetResponse;
import static io.github.chimefake.faults.FaultEffects.slowBody;
import static io.github.chimefake.faults.FaultEffects.throttledWithRetryAfter;
import static io.github.chimefake.faults.FaultEffects.truncatedBody;
import static io.github.chimefake.faults.ResponseBody.html;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

@ChimeMessagingFake
class FailuresWithFake {
    private final ChimeMessagingServer chime;
    private final ChimeUser alice;
    private final ChimeUser bob;
    private final ChimeChannel general;
    private final ChimeChannel random;
    private final Chat chat;

    FailuresWithFake(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        this.chime = chime;
        this.alice = chime.user("alice");
        this.bob = chime.user("bob");
        this.general =
                chime.channel("general").members(alice, bob).moderators(alice).create();
        this.random = chime.channel("random").members(alice).moderators(alice).create();
        this.chat = new Chat(client);
    }

    @Test
    void missingPermission() {
        chime.permissions().by(chime.caller()).attach("read-only", """
                {"Statement": {"Effect": "Allow", "Action": "chime:ListChannelMessages", "Resource": "*"}}""");
        assertError(403, "AccessDeniedException", () -> send());
        assertThat(history()).isEmpty();
    }

    @Test
    void deniedForOneUserInOneChannel() {
        chime.permissions()
                .on(SEND_CHANNEL_MESSAGE)
                .by(alice)
                .inChannel(general)
                .deny();
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> send());
        chat.send(alice.arn(), random.arn());
        chat.send(bob.arn(), general.arn());
    }

    @Test
    void unknownBearer() {
        String carol = chime.appInstance().unregistered("carol").arn();
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> chat.send(carol, general.arn()));
    }

    @Test
    void roleForbids() {
        String message = send();
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> chat.delete(bob.arn(), general.arn(), message));
    }

    @Test
    void expiredToken() {
        chime.credentials().expireNow();
        assertError(403, "ExpiredTokenException", () -> send());
    }

    @Test
    void throttledOnceThenRetried() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).attempts(1).inject(throttledWithRetryAfter(Duration.ofSeconds(1)));
        send();
        assertThat(chime.journal().calls(SEND_CHANNEL_MESSAGE).get(0).attempts())
                .hasSize(2);
    }

    @Test
    void thirdCallFails() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).nthCall(3).fail(UNAUTHORIZED_CLIENT);
        send();
        send();
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> send());
        send();
    }

    @Test
    void responseLostAndRetried() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).attempts(1).loseResponse();
        send();
        assertThat(history()).containsExactly("hello");
    }

    @Test
    void requestLost() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).loseRequest();
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> send());
        assertThat(history()).isEmpty();
    }

    @Test
    void connectionReset() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).inject(resetResponse());
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> send());
        assertThat(history()).containsExactly("hello");
    }

    @Test
    void truncatedResponse() {
        chime.faults().on(LIST_CHANNEL_MESSAGES).inject(truncatedBody());
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> history());
    }

    @Test
    void malformedResponse() {
        chime.faults().on(LIST_CHANNEL_MESSAGES).inject(malformedBody());
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> history());
    }

    @Test
    void pageOfProxy() {
        chime.faults().on(DESCRIBE_CHANNEL).respond(502, html("<h1>Bad gateway</h1>"));
        assertError(502, null, () -> name());
    }

    @Test
    void slowResponse() {
        chime.faults().on(LIST_CHANNEL_MESSAGES).inject(slowBody(Duration.ofSeconds(1)));
        assertThatExceptionOfType(ApiCallTimeoutException.class)
                .isThrownBy(() -> impatient().history(alice.arn(), general.arn()));
    }

    @Test
    void responseAfterTimeout() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).delay(Duration.ofSeconds(1));
        assertThatExceptionOfType(ApiCallTimeoutException.class)
                .isThrownBy(() -> impatient().send(alice.arn(), general.arn()));
    }

    @Test
    void oneMemberOfBatchFails() {
        chime.faults().on(BATCH_CREATE_CHANNEL_MEMBERSHIP).forMember(bob).fail(THROTTLED_CLIENT);
        String carol = chime.user("carol").arn();
        assertThat(chat.add(alice.arn(), random.arn(), bob.arn(), carol))
                .isEqualTo(new Chat.Added(List.of(carol), List.of(bob.arn())));
    }

    @Test
    void deniedAfterAnotherCall() {
        chime.faults().on(DESCRIBE_CHANNEL).after(SEND_CHANNEL_MESSAGE).fail(FORBIDDEN);
        name();
        send();
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> name());
    }

    @Test
    void everyThirdCallFails() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).everyNthCall(3).fail(UNAUTHORIZED_CLIENT);
        for (int round = 1; round <= 2; round++) {
            send();
            send();
            assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> send());
        }
    }

    @Test
    void eachAttemptFailsDifferently() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).failEachAttempt(THROTTLED_CLIENT, SERVICE_UNAVAILABLE);
        send();
        assertThat(chime.journal().calls(SEND_CHANNEL_MESSAGE).get(0).attempts())
                .hasSize(3);
    }

    @Test
    void credentialsExpireFromThirdCallOn() {
        chime.faults().by(chime.caller()).nthCall(3).inject(expiredCredentials());
        send();
        send();
        assertError(403, "ExpiredTokenException", () -> send());
        assertError(403, "ExpiredTokenException", () -> history());
    }

    private String send() {
        return chat.send(alice.arn(), general.arn());
    }

    private List<String> history() {
        return chat.history(alice.arn(), general.arn());
    }

    private String name() {
        return chat.name(alice.arn(), general.arn());
    }

    private Chat impatient() {
        return new Chat(chime.clients()
                .configure(ChimeSdkMessagingClient.builder()
                        .overrideConfiguration(settings -> settings.apiCallTimeout(Duration.ofMillis(200))))
                .build());
    }
}
