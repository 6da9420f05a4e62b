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
 * The condition keys of calls, as AWS would see them: over TLS and from outside, whatever the socket says.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition
 *     context keys</a>
 */
public final class CallContexts {
    /** Where calls come from unless their caller says otherwise: the fake listens to nobody else. */
    private static final String LOOPBACK = "127.0.0.1";

    /** Far more than a test has callers; beyond it their keys are worked out anew. */
    private static final int CALLERS_KEPT = 1_000;

    private final String region;
    private final Clock clock;
    private final ResourceTags resourceTags;
    private final Map<Caller, RequestContext> ofCallers = new ConcurrentHashMap<>();

    /**
     * The contexts of calls to a fake.
     *
     * @param region the region that it is in
     * @param clock tells its time
     * @param resourceTags tells the tags of its resources
     */
    public CallContexts(String region, Clock clock, ResourceTags resourceTags) {
        this.region = region;
        this.clock = clock;
        this.resourceTags = resourceTags;
    }

    /** The resources, each with its own keys. */
    List<RequestedResource> resources(List<String> arns) {
        List<RequestedResource> resources = new ArrayList<>(arns.size());
        for (String arn : arns) {
            Map<String, String> tags = resourceTags.of(Arn.of(arn));
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

    /** The keys of the call as a whole. They tell of this moment, also if an explanation asks for them later. */
    RequestContext of(Call call) {
        Instant now = clock.instant();
        Caller caller = call.caller();
        SdkPojo request = call.request();
        return ofCaller(caller).withLazy(() -> of(caller, request, now));
    }

    /** The keys that differ from call to call, without those that the caller was given itself, with values or without. */
    private static RequestContext of(Caller caller, SdkPojo request, Instant now) {
        RequestContext.Builder context = RequestContext.builder()
                .put("aws:CurrentTime", now.toString())
                .put("aws:EpochTime", Long.toString(now.getEpochSecond()));
        putRequestTags(context, request);
        caller.contextKeys().keySet().forEach(key -> context.put(key, List.of()));
        return context.build();
    }

    /** The keys that all calls of a caller share: worked out once, as its calls are many. */
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

    /** Operations that create or tag something name its tags; those that take tags away name their keys. */
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

    /** A tag of a request, whichever of the two services it is for: each has a class of its own for it. */
    private record Tag(String key, String value) {
        /** The tag; empty if it lacks a part, which the constraints find out later. */
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
