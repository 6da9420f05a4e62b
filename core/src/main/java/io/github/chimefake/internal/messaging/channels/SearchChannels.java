package io.github.chimefake.internal.messaging.channels;

import static io.github.chimefake.Operation.SEARCH_CHANNELS;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.common.ListScope;
import io.github.chimefake.internal.common.Paging;
import io.github.chimefake.internal.common.Paging.Page;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.messaging.rules.Users;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Channels;
import io.github.chimefake.internal.messaging.state.Membership;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchChannelsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchField;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchFieldOperator;

/**
 * Finds channels by members: exactly these (EQUALS) or these and possibly others (INCLUDES). Documented: the channels
 * of the bearer are searched; all channels if the bearer is an admin. Assumed: all fields must match; HIDDEN members
 * are ignored; the bearer need not be among the values; the model does not require a bearer, and without one all
 * channels are searched; 403 for a value that is not a registered user; in the order of the channels' ARNs.
 */
public final class SearchChannels extends Query<State, SearchChannelsRequest> {
    public SearchChannels() {
        super(SEARCH_CHANNELS, SearchChannelsRequest.class);
    }

    @Override
    public SearchChannelsResponse respond(State state, HandlerContext<SearchChannelsRequest> context) {
        SearchChannelsRequest request = context.request();
        Optional<AppInstanceUser> bearer = context.optionalBearer();
        Optional<AppInstanceUser> nonAdmin = bearer.filter(user -> !user.admin());
        List<AppInstanceUser> values = values(state, context);
        // Each value must be a member of the channels found, so only the channels of the value with the fewest are
        // examined.
        AppInstanceUser fewest = Stream.concat(nonAdmin.stream(), values.stream())
                .min(Comparator.comparingInt(
                        user -> state.links(user.arn()).memberOf().size()))
                .orElseThrow();
        List<Field> fields = request.fields().stream()
                .map(field -> new Field(
                        Set.copyOf(context.arns(field.values())), field.operator() == SearchFieldOperator.INCLUDES))
                .toList();
        Predicate<ChannelState> wanted =
                channel -> nonAdmin.map(AppInstanceUser::arn).stream().allMatch(channel::hasMember)
                        && fields.stream().allMatch(field -> field.matches(channel));
        Paging paging = Paging.of(operation(), scope(request, bearer), request.maxResults(), request.nextToken());
        Iterator<ChannelState> found = Channels.memberOf(
                state, fewest, paging.rest(state.links(fewest.arn()).memberOf(), ChannelArn.class), wanted);
        Page<ChannelState> page = paging.page(found, channel -> channel.arn().text());
        Optional<MemberArn> viewer = bearer.map(AppInstanceUser::arn);
        return SearchChannelsResponse.builder()
                .channels(page.map(channel -> Views.summary(channel, viewer)))
                .nextToken(page.nextToken())
                .build();
    }

    private static List<AppInstanceUser> values(State state, HandlerContext<SearchChannelsRequest> context) {
        List<Arn> arns = context.request().fields().stream()
                .flatMap(field -> context.arns(field.values()).stream())
                .distinct()
                .toList();
        AppInstanceArn appInstance = context.optionalBearer()
                .or(() -> state.user(arns.get(0)))
                .map(AppInstanceUser::appInstance)
                .orElseThrow(() -> Users.unregistered(state, arns.get(0)));
        return Users.require(state, appInstance, arns);
    }

    /**
     * A condition on the members of a channel.
     *
     * @param values the required members
     * @param othersAllowed whether the channel may have other members
     */
    private record Field(Set<Arn> values, boolean othersAllowed) {
        boolean matches(ChannelState channel) {
            TreePMap<MemberArn, Membership> members = channel.members().visible();
            return members.keySet().containsAll(values) && (othersAllowed || members.size() == values.size());
        }
    }

    private static ListScope scope(SearchChannelsRequest request, Optional<AppInstanceUser> bearer) {
        ListScope list = bearer.map(user -> ListScope.of(user.arn())).orElse(ListScope.WHOLE);
        for (SearchField field : request.fields()) {
            list = list.with(field.keyAsString(), field.operatorAsString() + " " + String.join(", ", field.values()));
        }
        return list;
    }
}
