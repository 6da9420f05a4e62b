package io.github.chimefake.internal.arn;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An Amazon Resource Name that a request or the state contains. Its class is the kind of resource; it is determined by
 * the form of the text, so the resource need not exist. Equality and order are those of the text, which is also the
 * order of lists.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonchime.html">Resource
 *     types</a>
 */
public abstract sealed class Arn implements Comparable<Arn> permits AppInstanceArn, ChildArn, OtherArn {
    private final String text;

    Arn(String text) {
        this.text = text;
    }

    /** Returns the ARN with this text. A text that is not an ARN gives an {@link OtherArn}. */
    public static Arn of(String text) {
        int resource = ArnParts.startOfResource(text);
        if (resource < 0 || !text.startsWith(AppInstanceArn.PREFIX, resource)) {
            return new OtherArn(text, Optional.empty());
        }
        int id = resource + AppInstanceArn.PREFIX.length();
        int slash = text.indexOf('/', id);
        int end = slash < 0 ? text.length() : slash;
        if (end == id) {
            return new OtherArn(text, Optional.empty());
        }
        AppInstanceArn appInstance = new AppInstanceArn(text.substring(0, end), text.substring(id, end));
        return slash < 0 ? appInstance : below(appInstance, text);
    }

    private static Arn below(AppInstanceArn appInstance, String text) {
        int start = appInstance.text().length() + 1;
        int slash = text.indexOf('/', start);
        String kind = text.substring(start, slash < 0 ? text.length() : slash);
        String id = slash < 0 ? "" : text.substring(slash + 1);
        return switch (kind) {
            case UserArn.KIND -> new UserArn(appInstance, text, id);
            case BotArn.KIND -> new BotArn(appInstance, text, id);
            case ChannelArn.KIND -> new ChannelArn(appInstance, text, id);
            case ChannelFlowArn.KIND -> new ChannelFlowArn(appInstance, text, id);
            default -> new OtherArn(text, Optional.of(appInstance));
        };
    }

    /**
     * Returns the ARN with this text.
     *
     * @throws IllegalArgumentException if it is of another kind
     */
    public static <A extends Arn> A parse(String text, Class<A> kind) {
        Arn arn = of(text);
        if (!kind.isInstance(arn)) {
            throw new IllegalArgumentException("\"" + text + "\" is not a " + kind.getSimpleName());
        }
        return kind.cast(arn);
    }

    /**
     * Returns the id within the account or the app instance, for example {@code alice}; empty if the text ends before
     * it.
     */
    public abstract String id();

    /**
     * Returns the kind of resource as the text contains it, for example {@code user}; empty if the text is not an ARN.
     */
    public abstract String kind();

    /** Returns the text of an ARN below this one, even if such a resource cannot exist. */
    public final String below(String kind, String id) {
        return text + "/" + kind + "/" + id;
    }

    /** Returns the app instance that this resource is or belongs to; empty if there is none in the text. */
    public abstract Optional<AppInstanceArn> owner();

    /** Returns the ARN as text. */
    public final String text() {
        return text;
    }

    @Override
    public final int compareTo(Arn other) {
        return text.compareTo(other.text);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Arn that && text.equals(that.text));
    }

    @Override
    public final int hashCode() {
        return text.hashCode();
    }

    /** Returns the ARN as text. */
    @Override
    public final String toString() {
        return text;
    }
}
