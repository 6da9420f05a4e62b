package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.junit.jupiter.Chat.channels;
import static io.github.chimefake.junit.jupiter.Chat.hello;
import static io.github.chimefake.junit.jupiter.Chat.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.faults.FaultEffect;
import io.github.chimefake.faults.FaultResponse;
import io.github.chimefake.faults.FaultedCall;
import io.github.chimefake.journal.RecordedCall.RecordedAttempt;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipError;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** What annotations say about when a rule or a fault applies, and about its effect. */
class DeclaredFaultsTest {
    @Test
    void rulesAndFaultsApplyToTheCallsThatAnAnnotationCounts() {
        Run.of(TimesCase.class).succeeded(6);
    }

    @ChimeMessagingFake
    static class TimesCase extends DeclaredRulesTest.Chatting {
        private List<Optional<Integer>> fourMessages() {
            return IntStream.range(0, 4)
                    .mapToObj(number -> send(client, alice, general))
                    .toList();
        }

        @Test
        @DenyCalls(on = SEND_CHANNEL_MESSAGE, nthCall = 2)
        void deniesTheSecondCall() {
            assertThat(fourMessages())
                    .containsExactly(Optional.empty(), Optional.of(401), Optional.empty(), Optional.empty());
        }

        @Test
        @DenyCalls(
                on = {LIST_CHANNELS, SEND_CHANNEL_MESSAGE},
                calls = 2)
        void deniesTwoCallsOfBothOperations() {
            assertThatExceptionOfType(UnauthorizedClientException.class)
                    .isThrownBy(() -> client.listChannels(channels(alice)));
            assertThat(fourMessages())
                    .containsExactly(Optional.of(401), Optional.empty(), Optional.empty(), Optional.empty());
        }

        @Test
        @DenyCalls(on = SEND_CHANNEL_MESSAGE, everyNthCall = 2, error = FORBIDDEN)
        void deniesEverySecondCall() {
            assertThat(fourMessages())
                    .containsExactly(Optional.empty(), Optional.of(403), Optional.empty(), Optional.of(403));
        }

        @Test
        @FailCalls(on = SEND_CHANNEL_MESSAGE, fromCall = 3, error = FORBIDDEN)
        void failsFromTheThirdCallOn() {
            assertThat(fourMessages())
                    .containsExactly(Optional.empty(), Optional.empty(), Optional.of(403), Optional.of(403));
        }

        @Test
        @FailCalls(on = SEND_CHANNEL_MESSAGE, everyNthCall = 3, error = FORBIDDEN)
        void failsEveryThirdCall() {
            assertThat(fourMessages())
                    .containsExactly(Optional.empty(), Optional.empty(), Optional.of(403), Optional.empty());
        }

        @Test
        @FailCalls(on = SEND_CHANNEL_MESSAGE, calls = 1, attempts = 2, error = THROTTLED_CLIENT)
        void failsTheFirstAttemptsOfACall(ChimeMessagingServer chime) {
            assertThat(send(client, alice, general)).isEmpty();
            assertThat(chime.journal().calls().get(0).attempts())
                    .extracting(RecordedAttempt::status)
                    .containsExactly(429, 429, 201);
        }
    }

    @Test
    void errorsHaveTheMessageOfTheAnnotation() {
        Run.of(MessageCase.class).succeeded(2);
    }

    @ChimeMessagingFake
    static class MessageCase extends DeclaredRulesTest.Chatting {
        @Test
        @DenyCalls(on = SEND_CHANNEL_MESSAGE, message = "ask Bob")
        void ofADenial() {
            assertThatThrownBy(() -> client.sendChannelMessage(hello(alice, general)))
                    .isInstanceOf(UnauthorizedClientException.class)
                    .hasMessageStartingWith("ask Bob");
        }

        @Test
        @FailCalls(on = SEND_CHANNEL_MESSAGE, error = FORBIDDEN, message = "not on a Sunday")
        void ofAFault() {
            assertThatThrownBy(() -> client.sendChannelMessage(hello(alice, general)))
                    .hasMessageStartingWith("not on a Sunday");
        }
    }

