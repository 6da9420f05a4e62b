package io.github.chimefake.faults;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.OperationGroup;
import io.github.chimefake.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * A selection of the calls that a fault applies to: which calls ({@code on}, {@code by}, {@code inChannel}, {@code matching}), under which
 * conditions ({@code after}, {@code during}, {@code withProbability}), and which of these ({@code once}, {@code calls}, {@code nthCall},
 * {@code fromCall}, {@code everyNthCall}, {@code attempts}; every call if omitted). The last method, for example {@code fail},
 * registers the fault.
 *
 * <pre>{@code
 * chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(UNAUTHORIZED_CLIENT);
 * chime.faults().on(LIST_CHANNEL_MESSAGES).by(bob).nthCall(3).loseResponse();
 * chime.faults().on(LIST_CHANNELS).failEachAttempt(THROTTLED_CLIENT, SERVICE_UNAVAILABLE);
 * chime.faults().on(DESCRIBE_CHANNEL).once().respond(502, html("<h1>Bad gateway</h1>"));
 * }</pre>
 *
 * <p>A fault applies to every attempt of a call, so that an SDK's retries fail as well; {@link #attempts} limits that. For a
 * client that sends no {@code amz-sdk-invocation-id} (JavaScript SDK v2, AWS CLI 2.9, Go SDK v1), a request counts as a retry if
 * an equal request got a response that the client retries, less than 6 seconds before. If such a client has its retries switched
 * off, limit the fault to {@code attempts(1)}.
 *
 * <p>If several faults select a call, they apply in the order of registration, until one ends the call; delays add up. A fault that does
 * not apply, because an earlier one has ended the call, keeps its {@code once} and {@code calls(n)} for the next call. Steps that select by different
 * properties apply together; a step that repeats another one, such as a second {@code on}, replaces it. Operations of identity have
 * no bearer or channel: a selection of only these operations that also selects a user or channel cannot be registered.
 *
 * <p>Immutable and thread-safe: each step returns another selection.
 *
 * @since 0.1
 */
@CheckReturnValue
public interface FaultSelection {
    /** Selects calls of these operations; without this step, of any. */
    FaultSelection on(Operation first, Operation... more);

    /** Selects calls of the operations in this group. */
    FaultSelection on(OperationGroup group);

    /** Selects calls with this user in {@code x-amz-chime-bearer}. */
    FaultSelection by(ChimeUser user);

    /** Selects calls signed by this caller, with any of its access keys. */
    FaultSelection by(ChimeCaller caller);

    /** Selects calls on this channel. */
    FaultSelection inChannel(ChimeChannel channel);

    /**
     * Selects calls on the channel with this ARN, for example one that the code under test created.
     *
     * @throws IllegalArgumentException if it is not the ARN of a channel
     */
    FaultSelection inChannel(String channelArn);

    /** Selects calls on this app instance or a resource in it; calls that name neither are selected by the app instance of their bearer. */
    FaultSelection inAppInstance(ChimeAppInstance appInstance);

    /**
     * Selects calls on the app instance with this ARN or a resource in it; calls that name neither are selected by the
     * app instance of their bearer.
     *
     * @throws IllegalArgumentException if it is not the ARN of an app instance
     */
    FaultSelection inAppInstance(String appInstanceArn);

    /**
     * Selects calls whose request fulfills a condition:
     * {@code matching(SendChannelMessageRequest.class, r -> r.content().contains("spam"))}.
     *
     * @param type the SDK's class of the request; calls of other operations are not selected
     * @param predicate is called with the decoded request, whose absent members are null, while no lock is held; may call the fake
     * @throws IllegalArgumentException if it is the identity SDK's class of a request on tags. Use the class of messaging
     */
    <R extends AwsRequest> FaultSelection matching(Class<R> type, Predicate<? super R> predicate);

    /**
     * Selects batches with this member, and of these the member only: {@code
     * on(BATCH_CREATE_CHANNEL_MEMBERSHIP).forMember(bob).fail(THROTTLED_CLIENT)}. Comes after all other steps.
     */
    MemberFaultSelection forMember(ChimeUser member);

    /** Selects the next call only. */
    FaultSelection once();

    /**
     * Selects the next calls only.
     *
     * @param count how many, at least 1
     * @throws IllegalArgumentException if the count is less than 1
     */
    FaultSelection calls(int count);

    /**
     * Selects only the n-th call after the registration.
     *
     * @param n counted from 1
     * @throws IllegalArgumentException if it is less than 1
     */
    FaultSelection nthCall(int n);

    /**
     * Selects the n-th call after the registration and all later ones.
     *
     * @param n counted from 1
     * @throws IllegalArgumentException if it is less than 1
     */
    FaultSelection fromCall(int n);

    /**
     * Selects every n-th call after the registration: the n-th, the 2n-th, and so on.
     *
     * @param n at least 1
     * @throws IllegalArgumentException if it is less than 1
     */
    FaultSelection everyNthCall(int n);

    /** Selects only calls after a call of one of these operations. Calls before it are not counted. */
    FaultSelection after(Operation first, Operation... more);

