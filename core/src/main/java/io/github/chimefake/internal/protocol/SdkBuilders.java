package io.github.chimefake.internal.protocol;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Creates builders of a request or response class of the AWS SDK with its static method {@code builder()}.
 *
 * @param factory the method, with the return type {@link SdkPojo}
 */
record SdkBuilders(MethodHandle factory) {
    static SdkBuilders of(Class<? extends SdkPojo> type) {
        try {
            Method method = type.getMethod("builder");
            MethodHandle handle = MethodHandles.publicLookup().unreflect(method);
            return new SdkBuilders(handle.asType(handle.type().changeReturnType(SdkPojo.class)));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    type + " has no static method builder(). Tested are the versions of the AWS SDK that the README"
                            + " names.",
                    e);
        }
    }

    SdkPojo newBuilder() {
        try {
            return (SdkPojo) factory.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException(factory + " failed", e);
        }
    }
}
