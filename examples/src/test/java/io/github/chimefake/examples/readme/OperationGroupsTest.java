package io.github.chimefake.examples.readme;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.Operation;
import io.github.chimefake.OperationGroup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of groups in docs/operations.md. */
class OperationGroupsTest {
    @ParameterizedTest
    @EnumSource
    void pageHasTheOperationsOfEachGroup(OperationGroup group) {
        String row = group.operations().stream()
                .map(Operation::awsName)
                .collect(joining(", ", "| `" + group + "` | ", " |"));

        assertThat(Documentation.text(Documentation.root().resolve("docs/operations.md"))
                        .lines())
                .contains(row);
    }
}
