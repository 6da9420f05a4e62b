package io.github.chimefake.internal.control.sdk;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.control.schema.InvalidFieldException;
import io.github.chimefake.internal.control.schema.JsonPath;
import io.github.chimefake.internal.json.JsonObject;
import java.lang.reflect.Method;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkPojo;

/** Requests and responses in the JSON of the service. */
public final class ServiceJson {
    private ServiceJson() {}

    /**
     * Returns the response of an operation.
     *
     * @param path where the members stand, for errors
     * @throws InvalidFieldException if a member does not exist or has another type
     */
    public static AwsResponse response(Operation operation, JsonObject members, JsonPath path) {
        return (AwsResponse) SdkReader.structure(builder(operation.responseType()), members, path);
    }

    /**
     * Returns a predicate on requests of an operation: each of the members has to be equal.
     *
     * @param path where the members stand, for errors
     * @throws InvalidFieldException if a member does not exist or has another type
     */
    public static EqualMembers equalMembers(Operation operation, JsonObject members, JsonPath path) {
        return EqualMembers.of(builder(operation.requestType()), members, path);
    }

    /** Returns the members of a request or response that are set, without credentials. */
    public static JsonObject members(SdkPojo structure) {
        return SdkWriter.structure(structure);
    }

    private static SdkPojo builder(Class<?> type) {
        try {
            Method builder = type.getMethod("builder");
            return (SdkPojo) builder.invoke(null);
        } catch (ReflectiveOperationException unknownSdk) {
            throw new IllegalStateException(type + " has no static method builder()", unknownSdk);
        }
    }
}
