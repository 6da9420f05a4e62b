package io.github.chimefake.call;

/**
 * A chat identity: an app instance user or bot, as it stands in {@code x-amz-chime-bearer}. Roles act on it; IAM policies
 * act on the {@link ChimeCaller} that signs the request.
 *
 * @param arn for example {@code arn:aws:chime:us-east-1:111122223333:app-instance/I/user/alice}
 * @param name the display name
 */
public record ChimeUser(String arn, String name) {
    /** A user by ARN alone; the last part of the ARN is its name. */
    public static ChimeUser of(String arn) {
        return new ChimeUser(arn, arn.substring(arn.lastIndexOf('/') + 1));
    }

    /** The id within the app instance, for example {@code alice}. */
    public String id() {
        return Arn.parse(arn).id();
    }
}
