package io.github.chimefake.internal.directory;

import java.time.Instant;
import java.util.Optional;

/**
 * An endpoint of a user: a device that receives push notifications.
 *
 * @param id its id
 * @param name the name given by the user
 * @param device the device and how to reach it
 * @param allowMessages ALL or NONE, as in the service model
 * @param created when it was registered
 * @param updated when the name or the allowed messages changed last
 */
public record UserEndpoint(
        String id, Optional<String> name, Device device, String allowMessages, Instant created, Instant updated) {
    /**
     * The immutable part of an endpoint.
     *
     * @param type APNS, APNS_SANDBOX or GCM, as in the service model
     * @param resourceArn the ARN of the Amazon Pinpoint application that sends the notifications
     * @param token the device token of Apple or Google
     * @param voipToken the device token for VoIP calls
     */
    public record Device(String type, String resourceArn, String token, Optional<String> voipToken) {}

    public UserEndpoint updated(Optional<String> newName, Optional<String> newAllowMessages, Instant now) {
        return new UserEndpoint(
                id, newName.or(() -> name), device, newAllowMessages.orElse(allowMessages), created, now);
    }
}
