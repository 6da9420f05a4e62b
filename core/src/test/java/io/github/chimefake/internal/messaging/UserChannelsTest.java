package io.github.chimefake.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.exchange.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipForAppInstanceUserSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelModeratedByAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelModeratedByAppInstanceUserResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsForAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsForAppInstanceUserResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsModeratedByAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsModeratedByAppInstanceUserResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchChannelsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchField;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchFieldKey;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchFieldOperator;

/** The channels that a user belongs to, moderates, or can find. Who may ask is in the role matrix. */
class UserChannelsTest {
    private final ServiceFixture chime = new ServiceFixture();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeUser carol = chime.user("carol");
    private final ChimeUser admin = chime.admin("admin");

    @Test
    void membershipsAreListedWithChannelAndType() {
        String one = chime.create(chime.channel("one").withMembers(List.of(alice)));
        String two = chime.create(
                chime.channel("two").withPrivacy(ChannelPrivacy.PRIVATE).withHiddenMembers(List.of(alice)));
        chime.create(chime.channel("three").withMembers(List.of(bob)));
        chime.send(one, alice, "hello");

        List<ChannelMembershipForAppInstanceUserSummary> memberships =
                memberships(alice, null, null).channelMemberships();

        assertThat(memberships)
                .extracting(summary -> summary.channelSummary().channelArn())
                .containsExactly(one, two);
        assertThat(memberships)
                .extracting(
                        summary -> summary.appInstanceUserMembershipSummary().type())
                .containsExactly(ChannelMembershipType.DEFAULT, ChannelMembershipType.HIDDEN);
        assertThat(memberships.get(0).channelSummary().name()).isEqualTo("one");
        assertThat(memberships.get(0).channelSummary().lastMessageTimestamp()).isEqualTo(ServiceFixture.START);
        assertThat(memberships(admin, alice, null).channelMemberships()).hasSize(2);
        assertThat(memberships(admin, null, null).channelMemberships()).isEmpty();
    }

    @Test
    void membershipsEndWithTheChannelAndWithLeaving() {
        String left = chime.create(chime.channel("left").withMembers(List.of(alice)));
        String deleted = chime.create(chime.channel("deleted").withMembers(List.of(alice)));
        String kept = chime.create(chime.channel("kept").withMembers(List.of(alice)));
        chime.call(DeleteChannelMembershipRequest.builder()
                .channelArn(left)
                .memberArn(alice.arn())
                .chimeBearer(alice.arn())
                .build());
        chime.call(DeleteChannelRequest.builder()
                .channelArn(deleted)
                .chimeBearer(admin.arn())
                .build());
        chime.create(chime.channel("deleted").withMembers(List.of(bob)));

        assertThat(memberships(alice, null, null).channelMemberships())
                .extracting(summary -> summary.channelSummary().channelArn())
                .containsExactly(kept);
    }

    @Test
    void membershipsCanBePagedThrough() {
        List<String> created = IntStream.range(0, 7)
                .mapToObj(number -> chime.create(chime.channel("c" + number).withMembers(List.of(alice))))
                .toList();
        List<String> listed = new ArrayList<>();
        String token = null;
        do {
            ListChannelMembershipsForAppInstanceUserResponse page = memberships(alice, null, token);
            page.channelMemberships()
                    .forEach(summary -> listed.add(summary.channelSummary().channelArn()));
            token = page.nextToken();
        } while (token != null);

        assertThat(listed).isEqualTo(created);
    }

    @Test
    void moderatedChannelsAreListedAndDescribed() {
        String moderated = chime.create(chime.channel("moderated").withModerators(List.of(alice)));
        chime.create(chime.channel("joined").withMembers(List.of(alice)));

        assertThat(chime.call(
                                ListChannelsModeratedByAppInstanceUserRequest.builder()
                                        .chimeBearer(alice.arn())
                                        .build(),
                                ListChannelsModeratedByAppInstanceUserResponse.class)
                        .channels())
                .extracting(summary -> summary.channelSummary().channelArn())
                .containsExactly(moderated);
        assertThat(chime.call(
                                DescribeChannelModeratedByAppInstanceUserRequest.builder()
                                        .channelArn(moderated)
                                        .appInstanceUserArn(alice.arn())
                                        .chimeBearer(admin.arn())
                                        .build(),
                                DescribeChannelModeratedByAppInstanceUserResponse.class)
                        .channel()
                        .channelSummary()
                        .name())
                .isEqualTo("moderated");
    }

    @Test
    void anUnknownUserIsRefusedEvenToAnAdmin() {
        assertThat(chime.error(ListChannelMembershipsForAppInstanceUserRequest.builder()
                        .appInstanceUserArn(ServiceFixture.CHAT.user("ghost").toString())
                        .chimeBearer(admin.arn())
                        .build()))
                .isEqualTo(ChimeError.FORBIDDEN);
    }

