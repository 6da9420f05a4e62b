package io.github.chimefake.internal.protocol;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonNull;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.json.MalformedJsonException;
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

    private final Map<Operation, RequestFields> fields = new ConcurrentHashMap<>();

    /**
     * Decodes a request. Bad input never throws: what is readable is in the result, beside the first defect found.
     *
     * @param route where the router found that the request leads
     * @param call the request
     */
    public DecodedRequest decode(Route.Matched route, HttpRequest call) {
        Decoding decoding = new Decoding(fields.computeIfAbsent(route.operation(), RequestFields::of));
        decoding.readText(route, call);
        decoding.readBody(call.body());
        return decoding.result();
    }

    /** How requests of one operation are made, and which of their fields stand in the body and which do not. */
    private record RequestFields(SdkBuilders builders, List<SdkField<?>> asText, List<SdkField<?>> inBody) {
        static RequestFields of(Operation operation) {
            SdkBuilders builders = SdkBuilders.of(operation.requestType());
            List<SdkField<?>> all = builders.newBuilder().sdkFields();
            return new RequestFields(
                    builders,
                    all.stream().filter(field -> !isInBody(field)).toList(),
                    all.stream().filter(RequestFields::isInBody).toList());
        }

        private static boolean isInBody(SdkField<?> field) {
            return field.location() == MarshallLocation.PAYLOAD;
        }
    }

    /** The decoding of one request. */
    private static final class Decoding {
        private final RequestFields fields;
        private final SdkPojo builder;
        private Optional<ServiceError> defect = Optional.empty();

        private Decoding(RequestFields fields) {
            this.fields = fields;
            this.builder = fields.builders().newBuilder();
        }

        private void readText(Route.Matched route, HttpRequest call) {
            for (SdkField<?> field : fields.asText()) {
                List<String> values = textValues(field, route, call);
                if (!values.isEmpty()) {
                    keepingDefects(() -> field.set(builder, TextMembers.read(field, values)));
                }
            }
        }

        private static List<String> textValues(SdkField<?> field, Route.Matched route, HttpRequest call) {
            String name = field.locationName();
            return switch (field.location()) {
                case PATH, GREEDY_PATH -> {
                    String label = route.pathLabels().get(name);
                    yield label == null ? List.of() : List.of(label);
                }
                case QUERY_PARAM -> route.query().values(name);
                case HEADER -> call.headerValues(name);
                case PAYLOAD, STATUS_CODE -> List.of();
            };
        }

        private void readBody(byte[] body) {
            keepingDefects(() -> {
                if (body.length > MAX_BODY_LENGTH) {
                    throw unreadable("has " + body.length + " bytes; expected are at most " + MAX_BODY_LENGTH);
                }
                if (body.length > 0 && !fields.inBody().isEmpty()) {
                    readMembers(parse(body));
                }
            });
        }

        private void readMembers(JsonObject object) {
            for (SdkField<?> field : fields.inBody()) {
                JsonValue value = object.members().get(field.locationName());
                if (value != null && !(value instanceof JsonNull)) {
                    MemberPath path = MemberPath.of(field.memberName());
                    keepingDefects(() -> field.set(builder, BodyMembers.read(field, value, path)));
                }
            }
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

        private static ServiceErrorException unreadable(String problem) {
            return BadRequests.unreadable("The request body " + problem).asException();
        }

        private void keepingDefects(Runnable step) {
            try {
                step.run();
            } catch (ServiceErrorException e) {
                defect = defect.or(() -> Optional.of(e.serviceError()));
            }
        }

        private DecodedRequest result() {
            return new DecodedRequest((AwsRequest) ((Buildable) builder).build(), defect);
        }
    }
}
