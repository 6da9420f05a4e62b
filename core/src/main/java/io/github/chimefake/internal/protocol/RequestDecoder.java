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
 * Decodes requests into the AWS SDK's own classes, whose fields describe the location, the name and the type of each
 * member.
 *
 * <p>Accepts what clients send, as the service does: unknown members and the content type are ignored, {@code null} is
 * the same as absent, and an empty body is the same as {@code {}}. If the operation has no members in the body, the
 * body is not parsed, because some clients send {@code {}} (measured: the SDK for JavaScript 2 and botocore 1.29).
 */
public final class RequestDecoder {
    /** The maximum length of a body in bytes: 1 MiB. The model allows a few kB. */
    public static final int MAX_BODY_LENGTH = 1 << 20;

    private final Map<Operation, RequestFields> fields = new ConcurrentHashMap<>();

    /**
     * Decodes a request. Does not throw for invalid input: the result contains what could be decoded, and the first
     * error.
     *
     * @param route the route of the request
     * @param call the request
     */
    public DecodedRequest decode(Route.Matched route, HttpRequest call) {
        Decoding decoding = new Decoding(fields.computeIfAbsent(route.operation(), RequestFields::of));
        decoding.readText(route, call);
        decoding.readBody(call.body());
        return decoding.result();
    }

    /** The builders of an operation's requests, with the fields in and outside the body. */
    private record RequestFields(SdkBuilders builders, List<SdkField<?>> outsideBody, List<SdkField<?>> inBody) {
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

    /** Decodes one request. */
    private static final class Decoding {
        private final RequestFields fields;
        private final SdkPojo builder;
        private Optional<ServiceError> validationError = Optional.empty();

        private Decoding(RequestFields fields) {
            this.fields = fields;
            this.builder = fields.builders().newBuilder();
        }

        private void readText(Route.Matched route, HttpRequest call) {
            for (SdkField<?> field : fields.outsideBody()) {
                List<String> values = textValues(field, route, call);
                if (!values.isEmpty()) {
                    keepingError(() -> field.set(builder, TextMembers.read(field, values)));
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
            keepingError(() -> {
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
                    keepingError(() -> field.set(builder, BodyMembers.read(field, value, path)));
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

        private void keepingError(Runnable step) {
            try {
                step.run();
            } catch (ServiceErrorException e) {
                validationError = validationError.or(() -> Optional.of(e.serviceError()));
            }
        }

        private DecodedRequest result() {
            return new DecodedRequest((AwsRequest) ((Buildable) builder).build(), validationError);
        }
    }
}
