package io.github.chimefake.internal.iam.condition;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The context keys of a request and their values. Keys are not case-sensitive. Values are text, as in the policies that they
 * are compared with: {@code true}, {@code 10}, {@code 2026-11-22T10:00:00Z}. A key without values counts as absent.
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
    private final Lazy lazy;

    private record Entry(String key, List<String> values) {}

    /** Entries that are computed when one of them is first needed. */
    private static final class Lazy {
        private static final Lazy NONE = new Lazy(key -> false, RequestContext::empty);

        private final Predicate<String> mayHave;
        private final Supplier<RequestContext> source;
        private volatile @Nullable Map<String, Entry> computed;

        Lazy(Predicate<String> mayHave, Supplier<RequestContext> source) {
            this.mayHave = mayHave;
            this.source = source;
        }

        @Nullable
        Entry find(String foldedKey) {
            return mayHave.test(foldedKey) ? entries().get(foldedKey) : null;
        }

        Map<String, Entry> entries() {
            Map<String, Entry> entries = computed;
            if (entries == null) {
                entries = source.get().entries();
                computed = entries;
            }
            return entries;
        }
    }

    private RequestContext(Map<String, Entry> known) {
        this(known, Lazy.NONE);
    }

    private RequestContext(Map<String, Entry> known, Lazy lazy) {
        this.known = known;
        this.lazy = lazy;
    }

    /** Returns a context without keys. */
    public static RequestContext empty() {
        return EMPTY;
    }

    /**
     * Returns this context with further keys, which are computed only if a condition or a variable needs a key that this
     * context lacks; most requests are decided without them. Lazy keys of this context are computed immediately.
     *
     * @param others returns the same keys at each call
     */
    public RequestContext withLazy(Supplier<RequestContext> others) {
        return withLazy(key -> true, others);
    }

    /**
     * Returns this context with further keys, like {@link #withLazy(Supplier)}. They are computed only for a key that may be among them.
     *
     * @param mayHave whether a key in the form of {@link #folded} may be among them
     */
    public RequestContext withLazy(Predicate<String> mayHave, Supplier<RequestContext> others) {
        return new RequestContext(entries(), new Lazy(mayHave, others));
    }

    /** Returns a builder for a context with many keys. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects keys. */
    public static final class Builder {
        private final Map<String, Entry> entries = new HashMap<>();

        private Builder() {}

        /** Sets the key's values and replaces earlier ones. */
        public Builder put(String key, String... values) {
            return put(key, List.of(values));
        }

        /** Sets the key's values and replaces earlier ones. */
        public Builder put(String key, List<String> values) {
            if (values.isEmpty()) {
                entries.remove(folded(key));
            } else {
                entries.put(folded(key), new Entry(key, List.copyOf(values)));
            }
            return this;
        }

        /** Sets all keys of the context and replaces earlier ones. */
        public Builder putAll(RequestContext context) {
            entries.putAll(context.entries());
            return this;
        }

        /** Returns the values that were put under the key; empty if there are none. */
        public List<String> values(String key) {
            Entry entry = entries.get(folded(key));
            return entry == null ? List.of() : entry.values();
        }

        /** Returns a context with the collected keys. */
        public RequestContext build() {
            return entries.isEmpty() ? EMPTY : new RequestContext(Map.copyOf(entries));
        }
    }

    /** Returns this context with other values of the key; without values, the key is removed. */
    public RequestContext with(String key, String... values) {
        return builder().putAll(this).put(key, values).build();
    }

    /** Returns this context with other values of the key; without values, the key is removed. */
    public RequestContext with(String key, List<String> values) {
        return builder().putAll(this).put(key, values).build();
    }

    /** Returns this context with the keys of the other one, which replace keys of this one. */
    public RequestContext with(RequestContext other) {
        return builder().putAll(this).putAll(other).build();
    }

    /** Returns the key's values; empty if it is absent. */
    public List<String> values(String key) {
        return foldedValues(folded(key));
    }

    /** Returns all keys, as they were given, in alphabetical order, and their values. */
    public Map<String, List<String>> asMap() {
        Map<String, List<String>> map = new TreeMap<>();
        entries().values().forEach(entry -> map.put(entry.key(), entry.values()));
        return map;
    }

    /** Returns the values of a key in the form of {@link #folded}. */
    List<String> foldedValues(String foldedKey) {
        Entry entry = known.get(foldedKey);
        if (entry == null) {
            entry = lazy.find(foldedKey);
        }
        return entry == null ? List.of() : entry.values();
    }

    private Map<String, Entry> entries() {
        if (lazy == Lazy.NONE) {
            return known;
        }
        Map<String, Entry> all = new HashMap<>(lazy.entries());
        all.putAll(known);
        return all;
    }

    /** Returns the form that all spellings of a key have in common. */
    public static String folded(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    /** Returns whether both have the same values of the same keys, ignoring the case of keys. */
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

    /** Returns the keys and values, for example <code>{aws:SecureTransport=[true]}</code>. */
    @Override
    public String toString() {
        return asMap().toString();
    }
}
