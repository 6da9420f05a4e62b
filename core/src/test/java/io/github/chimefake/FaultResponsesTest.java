package io.github.chimefake;

import static io.github.chimefake.ChimeError.CONFLICT;
import static io.github.chimefake.ChimeError.EXPIRED_TOKEN;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.SERVICE_FAILURE;
import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.ChimeError.UNRECOGNIZED_CLIENT;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.ProcessedChannel.await;
import static io.github.chimefake.Requests.contents;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.faults.FaultEffects.contentType;
import static io.github.chimefake.faults.FaultEffects.delay;
import static io.github.chimefake.faults.FaultEffects.emptyBody;
import static io.github.chimefake.faults.FaultEffects.error;
import static io.github.chimefake.faults.FaultEffects.expiredCredentials;
import static io.github.chimefake.faults.FaultEffects.lostResponse;
import static io.github.chimefake.faults.FaultEffects.malformedBody;
import static io.github.chimefake.faults.FaultEffects.passes;
import static io.github.chimefake.faults.FaultEffects.resetResponse;
import static io.github.chimefake.faults.FaultEffects.responseClosedHalfWay;
import static io.github.chimefake.faults.FaultEffects.rotatedCredentials;
import static io.github.chimefake.faults.FaultEffects.slowBody;
import static io.github.chimefake.faults.FaultEffects.throttledWithAmzRetryAfter;
import static io.github.chimefake.faults.FaultEffects.throttledWithRetryAfter;
import static io.github.chimefake.faults.FaultEffects.truncatedBody;
import static io.github.chimefake.faults.ResponseBody.html;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.faults.FaultEffect;
import io.github.chimefake.faults.FaultResponse;
import io.github.chimefake.faults.FaultedCall;
import io.github.chimefake.faults.ResponseBody;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ConflictException;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ThrottledClientException;

