package io.github.chimefake;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ArnParts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An app instance user or bot, as named in {@code x-amz-chime-bearer}. Roles act on it; IAM policies act on the {@link ChimeCaller} that
 * signs the request. Immutable; two are equal if their ARNs and names are equal.
 *
 * @since 0.1
 */
public final class ChimeUser {
    private final String arn;
    private final String name;

    private ChimeUser(String arn, String name) {
        this.arn = arn;
        this.name = name;
    }

    /** Returns the user with this ARN; its name is the last part of the ARN. Registers nothing, and does not check the ARN. */
    public static ChimeUser of(String arn) {
        return new ChimeUser(arn, arn.substring(arn.lastIndexOf('/') + 1));
    }

    /** Returns the user with this ARN and display name. Registers nothing. */
    public static ChimeUser of(String arn, String name) {
        return new ChimeUser(arn, name);
    }

    /** Returns the ARN, for example {@code arn:aws:chime:us-east-1:111122223333:app-instance/I/user/alice}. */
    public String arn() {
        return arn;
    }

    /**
     * Returns the id within the app instance, for example {@code alice}.
     *
     * @throws IllegalArgumentException if this was created from a text that is not an ARN
     */
    public String id() {
        ArnParts.parse(arn); // Throws if it is not an ARN.
        return Arn.of(arn).id();
    }

    /** Returns the display name. */
    public String name() {
        return name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChimeUser that && arn.equals(that.arn) && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(arn, name);
    }

    /** Returns name and ARN. */
    @Override
    public String toString() {
        return name + " (" + arn + ")";
    }
}
