package io.github.chimefake.internal.arn;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Amazon Resource Name, taken apart. Resources of Chime SDK messaging read
 * {@code arn:aws:chime:us-east-1:111122223333:app-instance/I} and, below it, {@code …/user/U}, {@code …/bot/B},
 * {@code …/channel/C} and {@code …/channel-flow/F}.
 *
 * @param partition for example {@code aws}
 * @param service for example {@code chime}
 * @param region for example {@code us-east-1}; may be empty
 * @param account the 12 digits of the account; may be empty
 * @param resource all after the fifth colon
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonchime.html">Resource types</a>
 */
public record Arn(String partition, String service, String region, String account, String resource) {
    private static final String PREFIX = "arn:";
    private static final Pattern APP_INSTANCE = Pattern.compile("app-instance/[^/]+");

    /**
     * Takes an ARN apart.
     *
     * @throws IllegalArgumentException if the text is no ARN
     */
    public static Arn parse(String text) {
        return tryParse(text)
                .orElseThrow(() -> new IllegalArgumentException("Not an ARN: \"" + text
                        + "\". Expected arn:partition:service:region:account:resource, for example"
                        + " arn:aws:chime:us-east-1:111122223333:app-instance/chat"));
    }

    /** The ARN that the text is, or empty if it is none. */
    public static Optional<Arn> tryParse(String text) {
        int partition = PREFIX.length();
        int service = endOfComponent(text, partition) + 1;
        int region = endOfComponent(text, service) + 1;
        int account = endOfComponent(text, region) + 1;
        int resource = endOfComponent(text, account) + 1;
        boolean isPartitionEmpty = service == partition + 1;
        if (!text.startsWith(PREFIX) || isPartitionEmpty || resource >= text.length()) {
            return Optional.empty();
        }
        return Optional.of(new Arn(
                text.substring(partition, service - 1),
                text.substring(service, region - 1),
                text.substring(region, account - 1),
                text.substring(account, resource - 1),
                text.substring(resource)));
    }

    /** Where the next colon stands; at the end of the text if there is none. */
    private static int endOfComponent(String text, int start) {
        int colon = text.indexOf(':', start);
        return colon < 0 ? text.length() : colon;
    }

    /** The ARN of the app instance that this resource belongs to (or is); empty if it belongs to none. */
    public Optional<Arn> appInstance() {
        Matcher matcher = APP_INSTANCE.matcher(resource);
        return matcher.lookingAt()
                ? Optional.of(new Arn(partition, service, region, account, matcher.group()))
                : Optional.empty();
    }

    /** The ARN of a resource below this one, for example {@code child("user", "alice")}. */
    public Arn child(String type, String id) {
        return new Arn(partition, service, region, account, resource + "/" + type + "/" + id);
    }

    /** The type of the last part of the resource, for example {@code user} in {@code app-instance/I/user/U}. */
    public String type() {
        Matcher matcher = APP_INSTANCE.matcher(resource);
        int from = matcher.lookingAt() && matcher.end() < resource.length() ? matcher.end() + 1 : 0;
        int slash = resource.indexOf('/', from);
        return resource.substring(from, slash < 0 ? resource.length() : slash);
    }

    /** What follows the {@link #type()}, for example {@code U} in {@code app-instance/I/user/U}. */
    public String id() {
        Matcher matcher = APP_INSTANCE.matcher(resource);
        int from = matcher.lookingAt() && matcher.end() < resource.length() ? matcher.end() + 1 : 0;
        int slash = resource.indexOf('/', from);
        return slash < 0 ? "" : resource.substring(slash + 1);
    }

    /** The ARN as text. */
    @Override
    public String toString() {
        return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
    }
}
