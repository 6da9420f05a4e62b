package io.github.chimefake.internal.access.context;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.github.chimefake.internal.access.context.ContextKey.Presence;
import io.github.chimefake.internal.access.context.ContextKey.Source;
import io.github.chimefake.internal.iam.condition.RequestContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All condition keys that AWS documents for requests to Chime: the global ones, those of identity providers, and the three tag keys
 * that the service authorization reference lists for Chime. There are no keys that only Chime has.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition
 *     context keys</a>
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonchime.html">Condition keys for
 *     Amazon Chime</a>
 */
public final class ContextKeys {
    /** Keys about one subject, as AWS's guide groups them. */
    public record Group(String title, List<ContextKey> keys) {}

    /** All keys, in the order of the guide. */
    public static final List<Group> GROUPS = List.of(
            new Group("The principal", PrincipalKeys.ALL),
            new Group("The session", SessionKeys.ALL),
            new Group("The identity provider", IdentityProviderKeys.ALL),
            new Group("The network", NetworkKeys.ALL),
            new Group("The resource", ResourceKeys.ALL),
            new Group("The request", RequestKeys.ALL));

    private static final List<Function<CallerFacts, Map<String, List<String>>>> OF_CALLER =
            sources(Source.OfCaller.class).map(Source.OfCaller::values).toList();
    private static final List<Function<CallFacts, Map<String, List<String>>>> OF_CALL =
            sources(Source.OfCall.class).map(Source.OfCall::values).toList();
    private static final List<Function<ResourceFacts, Map<String, List<String>>>> OF_RESOURCE =
            sources(Source.OfResource.class).map(Source.OfResource::values).toList();

    /** The names of keys of resources in the form that all spellings share; those of tags end with a slash. */
    private static final Set<String> NAMES_OF_RESOURCE = all().filter(key -> key.source() instanceof Source.OfResource)
            .map(key -> RequestContext.folded(key.name()))
            .collect(toUnmodifiableSet());

    private ContextKeys() {}

    /** Returns all keys. */
    public static Stream<ContextKey> all() {
        return GROUPS.stream().flatMap(group -> group.keys().stream());
    }

    private static <S extends Source> Stream<S> sources(Class<S> kind) {
        return all().map(ContextKey::source).filter(kind::isInstance).map(kind::cast);
    }

    /** Returns the names of the keys that a request to Chime can have on AWS; names of tag keys end with a slash. */
    public static Set<String> ofRequestsToChime() {
        return all().filter(key -> key.presence() != Presence.NOT_FOR_CHIME)
                .map(ContextKey::name)
                .collect(toUnmodifiableSet());
    }

    /** Returns the keys that all calls of a caller share, those that the test set included. */
    public static RequestContext ofCaller(CallerFacts caller) {
        RequestContext.Builder context = collect(OF_CALLER, caller);
        caller.caller().contextKeys().forEach(context::put);
        return context.build();
    }

    /** Returns the keys of a single call, without those that the test set for the caller, even to no value. */
    public static RequestContext ofCall(CallFacts call) {
        return without(call.caller().contextKeys().keySet(), collect(OF_CALL, call));
    }

    /**
     * Returns whether a key may be one of a resource.
     *
     * @param foldedKey the key in the form of {@link RequestContext#folded}
     */
    public static boolean mayBeOfResource(String foldedKey) {
        int slash = foldedKey.indexOf('/');
        return NAMES_OF_RESOURCE.contains(slash < 0 ? foldedKey : foldedKey.substring(0, slash + 1));
    }

    /** Returns the keys of a single resource, without those that the test set for the caller, even to no value. */
    public static RequestContext ofResource(ResourceFacts resource) {
        return without(resource.caller().caller().contextKeys().keySet(), collect(OF_RESOURCE, resource));
    }

    private static <F> RequestContext.Builder collect(List<Function<F, Map<String, List<String>>>> sources, F facts) {
        RequestContext.Builder context = RequestContext.builder();
        for (Function<F, Map<String, List<String>>> source : sources) {
            source.apply(facts).forEach(context::put);
        }
        return context;
    }

    private static RequestContext without(Set<String> keys, RequestContext.Builder context) {
        keys.forEach(key -> context.put(key, List.of()));
        return context.build();
    }
}
