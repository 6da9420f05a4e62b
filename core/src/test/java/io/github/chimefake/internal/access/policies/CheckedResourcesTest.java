package io.github.chimefake.internal.access.policies;

import static io.github.chimefake.Operation.ASSOCIATE_CHANNEL_FLOW;
import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.CHANNEL_FLOW_CALLBACK;
import static io.github.chimefake.Operation.CREATE_CHANNEL;
import static io.github.chimefake.Operation.CREATE_CHANNEL_BAN;
import static io.github.chimefake.Operation.CREATE_CHANNEL_FLOW;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MODERATOR;
import static io.github.chimefake.Operation.DELETE_CHANNEL;
import static io.github.chimefake.Operation.DELETE_CHANNEL_BAN;
import static io.github.chimefake.Operation.DELETE_CHANNEL_FLOW;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MODERATOR;
import static io.github.chimefake.Operation.DELETE_MESSAGING_STREAMING_CONFIGURATIONS;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_BAN;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_FLOW;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_MEMBERSHIP_FOR_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_MODERATED_BY_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_MODERATOR;
import static io.github.chimefake.Operation.DISASSOCIATE_CHANNEL_FLOW;
import static io.github.chimefake.Operation.GET_CHANNEL_MEMBERSHIP_PREFERENCES;
import static io.github.chimefake.Operation.GET_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.GET_CHANNEL_MESSAGE_STATUS;
import static io.github.chimefake.Operation.GET_MESSAGING_SESSION_ENDPOINT;
import static io.github.chimefake.Operation.GET_MESSAGING_STREAMING_CONFIGURATIONS;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.LIST_CHANNELS_ASSOCIATED_WITH_CHANNEL_FLOW;
import static io.github.chimefake.Operation.LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.LIST_CHANNEL_BANS;
import static io.github.chimefake.Operation.LIST_CHANNEL_FLOWS;
import static io.github.chimefake.Operation.LIST_CHANNEL_MEMBERSHIPS;
import static io.github.chimefake.Operation.LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.LIST_CHANNEL_MODERATORS;
import static io.github.chimefake.Operation.LIST_SUB_CHANNELS;
import static io.github.chimefake.Operation.PUT_CHANNEL_EXPIRATION_SETTINGS;
import static io.github.chimefake.Operation.PUT_CHANNEL_MEMBERSHIP_PREFERENCES;
import static io.github.chimefake.Operation.PUT_MESSAGING_STREAMING_CONFIGURATIONS;
import static io.github.chimefake.Operation.REDACT_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.SEARCH_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.UPDATE_CHANNEL;
import static io.github.chimefake.Operation.UPDATE_CHANNEL_FLOW;
import static io.github.chimefake.Operation.UPDATE_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.UPDATE_CHANNEL_READ_MARKER;
import static io.github.chimefake.internal.exchange.CallFixture.ALICE;
import static io.github.chimefake.internal.exchange.CallFixture.APP_INSTANCE;
import static io.github.chimefake.internal.exchange.CallFixture.GENERAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeService;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.exchange.CallFixture;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The resource types are those that AWS's Service Authorization Reference lists for each action. */
class CheckedResourcesTest {
    private static final String BEARER = ALICE.arn();
    private static final String CHANNEL = GENERAL.arn();
    private static final String FLOW = APP_INSTANCE + "/channel-flow/lint";
    private static final String MEMBER = APP_INSTANCE + "/user/bob";

    private static final Map<Operation, List<String>> TABLE = table();

    private static List<Operation> operationsWithoutTags() {
        return ChimeService.MESSAGING.operations().stream()
                .filter(operation ->
                        !operation.awsName().contains("Tag") && !operation.equals(Operation.UNTAG_RESOURCE))
                .toList();
    }

