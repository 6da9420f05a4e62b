package io.github.chimefake.internal.access.policies;

import io.github.chimefake.ChimeService;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelFlowArn;
import io.github.chimefake.internal.exchange.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The resources that IAM checks for a call. The policies must allow the action on each of them.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonchime.html">Actions
 *     defined by Amazon Chime</a>
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
                concat(bearerAndChannel(call), named(call, ChannelFlowArn.KIND));
            case CREATE_CHANNEL_FLOW,
                    GET_MESSAGING_STREAMING_CONFIGURATIONS,
                    PUT_MESSAGING_STREAMING_CONFIGURATIONS,
                    DELETE_MESSAGING_STREAMING_CONFIGURATIONS -> named(call, AppInstanceArn.KIND);
            // AWS's table lists DeleteChannelFlow under channels; its request names only the flow.
            case DELETE_CHANNEL_FLOW,
                    DESCRIBE_CHANNEL_FLOW,
                    UPDATE_CHANNEL_FLOW,
                    LIST_CHANNELS_ASSOCIATED_WITH_CHANNEL_FLOW -> named(call, ChannelFlowArn.KIND);
            // Checked on every flow of the app instance, because a list names no flow.
            case LIST_CHANNEL_FLOWS ->
                ofKind(call, AppInstanceArn.KIND)
                        .map(appInstance -> appInstance.below(ChannelFlowArn.KIND, "*"))
                        .toList();
            case TAG_RESOURCE, UNTAG_RESOURCE, LIST_TAGS_FOR_RESOURCE ->
                List.copyOf(call.resources().byText().keySet());
            case GET_MESSAGING_SESSION_ENDPOINT -> List.of();
            default -> bearerAndChannel(call);
        };
    }

    private static List<String> bearerAndChannel(Call call) {
        return concat(present(call.bearer()), present(call.resources().channel()));
    }

    private static List<String> named(Call call, String kind) {
        return ofKind(call, kind).map(Arn::text).toList();
    }

    private static Stream<Arn> ofKind(Call call, String kind) {
        return call.resources().others().stream()
                .filter(arn -> arn.kind().equals(kind))
                .sorted();
    }

    private static List<String> present(Optional<Arn> arn) {
        return arn.map(Arn::text).map(List::of).orElse(List.of());
    }

    private static List<String> concat(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
