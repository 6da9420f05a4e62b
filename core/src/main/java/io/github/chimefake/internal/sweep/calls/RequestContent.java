package io.github.chimefake.internal.sweep.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Reads the members of requests. */
final class RequestContent {
    private static final String TOKEN = "ClientRequestToken";
    private static final String TEXT = "Content";

    private RequestContent() {}

    /** Returns the members of a request, without the token, which differs between two requests that mean the same. */
    static Map<String, Object> of(SdkPojo request) {
        Map<String, Object> content = new TreeMap<>();
        for (SdkField<?> field : request.sdkFields()) {
            Object value = field.getValueOrDefault(request);
            if (value != null && !field.memberName().equals(TOKEN)) {
                content.put(field.memberName(), value);
            }
        }
        return content;
    }

    /** Returns the text of the message in a request. */
    static List<String> texts(Map<String, Object> content) {
        List<String> texts = new ArrayList<>();
        Optional.ofNullable(content.get(TEXT))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .ifPresent(texts::add);
        return texts;
    }
}
