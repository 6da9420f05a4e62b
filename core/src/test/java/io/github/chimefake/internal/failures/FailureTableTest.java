package io.github.chimefake.internal.failures;

import static io.github.chimefake.ChimeError.ACCESS_DENIED;
import static io.github.chimefake.ChimeError.EXPIRED_TOKEN;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.NOT_IMPLEMENTED;
import static io.github.chimefake.ChimeError.TEST_FINISHED;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.Operation.Bearer;
import io.github.chimefake.Provenance;
import io.github.chimefake.failures.FailurePlacement;
import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.failures.OperationFailures;
import io.github.chimefake.internal.messaging.rules.RoleMatrix;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rows agree with what else is known of the operations. {@code ServiceModelTest} compares that with the service models. */
class FailureTableTest {
    private static Stream<OperationFailure> all() {
        return Stream.of(Operation.values()).flatMap(operation -> FailureTable.failures(operation).stream());
    }

    private static Set<Operation> operations(Layer layer) {
        return all().filter(failure -> failure.layer().filter(layer::equals).isPresent())
                .map(OperationFailure::operation)
                .collect(toSet());
    }

    @Test
    void anOperationMeetsTheErrorsOfItsModelAndOfTheModeledOnesNoOther() {
        assertThat(Operation.values()).allSatisfy(operation -> {
            Set<ChimeError> met = OperationFailures.of(operation).stream()
                    .filter(failure -> failure.placement() != FailurePlacement.BATCH_MEMBER)
                    .flatMap(failure -> failure.error().stream())
                    .filter(ChimeError::isModeled)
                    .collect(toSet());

            Set<ChimeError> expected = new TreeSet<>(operation.modeledErrors());
            if (operation == Operation.DESCRIBE_APP_INSTANCE_USER) {
                expected.add(ChimeError.NOT_FOUND); // Observed, although the model does not list it.
            }
            assertThat(met).isEqualTo(expected);
        });
    }

    @Test
    void anOperationIsDeniedByItsClientItsPoliciesAndTheService() {
        assertThat(Operation.values())
                .allSatisfy(operation -> assertThat(
                                OperationFailures.of(operation)
                                        .denials()
                                        .placements(FailurePlacement.BEFORE_EXECUTION)
                                        .stream()
                                        .flatMap(failure -> failure.error().stream()))
                        .contains(EXPIRED_TOKEN, ACCESS_DENIED, UNAUTHORIZED_CLIENT, FORBIDDEN)
                        .allMatch(ChimeError::isDenial));
    }

    @Test
    void onlyOperationsWithABearerFailBecauseOfIt() {
        assertThat(operations(Layer.BEARER))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Operation.values())
                        .filter(operation -> operation.bearer() != Bearer.NONE)
                        .toList());
    }

    @Test
    void rolesDecideAboutTheOperationsOfTheMatrixAndAboutListsOfOthers() {
        Set<Operation> expected = Stream.concat(
                        Stream.of(Operation.values()).filter(FailureTableTest::isInTheMatrix),
                        Stream.of(
                                LIST_CHANNELS,
                                LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER,
                                LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER))
                .collect(toSet());

        assertThat(operations(Layer.ROLE)).isEqualTo(expected);
    }

    private static boolean isInTheMatrix(Operation operation) {
        try {
            RoleMatrix.requireRow(operation);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    @Test
    void onlyMembersOfBatchesFailByThemselves() {
        List<OperationFailure> members = all().filter(failure -> failure.placement() == FailurePlacement.BATCH_MEMBER)
                .toList();

        assertThat(members)
                .isNotEmpty()
                .allMatch(failure -> failure.operation() == BATCH_CREATE_CHANNEL_MEMBERSHIP)
                .allMatch(failure -> failure.error().orElseThrow().isModeled());
    }

    @Test
    void denialsLastAndNothingElseDoes() {
        assertThat(all().filter(failure -> failure.placement() == FailurePlacement.FROM_HERE_ON))
                .isNotEmpty()
                .allMatch(OperationFailure::isDenial)
                .allMatch(failure ->
                        OperationFailures.of(failure.operation()).placements(FailurePlacement.BEFORE_EXECUTION).stream()
                                .anyMatch(once -> once.situation().equals(failure.situation())));
    }

    @Test
    void theTableHasEveryErrorButThoseOfTheFakeItself() {
        Set<ChimeError> expected = new TreeSet<>(List.of(ChimeError.values()));
        expected.removeAll(List.of(NOT_IMPLEMENTED, TEST_FINISHED));

        assertThat(FailureTable.rows().stream()
                        .flatMap(row -> row.error().stream())
                        .collect(toSet()))
                .isEqualTo(expected);
    }

    @Test
    void everyRowHasOperationsAndEvidenceOfAws() {
        assertThat(FailureTable.rows())
                .allSatisfy(row -> assertThat(row.operations()).as(row.id()).isNotEmpty())
                .noneMatch(row -> row.provenance() == Provenance.REQUESTED);
    }

    @Test
    void rowsWithOneIdAreOneFailureOfDifferentOperations() {
        Collection<List<FailureRow>> alike =
                FailureTable.rows().stream().collect(groupingBy(FailureRow::id)).values();

        assertThat(alike).allSatisfy(rows -> {
            assertThat(rows.stream()
                            .map(row ->
                                    List.of(row.error(), row.layer(), row.placements(), row.situation(), row.message()))
                            .distinct())
                    .hasSize(1);
            assertThat(rows.stream().flatMap(row -> row.operations().stream())).doesNotHaveDuplicates();
        });
    }

    @Test
    void failuresAreInTheOrderOfTheLayers() {
        assertThat(Operation.values())
                .allSatisfy(operation -> assertThat(
                                OperationFailures.of(operation).stream().flatMap(failure -> failure.layer().stream()))
                        .isSorted());
    }

    @Test
    void everyFailureHasANameOfItsOwn() {
        assertThat(all().map(OperationFailure::name)).doesNotHaveDuplicates().noneMatch(String::isBlank);
    }
}
