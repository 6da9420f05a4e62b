package io.github.chimefake;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ArnParts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A channel. Immutable; two are equal if their ARNs and names are equal.
 *
 * @since 0.1
 */
public final class ChimeChannel {
    private final String arn;
    private final String name;

    private ChimeChannel(String arn, String name) {
        this.arn = arn;
        this.name = name;
    }

    /** Returns the channel with this ARN; its name is the last part of the ARN. Registers nothing, and does not check the ARN. */
    public static ChimeChannel of(String arn) {
        return new ChimeChannel(arn, arn.substring(arn.lastIndexOf('/') + 1));
    }

    /** Returns the channel with this ARN and display name. Registers nothing. */
    public static ChimeChannel of(String arn, String name) {
        return new ChimeChannel(arn, name);
    }

    /** Returns the ARN, for example {@code arn:aws:chime:us-east-1:111122223333:app-instance/I/channel/general}. */
    public String arn() {
        return arn;
    }

    /**
     * Returns the id within the app instance, for example {@code general}.
     *
     * @throws IllegalArgumentException if this was created from a text that is not an ARN
     */
    public String id() {
        ArnParts.parse(arn); // Throws if it is not an ARN.
        return Arn.of(arn).id();
    }

    /** Returns the name that the channel had when it was created. */
    public String name() {
        return name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChimeChannel that && arn.equals(that.arn) && name.equals(that.name);
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
