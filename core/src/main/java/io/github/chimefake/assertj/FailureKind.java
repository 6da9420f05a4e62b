package io.github.chimefake.assertj;

import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.journal.JournalSnapshot;
import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.journal.RecordedCall;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Returns the noun for such a call. */
    String noun() {
        return noun;
    }

    /** Returns the calls of this kind of these operations that fulfill further criteria. */
    Selected select(JournalSnapshot journal, CallFilter operations, List<Criterion<RecordedCall>> scope) {
        List<Criterion<RecordedCall>> criteria = Stream.concat(
                        Stream.of(Criteria.kind(this), Criteria.operations("of", operations)), scope.stream())
                .toList();
        return Selected.of(journal, noun, criteria, neverVerb + "(…)");
    }
}