    @Test
    void oneMemberOfABatchFails() {
        Run.of(MemberCase.class).succeeded(1);
    }

    @ChimeMessagingFake(users = {"alice", "bob", "carol"})
    static class MemberCase {
        @Test
        @FailCalls(on = BATCH_CREATE_CHANNEL_MEMBERSHIP, member = "bob", error = THROTTLED_CLIENT, message = "later")
        void bob(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            ChimeUser alice = chime.user("alice");
            ChimeChannel general =
                    chime.channel("general").moderators(alice).members(alice).create();

            assertThat(client.batchCreateChannelMembership(request -> request.channelArn(general.arn())
                                    .chimeBearer(alice.arn())
                                    .memberArns(
                                            chime.user("bob").arn(),
                                            chime.user("carol").arn()))
                            .errors())
                    .extracting(BatchCreateChannelMembershipError::errorMessage)
                    .containsExactly("later");
        }
    }

    @Test
    void effectsAreInjectedByNameByClassAndAsADelay() {
        Run.of(EffectCase.class).succeeded(5);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @InjectFault(on = SEND_CHANNEL_MESSAGE, calls = 1, attempts = 1, effect = NamedEffect.LOST_RESPONSE)
    @interface ResponseIsLostOnce {}

    /** Denies what the fake would allow. */
    static final class Denying implements FaultEffect {
        @Override
        public FaultResponse applyTo(FaultedCall call) {
            return FaultResponse.error(UNAUTHORIZED_CLIENT);
        }
    }

    @ChimeMessagingFake
    static class EffectCase extends DeclaredRulesTest.Chatting {
        @Test
        @InjectFault(on = SEND_CHANNEL_MESSAGE, nthCall = 2, by = "bob", effectClass = Denying.class)
        void byClass() {
            assertThat(send(client, bob, general)).isEmpty();
            assertThat(send(client, alice, general)).isEmpty();
            assertThat(send(client, bob, general)).contains(401);
        }

        @Test
        @ResponseIsLostOnce
        void byAnAnnotationOfTheTeam(ChimeMessagingServer chime) {
            assertThat(send(client, alice, general)).isEmpty();
            assertThat(chime.journal().calls().get(0).attempts()).hasSize(2);
        }

        @Test
        @InjectFault(on = SEND_CHANNEL_MESSAGE, delayMillis = 1, attempts = 1, effect = NamedEffect.TRUNCATED_BODY)
        void aDelayAndAnEffect(ChimeMessagingServer chime) {
            assertThat(send(client, alice, general)).isEmpty();
            assertThat(chime.journal().calls().get(0).attempts())
                    .extracting(RecordedAttempt::delay)
                    .containsExactly(Duration.ofMillis(1), Duration.ZERO);
        }

        @Test
        @FailCalls(on = SEND_CHANNEL_MESSAGE, error = FORBIDDEN)
        @InjectFault(on = SEND_CHANNEL_MESSAGE, delayMillis = 1)
        void aDelayBeforeAnError(ChimeMessagingServer chime) {
            assertThat(send(client, alice, general)).contains(403);
            assertThat(chime.journal().calls().get(0).attempts())
                    .extracting(RecordedAttempt::delay)
                    .containsExactly(Duration.ofMillis(1));
        }

        @Test
        @InjectFault(
                on = SEND_CHANNEL_MESSAGE,
                inChannel = "club",
                effect = NamedEffect.LOST_REQUEST,
                mayBeMissing = true)
        void inAnotherChannel() {
            assertThat(send(client, alice, general)).isEmpty();
        }
    }

    @Test
    void anEffectByClassIsCreatedOnceForEachRegistration() {
        Run run = Run.of(CountingCase.class).succeeded(2);

        assertThat(run.standardError().lines().filter(line -> line.equals(Counting.CREATED)))
                .hasSize(2);
    }

    /** Prints when it is created, so that no static state is needed. */
    static final class Counting implements FaultEffect {
        private static final String CREATED = "CREATED: Counting";

        Counting() {
            System.err.println(CREATED);
        }

        @Override
        public FaultResponse applyTo(FaultedCall call) {
            return call.proceed();
        }
    }

    @ChimeMessagingFake(users = "alice", unusedSetup = UnusedSetupMode.IGNORE)
    static class CountingCase {
        @Test
        @InjectFault(on = LIST_CHANNELS, effectClass = Counting.class)
        void first() {}

        @Test
        @InjectFault(on = LIST_CHANNELS, effectClass = Counting.class)
        void second() {}
    }

    @Test
    void everyNameStandsForItsEffect() {
        Run.of(NamesCase.class).succeeded(3);
    }

    @ChimeMessagingFake
    static class NamesCase extends DeclaredRulesTest.Chatting {
        private static String outcome(ChimeSdkMessagingClient once, ChimeUser sender, ChimeChannel channel) {
            try {
                return String.valueOf(
                        once.sendChannelMessage(hello(sender, channel)).messageId());
            } catch (ChimeSdkMessagingException error) {
                return error.awsErrorDetails().errorCode();
            } catch (SdkClientException failure) {
                return failure.getClass().getSimpleName();
            }
        }

        @Test
        @InjectFault(on = SEND_CHANNEL_MESSAGE, nthCall = 1, effect = NamedEffect.LOST_REQUEST)
        @InjectFault(on = SEND_CHANNEL_MESSAGE, nthCall = 2, effect = NamedEffect.LOST_RESPONSE)
        @InjectFault(on = SEND_CHANNEL_MESSAGE, nthCall = 3, effect = NamedEffect.RESET_RESPONSE)
        @InjectFault(on = SEND_CHANNEL_MESSAGE, nthCall = 4, effect = NamedEffect.RESPONSE_CLOSED_HALF_WAY)
        @InjectFault(on = SEND_CHANNEL_MESSAGE, nthCall = 5, effect = NamedEffect.TRUNCATED_BODY)
        @InjectFault(on = SEND_CHANNEL_MESSAGE, nthCall = 6, effect = NamedEffect.MALFORMED_BODY)
        @InjectFault(on = SEND_CHANNEL_MESSAGE, nthCall = 7, effect = NamedEffect.EMPTY_BODY)
        void ofConnectionsAndBodies(ChimeMessagingServer chime) {
            ChimeSdkMessagingClient once = chime.clients().withoutRetries().client();

            for (int call = 1; call <= 6; call++) {
                assertThat(outcome(once, alice, general)).as("call %s", call).isEqualTo("SdkClientException");
            }
            assertThat(outcome(once, alice, general)).isEqualTo("null");
            assertThat(chime.journal().toString())
                    .contains(
                            "connection reset before the request reached the service",
                            "connection closed instead of the response 201",
                            "connection reset instead of the response 201",
                            "201, connection closed after half of the body",
                            "201, body truncated",
                            "201, body malformed",
                            "201, body empty");
        }

        @Test
        @InjectFault(on = SEND_CHANNEL_MESSAGE, nthCall = 2, effect = NamedEffect.EXPIRED_CREDENTIALS)
        void ofCredentialsThatExpire(ChimeMessagingServer chime) {
            assertThat(send(client, alice, general)).isEmpty();
            assertThat(outcome(client, alice, general)).isEqualTo("ExpiredTokenException");
        }

        @Test
        @InjectFault(on = SEND_CHANNEL_MESSAGE, nthCall = 2, effect = NamedEffect.ROTATED_CREDENTIALS)
        void ofCredentialsThatAreRotated(ChimeMessagingServer chime) {
            assertThat(send(client, alice, general)).isEmpty();
            assertThat(outcome(client, alice, general)).isEqualTo("UnrecognizedClientException");
        }
    }
}
