package io.github.chimefake.assertj;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.assertj.DeniedCallsAssert.Denial;
import io.github.chimefake.call.CallFilter;
import io.github.chimefake.call.ChimeOperation;
import io.github.chimefake.journal.Journal;
import io.github.chimefake.journal.RecordedCall;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * Assertions about what a fake has seen since its last reset. They are eager: each step fails unless at least one call is
 * left. That something did not happen has words of its own ({@code neverDenied}, {@code neverReceived}).
 */
public final class ChimeMessagingServerAssert extends AbstractAssert<ChimeMessagingServerAssert, ChimeMessagingServer> {

    ChimeMessagingServerAssert(ChimeMessagingServer actual) {
        super(actual, ChimeMessagingServerAssert.class);
    }

    /**
     * At least one call was refused, whatever the reason.
     *
     * <pre>{@code
     * // passes after chime.permissions().deny(LIST_CHANNELS) and a call of listChannels
     * assertThat(chime).denied();
     * // fails if every call succeeded
     * assertThat(chime).denied();
     * }</pre>
     */
    public DeniedCallsAssert denied() {
        return denied(CallFilter.ANY);
    }

    /**
     * At least one call of one of these operations was refused, whatever the reason.
     *
     * <pre>{@code
     * // passes after chime.permissions().deny(LIST_CHANNELS) and a call of listChannels
     * assertThat(chime).denied(LIST_CHANNELS);
     * // fails
     * assertThat(chime).denied(SEND_CHANNEL_MESSAGE);
     * }</pre>
     */
    public DeniedCallsAssert denied(ChimeOperation first, ChimeOperation... more) {
        return denied(CallFilter.ANY.on(first, more));
    }

    private DeniedCallsAssert denied(CallFilter filter) {
        return DeniedCallsAssert.of(journal(), Denial.REFUSAL, filter, info.description());
    }

    /** No call was refused. */
    @CanIgnoreReturnValue
    public ChimeMessagingServerAssert neverDenied() {
        return never(Denial.REFUSAL, CallFilter.ANY);
    }

    /** No call of one of these operations was refused. */
    @CanIgnoreReturnValue
    public ChimeMessagingServerAssert neverDenied(ChimeOperation first, ChimeOperation... more) {
        return never(Denial.REFUSAL, CallFilter.ANY.on(first, more));
    }

    /** At least one call passed only because policies are soft. */
    public DeniedCallsAssert softlyDenied() {
        return DeniedCallsAssert.of(journal(), Denial.SOFT, CallFilter.ANY, info.description());
    }

    /**
     * At least one call of one of these operations passed only because policies are soft.
     *
     * <pre>{@code
     * // passes after chime.permissions().softPolicies() and a call of listChannels that the caller's policy does not allow
     * assertThat(chime).softlyDenied(LIST_CHANNELS).because("no statement allows chime:ListChannels");
     * // fails if policies are enforced, as the call is denied then
     * assertThat(chime).softlyDenied(LIST_CHANNELS);
     * }</pre>
     */
    public DeniedCallsAssert softlyDenied(ChimeOperation first, ChimeOperation... more) {
        return DeniedCallsAssert.of(journal(), Denial.SOFT, CallFilter.ANY.on(first, more), info.description());
    }

    /** Policies would have allowed every call that passed, had they been enforced. */
    @CanIgnoreReturnValue
    public ChimeMessagingServerAssert neverSoftlyDenied() {
        return never(Denial.SOFT, CallFilter.ANY);
    }

    private ChimeMessagingServerAssert never(Denial denial, CallFilter filter) {
        List<RecordedCall> denied = denial.calls(journal(), filter);
        if (!denied.isEmpty()) {
            throw failure("%nExpected no %s, but got:%n%s", denial.describe(filter), Lines.of(denied));
        }
        return requireComplete(denial.nothing());
    }

    /**
     * At least one request of this type was received, refused ones included.
     *
     * @return an assertion about those requests, oldest first, in the SDK's own type
     * @throws IllegalArgumentException if it is the identity SDK's class of a request on tags: these are messaging's here
     */
    public <R extends AwsRequest> ListAssert<R> received(Class<R> type) {
        List<R> requests = journal().requests(type);
        if (requests.isEmpty()) {
            throw failure("%nExpected a %s, but received:%n%s", type.getSimpleName(), journal());
        }
        return Assertions.assertThat(requests).as(info.description());
    }

    /**
     * No request of this type was received.
     *
     * @throws IllegalArgumentException if it is the identity SDK's class of a request on tags: these are messaging's here
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerAssert neverReceived(Class<? extends AwsRequest> type) {
        List<? extends AwsRequest> requests = journal().requests(type);
        if (!requests.isEmpty()) {
            throw failure("%nExpected no %s, but received:%n%s", type.getSimpleName(), Lines.of(requests));
        }
        return requireComplete("that no " + type.getSimpleName() + " was received");
    }

    private ChimeMessagingServerAssert requireComplete(String claim) {
        if (journal().evicted() > 0) {
            throw failure(
                    "%nCannot say %s: the oldest %s calls are gone from the journal."
                            + " Start the fake with a larger journalCapacity",
                    claim, journal().evicted());
        }
        return this;
    }

    private Journal journal() {
        isNotNull();
        return actual.journal();
    }
}
