package io.github.chimefake.internal.iam.template;

import java.util.function.UnaryOperator;

/**
 * Replaces an ARN and the ARNs below it by another one. Also replaces its region and account where they are a whole component of an
 * ARN of any service, or a whole text, as in conditions.
 */
public final class ArnMapping implements UnaryOperator<String> {
    private static final int COUNT = 6;

    private final Components from;
    private final Components to;

    /** The components of an ARN, the resource with all its colons. */
    private record Components(String partition, String service, String region, String account, String resource) {
        @Override
        public String toString() {
            return String.join(":", "arn", partition, service, region, account, resource);
        }
    }

    private ArnMapping(Components from, Components to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Returns a mapping from one ARN to another.
     *
     * @throws IllegalArgumentException if one of them is not an ARN
     */
    public static ArnMapping of(String from, String to) {
        return new ArnMapping(required(from), required(to));
    }

    private static Components required(String arn) {
        String[] parts = arn.split(":", COUNT);
        if (parts.length < COUNT || !parts[0].equals("arn") || parts[COUNT - 1].isEmpty()) {
            throw new IllegalArgumentException("mapping(…): received \"" + arn + "\", expected an ARN, for example"
                    + " \"arn:aws:chime:us-east-1:111122223333:app-instance/chat\". Other texts are replaced with"
                    + " replacing(…)");
        }
        return components(parts);
    }

    private static Components components(String[] parts) {
        return new Components(parts[1], parts[2], parts[3], parts[4], parts[5]);
    }

    /** Returns the text, mapped if it is an ARN, the account or the region; else as it is. */
    @Override
    public String apply(String text) {
        if (text.isEmpty()) {
            return text;
        }
        if (text.equals(from.account)) {
            return to.account;
        }
        if (text.equals(from.region)) {
            return to.region;
        }
        String[] parts = text.split(":", COUNT);
        if (parts.length < COUNT || !parts[0].equals("arn")) {
            return text;
        }
        Components arn = components(parts);
        return isMeant(arn) ? apply(arn).toString() : text;
    }

    /** Resources of other accounts are not changed, nor are those of the same service in other regions. */
    private boolean isMeant(Components arn) {
        return arn.service.equals(from.service)
                ? mayBe(arn.account, from.account) && mayBe(arn.region, from.region)
                : arn.account.isEmpty() || mayBe(arn.account, from.account);
    }

    private Components apply(Components arn) {
        return new Components(
                mapped(arn.partition, from.partition, to.partition),
                arn.service,
                mapped(arn.region, from.region, to.region),
                mapped(arn.account, from.account, to.account),
                arn.service.equals(from.service) ? resource(arn.resource) : arn.resource);
    }

    private static boolean mayBe(String component, String expected) {
        return component.equals(expected) || component.contains("*") || component.contains("?");
    }

    private static String mapped(String component, String from, String to) {
        return component.equals(from) && !component.isEmpty() ? to : component;
    }

    private String resource(String resource) {
        boolean isMeant = resource.equals(from.resource)
                || (resource.startsWith(from.resource) && "/*?".indexOf(resource.charAt(from.resource.length())) >= 0);
        return isMeant ? to.resource + resource.substring(from.resource.length()) : resource;
    }
}
