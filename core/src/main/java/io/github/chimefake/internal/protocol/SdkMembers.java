package io.github.chimefake.internal.protocol;

import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Reads members of the SDK's requests, responses and structures. */
final class SdkMembers {
    private SdkMembers() {}

    /**
     * Returns the value of the member with this name; empty if it is not set, or if the SDK on the class path does not
     * have the member.
     */
    static Optional<Object> value(SdkPojo pojo, String memberName) {
        if (pojo instanceof SdkRequest request) {
            // The field of an idempotency token would generate a token if none was set.
            return request.getValueForField(memberName, Object.class).filter(SdkMembers::isSet);
        }
        for (SdkField<?> field : pojo.sdkFields()) {
            if (field.memberName().equals(memberName)) {
                return Optional.<Object>ofNullable(field.getValueOrDefault(pojo))
                        .filter(SdkMembers::isSet);
            }
        }
        return Optional.empty();
    }

    private static boolean isSet(Object value) {
        return !(value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap);
    }
}
