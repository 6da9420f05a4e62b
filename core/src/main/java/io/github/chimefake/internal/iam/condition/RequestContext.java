package io.github.chimefake.internal.iam.condition;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request: context keys and their values. Keys are not case-sensitive, and values are text, as in the
 * policies that they are compared with: {@code true}, {@code 10}, {@code 2026-11-22T10:00:00Z}. A key without values is an
 * absent key.
 *
 * <pre>{@code
 * RequestContext context = RequestContext.empty()
 *         .with("aws:SecureTransport", "true")
 *         .with("aws:TagKeys", "team", "cost-center");
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition
 *     context keys</a>
 */
public final class RequestContext {
    private static final RequestContext EMPTY = new RequestContext(Map.of());

    private final Map<String, Entry> known;
    private final Rest rest;

    private record Entry(String key, List<String> values) {}

    /** Entries that are found out when one of them is asked for, and then kept. */
    private static final class Rest {
        private static final Rest NONE = new Rest(RequestContext::empty);

        private final Supplier<RequestContext> source;
        private volatile @Nullable Map<String, Entry> found;

        Rest(Supplier<RequestContext> source) {
            this.source = source;
        }

        Map<String, Entry> entries() {
            Map<String, Entry> entries = found;
            if (entries == null) {
                entries = source.get().entries();
                found = entries;
            }
            return entries;
        }
    }

    private RequestContext(Map<String, Entry> known) {
        this(known, Rest.NONE);
    }

    private RequestContext(Map<String, Entry> known, Rest rest) {
        this.known = known;
        this.rest = rest;
    }

    /** Nothing is known of the request. */
    public static RequestContext empty() {
        return EMPTY;
    }

    /**
     * This context, and beside its keys others that are found out only if a condition or a variable asks for a key that it
     * lacks, as most requests are decided without. Such keys that this context has already are found out at once.
     *
     * @param others gives the same whenever it is asked
     */
    public RequestContext withLazy(Supplier<RequestContext> others) {
        return new RequestContext(entries(), new Rest(others));
    }

    /** To collect many keys at once. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects keys. */
    public static final class Builder {
        private final Map<String, Entry> entries = new HashMap<>();

        private Builder() {}

        /** Sets the key's values, in place of any that it had. */
        public Builder put(String key, String... values) {
            return put(key, List.of(values));
        }

        /** Sets the key's values, in place of any that it had. */
        public Builder put(String key, List<String> values) {
            if (values.isEmpty()) {
                entries.remove(folded(key));
            } else {
                entries.put(folded(key), new Entry(key, List.copyOf(values)));
            }
            return this;
        }

        /** Sets all keys of the context, in place of those of the same name. */
        public Builder putAll(RequestContext context) {
            entries.putAll(context.entries());
            return this;
        }

        /** The values that were put under the key; empty if there are none. */
        public List<String> values(String key) {
            Entry entry = entries.get(folded(key));
            return entry == null ? List.of() : entry.values();
        }

        /** The context with all that was put into it. */
        public RequestContext build() {
            return entries.isEmpty() ? EMPTY : new RequestContext(Map.copyOf(entries));
        }
    }

    /** This context with the key's values set, in place of any that it has; without values, the key is taken out. */
    public RequestContext with(String key, String... values) {
        return builder().putAll(this).put(key, values).build();
    }

    /** This context with the key's values set, in place of any that it has; without values, the key is taken out. */
    public RequestContext with(String key, List<String> values) {
        return builder().putAll(this).put(key, values).build();
    }

    /** This context and the other one, whose values take the place of ours where both have a key. */
    public RequestContext with(RequestContext other) {
        return builder().putAll(this).putAll(other).build();
    }

    /** The key's values; empty if it is absent. */
    public List<String> values(String key) {
        return foldedValues(folded(key));
    }

    /** All keys, as they were given, in alphabetical order, and their values. */
    public Map<String, List<String>> asMap() {
        Map<String, List<String>> map = new TreeMap<>();
        entries().values().forEach(entry -> map.put(entry.key(), entry.values()));
        return map;
    }

    /** The values of a key that is given as {@link #folded} has it. */
    List<String> foldedValues(String foldedKey) {
        Entry entry = known.get(foldedKey);
        if (entry == null) {
            entry = rest.entries().get(foldedKey);
        }
        return entry == null ? List.of() : entry.values();
    }

    private Map<String, Entry> entries() {
        if (rest == Rest.NONE) {
            return known;
        }
        Map<String, Entry> all = new HashMap<>(rest.entries());
        all.putAll(known);
        return all;
    }

    /** The key as all spellings of it have it in common. */
    public static String folded(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    /** Whether both hold the same values under the same keys, whatever the keys' case. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RequestContext context
                && entries().keySet().equals(context.entries().keySet())
                && entries().keySet().stream().allMatch(key -> foldedValues(key).equals(context.foldedValues(key)));
    }

    @Override
    public int hashCode() {
        return entries().keySet().hashCode();
    }

    /** The keys and values, for example <code>{aws:SecureTransport=[true]}</code>. */
    @Override
    public String toString() {
        return asMap().toString();
    }
}