    /**
     * Selects only calls after one whose request fulfills a condition. Calls before it are not counted.
     *
     * @param type the SDK's class of the request
     * @param predicate as that of {@link #matching}
     * @throws IllegalArgumentException as {@link #matching} does
     */
    <R extends AwsRequest> FaultSelection after(Class<R> type, Predicate<? super R> predicate);

    /**
     * Selects only calls within this time from now, on the clock of the fake. Later calls are not counted. A reset does not begin the time
     * anew.
     *
     * @throws IllegalArgumentException if the duration is not positive
     */
    FaultSelection during(Duration duration);

    /**
     * Selects only calls in this time, on the clock of the fake. Other calls are not counted.
     *
     * @param start the first instant
     * @param end the first instant that is no longer selected
     * @throws IllegalArgumentException if the start is not before the end
     */
    FaultSelection during(Instant start, Instant end);

    /**
     * Selects each call with this probability, by random numbers from the {@code seed} of the fake's builder. Other calls are not counted.
     *
     * @param probability more than 0, at most 1
     * @throws IllegalArgumentException if it is out of range
     */
    FaultSelection withProbability(double probability);

    /**
     * Selects only the first attempts of each call, so that the SDK's later retries reach the service.
     *
     * @param count how many, at least 1
     * @throws IllegalArgumentException if the count is less than 1
     */
    FaultSelection attempts(int count);

    /**
     * Registers a fault: the calls get the error with its default message, and do not reach the service.
     *
     * @throws IllegalArgumentException if no call can match: only operations of identity, with a user or a channel
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration fail(ChimeError error);

    /**
     * Registers a fault: the calls get the error with this message, and do not reach the service.
     *
     * @throws IllegalArgumentException as {@link #fail(ChimeError)} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration fail(ChimeError error, String message);

    /**
     * Registers a fault: the calls are carried out, and their responses are delayed.
     *
     * @param duration in whole milliseconds, from 1 ms to 24 hours; a fraction of a millisecond is dropped
     * @throws IllegalArgumentException if the duration is out of range, or as {@link #fail(ChimeError)} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration delay(Duration duration);

    /**
     * Registers a fault: the calls are carried out, and their responses are delayed by random durations of a range, from the {@code seed}
     * of the fake's builder.
     *
     * @param shortest in whole milliseconds, from 1 ms
     * @param longest up to 24 hours
     * @throws IllegalArgumentException if a duration is out of range, or the first is the longer one, or as {@link #fail(ChimeError)} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration delay(Duration shortest, Duration longest);

    /**
     * Registers a fault: the calls are carried out, and the connection is closed before the first byte of the response.
     *
     * @throws IllegalArgumentException as {@link #fail(ChimeError)} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration loseResponse();

    /**
     * Registers a fault: the calls do not reach the service, and the connection is reset.
     *
     * @throws IllegalArgumentException as {@link #fail(ChimeError)} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration loseRequest();

    /**
     * Registers a fault: the calls get this HTTP response, for example that of a proxy or a firewall, and do not reach the service.
     *
     * @param status from 200 to 599
     * @param body for example {@code html("<h1>Bad gateway</h1>")}
     * @throws IllegalArgumentException if the status is out of range, or as {@link #fail(ChimeError)} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration respond(int status, ResponseBody body);

    /**
     * Registers a fault: the calls get this response with the status of success, and do not reach the service.
     *
     * @param response a response of the only operation that is selected
     * @throws IllegalArgumentException if another operation, or none, is selected, or as {@link #fail(ChimeError)} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration respond(AwsResponse response);

    /**
     * Registers a fault with an effect of {@link FaultEffects}, or one of the test.
     *
     * @throws IllegalArgumentException if the effect is the response of an operation that is not the only one selected, or as
     *     {@link #fail(ChimeError)} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration inject(FaultEffect effect);

    /**
     * Registers a fault with one effect for each call: the first one applies to the first call and its retries, the second to the second,
     * and so on. Calls after the last effect are not affected.
     *
     * @throws IllegalArgumentException if fewer calls are selected than there are effects, or as {@link #inject} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration eachCall(FaultEffect first, FaultEffect... more);

    /**
     * Registers a fault with one effect for each attempt of a call: the first one applies to the first attempt of each call, the second to
     * the first retry, and so on. Attempts after the last effect are not affected.
     *
     * @throws IllegalArgumentException if {@link #attempts} selects fewer attempts than there are effects, or as {@link #inject} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration eachAttempt(FaultEffect first, FaultEffect... more);

    /**
     * Registers a fault: the first call gets the first error, the second call the second one, and so on. They do not reach the service.
     *
     * @throws IllegalArgumentException as {@link #eachCall} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration failEachCall(ChimeError first, ChimeError... more);

    /**
     * Registers a fault: the first attempt of each call gets the first error, the first retry the second one, and so on. Attempts after
     * the last error reach the service.
     *
     * @throws IllegalArgumentException as {@link #eachAttempt} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration failEachAttempt(ChimeError first, ChimeError... more);
}
