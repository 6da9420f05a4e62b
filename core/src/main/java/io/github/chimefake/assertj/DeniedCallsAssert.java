package io.github.chimefake.assertj;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.call.CallFilter;
import io.github.chimefake.call.ChimeCaller;
import io.github.chimefake.call.ChimeChannel;
import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.call.Refusal;
import io.github.chimefake.journal.Journal;
import io.github.chimefake.journal.RecordedCall;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.description.Description;

/** Assertions about calls that were refused. Each step leaves out the calls that it does not mean, and fails if none is left. */
public final class DeniedCallsAssert extends AbstractAssert<DeniedCallsAssert, List<RecordedCall>> {
    private final Denial denial;
    private final String described;

    private DeniedCallsAssert(List<RecordedCall> calls, Denial denial, String described, Description description) {
        super(calls, DeniedCallsAssert.class);
        this.denial = denial;
        this.described = described;
        info.description(description);
    }

    /** How calls are denied. */
    enum Denial {
        /** They are refused, whatever the reason. */
        REFUSAL("refusal of ", "that nothing was refused") {
            @Override
            Optional<Refusal> of(RecordedCall call) {
                return call.refusal();
            }
        },
        /** They pass, although policies deny them. */
        SOFT("soft denial of ", "that nothing was denied softly") {
            @Override
            Optional<Refusal> of(RecordedCall call) {
                return call.softDenial();
            }
        };

        private final String noun;
        private final String nothing;

        Denial(String noun, String nothing) {
            this.noun = noun;
            this.nothing = nothing;
        }

        /** How the call was denied; empty if it was not. */
        abstract Optional<Refusal> of(RecordedCall call);

        List<RecordedCall> calls(Journal journal, CallFilter filter) {
            return journal.calls().stream()
                    .filter(recorded -> of(recorded).isPresent())
                    .filter(recorded -> recorded.call().map(filter::matches).orElse(filter.equals(CallFilter.ANY)))
                    .toList();
        }

        String describe(CallFilter filter) {
            return noun + filter;
        }

        /** What is claimed if there is none. */
        String nothing() {
            return nothing;
        }
    }

    static DeniedCallsAssert of(Journal journal, Denial denial, CallFilter filter, Description description) {
        DeniedCallsAssert denied = new DeniedCallsAssert(
                denial.calls(journal, filter), denial, "a " + denial.describe(filter), description);
        if (denied.actual.isEmpty()) {
            throw denied.failure("%nExpected %s, but saw:%n%s", denied.described, journal);
        }
        return denied;
    }

    /** At least one of them had this user as its bearer. */
    @CanIgnoreReturnValue
    public DeniedCallsAssert by(ChimeUser user) {
        return calls(CallFilter.ANY.by(user), "by " + user.name());
    }

    /** At least one of them was signed by this caller. */
    @CanIgnoreReturnValue
    public DeniedCallsAssert by(ChimeCaller caller) {
        return calls(CallFilter.ANY.by(caller), "by " + caller);
    }

    /** At least one of them was on this channel. */
    @CanIgnoreReturnValue
    public DeniedCallsAssert inChannel(ChimeChannel channel) {
        return inChannel(channel.arn());
    }

    /** At least one of them was on the channel with this ARN, for example one that the code under test made. */
    @CanIgnoreReturnValue
    public DeniedCallsAssert inChannel(String channelArn) {
        return calls(CallFilter.ANY.inChannel(channelArn), "in channel " + channelArn);
    }

    /** At least one of them was answered with this error; of soft denials, would have been. */
    @CanIgnoreReturnValue
    public DeniedCallsAssert with(ChimeError error) {
        return refusals(refusal -> refusal.error() == error, "with " + error.errorType());
    }

    /** The explanation of at least one of them contains this text. */
    @CanIgnoreReturnValue
    public DeniedCallsAssert because(String reason) {
        return refusals(refusal -> refusal.explanation().contains(reason), "because \"" + reason + "\"");
    }

    private DeniedCallsAssert calls(CallFilter filter, String words) {
        return narrow(recorded -> recorded.call().filter(filter::matches).isPresent(), words);
    }

    private DeniedCallsAssert refusals(Predicate<Refusal> condition, String words) {
        return narrow(recorded -> denial.of(recorded).filter(condition).isPresent(), words);
    }

    private DeniedCallsAssert narrow(Predicate<RecordedCall> condition, String words) {
        List<RecordedCall> left = actual.stream().filter(condition).toList();
        if (left.isEmpty()) {
            throw failure("%nExpected %s %s, but got:%n%s", described, words, Lines.of(actual));
        }
        return new DeniedCallsAssert(left, denial, described + " " + words, info.description());
    }
}