    private static Map<Operation, List<String>> table() {
        Map<Operation, List<String>> table = new EnumMap<>(Operation.class);
        put(
                table,
                List.of(BEARER, CHANNEL),
                BATCH_CREATE_CHANNEL_MEMBERSHIP,
                CREATE_CHANNEL_BAN,
                DELETE_CHANNEL_BAN,
                CREATE_CHANNEL_MEMBERSHIP,
                DELETE_CHANNEL_MEMBERSHIP,
                CREATE_CHANNEL_MODERATOR,
                DELETE_CHANNEL_MODERATOR,
                DELETE_CHANNEL,
                DELETE_CHANNEL_MESSAGE,
                DESCRIBE_CHANNEL,
                DESCRIBE_CHANNEL_BAN,
                DESCRIBE_CHANNEL_MEMBERSHIP,
                DESCRIBE_CHANNEL_MEMBERSHIP_FOR_APP_INSTANCE_USER,
                DESCRIBE_CHANNEL_MODERATED_BY_APP_INSTANCE_USER,
                DESCRIBE_CHANNEL_MODERATOR,
                GET_CHANNEL_MEMBERSHIP_PREFERENCES,
                PUT_CHANNEL_MEMBERSHIP_PREFERENCES,
                GET_CHANNEL_MESSAGE,
                GET_CHANNEL_MESSAGE_STATUS,
                LIST_CHANNEL_BANS,
                LIST_CHANNEL_MEMBERSHIPS,
                LIST_CHANNEL_MESSAGES,
                LIST_CHANNEL_MODERATORS,
                LIST_SUB_CHANNELS,
                PUT_CHANNEL_EXPIRATION_SETTINGS,
                REDACT_CHANNEL_MESSAGE,
                SEND_CHANNEL_MESSAGE,
                UPDATE_CHANNEL,
                UPDATE_CHANNEL_MESSAGE,
                UPDATE_CHANNEL_READ_MARKER);
        put(table, List.of(BEARER, CHANNEL, FLOW), ASSOCIATE_CHANNEL_FLOW, DISASSOCIATE_CHANNEL_FLOW);
        put(
                table,
                List.of(BEARER),
                CREATE_CHANNEL,
                LIST_CHANNELS,
                SEARCH_CHANNELS,
                LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER,
                LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER);
        put(table, List.of(CHANNEL), CHANNEL_FLOW_CALLBACK);
        put(
                table,
                List.of(APP_INSTANCE),
                CREATE_CHANNEL_FLOW,
                GET_MESSAGING_STREAMING_CONFIGURATIONS,
                PUT_MESSAGING_STREAMING_CONFIGURATIONS,
                DELETE_MESSAGING_STREAMING_CONFIGURATIONS);
        put(
                table,
                List.of(FLOW),
                // Listed under channels, but its request names no channel.
                DELETE_CHANNEL_FLOW,
                DESCRIBE_CHANNEL_FLOW,
                UPDATE_CHANNEL_FLOW,
                LIST_CHANNELS_ASSOCIATED_WITH_CHANNEL_FLOW);
        put(table, List.of(APP_INSTANCE + "/channel-flow/*"), LIST_CHANNEL_FLOWS);
        put(table, List.of("*"), GET_MESSAGING_SESSION_ENDPOINT);
        return table;
    }

    private static void put(Map<Operation, List<String>> table, List<String> resources, Operation... operations) {
        Arrays.asList(operations).forEach(operation -> table.put(operation, resources));
    }

    @ParameterizedTest
    @MethodSource("operationsWithoutTags")
    void anActionIsCheckedOnTheResourcesThatAwsLists(Operation operation) {
        CallFixture call = CallFixture.of(operation).naming(APP_INSTANCE, FLOW, MEMBER);

        assertThat(CheckedResources.of(call.bind())).isEqualTo(TABLE.get(operation));
    }

    @ParameterizedTest
    @EnumSource(names = {"TAG_RESOURCE", "UNTAG_RESOURCE", "LIST_TAGS_FOR_RESOURCE"})
    void taggingIsCheckedOnTheResourceThatIsTagged(Operation operation) {
        CallFixture call =
                CallFixture.of(operation).withoutBearer().withoutChannel().naming(CHANNEL);

        assertThat(CheckedResources.of(call.bind())).containsExactly(CHANNEL);
    }

    @Test
    void whatTheRequestDoesNotNameIsNotChecked() {
        assertThat(CheckedResources.of(
                        CallFixture.of(SEND_CHANNEL_MESSAGE).withoutBearer().bind()))
                .containsExactly(CHANNEL);
    }

    @Test
    void aRequestThatNamesNothingIsCheckedOnAnyResource() {
        assertThat(CheckedResources.of(CallFixture.of(SEARCH_CHANNELS)
                        .withoutBearer()
                        .withoutChannel()
                        .bind()))
                .containsExactly("*");
    }

    @Test
    void aFlowOutsideOfAnAppInstanceIsCheckedAsItIsNamed() {
        String flow = "arn:aws:chime:us-east-1:111122223333:channel-flow/lint";

        assertThat(CheckedResources.of(CallFixture.of(DESCRIBE_CHANNEL_FLOW)
                        .withoutBearer()
                        .withoutChannel()
                        .naming(flow)
                        .bind()))
                .containsExactly(flow);
    }

    @Test
    void anAppInstanceWithoutIdIsCheckedAsItIsNamed() {
        String appInstance = "arn:aws:chime:us-east-1:111122223333:app-instance/";
        CallFixture call = CallFixture.of(CREATE_CHANNEL_FLOW)
                .withoutBearer()
                .withoutChannel()
                .naming(appInstance);

        assertThat(CheckedResources.of(call.bind())).containsExactly(appInstance);
        assertThat(CheckedResources.of(CallFixture.of(LIST_CHANNEL_FLOWS)
                        .withoutBearer()
                        .withoutChannel()
                        .naming(appInstance)
                        .bind()))
                .containsExactly(appInstance + "/channel-flow/*");
    }
}
