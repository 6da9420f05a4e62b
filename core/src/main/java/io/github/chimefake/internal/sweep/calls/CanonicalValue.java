package io.github.chimefake.internal.sweep.calls;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A value as text, so that it can be compared with that of another run, whatever becomes of it later: without generated ids and instants,
 * and with what it contains.
 *
 * @param text the text
 * @param opaque the types of objects without their own text, so that only their types are compared
 */
public record CanonicalValue(String text, Set<String> opaque) {
    private static final int DEPTH = 20;

    /** Returns the canonical form of a value. May run code of the value, for example its {@code toString()}. */
    public static CanonicalValue of(@Nullable Object value) {
        Walk walk = new Walk();
        String text = walk.text(value, 0);
        return new CanonicalValue(text, Collections.unmodifiableSortedSet(walk.opaque));
    }

    private static final class Walk {
        private final SortedSet<String> opaque = new TreeSet<>();
        private final Set<Object> within = Collections.newSetFromMap(new IdentityHashMap<>());

        private String text(@Nullable Object value, int depth) {
            if (value == null) {
                return "null";
            }
            if (value instanceof Temporal || value instanceof Date) {
                return CanonicalText.INSTANT_TEXT;
            }
            if (depth > DEPTH || !within.add(value)) {
                return "…";
            }
            try {
                return parts(value, depth + 1).orElseGet(() -> own(value));
            } catch (RuntimeException | StackOverflowError | ReflectiveOperationException unreadable) {
                return type(value); // For example a collection that another thread changes.
            } finally {
                within.remove(value);
            }
        }

        private Optional<String> parts(Object value, int depth) throws ReflectiveOperationException {
            if (value instanceof Optional<?> optional) {
                return Optional.of(optional.map(inner -> "Optional[" + text(inner, depth) + "]")
                        .orElse("Optional.empty"));
            }
            if (value instanceof Map<?, ?> map) {
                return Optional.of(map.entrySet().stream()
                        .map(entry -> text(entry.getKey(), depth) + "=" + text(entry.getValue(), depth))
                        .sorted()
                        .collect(Collectors.joining(", ", "{", "}")));
            }
            if (value instanceof Collection<?> items) {
                Stream<String> texts = items.stream().map(item -> text(item, depth));
                return Optional.of(
                        (value instanceof Set<?> ? texts.sorted() : texts).collect(Collectors.joining(", ", "[", "]")));
            }
            if (value.getClass().isArray()) {
                return Optional.of(IntStream.range(0, Array.getLength(value))
                        .mapToObj(index -> text(Array.get(value, index), depth))
                        .collect(Collectors.joining(", ", "[", "]")));
            }
            if (value instanceof SdkPojo part) {
                return Optional.of(pojo(part, depth));
            }
            return value instanceof Record ? Optional.of(record(value, depth)) : Optional.empty();
        }

        private String pojo(SdkPojo part, int depth) {
            return part.sdkFields().stream()
                    .filter(field -> field.getValueOrDefault(part) != null)
                    .sorted((one, other) -> one.memberName().compareTo(other.memberName()))
                    .map(field -> member(field, part, depth))
                    .collect(Collectors.joining(", ", type(part) + "(", ")"));
        }

        private String member(SdkField<?> field, SdkPojo part, int depth) {
            return field.memberName() + "=" + text(field.getValueOrDefault(part), depth);
        }

        private String record(Object value, int depth) throws ReflectiveOperationException {
            StringJoiner text = new StringJoiner(", ", type(value) + "(", ")");
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                text.add(
                        component.getName() + "=" + text(component.getAccessor().invoke(value), depth));
            }
            return text.toString();
        }

        private String own(Object value) {
            if (value instanceof Class<?> type) {
                return type.getName();
            }
            if (value instanceof Throwable thrown) {
                return type(thrown) + ": " + CanonicalText.of(String.valueOf(thrown.getMessage()));
            }
            if (hasText(value)) {
                return CanonicalText.of(String.valueOf(value));
            }
            opaque.add(type(value));
            return type(value);
        }

        private static boolean hasText(Object value) {
            if (value instanceof String || value instanceof Number) {
                return true; // Without reflection, as most values are such.
            }
            try {
                return value.getClass().getMethod("toString").getDeclaringClass() != Object.class;
            } catch (NoSuchMethodException impossible) {
                return false;
            }
        }

        /** Without what differs between two JVMs or two runs, for example the number of a lambda. */
        private static String type(Object value) {
            String name = value.getClass().getSimpleName();
            int generated = name.indexOf("$$");
            return generated < 0 ? name : name.substring(0, generated);
        }
    }
}