/** What a client gets if a fault changes the response, or responds in place of the service. */
class FaultResponsesTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general = chime.channel("general").members(alice).create();
    private final ChimeSdkMessagingClient client =
            chime.clients().withoutRetries().client();

    private Throwable failureOfSend(FaultEffect effect) {
        chime.faults().on(SEND_CHANNEL_MESSAGE).inject(effect);
        return catchThrowable(() -> client.sendChannelMessage(send(alice, general, "hello")));
    }

    private RecordedCall firstCall() {
        return chime.journal().calls().get(0);
    }

    private String printout() {
        return chime.journal().toString();
    }

    private void wasSent() {
        chime.faults().clear();
        assertThat(contents(client, alice, general)).containsExactly("hello");
    }

    private void wasNotSent() {
        chime.faults().clear();
        assertThat(contents(client, alice, general)).isEmpty();
    }

    @Test
    void thePageOfAProxyArrivesAsAnErrorWithoutACode() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).respond(502, html("<h1>Bad gateway</h1>"));

        ChimeSdkMessagingException failure = catchThrowableOfType(
                ChimeSdkMessagingException.class, () -> client.sendChannelMessage(send(alice, general, "hello")));

        assertThat(failure.statusCode()).isEqualTo(502);
        assertThat(failure.awsErrorDetails().errorCode()).isNull();
        assertThat(failure.awsErrorDetails().rawResponse().asUtf8String()).isEqualTo("<h1>Bad gateway</h1>");
        assertThat(failure.awsErrorDetails().sdkHttpResponse().firstMatchingHeader("Content-Type"))
                .contains("text/html; charset=utf-8");
        assertThat(firstCall().lastAttempt().status()).isEqualTo(502);
        assertThat(firstCall().lastAttempt().requestId()).isEmpty();
        assertThat(printout())
                .contains("502")
                .contains("A fault of this test responded (text/html; charset=utf-8, 20 bytes)")
                .contains("did not reach the service");
        wasNotSent();
    }

    @Test
    void aPageWithStatus200IsNoResponseOfTheService() {
        assertThat(failureOfSend(call -> FaultResponse.http(200, html("<h1>Sign in to the WLAN</h1>"))))
                .isInstanceOf(SdkClientException.class)
                .hasStackTraceContaining("Unexpected character ('<'");
    }

    @Test
    void theTestsOwnResponseArrivesInTheSdksType() {
        chime.faults()
                .on(DESCRIBE_CHANNEL)
                .respond(DescribeChannelResponse.builder()
                        .channel(channel -> channel.name("another"))
                        .build());

        DescribeChannelResponse response = client.describeChannel(describe(alice, general));

        assertThat(response.channel().name()).isEqualTo("another");
        assertThat(response.sdkHttpResponse().statusCode()).isEqualTo(200);
        assertThat(firstCall().response()).isPresent();
        assertThat(printout().replaceAll("\\s+", " "))
                .contains(
                        "note: A fault of this test responded with this DescribeChannelResponse. The call did not reach the"
                                + " service. ")
                .doesNotContain("service. The call");
    }

    @Test
    void aResponseOfAnotherOperationIsAnError() {
        DescribeChannelResponse response = DescribeChannelResponse.builder().build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.faults().on(LIST_CHANNELS).respond(response))
                .withMessage(
                        "A DescribeChannelResponse was given for \"ListChannels\", but only one operation responds with it."
                                + " Select that operation with on(…)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.faults().respond(response))
                .withMessageContaining("was given for \"any operation\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 100, 199, 600})
    void aStatusIsFrom200To599(int status) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.faults().respond(status, ResponseBody.empty()))
                .withMessage("status " + status + ": expected one from 200 to 599, for example 502");
    }

    @Test
    void throttlingSaysInSecondsWhenToRetry() {
        assertThat(failureOfSend(throttledWithRetryAfter(Duration.ofMillis(1_001))))
                .isInstanceOfSatisfying(
                        ThrottledClientException.class,
                        failure -> assertThat(header(failure, "Retry-After")).isEqualTo("2"));
        assertThat(printout()).contains("429 ThrottledClientException").contains("header Retry-After: 2");
        wasNotSent();
    }

    @Test
    void throttlingSaysInMillisecondsWhenToRetry() {
        assertThat(failureOfSend(throttledWithAmzRetryAfter(Duration.ofMillis(1_500))))
                .isInstanceOfSatisfying(
                        ThrottledClientException.class,
                        failure ->
                                assertThat(header(failure, "x-amz-retry-after")).isEqualTo("1500"));
    }

    private static String header(ChimeSdkMessagingException failure, String name) {
        return failure.awsErrorDetails()
                .sdkHttpResponse()
                .firstMatchingHeader(name)
                .orElse("none");
    }

    @Test
    void aTruncatedBodyCannotBeReadAndTheStateHasChanged() {
        assertThat(failureOfSend(truncatedBody())).isInstanceOf(SdkClientException.class);

        assertThat(printout()).contains("201, body truncated");
        assertThat(firstCall().response()).isPresent();
        wasSent();
    }

    @Test
    void aMalformedBodyCannotBeReadAndTheStateHasChanged() {
        assertThat(failureOfSend(malformedBody())).isInstanceOf(SdkClientException.class);

        assertThat(printout()).contains("201, body malformed");
        wasSent();
    }

    @Test
    void anEmptyBodyIsReadAsAResponseWithoutMembersAndTheStateHasChanged() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).inject(emptyBody());

        SendChannelMessageResponse response = client.sendChannelMessage(send(alice, general, "hello"));

        assertThat(response.messageId()).isNull();
        assertThat(printout()).contains("201, body empty");
        wasSent();
    }

    @Test
    void aResponseThatIsClosedHalfWayBreaksOffAndTheStateHasChanged() {
        assertThat(failureOfSend(responseClosedHalfWay())).isInstanceOf(SdkClientException.class);

        assertThat(printout()).contains("201, connection closed after half of the body");
        wasSent();
    }

    @Test
    void aConnectionIsResetInsteadOfTheResponseAndTheStateHasChanged() {
        assertThat(failureOfSend(resetResponse())).isInstanceOf(SdkClientException.class);

        assertThat(firstCall().lastAttempt().connectionFault()).contains(ConnectionFault.RESET);
        assertThat(printout()).contains("connection reset instead of the response 201");
        wasSent();
    }

    @Test
    void anotherContentTypeDoesNotDisturbTheSdk() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).inject(contentType("text/html"));

        SendChannelMessageResponse response = client.sendChannelMessage(send(alice, general, "hello"));

        assertThat(response.messageId()).isNotEmpty();
        assertThat(response.sdkHttpResponse().firstMatchingHeader("Content-Type"))
                .contains("text/html");
        assertThat(printout()).contains("201, content type text/html");
    }

    @Test
    void aSlowBodyTakesAsLongAsSaid() {
        Duration duration = Duration.ofMillis(200);
        chime.faults().on(SEND_CHANNEL_MESSAGE).inject(slowBody(duration));

        long before = System.nanoTime();
        SendChannelMessageResponse response = client.sendChannelMessage(send(alice, general, "hello"));

        assertThat(response.messageId()).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(duration);
        assertThat(printout()).contains("201, body sent over PT0.2S");
    }

    @Test
    void aDelayIsDrawnFromItsRange() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).delay(Duration.ofMillis(1), Duration.ofMillis(20));

        for (int i = 0; i < 8; i++) {
            client.sendChannelMessage(send(alice, general, "hello"));
        }

        List<Long> delays = chime.journal().calls().stream()
                .map(call -> call.lastAttempt().delay().toMillis())
                .toList();
        assertThat(delays).allMatch(millis -> millis >= 1 && millis <= 20);
        assertThat(Set.copyOf(delays)).hasSizeGreaterThan(1);
    }

    @Test
    void theShorterDelayComesFirst() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> delay(Duration.ofMillis(2), Duration.ofMillis(1)))
                .withMessageContaining("the first duration is the shortest");
    }

    @Test
    void credentialsExpireFromACallOn() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).nthCall(2).inject(expiredCredentials());

        client.sendChannelMessage(send(alice, general, "hello"));
        isDenied(EXPIRED_TOKEN);
        isDenied(EXPIRED_TOKEN);

        chime.credentials().rotate(chime.caller());
        assertThat(chime.journal().denials()).hasSize(2);
    }

    @Test
    void credentialsAreRotatedFromACallOn() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).nthCall(2).inject(rotatedCredentials());

        client.sendChannelMessage(send(alice, general, "hello"));
        isDenied(UNRECOGNIZED_CLIENT);
        isDenied(UNRECOGNIZED_CLIENT);
    }

    private void isDenied(ChimeError error) {
        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")))
                .returns(error.errorType(), failure -> failure.awsErrorDetails().errorCode());
    }

    // Effects of the test

    @Test
    void anEffectOfTheTestSeesTheCallAndLetsItProceed() {
        AtomicReference<FaultedCall> seen = new AtomicReference<>();
        AtomicReference<FaultResponse> response = new AtomicReference<>();
        chime.faults().on(SEND_CHANNEL_MESSAGE).inject(call -> {
            seen.set(call);
            response.set(call.proceed());
            return response.get().withHeader("x-test", "1");
        });

        SendChannelMessageResponse received = client.sendChannelMessage(send(alice, general, "hello"));

        assertThat(seen.get().operation()).isEqualTo(SEND_CHANNEL_MESSAGE);
        assertThat(seen.get().request())
                .isInstanceOfSatisfying(
                        SendChannelMessageRequest.class,
                        request -> assertThat(request.content()).isEqualTo("hello"));
        assertThat(seen.get().caller()).isEqualTo(chime.caller());
        assertThat(seen.get().attempt()).isOne();
        assertThat(response.get().response()).containsInstanceOf(SendChannelMessageResponse.class);
        assertThat(received.sdkHttpResponse().firstMatchingHeader("x-test")).contains("1");
        assertThat(printout()).contains("201, header x-test: 1");
    }

    @Test
    void anEffectOfTheTestMayReplaceTheBodyAndLoseTheResponse() {
        chime.faults()
                .on(SEND_CHANNEL_MESSAGE)
                .eachCall(
                        call -> call.proceed().withBody(ResponseBody.json("{\"MessageId\": \"other\"}")),
                        call -> call.proceed().lost());

        assertThat(client.sendChannelMessage(send(alice, general, "hello")).messageId())
                .isEqualTo("other");
        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "again")));
        chime.faults().clear();
        assertThat(contents(client, alice, general)).containsExactlyInAnyOrder("hello", "again");
    }

    @Test
    void anEffectOfTheTestMayCallAndResetTheFake() {
        chime.snapshots().markBaseline();
        chime.faults().on(SEND_CHANNEL_MESSAGE).inject(call -> {
            chime.client().describeChannel(describe(alice, general));
            chime.reset();
            return call.proceed();
        });

        client.sendChannelMessage(send(alice, general, "hello"));

        assertThat(contents(client, alice, general)).containsExactly("hello");
    }

    @Test
    void anEffectThatThrowsIsExplained() {
        Throwable failure = failureOfSend(call -> {
            throw new AssertionError("unexpected");
        });

        assertThat(failure)
                .isInstanceOfSatisfying(
                        ChimeSdkMessagingException.class,
                        received -> assertThat(received.awsErrorDetails().errorCode())
                                .isEqualTo(SERVICE_FAILURE.errorType()));
        assertThat(firstCall().errorResponse().orElseThrow().explanation())
                .startsWith("An effect that this test gave to a fault failed with java.lang.AssertionError: unexpected")
                .contains("It belongs to the fault \"SendChannelMessage, always: an effect of the test\"");
    }

    @Test
    void anEffectLetsTheCallProceedAtMostOnce() {
        failureOfSend(call -> {
            call.proceed();
            return call.proceed();
        });

        assertThat(firstCall().errorResponse().orElseThrow().explanation())
                .contains("proceed() for SendChannelMessage was called a second time");
        wasSent();
    }

    @Test
    void anEffectReturnsAResponseOfTheOperation() {
        failureOfSend(call -> FaultResponse.of(DescribeChannelResponse.builder().build()));

        assertThat(firstCall().errorResponse().orElseThrow().explanation())
                .contains("received a DescribeChannelResponse, but the call is SendChannelMessage");
    }

    @Test
    void aGatewayMayTimeOutAfterTheServiceHasProcessedTheCall() {
        failureOfSend(call -> {
            call.proceed();
            return FaultResponse.http(504, html("<h1>Gateway time-out</h1>"));
        });

        assertThat(printout()).contains("504").doesNotContain("did not reach the service");
        wasSent();
    }

    @Test
    void aRequestThatWasProcessedIsNotLost() {
        failureOfSend(call -> {
            call.proceed();
            return FaultResponse.lostRequest();
        });

        assertThat(printout()).contains("connection reset instead of the response 201");
        wasSent();
    }

    /** Starts a call that fails, as it is late when its effect ends. */
    private Thread startToSend() {
        Thread sender = new Thread(() -> assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "late"))));
        sender.start();
        return sender;
    }

    @Test
    void anEffectOfTheTestMayApplyOneOfTheFakeEvenAfterAReset() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch reset = new CountDownLatch(1);
        chime.faults().on(SEND_CHANNEL_MESSAGE).inject(call -> {
            entered.countDown();
            await(reset);
            return lostResponse().applyTo(call);
        });
        chime.snapshots().markBaseline();
        Thread sender = startToSend();
        await(entered);

        chime.reset();
        reset.countDown();
        sender.join();

        wasNotSent();
    }

    @Test
    void aLateEffectLeavesLaterFaultsOfTheBaselineAlone() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch reset = new CountDownLatch(1);
        chime.faults().on(SEND_CHANNEL_MESSAGE).inject(call -> {
            entered.countDown();
            await(reset);
            return FaultResponse.error(FORBIDDEN);
        });
        chime.faults().nthCall(1).fail(CONFLICT);
        chime.snapshots().markBaseline();
        Thread sender = startToSend();
        await(entered);

        chime.reset();
        reset.countDown();
        sender.join();

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> client.describeChannel(describe(alice, general)));
    }

    @Test
    void aResponseWithoutABodyStaysAsItIs() {
        String message =
                client.sendChannelMessage(send(alice, general, "hello")).messageId();
        chime.faults().on(DELETE_CHANNEL_MESSAGE).inject(truncatedBody());

        client.deleteChannelMessage(request -> request.channelArn(general.arn())
                .messageId(message)
                .chimeBearer(chime.appInstance().admin("admin").arn()));

        assertThat(printout()).doesNotContain(", body truncated");
    }

    @Test
    void anEffectThatAppliesOneOfTheFakeSaysOnceThatTheServiceWasNotReached() {
        failureOfSend(call -> error(FORBIDDEN).applyTo(call));

        assertThat(firstCall().errorResponse().orElseThrow().explanation())
                .isEqualTo(
                        "A fault of this test makes SendChannelMessage fail with ForbiddenException; the call did not"
                                + " reach the service.");
    }

    @Test
    void aResponseWithoutABodyGetsNone() {
        String message =
                client.sendChannelMessage(send(alice, general, "hello")).messageId();
        chime.faults().on(DELETE_CHANNEL_MESSAGE).inject(call -> call.proceed().withBody(html("page")));

        client.deleteChannelMessage(request -> request.channelArn(general.arn())
                .messageId(message)
                .chimeBearer(chime.appInstance().admin("admin").arn()));

        assertThat(printout()).doesNotContain("body replaced");
    }

    @Test
    void aStatusWithoutABodyHasNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.faults().respond(204, html("page")))
                .withMessageStartingWith("status 204 with a body (text/html; charset=utf-8, 4 bytes)");
    }

    @Test
    void aContentTypeHasNoLineBreak() {
        assertThatIllegalArgumentException().isThrownBy(() -> contentType("a\r\nb"));
        assertThatIllegalArgumentException().isThrownBy(() -> ResponseBody.of("a\r\nb", new byte[0]));
    }

    @Test
    void slowBodiesAddUp() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).inject(slowBody(Duration.ofMillis(100)));
        chime.faults().on(SEND_CHANNEL_MESSAGE).inject(slowBody(Duration.ofMillis(100)));

        long before = System.nanoTime();
        client.sendChannelMessage(send(alice, general, "hello"));

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void aFaultFirstSeenAtARetryKeepsItsCallForLater() {
        AtomicBoolean registered = new AtomicBoolean();
        chime.faults().on(SEND_CHANNEL_MESSAGE).attempts(1).inject(call -> {
            if (registered.compareAndSet(false, true)) {
                chime.faults().on(SEND_CHANNEL_MESSAGE).once().attempts(1).fail(FORBIDDEN);
                return FaultResponse.error(THROTTLED_CLIENT);
            }
            return call.proceed();
        });

        chime.client().sendChannelMessage(send(alice, general, "retried"));

        isDenied(FORBIDDEN);
    }

    @Test
    void aHeaderHasNoLineBreak() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultResponse.error(FORBIDDEN).withHeader("a", "b\r\nc: d"))
                .withMessageContaining("a value of printable ASCII");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultResponse.error(FORBIDDEN).withHeader("a b", ""));
    }

    @Test
    void aSequenceMayLetACallPass() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).failEachCall(FORBIDDEN, SERVICE_FAILURE);
        Registration sequence =
                chime.faults().on(DESCRIBE_CHANNEL).eachCall(passes(), call -> FaultResponse.error(FORBIDDEN));

        client.describeChannel(describe(alice, general));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.describeChannel(describe(alice, general)));
        client.describeChannel(describe(alice, general));

        isDenied(FORBIDDEN);
        isDenied(SERVICE_FAILURE);
        client.sendChannelMessage(send(alice, general, "hello"));
        assertThat(sequence.timesApplied()).isEqualTo(2);
    }
}
