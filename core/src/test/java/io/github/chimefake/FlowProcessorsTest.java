package io.github.chimefake;

import static io.github.chimefake.ProcessedChannel.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.flows.ChannelFlowProcessor;
import io.github.chimefake.flows.ChannelFlowProcessor.FlowEvent;
import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import io.github.chimefake.journal.RecordedWork;
import io.github.chimefake.quotas.Quota;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.FallbackAction;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.InvocationType;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;

/** What becomes of a message, whatever the processor of its channel does. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FlowProcessorsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ProcessedChannel general = new ProcessedChannel(chime, "general");

    private List<String> outcomes() {
        return chime.journal().backgroundWork().stream()
                .map(RecordedWork::outcome)
                .toList();
    }

    private void callBack(FlowEvent event, String content) {
        chime.client()
                .channelFlowCallback(request -> request.channelArn(general.channel.arn())
                        .callbackId(event.callbackId())
                        .channelMessage(message ->
                                message.messageId(event.message().messageId()).content(content)));
    }

    @Test
    void itMayAllowChangeOrDenyAMessage() {
        general.processor(event -> switch (event.message().content()) {
            case "bad" -> FlowVerdict.deny();
            case "rude" -> FlowVerdict.change("***");
            default -> FlowVerdict.allow();
        });

        SendChannelMessageResponse good = general.send("good");
        general.send("rude");
        SendChannelMessageResponse bad = general.send("bad");
        chime.awaitBackgroundWork();

        assertThat(general.received()).containsExactly("good", "***");
        assertThat(general.status(good)).isEqualTo("SENT");
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> general.status(bad));
        assertThat(outcomes()).containsExactly("allowed it", "changed it", "denied it");
    }

    static Stream<Arguments> aProcessorThatFailsIsOneThatCannotBeReached() {
        return Stream.of(
                failing("returns fail()", "", event -> FlowVerdict.fail()),
                failing("throws an exception", " (java.lang.IllegalStateException: bug in the Lambda)", event -> {
                    throw new IllegalStateException("bug in the Lambda");
                }),
                failing("throws an error", " (java.lang.StackOverflowError)", event -> {
                    throw new StackOverflowError();
                }),
                failing("returns null", " (java.lang.NullPointerException: the verdict)", event -> nothing()),
                failing(
                        "makes the message too long",
                        " (Content of a STANDARD message may have 4096 bytes in UTF-8, but has 4097",
                        event -> FlowVerdict.change("x".repeat(4097))));
    }

    private static Arguments failing(String what, String detail, ChannelFlowProcessor processor) {
        return Arguments.of(what, detail, processor);
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // What a user's processor may do nevertheless.
    private static <T> T nothing() {
        return null;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aProcessorThatFailsIsOneThatCannotBeReached(String what, String detail, ChannelFlowProcessor processor) {
        ProcessedChannel tolerant = new ProcessedChannel(chime, "tolerant", FallbackAction.CONTINUE);
        general.processor(processor);
        tolerant.processor(processor);

        SendChannelMessageResponse aborted = general.send("hello");
        chime.awaitBackgroundWork();
        SendChannelMessageResponse continued = tolerant.send("hello");
        chime.awaitBackgroundWork();

        assertThat(general.status(aborted)).isEqualTo("FAILED");
        assertThat(general.received()).isEmpty();
        assertThat(tolerant.status(continued)).isEqualTo("SENT");
        assertThat(tolerant.received()).containsExactly("hello");
        List<String> outcomes = outcomes();
        assertThat(outcomes.get(0))
                .startsWith("failed, and its fallback action is ABORT: the message is FAILED" + detail);
        assertThat(outcomes.get(1))
                .startsWith("failed, and its fallback action is CONTINUE: the processing continued" + detail);
    }

    @Test
    void aProcessorThatNeverCallsBackLeavesTheMessagePending() {
        List<FlowEvent> events = new CopyOnWriteArrayList<>();
        general.processor(event -> {
            events.add(event);
            return FlowVerdict.pending();
        });

        SendChannelMessageResponse decided = general.send("decided");
        SendChannelMessageResponse forgotten = general.send("forgotten");
        chime.awaitBackgroundWork();

        assertThat(general.status(decided)).isEqualTo("PENDING");
        assertThat(outcomes()).contains("did not decide: the message stays PENDING until ChannelFlowCallback");

        callBack(events.get(0), "decided by callback");
        assertThat(general.received()).containsExactly("decided by callback");

        chime.clock().advance(Duration.ofHours(49));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> callBack(events.get(1), "too late"));
        assertThat(general.status(forgotten)).isEqualTo("PENDING");
    }

    @Test
    void theClockDoesNotWaitForAProcessorAndAVerdictAfter48HoursIsIgnored() {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        general.processor(event -> {
            running.countDown();
            await(released);
            return FlowVerdict.allow();
        });
        SendChannelMessageResponse sent = general.send("hello");
        await(running);

        chime.clock().advance(Duration.ofHours(49));
        released.countDown();
        chime.awaitBackgroundWork();

        assertThat(general.status(sent)).isEqualTo("PENDING");
        assertThat(outcomes()).containsExactly("returned more than 48 hours later, so that the message stays PENDING");
    }

    @Test
    void aProcessorMayCallBackItself() {
        general.processor(event -> {
            callBack(event, "by callback");
            return FlowVerdict.deny();
        });

        SendChannelMessageResponse sent = general.send("hello");
        chime.awaitBackgroundWork();

        assertThat(general.status(sent)).isEqualTo("SENT");
        assertThat(general.received()).containsExactly("by callback");
        assertThat(outcomes()).containsExactly("returned, but the message waits for it no more");
    }

    @Test
    void aProcessorMaySendToItsOwnChannel() {
        general.processor(event -> {
            if (event.message().content().equals("hello")) {
                general.send("an answer");
            }
            return FlowVerdict.allow();
        });

        general.send("hello");
        chime.awaitBackgroundWork();

        assertThat(general.received()).containsExactly("hello", "an answer");
    }

    @Test
    void processorsOfTwoChannelsRunAtTheSameTime() {
        ProcessedChannel other = new ProcessedChannel(chime, "other");
        CountDownLatch both = new CountDownLatch(2);
        ChannelFlowProcessor meeting = event -> {
            both.countDown();
            await(both);
            return FlowVerdict.allow();
        };
        general.processor(meeting);
        other.processor(meeting);

        general.send("hello");
        other.send("hello");
        chime.awaitBackgroundWork();

        assertThat(outcomes()).containsExactly("allowed it", "allowed it");
    }

    @Test
    void anUpdateIsPendingUntilTheProcessorReturns() {
        general.processor(event -> FlowVerdict.allow());
        SendChannelMessageResponse sent = general.send("hello");
        chime.awaitBackgroundWork();
        CountDownLatch released = new CountDownLatch(1);
        general.processor(event -> {
            await(released);
            return FlowVerdict.deny();
        });

        chime.client()
                .updateChannelMessage(request -> request.channelArn(general.channel.arn())
                        .messageId(sent.messageId())
                        .content("edited")
                        .chimeBearer(general.alice.arn()));

        assertThat(general.status(sent)).isEqualTo("PENDING");
        released.countDown();
        chime.awaitBackgroundWork();
        assertThat(general.status(sent)).isEqualTo("SENT");
        assertThat(general.received()).containsExactly("hello");
        assertThat(outcomes()).containsExactly("allowed it", "denied the update");
    }

    @Test
    void aSecondProcessorRunsAfterACallbackToo() {
        chime.quotas().set(Quota.PROCESSORS_PER_CHANNEL_FLOW, 2);
        ChimeChannel channel = chime.channel("twice")
                .members(general.alice)
                .moderators(general.alice)
                .create();
        String flow = chime.client()
                .createChannelFlow(
                        request -> request.appInstanceArn(chime.appInstance().arn())
                                .name("two")
                                .processors(processor(1), processor(2)))
                .channelFlowArn();
        chime.client()
                .associateChannelFlow(request ->
                        request.channelArn(channel.arn()).channelFlowArn(flow).chimeBearer(general.alice.arn()));
        CompletableFuture<FlowEvent> first = new CompletableFuture<>();
        chime.flows().processor(lambda(1), event -> {
            first.complete(event);
            return FlowVerdict.pending();
        });
        chime.flows()
                .processor(
                        lambda(2), event -> FlowVerdict.change(event.message().content() + " second"));

        chime.client().sendChannelMessage(Requests.send(general.alice, channel, "hello"));
        chime.awaitBackgroundWork();
        chime.client()
                .channelFlowCallback(request -> request.channelArn(channel.arn())
                        .callbackId(first.join().callbackId())
                        .channelMessage(message -> message.messageId(
                                        first.join().message().messageId())
                                .content("first")));
        chime.awaitBackgroundWork();

        assertThat(chime.client()
                        .listChannelMessages(Requests.listMessages(general.alice, channel))
                        .channelMessages())
                .singleElement()
                .satisfies(message -> assertThat(message.content()).isEqualTo("first second"));
        assertThat(chime.journal().backgroundWork())
                .extracting(RecordedWork::cause)
                .containsExactly("SendChannelMessage by " + general.alice.arn(), "ChannelFlowCallback");
    }

    private static String lambda(int number) {
        return "arn:aws:lambda:us-east-1:111122223333:function:number-" + number;
    }

    private static Processor processor(int number) {
        return Processor.builder()
                .name("number " + number)
                .executionOrder(number)
                .fallbackAction(FallbackAction.ABORT)
                .configuration(configuration -> configuration.lambda(
                        function -> function.resourceArn(lambda(number)).invocationType(InvocationType.ASYNC)))
                .build();
    }
}
