package io.github.chimefake.internal.access.policies;

import io.github.chimefake.ChimeService;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The resources that IAM checks for a call. The policies must allow the action on each of them.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonchime.html">Actions defined by
 *     Amazon Chime</a>
 */
final class CheckedResources {
    private static final String NONE = "*";

    private CheckedResources() {}

    static List<String> of(Call call) {
        List<String> resources = call.operation().service() == ChimeService.MESSAGING
                ? ofMessaging(call.operation(), call)
                : IdentityResources.of(call.operation(), call);
        return resources.isEmpty() ? List.of(NONE) : resources;
    }

    /** Returns whether the request could have a bearer and has none, so that no user is checked. */
    static boolean lackBearer(Call call) {
        return call.bearer().isEmpty()
                && call.request().sdkFields().stream()
                        .anyMatch(field -> field.memberName().equals("ChimeBearer"));
    }

    private static List<String> ofMessaging(Operation operation, Call call) {
        return switch (operation) {
            case CREATE_CHANNEL,
                    LIST_CHANNELS,
                    SEARCH_CHANNELS,
                    LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER,
                    LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER -> present(call.bearer());
            case CHANNEL_FLOW_CALLBACK -> present(call.resources().channel());
            case ASSOCIATE_CHANNEL_FLOW, DISASSOCIATE_CHANNEL_FLOW ->
                concat(bearerAndChannel(call), named(call, "channel-flow"));
            case CREATE_CHANNEL_FLOW,
                    GET_MESSAGING_STREAMING_CONFIGURATIONS,
                    PUT_MESSAGING_STREAMING_CONFIGURATIONS,
                    DELETE_MESSAGING_STREAMING_CONFIGURATIONS -> named(call, "app-instance");
            // AWS's table lists DeleteChannelFlow under channels; its request names only the flow.
            case DELETE_CHANNEL_FLOW,
                    DESCRIBE_CHANNEL_FLOW,
                    UPDATE_CHANNEL_FLOW,
                    LIST_CHANNELS_ASSOCIATED_WITH_CHANNEL_FLOW -> named(call, "channel-flow");
            // The request names no flow, so all flows of its app instance are checked.
            case LIST_CHANNEL_FLOWS ->
                named(call, "app-instance").stream()
                        .map(appInstance -> appInstance + "/channel-flow/*")
                        .toList();
            case TAG_RESOURCE, UNTAG_RESOURCE, LIST_TAGS_FOR_RESOURCE ->
                List.copyOf(call.resources().others());
            case GET_MESSAGING_SESSION_ENDPOINT -> List.of();
            default -> bearerAndChannel(call);
        };
    }

    private static List<String> bearerAndChannel(Call call) {
        return concat(present(call.bearer()), present(call.resources().channel()));
    }

    private static List<String> named(Call call, String type) {
        return call.resources().others().stream()
                .filter(arn -> Arn.tryParse(arn)
                        .filter(parsed -> parsed.type().equals(type))
                        .isPresent())
                .sorted()
                .toList();
    }

    private static List<String> present(Optional<String> arn) {
        return arn.map(List::of).orElse(List.of());
    }

    private static List<String> concat(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
