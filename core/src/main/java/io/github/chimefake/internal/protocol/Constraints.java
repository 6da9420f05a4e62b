package io.github.chimefake.internal.protocol;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.protocol.Shape.ListOf;
import io.github.chimefake.internal.protocol.Shape.MapOf;
import io.github.chimefake.internal.protocol.Shape.Member;
import io.github.chimefake.internal.protocol.Shape.Structure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Checks the constraints of the service model: required members, lengths, patterns, ranges, enums. The SDKs for Java
 * and JavaScript 3 send requests that break them, so the service must check them (measured: Java 2.40.2, JavaScript
 * 3.1142).
 */
public final class Constraints {
    /**
     * The member of the bearer, which is not checked here: without a bearer, the error is UnauthorizedClientException.
     */
    private static final String BEARER = "ChimeBearer";

    private final Map<Operation, Structure> shapes = new ConcurrentHashMap<>();

    /**
     * Finds the first constraint, in the order of the service model, that the request breaks. A missing or empty bearer
     * is allowed.
     *
     * @param operation the operation of the request
     * @return the error, which contains the member, the constraint and the value received; empty if the request is
     *     valid
     */
    public Optional<ServiceError> check(Operation operation, AwsRequest request) {
        Structure shape = shapes.computeIfAbsent(operation, RequestShapes::of);
        return first(shape.members(), member -> {
            Optional<Object> value = SdkMembers.value(request, member.name());
            boolean withoutBearer =
                    member.name().equals(BEARER) && value.orElse("").equals("");
            return withoutBearer ? Optional.empty() : check(member, value, MemberPath.of(member.name()));
        });
    }

    /**
     * Returns AWS's text for the constraint that a value breaks as a member of a request; empty if it is valid there.
     *
     * @param path the names from the request to the member; items of lists have none
     */
    public static Optional<String> brokenConstraint(Operation operation, Object value, String... path) {
        Shape shape = RequestShapes.of(operation);
        for (String name : path) {
            shape = memberOf(shape, name);
        }
        return shape.brokenConstraint(value);
    }

    private static Shape memberOf(Shape shape, String name) {
        return shape instanceof ListOf list
                ? memberOf(list.item(), name)
                : ((Structure) shape)
                        .members().stream()
                                .filter(member -> member.name().equals(name))
                                .findFirst()
                                .orElseThrow()
                                .shape();
    }

    private static Optional<ServiceError> check(Member member, Optional<Object> value, MemberPath path) {
        if (value.isPresent()) {
            return check(member.shape(), value.get(), path);
        }
        return member.isRequired() ? Optional.of(BadRequests.missing(path)) : Optional.empty();
    }

    private static Optional<ServiceError> check(Shape shape, Object value, MemberPath path) {
        Optional<String> brokenConstraint = shape.brokenConstraint(value);
        return brokenConstraint.isPresent()
                ? Optional.of(BadRequests.brokenConstraint(path, value, brokenConstraint.get()))
                : checkParts(shape, value, path);
    }

    private static Optional<ServiceError> checkParts(Shape shape, Object value, MemberPath path) {
        if (shape instanceof Structure structure) {
            SdkPojo pojo = (SdkPojo) value;
            return first(
                    structure.members(),
                    member -> check(member, SdkMembers.value(pojo, member.name()), path.member(member.name())));
        }
        if (shape instanceof ListOf list) {
            return checkItems(list, (List<?>) value, path);
        }
        if (shape instanceof MapOf map) {
            return first(
                    ((Map<?, ?>) value).entrySet(),
                    entry -> check(map.key(), entry.getKey(), path.key())
                            .or(() -> check(map.value(), entry.getValue(), path.entry((String) entry.getKey()))));
        }
        return Optional.empty();
    }

    private static Optional<ServiceError> checkItems(ListOf list, List<?> items, MemberPath path) {
        for (int i = 0; i < items.size(); i++) {
            Optional<ServiceError> serviceError = check(list.item(), items.get(i), path.item(i));
            if (serviceError.isPresent()) {
                return serviceError;
            }
        }
        return Optional.empty();
    }

    private static <T> Optional<ServiceError> first(Iterable<T> parts, Function<T, Optional<ServiceError>> check) {
        for (T part : parts) {
            Optional<ServiceError> serviceError = check.apply(part);
            if (serviceError.isPresent()) {
                return serviceError;
            }
        }
        return Optional.empty();
    }
}