    @Test
    void aSearchFindsChannelsOfExactlyTheseOrOfTheseAndOthers() {
        String pair = chime.create(chime.channel("pair").withMembers(List.of(alice, bob)));
        String trio = chime.create(chime.channel("trio").withMembers(List.of(alice, bob, carol)));
        chime.create(chime.channel("solo").withMembers(List.of(alice)));
        String watched = chime.create(
                chime.channel("watched").withMembers(List.of(alice, bob)).withHiddenMembers(List.of(carol)));

        assertThat(search(alice, field(SearchFieldOperator.EQUALS, bob, alice))).containsExactly(pair, watched);
        assertThat(search(alice, field(SearchFieldOperator.INCLUDES, bob))).containsExactly(pair, trio, watched);
        assertThat(search(alice, field(SearchFieldOperator.INCLUDES, bob), field(SearchFieldOperator.INCLUDES, carol)))
                .containsExactly(trio);
        assertThat(search(alice, field(SearchFieldOperator.EQUALS, carol))).isEmpty();
    }

    @Test
    void oneFindsOnesOwnChannelsAndAnAdminAll() {
        String pair = chime.create(chime.channel("pair").withMembers(List.of(alice, bob)));

        assertThat(search(carol, field(SearchFieldOperator.INCLUDES, bob))).isEmpty();
        assertThat(search(bob, field(SearchFieldOperator.INCLUDES, alice))).containsExactly(pair);
        assertThat(search(admin, field(SearchFieldOperator.INCLUDES, bob))).containsExactly(pair);
        assertThat(chime.call(
                                SearchChannelsRequest.builder()
                                        .fields(field(SearchFieldOperator.INCLUDES, bob))
                                        .build(),
                                SearchChannelsResponse.class)
                        .channels())
                .hasSize(1);
    }

    @Test
    void aSearchPages() {
        IntStream.range(0, 5)
                .forEach(number -> chime.create(chime.channel("c" + number).withMembers(List.of(alice, bob))));
        SearchChannelsRequest.Builder request = SearchChannelsRequest.builder()
                .fields(field(SearchFieldOperator.EQUALS, alice, bob))
                .maxResults(3)
                .chimeBearer(alice.arn());

        SearchChannelsResponse first = chime.call(request.build(), SearchChannelsResponse.class);
        SearchChannelsResponse last =
                chime.call(request.nextToken(first.nextToken()).build(), SearchChannelsResponse.class);

        assertThat(first.channels()).hasSize(3);
        assertThat(last.channels()).hasSize(2).doesNotContainAnyElementsOf(first.channels());
        assertThat(last.nextToken()).isNull();
    }

    @Test
    void aSearchForAnUnknownUserIsRefused() {
        assertThat(chime.error(SearchChannelsRequest.builder()
                        .fields(field(SearchFieldOperator.INCLUDES, ChimeUser.of("arn:aws:chime:::x")))
                        .chimeBearer(alice.arn())
                        .build()))
                .isEqualTo(ChimeError.FORBIDDEN);
    }

    private ListChannelMembershipsForAppInstanceUserResponse memberships(
            ChimeUser bearer, ChimeUser user, String token) {
        return chime.call(
                ListChannelMembershipsForAppInstanceUserRequest.builder()
                        .appInstanceUserArn(user == null ? null : user.arn())
                        .maxResults(3)
                        .nextToken(token)
                        .chimeBearer(bearer.arn())
                        .build(),
                ListChannelMembershipsForAppInstanceUserResponse.class);
    }

    private static SearchField field(SearchFieldOperator operator, ChimeUser... users) {
        return SearchField.builder()
                .key(SearchFieldKey.MEMBERS)
                .operator(operator)
                .values(List.of(users).stream().map(ChimeUser::arn).toList())
                .build();
    }

    @Test
    void aSearchWithoutBearerForAnUnknownUserNamesTheUsersOfItsAppInstance() {
        ServiceError unknown = chime.serviceError(SearchChannelsRequest.builder()
                .fields(SearchField.builder()
                        .key(SearchFieldKey.MEMBERS)
                        .operator(SearchFieldOperator.INCLUDES)
                        .values(ServiceFixture.CHAT.user("ghost").text())
                        .build())
                .build());

        assertThat(unknown.explanation())
                .startsWith("The call names " + ServiceFixture.CHAT.user("ghost")
                        + ", which is not a registered user or bot of any app instance. Register it first. Registered in "
                        + ServiceFixture.CHAT + ": ")
                .contains(alice.arn());
    }

    private List<String> search(ChimeUser bearer, SearchField... fields) {
        return chime
                .call(
                        SearchChannelsRequest.builder()
                                .fields(fields)
                                .chimeBearer(bearer.arn())
                                .build(),
                        SearchChannelsResponse.class)
                .channels()
                .stream()
                .map(ChannelSummary::channelArn)
                .toList();
    }
}
