package io.github.chimefake.call;

import static io.github.chimefake.call.Operation.DELETE_CHANNEL_MESSAGE;
import static io.github.chimefake.call.Operation.LIST_CHANNELS;
import static io.github.chimefake.call.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.call.Operation.TAG_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperationGroupTest {
    @ParameterizedTest
    @EnumSource
    void everyOperationIsInOneGroup(Operation operation) {
        assertThat(OperationGroup.values())
                .filteredOn(group -> group.operations().contains(operation))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatChangesNothingIsRead(Operation operation) {
        boolean reads = Arrays.asList("Describe", "Get", "List", "Search").stream()
                .anyMatch(word -> operation.awsName().startsWith(word));

        assertThat(OperationGroup.READ.operations().contains(operation)).isEqualTo(reads);
    }

    @Test
    void theGroupsAreThoseOfTheirNames() {
        assertThat(OperationGroup.READ.operations()).contains(LIST_CHANNELS).hasSize(24);
        assertThat(OperationGroup.WRITE.operations())
                .contains(SEND_CHANNEL_MESSAGE)
                .hasSize(8);
        assertThat(OperationGroup.MODERATION.operations())
                .contains(DELETE_CHANNEL_MESSAGE)
                .hasSize(11);
        assertThat(OperationGroup.ADMINISTRATION.operations())
                .contains(TAG_RESOURCE)
                .hasSize(8);
    }
}
