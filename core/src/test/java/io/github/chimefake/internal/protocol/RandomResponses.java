package io.github.chimefake.internal.protocol;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.protocol.Shape.Text;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Makes responses with every member filled, from a seed: the same seed makes the same responses. */
public final class RandomResponses {
    private static final Text ANY_TEXT = new Text("Any", 0, Shape.UNBOUNDED, Optional.empty(), Optional.empty());

    private final Random random;
    private final RandomText text;

    /** Responses of this seed. */
    public RandomResponses(long seed) {
        random = new Random(seed);
        text = new RandomText(random);
    }

    /** A response with every member filled. */
    public AwsResponse response(Operation operation) {
        SdkPojo builder = SdkBuilders.of(operation.responseType()).newBuilder();
        return (AwsResponse) filled(builder);
    }

    private Object filled(SdkPojo builder) {
        builder.sdkFields().forEach(field -> field.set(builder, value(field)));
        return ((Buildable) builder).build();
    }

    private Object value(SdkField<?> field) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.STRING) {
            return text.of(ANY_TEXT, random.nextInt(30));
        } else if (type == MarshallingType.INTEGER) {
            return random.nextInt();
        } else if (type == MarshallingType.BOOLEAN) {
            return random.nextBoolean();
        } else if (type == MarshallingType.INSTANT) {
            // The wire has milliseconds, and may have none.
            long millis = random.nextInt() * 1000L + (random.nextBoolean() ? random.nextInt(1000) : 0);
            return Instant.ofEpochMilli(millis);
        } else if (type == MarshallingType.LIST) {
            SdkField<?> item = field.getTrait(ListTrait.class).memberFieldInfo();
            return IntStream.range(0, 1 + random.nextInt(3))
                    .mapToObj(i -> value(item))
                    .toList();
        } else if (type == MarshallingType.MAP) {
            SdkField<?> entry = field.getTrait(MapTrait.class).valueFieldInfo();
            Map<String, Object> map = new LinkedHashMap<>();
            IntStream.rangeClosed(0, random.nextInt(3))
                    .forEach(i -> map.put(text.of(ANY_TEXT, 1 + random.nextInt(30)), value(entry)));
            return map;
        } else if (type == MarshallingType.SDK_POJO) {
            return filled(field.constructor().get());
        }
        throw new IllegalStateException("No value is known for " + field.memberName() + " of type " + type);
    }
}
