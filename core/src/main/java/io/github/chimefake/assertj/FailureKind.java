package io.github.chimefake.assertj;

import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.journal.JournalEntry;
import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.journal.Journal;
import io.github.chimefake.journal.RecordedCall;
import java.util.Optional;

/** Which calls an assertion about failures selects. */
enum FailureKind {
    /** Calls that got an authorization failure, which is a 401 or 403. */
    DENIED("denial", "neverDenied") {
        @Override
        Optional<ErrorResponse> errorResponse(RecordedCall call) {
            return call.errorResponse().filter(response -> response.error().isDenial());
        }
    },
    /** Calls that got any error response. */
    FAILED("failure", "neverFailed") {
        @Override
        Optional<ErrorResponse> errorResponse(RecordedCall call) {
            return call.errorResponse();
        }
    },
    /** Calls that policies in audit mode would have denied. */
    DENIED_IN_AUDIT_MODE("audit-mode denial", "neverDeniedInAuditMode") {
        @Override
        Optional<ErrorResponse> errorResponse(RecordedCall call) {
            return call.auditModeDenial();
        }
    };

    private final String noun;
    private final String neverVerb;

    FailureKind(String noun, String neverVerb) {
        this.noun = noun;
        this.neverVerb = neverVerb;
    }

    /** Returns the error of this kind that the call got, or would have got; empty if none. */
    abstract Optional<ErrorResponse> errorResponse(RecordedCall call);

    /** Returns the verb that asserts that there was no such call. */
    String neverVerb() {
        return neverVerb + "(…)";
    }

    /** Returns the calls of this kind that the filter matches. Calls of no operation match only {@link CallFilter#ANY}. */
    Selected select(Journal journal, CallFilter filter) {
        return new Selected(
                journal,
                journal.calls().stream()
                        .filter(recorded -> errorResponse(recorded).isPresent())
                        .filter(recorded ->
                                JournalEntry.call(recorded).map(filter::matches).orElse(filter.equals(CallFilter.ANY)))
                        .toList(),
                noun,
                " of " + filter);
    }
}
