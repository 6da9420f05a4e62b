package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.permissions.PolicyMode;
import io.github.chimefake.testing.Fakes;
import io.github.chimefake.testing.PlainText;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;

/** Explanations and printouts of every operation are sentences, and not what Java makes of an object. */
@Tag("slow")
class PlainTextsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeCaller backend = chime.caller("assumed-role/chat-backend");
    private final EveryOperation calls = EveryOperation.of(chime, backend);

    @AfterEach
    void areReadable() {
        assertThat(chime.journal().failures()).isNotEmpty();
        PlainText.requireIn(chime);
    }

    private void callAll() {
        callAll(UnaryOperator.identity());
    }

    private void callAll(UnaryOperator<AwsRequest> change) {
        for (Operation operation : Operation.values()) {
            calls.errorOf(operation, change);
        }
    }

    /** Replaces the texts that the path, the headers and the repetition of a call do not need. */
    private static UnaryOperator<AwsRequest> texts(String other) {
        return request -> {
            AwsRequest.Builder builder = request.toBuilder();
            for (SdkField<?> field : ((SdkPojo) builder).sdkFields()) {
                boolean replaced = field.location() != MarshallLocation.PATH
                        && field.location() != MarshallLocation.HEADER
                        && !field.memberName().equals("ClientRequestToken")
                        && field.getValueOrDefault(request) instanceof String;
                if (replaced) {
                    field.set(builder, other);
                }
            }
            return builder.build();
        };
    }

    @Test
    void ofWellFormedRequests() {
        callAll();
        callAll();
    }

    @Test
    void ofTokensThatCameBeforeWithOtherTexts() {
        callAll();
        callAll(texts("other"));

        assertThat(chime.journal().failures())
                .flatExtracting(call -> call.errorResponse().stream().toList())
                .extracting(ErrorResponse::explanation)
                .anyMatch(text -> text.contains("was used before with another Name"));
    }

    @Test
    void ofRequestsWithoutTexts() {
        callAll(texts(""));
    }

    @Test
    void ofRequestsWithOverlongTexts() {
        callAll(texts("x ".repeat(1_000)));
    }

    @Test
    void ofDenialsByRules() {
        chime.permissions().by(backend).deny();
        callAll();
    }

    @Test
    void ofDenialsByPolicies() {
        chime.permissions().requirePolicies(true);
        callAll();
    }

    @Test
    void ofDenialsInAuditMode() {
        chime.permissions().requirePolicies(true);
        chime.permissions().policyMode(PolicyMode.AUDIT);
        callAll();
        assertThat(chime.journal().auditModeDenials()).isNotEmpty();
    }

    @Test
    void ofFaults() {
        chime.faults().fail(ChimeError.FORBIDDEN);
        callAll();
    }
}
