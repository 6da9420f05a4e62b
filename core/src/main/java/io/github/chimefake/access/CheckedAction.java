package io.github.chimefake.access;

import io.github.chimefake.call.Call;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelRequest;

/**
 * An action that IAM checks a call for, and on what. Most calls are checked for the action of their own name alone.
 *
 * @param name for example {@code chime:SendChannelMessage}
 * @param resources the ARNs that the policies must allow it on, every one of them
 */
record CheckedAction(String name, List<String> resources) {
    CheckedAction {
        resources = List.copyOf(resources);
    }

    static List<CheckedAction> of(Call call) {
        CheckedAction own = new CheckedAction(call.operation().iamAction(), CheckedResources.of(call));
        return Stream.concat(Stream.of(own), expirationOfNewChannel(call).stream())
                .toList();
    }

    /**
     * A channel that is to expire needs the permission to say so as well. On what it is checked is not documented; the channel,
     * which is not there yet, is left out.
     *
     * @see <a href="https://docs.aws.amazon.com/chime-sdk/latest/dg/expiration.html">Using expiration settings</a>
     */
    private static Optional<CheckedAction> expirationOfNewChannel(Call call) {
        return call.request() instanceof CreateChannelRequest request && request.expirationSettings() != null
                ? Optional.of(new CheckedAction("chime:PutChannelExpirationSettings", CheckedResources.of(call)))
                : Optional.empty();
    }
}
