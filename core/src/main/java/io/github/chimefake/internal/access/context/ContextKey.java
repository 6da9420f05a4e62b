package io.github.chimefake.internal.access.context;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.github.chimefake.Provenance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One condition key of AWS: a row of {@code docs/condition-keys.md}, which is written from these.
 *
 * @param name the key; one that ends with a slash stands for the keys of all tags
 * @param type what kind of values it has
 * @param presence which requests have it
 * @param provenance what the presence and the value rest on
 * @param source where the fake takes its values from
 * @param note the value and the reason, in Markdown
 */
public record ContextKey(
        String name, ValueType type, Presence presence, Provenance provenance, Source source, String note) {

    /** What kind of values a key has, as AWS's guide names it. */
    public enum ValueType {
        ARN("ARN"),
        BOOLEAN("Boolean"),
        DATE("date"),
        IP_ADDRESS("IP address"),
        NUMERIC("numeric"),
        STRING("string"),
        STRINGS("strings");

        private final String label;

        ValueType(String label) {
            this.label = label;
        }

        /** Returns the name in the table. */
        public String label() {
            return label;
        }
    }

    /** Which requests have a key, unless a test sets it otherwise. */
    public enum Presence {
        ALWAYS("always"),
        SOME_CALLERS("some callers"),
        SOME_REQUESTS("some requests"),
        SOME_RESOURCES("some resources"),
        /** AWS may add it to a request to Chime for a reason that the fake cannot see. */
        WHEN_SET("when set"),
        /** AWS adds it to requests to other services only. */
        NOT_FOR_CHIME("not for Chime");

        private final String label;

        Presence(String label) {
            this.label = label;
        }

        /** Returns the name in the table. */
        public String label() {
            return label;
        }
    }

    /** Where the fake takes the values of a key from: a map of keys to their values. */
    public sealed interface Source {
        /** The same for all calls of a caller. */
        record OfCaller(Function<CallerFacts, Map<String, List<String>>> values) implements Source {}

        /** Differs between calls. */
        record OfCall(Function<CallFacts, Map<String, List<String>>> values) implements Source {}

        /** Differs between the resources of a call. */
        record OfResource(Function<ResourceFacts, Map<String, List<String>>> values) implements Source {}

        /** Absent until a test sets it. */
        record Nothing() implements Source {}
    }

    /** Returns this key with another mark; keys are documented unless they say otherwise. */
    ContextKey rests(Provenance on) {
        return new ContextKey(name, type, presence, on, source, note);
    }

    static ContextKey ofCaller(
            String name, ValueType type, Presence presence, Function<CallerFacts, List<String>> values, String note) {
        return documented(name, type, presence, new Source.OfCaller(facts -> Map.of(name, values.apply(facts))), note);
    }

    static ContextKey tagsOfCaller(String name, Function<CallerFacts, Map<String, String>> tags, String note) {
        return documented(
                name,
                ValueType.STRING,
                Presence.SOME_CALLERS,
                new Source.OfCaller(facts -> tagKeys(name, tags.apply(facts))),
                note);
    }

    static ContextKey ofCall(
            String name, ValueType type, Presence presence, Function<CallFacts, List<String>> values, String note) {
        return documented(name, type, presence, new Source.OfCall(facts -> Map.of(name, values.apply(facts))), note);
    }

    static ContextKey tagsOfCall(String name, Function<CallFacts, Map<String, String>> tags, String note) {
        return documented(
                name,
                ValueType.STRING,
                Presence.SOME_REQUESTS,
                new Source.OfCall(facts -> tagKeys(name, tags.apply(facts))),
                note);
    }

    static ContextKey ofResource(
            String name, ValueType type, Presence presence, Function<ResourceFacts, List<String>> values, String note) {
        return documented(
                name, type, presence, new Source.OfResource(facts -> Map.of(name, values.apply(facts))), note);
    }

    static ContextKey tagsOfResource(String name, Function<ResourceFacts, Map<String, String>> tags, String note) {
        return documented(
                name,
                ValueType.STRING,
                Presence.SOME_RESOURCES,
                new Source.OfResource(facts -> tagKeys(name, tags.apply(facts))),
                note);
    }

    static ContextKey whenSet(String name, ValueType type, String note) {
        return documented(name, type, Presence.WHEN_SET, new Source.Nothing(), note);
    }

    static ContextKey notForChime(String name, ValueType type, String note) {
        return documented(name, type, Presence.NOT_FOR_CHIME, new Source.Nothing(), note);
    }

    /** Returns the value as a key has it: a list, empty if the key is absent. */
    static List<String> values(Optional<String> value) {
        return value.map(List::of).orElse(List.of());
    }

    /** Returns one value if the condition holds, else none. */
    static List<String> valueIf(boolean condition, String value) {
        return condition ? List.of(value) : List.of();
    }

    private static ContextKey documented(String name, ValueType type, Presence presence, Source source, String note) {
        return new ContextKey(name, type, presence, Provenance.DOCUMENTED, source, note);
    }

    private static Map<String, List<String>> tagKeys(String prefix, Map<String, String> tags) {
        return tags.entrySet().stream()
                .collect(toUnmodifiableMap(tag -> prefix + tag.getKey(), tag -> List.of(tag.getValue())));
    }
}
