package io.github.chimefake.protocol;

import io.github.chimefake.call.ChimeOperation;
import io.github.chimefake.call.HttpCall;
import io.github.chimefake.call.Refusal;
import io.github.chimefake.call.RefusedException;
import io.github.chimefake.json.Json;
import io.github.chimefake.json.JsonNull;
import io.github.chimefake.json.JsonObject;
import io.github.chimefake.json.JsonValue;
import io.github.chimefake.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Reads requests into the AWS SDK's own classes, by what those say of their members: in which part of the request each
 * stands, under which name, of which type.
 *
 * <p>As the clients send and the service takes it: unknown members and the content type are ignored, {@code null} is as
 * good as absent, and an empty body as good as {@code {}}. Where no member stands in the body, the body is not parsed:
 * some clients send {@code {}} there (measured: the SDK for JavaScript 2 and botocore 1.29).
 */
public final class RequestDecoder {
    /** The longest body that is read, in bytes: 1 MiB. The longest that the model allows is a few kB. */
    public static final int MAX_BODY_LENGTH = 1 << 20;

    private final Map<ChimeOperation, SdkBuilders> builders = new ConcurrentHashMap<>();

    /**
     * Decodes a request. Bad input never throws: what is readable is in the result, beside the first defect found.
     *
     * @param route where the router found that the request leads
     * @param call the request
     */
    public DecodedRequest decode(Route.Matched route, HttpCall call) {
        Decoding decoding = new Decoding(builders.computeIfAbsent(route.operation(), RequestDecoder::builders)
                .newBuilder());
        decoding.readText(route, call);
        decoding.readBody(call.body());
        return decoding.result();
    }

    private static SdkBuilders builders(ChimeOperation operation) {
        return SdkBuilders.of(operation.requestType());
    }

    /** The decoding of one request. */
    private static final class Decoding {
        private final SdkPojo builder;
        private final List<Refusal> defects = new ArrayList<>();

        private Decoding(SdkPojo builder) {
            this.builder = builder;
        }

        private void readText(Route.Matched route, HttpCall call) {
            for (SdkField<?> field : builder.sdkFields()) {
                List<String> values = textValues(field, route, call);
                if (!values.isEmpty()) {
                    keepingDefects(() -> field.set(builder, TextMembers.read(field, values)));
                }
            }
        }

        private static List<String> textValues(SdkField<?> field, Route.Matched route, HttpCall call) {
            String name = field.locationName();
            return switch (field.location()) {
                case PATH, GREEDY_PATH ->
                    Optional.ofNullable(route.pathLabels().get(name)).stream().toList();
                case QUERY_PARAM -> route.query().values(name);
                case HEADER -> call.headerValues(name);
                case PAYLOAD, STATUS_CODE -> List.of();
            };
        }

        private void readBody(byte[] body) {
            List<SdkField<?>> fields = new ArrayList<>(builder.sdkFields());
            fields.removeIf(field -> field.location() != MarshallLocation.PAYLOAD);
            keepingDefects(() -> {
                if (body.length > MAX_BODY_LENGTH) {
                    throw unreadable("has " + body.length + " bytes; expected are at most " + MAX_BODY_LENGTH);
                }
                JsonObject object = fields.isEmpty() || body.length == 0 ? JsonObject.EMPTY : parse(body);
                fields.forEach(field -> keepingDefects(() -> readBodyMember(field, object)));
            });
        }

        private void readBodyMember(SdkField<?> field, JsonObject object) {
            object.get(field.locationName())
                    .filter(value -> !(value instanceof JsonNull))
                    .map(value -> BodyMembers.read(field, value, MemberPath.of(field.memberName())))
                    .ifPresent(value -> field.set(builder, value));
        }

        private static JsonObject parse(byte[] body) {
            try {
                JsonValue value = Json.parse(body);
                if (value instanceof JsonObject object) {
                    return object;
                }
                throw unreadable("is " + value.kind() + "; expected is an object");
            } catch (MalformedJsonException e) {
                throw unreadable("cannot be read: " + e.getMessage());
            }
        }

        private static RefusedException unreadable(String problem) {
            return BadRequests.unreadable("The request body " + problem).asException();
        }

        private void keepingDefects(Runnable step) {
            try {
                step.run();
            } catch (RefusedException e) {
                defects.add(e.refusal());
            }
        }

        private DecodedRequest result() {
            AwsRequest request = (AwsRequest) ((Buildable) builder).build();
            return new DecodedRequest(request, defects.stream().findFirst());
        }
    }
}
