package io.github.chimefake.internal.directory;

import java.time.Instant;
import java.util.Optional;

/**
 * A device of a user, which notifications are pushed to.
 *
 * @param id its id
 * @param name what the user calls it
 * @param device what it is, and where
 * @param allowMessages ALL or NONE, in the words of the service model
 * @param created when it was registered
 * @param updated when name or allowed messages last changed
 */
public record UserEndpoint(
        String id, Optional<String> name, Device device, String allowMessages, Instant created, Instant updated) {
    /**
     * What never changes of an endpoint.
     *
     * @param type APNS, APNS_SANDBOX or GCM, in the words of the service model
     * @param resourceArn the ARN of the Amazon Pinpoint application that pushes
     * @param token names the device to its maker
     * @param voipToken the same for calls
     */
    public record Device(String type, String resourceArn, String token, Optional<String> voipToken) {}

    public UserEndpoint updated(Optional<String> newName, Optional<String> newAllowMessages, Instant now) {
        return new UserEndpoint(
                id, newName.or(() -> name), device, newAllowMessages.orElse(allowMessages), created, now);
    }
}
