package io.github.chimefake;

import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_ADMIN;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.LIST_APP_INSTANCE_USERS;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.REGISTER_APP_INSTANCE_USER_ENDPOINT;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.TAG_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperationGroupTest {
    @ParameterizedTest
    @EnumSource(Operation.class)
    void everyOperationIsInOneGroup(Operation operation) {
        assertThat(OperationGroup.values())
                .filteredOn(group -> group.operations().contains(operation))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void whatChangesNothingIsRead(Operation operation) {
        boolean reads = Arrays.asList("Describe", "Get", "List", "Search").stream()
                .anyMatch(word -> operation.awsName().startsWith(word));

        assertThat(OperationGroup.READ.operations().contains(operation)).isEqualTo(reads);
    }

    @Test
    void theGroupsAreThoseOfTheirNames() {
        assertThat(OperationGroup.READ.operations())
                .contains(LIST_CHANNELS, LIST_APP_INSTANCE_USERS)
                .hasSize(24 + 11);
        assertThat(OperationGroup.WRITE.operations())
                .contains(SEND_CHANNEL_MESSAGE, REGISTER_APP_INSTANCE_USER_ENDPOINT)
                .hasSize(8 + 3);
        assertThat(OperationGroup.MODERATION.operations())
                .contains(DELETE_CHANNEL_MESSAGE)
                .hasSize(11);
        assertThat(OperationGroup.ADMINISTRATION.operations())
                .contains(TAG_RESOURCE, CREATE_APP_INSTANCE_USER, CREATE_APP_INSTANCE_ADMIN)
                .hasSize(8 + 13);
    }
}
