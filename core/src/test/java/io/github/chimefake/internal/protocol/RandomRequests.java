package io.github.chimefake.internal.protocol;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.protocol.Shape.Choice;
import io.github.chimefake.internal.protocol.Shape.ListOf;
import io.github.chimefake.internal.protocol.Shape.MapOf;
import io.github.chimefake.internal.protocol.Shape.Member;
import io.github.chimefake.internal.protocol.Shape.Structure;
import io.github.chimefake.internal.protocol.Shape.Text;
import io.github.chimefake.internal.protocol.Shape.WholeNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Makes requests with every member filled, from a seed: the same seed makes the same requests. All keep the constraints,
 * at their bounds as well as between, and hold the characters that encoders stumble over.
 */
public final class RandomRequests {
    /** How near to the bounds lengths, sizes and numbers are chosen. */
    public enum Extent {
        /** The least that the constraints allow. */
        SMALLEST,
        /** The most that the constraints allow; where they set no bound, more than the service does. */
        LARGEST,
        /** Any of these, or anything between, for each value anew. */
        MIXED
    }

    /** What has no bound in the model is filled so far. */
    private static final int LARGEST_TEXT = 5000;

    private static final int LARGEST_COLLECTION = 3;

    private final Random random;
    private final RandomText text;
    private final Extent extent;
    private final Map<MemberPath, UnaryOperator<Optional<Object>>> changes;
    private final Map<MemberPath, Member> visited = new LinkedHashMap<>();

    /** Requests of this seed. */
    public RandomRequests(long seed, Extent extent) {
        this(seed, extent, Map.of());
    }

    private RandomRequests(long seed, Extent extent, Map<MemberPath, UnaryOperator<Optional<Object>>> changes) {
        this.random = new Random(seed);
        this.text = new RandomText(random);
        this.extent = extent;
        this.changes = changes;
    }

    /** Requests of this seed that differ at one place: by another value, or by none. */
    static RandomRequests changedAt(MemberPath path, UnaryOperator<Optional<Object>> change, long seed, Extent extent) {
        return new RandomRequests(seed, extent, Map.of(path, change));
    }

    /** A request with every member filled that the SDK on the class path has. */
    public AwsRequest request(Operation operation) {
        SdkPojo builder = SdkBuilders.of(operation.requestType()).newBuilder();
        for (Member member : RequestShapes.of(operation).members()) {
            fill(builder, member, MemberPath.of(member.name()));
        }
        return (AwsRequest) ((Buildable) builder).build();
    }

    /** Every place that was filled so far, with what the table says of it; items of lists and entries of maps included. */
    Map<MemberPath, Member> visited() {
        return visited;
    }

    private void fill(SdkPojo builder, Member member, MemberPath path) {
        builder.sdkFields().stream()
                .filter(field -> field.memberName().equals(member.name()))
                .findFirst()
                .ifPresent(field -> changed(path, member, value(member.shape(), field, path))
                        .ifPresent(value -> field.set(builder, value)));
    }

    private Optional<Object> changed(MemberPath path, Member member, Object value) {
        visited.put(path, member);
        return changes.getOrDefault(path, UnaryOperator.identity()).apply(Optional.of(value));
    }

    private Object part(Shape shape, SdkField<?> field, MemberPath path) {
        return changed(path, new Member(path.text(), shape, false), value(shape, field, path))
                .orElseThrow();
    }

    private Object value(Shape shape, SdkField<?> field, MemberPath path) {
        if (shape instanceof Text string) {
            // The model allows an empty EndpointId, but no client sends an empty label.
            int least =
                    field.location() == MarshallLocation.PATH ? Math.max(1, string.minLength()) : string.minLength();
            int length = size(least, string.maxLength(), LARGEST_TEXT);
            return field.location() == MarshallLocation.HEADER ? text.asciiArn(length) : text.of(string, length);
        } else if (shape instanceof Choice choice) {
            return choice.values().get(random.nextInt(choice.values().size()));
        } else if (shape instanceof WholeNumber number) {
            return size(number.minimum(), number.maximum(), Integer.MAX_VALUE);
        } else if (shape instanceof ListOf list) {
            SdkField<?> item = field.getTrait(ListTrait.class).memberFieldInfo();
            List<Object> items = new ArrayList<>();
            for (int i = size(list.minSize(), list.maxSize(), LARGEST_COLLECTION); i > 0; i--) {
                items.add(part(list.item(), item, path.item(items.size())));
            }
            return items;
        } else if (shape instanceof MapOf map) {
            SdkField<?> valueField = field.getTrait(MapTrait.class).valueFieldInfo();
            Map<String, Object> entries = new LinkedHashMap<>();
            for (int i = size(1, LARGEST_COLLECTION, LARGEST_COLLECTION); i > 0; i--) {
                String key = (String) part(map.key(), field, path.key());
                entries.put(key, part(map.value(), valueField, path.entry(key)));
            }
            return entries;
        } else if (shape instanceof Structure structure) {
            SdkPojo builder = field.constructor().get();
            structure.members().forEach(member -> fill(builder, member, path.member(member.name())));
            return ((Buildable) builder).build();
        }
        return field.marshallingType() == MarshallingType.BOOLEAN ? random.nextBoolean() : instant();
    }

    private int size(int minimum, int maximum, int largest) {
        int most = maximum == Shape.UNBOUNDED ? Math.max(minimum, largest) : maximum;
        return switch (extent) {
            case SMALLEST -> minimum;
            case LARGEST -> most;
            case MIXED ->
                switch (random.nextInt(4)) {
                    case 0 -> minimum;
                    case 1 -> most;
                    default -> minimum + random.nextInt(Math.max(1, Math.min(most - minimum, 100)));
                };
        };
    }

    private Instant instant() {
        return Instant.ofEpochSecond(
                random.nextInt(Integer.MAX_VALUE), random.nextBoolean() ? random.nextInt(1_000_000_000) : 0);
    }
}
