package io.github.chimefake.constraints;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.constraints.DocumentedConstraint;
import io.github.chimefake.internal.constraints.DocumentedConstraints;
import io.github.chimefake.internal.protocol.MappedRequests;
import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.testing.Fakes;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Each constraint outside the service models is tried at its bound and over it, with each operation that it is about. */
@Tag("slow")
class DocumentedConstraintsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    static Stream<Trial> trials() {
        return Stream.of(
                        TagTrials.all(),
                        RequestTrials.all(),
                        MessageTrials.all(),
                        FilterRuleTrials.all(),
                        ChannelTrials.all(),
                        ElasticChannelTrials.all(),
                        SubChannelTrials.all(),
                        ChannelFlowTrials.all(),
                        ForeignResourceTrials.all(),
                        LifetimeTrials.all(),
                        QuotaTrials.all())
                .flatMap(trials -> trials);
    }

    @ParameterizedTest
    @MethodSource("trials")
    void whatIsAtTheBoundIsAcceptedAndWhatIsOverItFails(Trial trial) {
        Scene scene = Scene.in(fakes, "us-east-1");
        DocumentedConstraint constraint = trial.constraint();

        trial.at().accept(scene);
        AwsServiceException failure = catchThrowableOfType(
                AwsServiceException.class, () -> trial.over().accept(scene));

        assertThat(failure).as("the request over the bound").isNotNull();
        assertThat(failure.awsErrorDetails().errorCode())
                .isEqualTo(constraint.error().errorType());
        assertThat(scene.lastCall().operation()).contains(trial.operation());
        // Of a batch, a member of a successful response fails.
        assertThat(scene.lastCall().errorResponse().map(ErrorResponse::provenance))
                .isIn(
                        Optional.of(constraint.errorProvenance()),
                        trial.operation() == Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP
                                ? Optional.<Provenance>empty()
                                : Optional.of(constraint.errorProvenance()));
    }

    static Stream<DocumentedConstraint> constraints() {
        return DocumentedConstraints.all();
    }

    @ParameterizedTest
    @MethodSource("constraints")
    void eachConstraintIsTriedWithEachOfItsOperations(DocumentedConstraint constraint) {
        Set<Operation> tried = trials().filter(trial -> trial.constraint().equals(constraint))
                .map(Trial::operation)
                .collect(toCollection(() -> EnumSet.noneOf(Operation.class)));

        assertThat(tried).isEqualTo(constraint.operations());
    }

    @Test
    void eachTrialIsOfAConstraintOfTheTable() {
        assertThat(trials().map(Trial::constraint))
                .isSubsetOf(DocumentedConstraints.all().toList());
    }

    /** Members whose constraints hold wherever they are. A new operation that has one belongs in its rows. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Tags", "TagKeys", "Metadata", "SubChannelId", "ClientRequestToken", "CallbackId", "NextToken"})
    void eachOperationWithTheMemberIsInARow(String member) {
        List<Operation> having = Stream.of(Operation.values())
                .filter(operation -> MappedRequests.members(operation).contains(member))
                .toList();

        assertThat(having)
                .isNotEmpty()
                .allMatch(
                        operation -> DocumentedConstraints.all()
                                .filter(constraint -> constraint.members().contains("`" + member))
                                .anyMatch(constraint -> constraint.operations().contains(operation)),
                        "in a row for " + member);
    }
}
