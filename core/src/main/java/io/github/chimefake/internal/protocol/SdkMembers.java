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

    /** What was set as the member of this name; empty if nothing was, or if the user's SDK does not have the member. */
    static Optional<Object> value(SdkPojo pojo, String memberName) {
        if (pojo instanceof SdkRequest request) {
            // The field of an idempotency token would make one up where none was set.
            return request.getValueForField(memberName, Object.class).filter(SdkMembers::isSet);
        }
        for (SdkField<?> field : pojo.sdkFields()) {
            if (field.memberName().equals(memberName)) {
                return value(pojo, field);
            }
        }
        return Optional.empty();
    }

    /** What was set as this member; empty if nothing was. */
    static Optional<Object> value(SdkPojo pojo, SdkField<?> field) {
        return Optional.<Object>ofNullable(field.getValueOrDefault(pojo)).filter(SdkMembers::isSet);
    }

    private static boolean isSet(Object value) {
        return !(value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap);
    }
}
