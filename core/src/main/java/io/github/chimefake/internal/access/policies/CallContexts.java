package io.github.chimefake.internal.access.policies;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.access.context.CallFacts;
import io.github.chimefake.internal.access.context.CallerFacts;
import io.github.chimefake.internal.access.context.ContextKeys;
import io.github.chimefake.internal.access.context.RequestTags;
import io.github.chimefake.internal.access.context.ResourceFacts;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.evaluation.RequestedResource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The condition keys of calls, as they would be on AWS; {@link ContextKeys} lists them. */
public final class CallContexts {
    /** Far more callers than a test has. At this size the cache is emptied. */
    private static final int CALLERS_KEPT = 1_000;

    /** Operations that are checked on what they create, so that its tags are those of the request. */
    private static final Set<Operation> CREATE_WHAT_IS_CHECKED =
            Set.of(Operation.CREATE_APP_INSTANCE_USER, Operation.CREATE_APP_INSTANCE_BOT);

    private final String region;
    private final Clock clock;
    private final ResourceTags resourceTags;
    private final Map<Caller, CallerContext> ofCallers = new ConcurrentHashMap<>();

    /** A caller, and the keys that all its calls share. */
    private record CallerContext(CallerFacts facts, RequestContext keys) {
        static CallerContext of(Caller caller, String region) {
            CallerFacts facts = CallerFacts.of(caller, region);
            return new CallerContext(facts, ContextKeys.ofCaller(facts));
        }
    }

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

    /** Returns the resources of a call, each with its own keys. */
    List<RequestedResource> requestedResources(Call call, List<String> arns) {
        Caller caller = call.caller();
        List<RequestedResource> resources = new ArrayList<>(arns.size());
        for (String arn : arns) {
            Map<String, String> tags = tags(call, arn);
            resources.add(new RequestedResource(
                    arn,
                    RequestContext.empty()
                            .withLazy(ContextKeys::mayBeOfResource, () -> ofResource(caller, arn, tags))));
        }
        return resources;
    }

    private RequestContext ofResource(Caller caller, String arn, Map<String, String> tags) {
        return ContextKeys.ofResource(new ResourceFacts(ofCaller(caller).facts(), arn, tags));
    }

    private Map<String, String> tags(Call call, String arn) {
        Map<String, String> tags = resourceTags.tags(Arn.of(arn));
        return tags.isEmpty() && CREATE_WHAT_IS_CHECKED.contains(call.operation())
                ? RequestTags.of(call.request())
                : tags;
    }

    /** Returns the keys of the whole call. Keys for the time keep their value, also if they are computed later. */
    RequestContext requestContext(Call call) {
        CallerContext caller = ofCaller(call.caller());
        CallFacts facts = CallFacts.of(call, caller.facts(), clock.instant());
        return caller.keys().withLazy(() -> ContextKeys.ofCall(facts));
    }

    /** The time of issue is not among what is cached, because callers that differ in nothing else are equal. */
    private CallerContext ofCaller(Caller caller) {
        if (ofCallers.size() >= CALLERS_KEPT) {
            ofCallers.clear();
        }
        return ofCallers.computeIfAbsent(caller, unknown -> CallerContext.of(unknown, region));
    }
}
