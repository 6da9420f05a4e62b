package io.github.chimefake.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.ServiceError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SortOrder;

/** Lists a page at a time. */
class PaginationTest {
    private final ServiceFixture chime = new ServiceFixture();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser admin = chime.admin("admin");
    private final String general = chime.channelOf(alice);

    @Test
    void aPageHasFiftyItemsUnlessAskedOtherwise() {
        sendMany(51);

        assertThat(page(messages()).channelMessages()).hasSize(50);
        assertThat(page(messages().maxResults(7)).channelMessages()).hasSize(7);
    }

    @Test
    void theLastPageHasNoToken() {
        sendMany(4);

        ListChannelMessagesResponse first = page(messages().maxResults(2));
        ListChannelMessagesResponse last = page(messages().maxResults(2).nextToken(first.nextToken()));

        assertThat(first.nextToken()).isNotNull().hasSizeLessThanOrEqualTo(2048);
        assertThat(last.nextToken()).isNull();
        assertThat(page(messages().maxResults(4)).nextToken()).isNull();
    }

    @Test
    void anEmptyTokenMeansTheFirstPage() {
        sendMany(1);

        assertThat(page(messages().nextToken("")).channelMessages()).hasSize(1);
    }

    @Test
    void pagesTogetherAreTheWholeListInEitherOrder() {
        sendMany(23);

        assertThat(all(SortOrder.ASCENDING)).containsExactlyElementsOf(numbers(0, 23));
        List<String> reversed = new ArrayList<>(numbers(0, 23));
        Collections.reverse(reversed);
        assertThat(all(SortOrder.DESCENDING)).containsExactlyElementsOf(reversed);
    }

    @Test
    void messagesThatComeAndGoBetweenPagesNeitherRepeatNorHideOthers() {
        List<String> ids = sendMany(10);
        ListChannelMessagesResponse first = page(messages().maxResults(3));
        assertThat(contents(first)).containsExactly("9", "8", "7");

        sendMany(2);
        Stream.of(7, 6, 9)
                .forEach(number -> chime.call(DeleteChannelMessageRequest.builder()
                        .channelArn(general)
                        .messageId(ids.get(number))
                        .chimeBearer(admin.arn())
                        .build()));

        assertThat(contents(page(messages().maxResults(3).nextToken(first.nextToken()))))
                .containsExactly("5", "4", "3");
    }

    @Test
    void membersThatComeAndGoBetweenPagesNeitherRepeatNorHideOthers() {
        IntStream.range(1, 7).forEach(number -> {
            ChimeUser user = chime.user("u" + number);
            chime.service.addMember(Arn.of(general), Arn.of(user.arn()), ChannelMembershipType.DEFAULT);
        });
        ListChannelMembershipsResponse first = members(null);
        assertThat(names(first)).containsExactly("alice", "u1", "u2");

        chime.registrations.deleteUser(Arn.of(ServiceFixture.CHAT.user("u2").toString()));
        chime.registrations.deleteUser(Arn.of(ServiceFixture.CHAT.user("u3").toString()));
        chime.service.addMember(Arn.of(general), Arn.of(chime.user("u0").arn()), ChannelMembershipType.DEFAULT);
        chime.service.addMember(Arn.of(general), Arn.of(chime.user("u41").arn()), ChannelMembershipType.DEFAULT);

        assertThat(names(members(first.nextToken()))).containsExactly("u4", "u41", "u5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "%%%", "AAAA", "MTIzNDU2Nzg5"})
    void anInventedTokenIsABadRequest(String token) {
        ServiceError serviceError =
                chime.serviceError(messages().nextToken(token).build());

        assertThat(serviceError.error()).isEqualTo(ChimeError.BAD_REQUEST);
        assertThat(serviceError.explanation()).contains("NextToken");
    }

    @Test
    void aTokenOfAnotherListIsABadRequest() {
        sendMany(3);
        String other = chime.create(chime.channel("other").withMembers(List.of(alice)));
        String token = page(messages().maxResults(1)).nextToken();

        assertThat(Stream.of(
                                messages().nextToken(token).channelArn(other),
                                messages().nextToken(token).sortOrder(SortOrder.ASCENDING),
                                messages().nextToken(token).notBefore(ServiceFixture.START))
                        .map(request -> chime.error(request.build())))
                .containsOnly(ChimeError.BAD_REQUEST);
        assertThat(chime.error(ListChannelMembershipsRequest.builder()
                        .channelArn(general)
                        .nextToken(token)
                        .chimeBearer(alice.arn())
                        .build()))
                .isEqualTo(ChimeError.BAD_REQUEST);
    }

    private ListChannelMessagesRequest.Builder messages() {
        return ListChannelMessagesRequest.builder().channelArn(general).chimeBearer(alice.arn());
    }

    private ListChannelMessagesResponse page(ListChannelMessagesRequest.Builder request) {
        return chime.call(request.build(), ListChannelMessagesResponse.class);
    }

    private static List<String> contents(ListChannelMessagesResponse page) {
        return page.channelMessages().stream()
                .map(ChannelMessageSummary::content)
                .toList();
    }

    private List<String> all(SortOrder order) {
        List<String> all = new ArrayList<>();
        String token = null;
        do {
            ListChannelMessagesResponse page =
                    page(messages().sortOrder(order).maxResults(4).nextToken(token));
            all.addAll(contents(page));
            token = page.nextToken();
        } while (token != null);
        return all;
    }

    private List<String> sendMany(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    // Some share a millisecond, some do not.
                    chime.clock.advance(Duration.ofMillis(number % 3));
                    return chime.send(general, alice, String.valueOf(number));
                })
                .toList();
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(String::valueOf).toList();
    }

    private ListChannelMembershipsResponse members(String token) {
        return chime.call(
                ListChannelMembershipsRequest.builder()
                        .channelArn(general)
                        .maxResults(3)
                        .nextToken(token)
                        .chimeBearer(alice.arn())
                        .build(),
                ListChannelMembershipsResponse.class);
    }

    private static List<String> names(ListChannelMembershipsResponse page) {
        return page.channelMemberships().stream()
                .map(membership -> membership.member().name())
                .toList();
    }
}
