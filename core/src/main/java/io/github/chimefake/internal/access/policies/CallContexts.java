package io.github.chimefake.internal.access.policies;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ArnParts;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.evaluation.PrincipalContext;
import io.github.chimefake.internal.iam.evaluation.RequestedResource;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The condition keys of calls, with the values of AWS: {@code aws:SecureTransport} is true for all calls.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global
 *     condition context keys</a>
 */
public final class CallContexts {
    /** The source address of calls unless the caller has another one. */
    private static final String LOOPBACK = "127.0.0.1";

    /** Far more callers than a test has. At this size the cache is emptied. */
    private static final int CALLERS_KEPT = 1_000;

    private final String region;
    private final Clock clock;
    private final ResourceTags resourceTags;
    private final Map<Caller, RequestContext> ofCallers = new ConcurrentHashMap<>();

    /**
     * Creates the contexts for calls to a fake.
     *
     * @param region the region of the fake
     * @param clock the clock of the fake
     * @param resourceTags the tags of its resources
     */
    public CallContexts(String region, Clock clock, ResourceTags resourceTags) {
        this.region = region;
        this.clock = clock;
        this.resourceTags = resourceTags;
    }

    /** Returns the resources, each with its own keys. */
    List<RequestedResource> requestedResources(List<String> arns) {
        List<RequestedResource> resources = new ArrayList<>(arns.size());
        for (String arn : arns) {
            Map<String, String> tags = resourceTags.tags(Arn.of(arn));
            resources.add(new RequestedResource(arn, RequestContext.empty().withLazy(() -> ofResource(arn, tags))));
        }
        return resources;
    }

    private static RequestContext ofResource(String arn, Map<String, String> tags) {
        RequestContext.Builder context = RequestContext.builder();
        ArnParts.tryParse(arn).ifPresent(parsed -> context.put("aws:ResourceAccount", parsed.account()));
        tags.forEach((key, value) -> context.put("aws:ResourceTag/" + key, value));
        return context.build();
    }

    /** Returns the keys of the whole call. Keys for the time keep their value, also if they are computed later. */
    RequestContext requestContext(Call call) {
        Instant now = clock.instant();
        Caller caller = call.caller();
        SdkPojo request = call.request();
        return ofCaller(caller).withLazy(() -> ofRequest(caller, request, now));
    }

    /** Returns the keys that differ between calls, without keys that were set for the caller, even to no value. */
    private static RequestContext ofRequest(Caller caller, SdkPojo request, Instant now) {
        RequestContext.Builder context = RequestContext.builder()
                .put("aws:CurrentTime", now.toString())
                .put("aws:EpochTime", Long.toString(now.getEpochSecond()));
        putRequestTags(context, request);
        caller.contextKeys().keySet().forEach(key -> context.put(key, List.of()));
        return context.build();
    }

    /** Returns the keys that all calls of a caller share, which are cached. */
    private RequestContext ofCaller(Caller caller) {
        if (ofCallers.size() >= CALLERS_KEPT) {
            ofCallers.clear();
        }
        return ofCallers.computeIfAbsent(caller, this::keysOf);
    }

    private RequestContext keysOf(Caller caller) {
        RequestContext.Builder context = RequestContext.builder()
                .put("aws:SecureTransport", "true")
                .put("aws:RequestedRegion", region)
                .put("aws:PrincipalArn", caller.principalArn())
                .put("aws:userid", caller.userId())
                .put("aws:SourceIp", LOOPBACK);
        caller.tags().forEach((key, value) -> context.put("aws:PrincipalTag/" + key, value));
        PrincipalContext.find(caller.principalArn()).ifPresent(context::putAll);
        caller.contextKeys().forEach(context::put);
        return context.build();
    }

    /**
     * Adds the tags of the request. Requests that create or tag a resource contain tags; requests that remove tags
     * contain only their keys.
     */
    private static void putRequestTags(RequestContext.Builder context, SdkPojo request) {
        List<Tag> tags = listOf(request, "Tags", SdkPojo.class).stream()
                .flatMap(tag -> Tag.of(tag).stream())
                .toList();
        tags.forEach(tag -> context.put("aws:RequestTag/" + tag.key(), tag.value()));
        List<String> keys = tags.isEmpty()
                ? listOf(request, "TagKeys", String.class)
                : tags.stream().map(Tag::key).toList();
        context.put("aws:TagKeys", keys);
    }

    /** A tag of a request; each of the two services has its own class for it. */
    private record Tag(String key, String value) {
        /** Returns the tag; empty if it is incomplete, which validation reports later. */
        static Optional<Tag> of(SdkPojo tag) {
            return member(tag, "Key").flatMap(key -> member(tag, "Value").map(value -> new Tag(key, value)));
        }

        private static Optional<String> member(SdkPojo tag, String name) {
            return tag.sdkFields().stream()
                    .filter(field -> field.memberName().equals(name))
                    .map((SdkField<?> field) -> field.getValueOrDefault(tag))
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .findFirst();
        }
    }

    private static <T> List<T> listOf(SdkPojo request, String member, Class<T> type) {
        for (SdkField<?> field : request.sdkFields()) {
            if (field.memberName().equals(member) && field.getValueOrDefault(request) instanceof List<?> values) {
                return values.stream().filter(type::isInstance).map(type::cast).toList();
            }
        }
        return List.of();
    }
}
