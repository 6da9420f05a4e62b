package io.github.chimefake;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.createChannel;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.journal.RecordedCall.RecordedAttempt;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

/** The journal of calls over a real socket, read as under a failed test: it tells what happened, in the order in which it did. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JournalPrintoutTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeUser ghost = chime.appInstance().unregistered("ghost");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).moderators(alice).create();
    private final ChimeSdkMessagingClient client = chime.client();
    private final ChimeSdkMessagingClient once =
            chime.clients().withoutRetries().client();

    /** The printout, with a line break as on Unix, and without the pauses, which vary. */
    private static String printout(ChimeMessagingServer chime) {
        return chime.journal()
                .toString()
                .replace(System.lineSeparator(), "\n")
                .replaceAll("\\(\\d[\\d.]* m?s later\\)", "(later)");
    }

    private SendChannelMessageRequest sendWithin(Duration attemptTimeout) {
        return send(alice, general, "hello").toBuilder()
                .overrideConfiguration(configuration -> configuration.apiCallAttemptTimeout(attemptTimeout))
                .build();
    }

    private void isRefused(SendChannelMessageRequest request) {
        assertThatExceptionOfType(ChimeSdkMessagingException.class).isThrownBy(() -> once.sendChannelMessage(request));
    }

    private void fails(Runnable call) {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(call::run);
    }

    // Clients that do not wait

    @Test
    void aClientThatDidNotWaitForADelayedResponse() {
        client.sendChannelMessage(send(alice, general, "loads classes"));
        chime.faults().on(SEND_CHANNEL_MESSAGE).attempts(1).delay(Duration.ofMinutes(10));

        client.sendChannelMessage(sendWithin(Duration.ofSeconds(1)));

        RecordedCall call = chime.journal().calls().get(1);
        assertThat(call.attempts())
                .extracting(RecordedAttempt::number)
                .startsWith(1, 2)
                .isSorted();
        assertThat(call.attempts().get(0).delay()).isEqualTo(Duration.ofMinutes(10));
        assertThat(call.lastAttempt().delay()).isZero();
        assertThat(call.attempts()).extracting(RecordedAttempt::receivedAt).isSorted();
        assertThat(printout(chime)).contains("""
                2. SendChannelMessage "hello" by alice in general, signed by IAM user test
                    attempt 1: 201, delayed by 600 s; the client did not wait for it
                      fault: SendChannelMessage, always, attempts(1): response delayed by PT10M
                    attempt 2 (later): 201""");
    }

    @Test
    void aClientThatDidNotWaitForCodeOfTheTest() throws InterruptedException {
        CountDownLatch retried = new CountDownLatch(1);
        CountDownLatch carriedOut = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        chime.permissions()
                .matching(SendChannelMessageRequest.class, request -> {
                    if (asked.incrementAndGet() == 1) {
                        await(retried);
                        carriedOut.countDown();
                    } else {
                        retried.countDown();
                    }
                    return true;
                })
                .allow();

        client.sendChannelMessage(sendWithin(Duration.ofSeconds(1)));
        carriedOut.await();
        while (chime.journal().calls().get(0).attempts().size() < asked.get()) {
            Thread.onSpinWait(); // An attempt is recorded after its code has returned.
        }

        // On a busy machine, the client may give an attempt up before it is sent, so the numbers vary.
        assertThat(printout(chime))
                .containsPattern(
                        "    attempt \\d: 201; the client did not wait for it\n    attempt \\d \\(later\\): 201");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    // Connections that fail

    @Test
    void aRequestThatWasLost() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).loseRequest();

        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> once.sendChannelMessage(send(alice, general, "hello")));

        assertThat(printout(chime)).startsWith("""
                1. SendChannelMessage "hello" by alice in general, signed by IAM user test
                    connection reset before the request reached the service
                      because:""").doesNotContain("503");
    }

    @Test
    void whatAStubDidToTheConnectionAndHowLateItWas() {
        chime.unwrap(WireMockServer.class)
                .stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        fails(() -> once.describeChannel(describe(alice, general)));
        chime.unwrap(WireMockServer.class)
                .stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404).withFixedDelay(5)));
        fails(() -> once.describeChannel(describe(alice, general)));

        assertThat(printout(chime)).isEqualTo("""
                1. DescribeChannel by alice in general, signed by IAM user test
                    connection reset instead of the response 200 from a WireMock stub of the test
                2. DescribeChannel by alice in general, signed by IAM user test
                    404 from a WireMock stub of the test, delayed by 5 ms
                """);
    }

    // Successes that are none

    @Test
    void membersOfABatchThatFailed() {
        ChimeUser carol = chime.user("carol");

        client.batchCreateChannelMembership(request -> request.channelArn(general.arn())
                .memberArns(bob.arn(), carol.arn(), ghost.arn())
                .chimeBearer(alice.arn()));

        assertThat(printout(chime)).isEqualTo("""
                1. BatchCreateChannelMembership with members bob, carol, ghost by alice in general, signed by IAM user test
                    200, 2 of 3 failed: bob Conflict, ghost Forbidden
                """);
    }

    @Test
    void anEarlierBatchThatFailedPartly() {
        client.batchCreateChannelMembership(request ->
                request.channelArn(general.arn()).memberArns(bob.arn()).chimeBearer(alice.arn()));
        for (int i = 0; i < 30; i++) {
            client.describeChannel(describe(alice, general));
        }

        assertThat(printout(chime))
                .containsSubsequence("1 of 1 failed: bob Conflict", "(calls 2 to 11 succeeded)", "12. DescribeChannel");
    }

    // Loops

    @Test
    void aLoopOfOneCall() {
        for (int i = 0; i < 300; i++) {
            isRefused(send(ghost, general, "boo"));
        }

        assertThat(printout(chime).lines().toList())
                .startsWith("1. SendChannelMessage \"boo\" by ghost in general, signed by IAM user test")
                .endsWith("    (calls 2 to 300 are like call 1)")
                .hasSizeLessThan(10);
    }

    @Test
    void aLoopOfOneCallThatIsRetried() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).attempts(1).fail(ChimeError.SERVICE_UNAVAILABLE);
        for (int i = 0; i < 3; i++) {
            client.sendChannelMessage(send(alice, general, "hello"));
        }

        assertThat(printout(chime)).endsWith("    attempt 2 (later): 201\n    (calls 2 to 3 are like call 1)\n");
    }

    @Tag("slow")
    @Test
    void aLoopOfCallsThatDiffer() {
        for (int i = 0; i < 300; i++) {
            isRefused(send(ghost, general, "boo " + i));
        }

        List<String> lines = printout(chime).lines().toList();
        assertThat(lines).hasSizeBetween(190, 201);
        assertThat(lines.get(0))
                .matches("\\(\\d+ earlier calls are not printed; chime\\.journal\\(\\)\\.calls\\(\\) has them\\)");
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
    }

    // Texts

    @Test
    void beginningsOfTexts() {
        client.sendChannelMessage(send(alice, general, "one\ntwo " + "x".repeat(100)));
        client.createChannel(createChannel(alice, chime.appInstance().arn(), "Plans"));

        assertThat(printout(chime))
                .contains(
                        "1. SendChannelMessage \"one two " + "x".repeat(32) + "…\" by alice",
                        "2. CreateChannel \"Plans\" by alice,");
    }

    @Test
    void noTextsIfTheyAreSwitchedOff() {
        ChimeMessagingServer silent = fakes.start(ChimeMessagingServer.builder().printTexts(false));
        ChimeUser carol = silent.user("carol");
        ChimeChannel plans = silent.channel("plans").members(carol).create();
        silent.client().sendChannelMessage(send(carol, plans, "a secret"));
        silent.client().createChannel(createChannel(carol, silent.appInstance().arn(), "a secret"));
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> silent.client()
                        .createChannel(createChannel(carol, silent.appInstance().arn(), "a secret".repeat(100))));

        assertThat(printout(silent)).startsWith("""
                        1. SendChannelMessage by carol in plans, signed by IAM user test
                            201
                        2. CreateChannel by carol, signed by IAM user test
                            201
                        3. CreateChannel by carol, signed by IAM user test
                            400 BadRequestException: 1 validation error detected: Value (not printed) at 'Name' failed""").doesNotContain("secret");
        assertThat(silent.journal().calls()).asString().doesNotContain("secret");
        assertThat(silent.journal()
                        .requests(SendChannelMessageRequest.class)
                        .get(0)
                        .content())
                .isEqualTo("a secret");
    }

    @Test
    void noQueryOfAnUnknownRequestIfTextsAreSwitchedOff() throws Exception {
        ChimeMessagingServer silent = fakes.start(ChimeMessagingServer.builder().printTexts(false));

        RawRequest.of("GET", "/chanels?content=a%20secret&page=1").sendTo(silent);
        PlainSocket.send(
                silent.endpoint().getPort(),
                List.of("GET /chanels?content=a%20secret%ZZ HTTP/1.1", "Host: localhost", "Connection: close"),
                "");

        assertThat(printout(silent))
                .contains("1. GET /chanels?…\n", "the value of content are broken")
                .doesNotContain("secret");
    }

    @Test
    void noCredentialsOfAPresignedRequest() throws Exception {
        RawRequest.of("GET", "/chanels?X-Amz-Security-Token=secret1&page=1&x-amz-signature=secret2")
                .sendTo(chime);

        assertThat(printout(chime))
                .contains("GET /chanels?X-Amz-Security-Token=…&page=1&x-amz-signature=…\n")
                .doesNotContain("secret");
    }

    // Names

    @Test
    void channelsOfTwoAppInstances() {
        String one = "arn:aws:chime:us-east-1:111122223333:app-instance/one";
        String two = "arn:aws:chime:us-east-1:111122223333:app-instance/two";
        ChimeMessagingServer both =
                fakes.start(ChimeMessagingServer.builder().appInstance(one).appInstance(two));
        ChimeUser here = both.user("alice");
        ChimeChannel there = both.appInstance(two).channel("general").create();
        fails(() -> both.clients().withoutRetries().client().sendChannelMessage(send(here, there, "hello")));

        assertThat(printout(both))
                .startsWith("1. SendChannelMessage \"hello\" by app-instance/one/user/alice"
                        + " in app-instance/two/channel/general, signed by IAM user"
                        + "\n        test\n    403 ");
    }
}
