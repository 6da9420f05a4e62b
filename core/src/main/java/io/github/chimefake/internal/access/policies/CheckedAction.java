package io.github.chimefake.internal.access.policies;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.exchange.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelRequest;

/**
 * An action that IAM checks for a call, with its resources. Most calls are checked only for the action of the same
 * name.
 *
 * @param name for example {@code chime:SendChannelMessage}
 * @param resources the ARNs, on each of which the policies must allow the action
 */
record CheckedAction(String name, List<String> resources) {
    CheckedAction {
        resources = List.copyOf(resources);
    }

    static List<CheckedAction> of(Call call) {
        List<CheckedAction> actions = new ArrayList<>(1);
        actions.add(new CheckedAction(call.operation().iamAction(), CheckedResources.of(call)));
        expirationOfNewChannel(call).ifPresent(actions::add);
        expirationOfNewUser(call).ifPresent(actions::add);
        applicationOfEndpoint(call).ifPresent(actions::add);
        return actions;
    }

    /**
     * Returns the second action that creating a channel with an expiration needs. Its resources are not documented; the
     * channel is not among them, because it does not exist yet.
     *
     * @see <a href="https://docs.aws.amazon.com/chime-sdk/latest/dg/expiration.html">Using expiration settings</a>
     */
    private static Optional<CheckedAction> expirationOfNewChannel(Call call) {
        return call.request() instanceof CreateChannelRequest request && request.expirationSettings() != null
                ? Optional.of(new CheckedAction("chime:PutChannelExpirationSettings", CheckedResources.of(call)))
                : Optional.empty();
    }

    /**
     * Returns the second action that creating a user with an expiration needs. It is assumed to be checked on that
     * user.
     */
    private static Optional<CheckedAction> expirationOfNewUser(Call call) {
        return call.operation() == Operation.CREATE_APP_INSTANCE_USER
                        && call.request()
                                .getValueForField("ExpirationSettings", SdkPojo.class)
                                .isPresent()
                ? Optional.of(new CheckedAction(
                        Operation.PUT_APP_INSTANCE_USER_EXPIRATION_SETTINGS.iamAction(), CheckedResources.of(call)))
                : Optional.empty();
    }

    /**
     * Returns the action on the Amazon Pinpoint application that registering the endpoint of a device needs.
     *
     * @see <a href="https://docs.aws.amazon.com/chime-sdk/latest/dg/using-push-notifications.html">Using push
     *     notifications</a>
     */
    private static Optional<CheckedAction> applicationOfEndpoint(Call call) {
        return call.operation() == Operation.REGISTER_APP_INSTANCE_USER_ENDPOINT
                ? call.request()
                        .getValueForField("ResourceArn", String.class)
                        .filter(application -> !application.isEmpty())
                        .map(application -> new CheckedAction("mobiletargeting:GetApp", List.of(application)))
                : Optional.empty();
    }
}
