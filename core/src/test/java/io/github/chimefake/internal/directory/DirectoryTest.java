package io.github.chimefake.internal.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.MemberArn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/** What the directory keeps in step by itself. */
class DirectoryTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final AppInstanceArn CHAT = AppInstanceArn.of("us-east-1", "111122223333", "chat");
    private static final AppInstanceArn CHAT_2 = AppInstanceArn.of("us-east-1", "111122223333", "chat-2");

    private final AppInstanceUser alice = user(CHAT.user("alice"));
    private final AppInstanceUser echo = user(CHAT.bot("echo"));
    private final AppInstanceUser stranger = user(CHAT_2.user("stranger"));
    private final Directory directory = Directory.EMPTY
            .with(AppInstance.of(CHAT, Profile.of("Chat", NOW)))
            .with(AppInstance.of(CHAT_2, Profile.of("Chat 2", NOW)))
            .with(alice)
            .with(echo)
            .with(stranger);

    private static AppInstanceUser user(MemberArn arn) {
        return AppInstanceUser.of(arn, Profile.of(arn.id(), NOW));
    }

    private static AppInstanceUser expiring(AppInstanceUser user, int days) {
        return user.with(user.lifetime().withExpirationDays(Optional.of(days)));
    }

    private static TreePMap<String, String> tag(String value) {
        return TreePMap.from(HashTreePMap.singleton("key", value));
    }

    @Test
    void usersAndBotsOfAnAppInstanceStandApart() {
        assertThat(directory.usersOf(CHAT).keySet()).containsExactly(alice.arn());
        assertThat(directory.botsOf(CHAT).keySet()).containsExactly(echo.arn());
        assertThat(directory.usersOf(CHAT_2).keySet()).containsExactly(stranger.arn());
    }

    @Test
    void theAdminsOfAnAppInstanceFollowItsUsers() {
        Directory promoted =
                directory.with(alice.withAdminSince(Optional.of(NOW))).with(echo.withAdminSince(Optional.of(NOW)));

        assertThat(admins(promoted)).containsExactly(echo.arn(), alice.arn());
        assertThat(admins(promoted.with(alice))).containsExactly(echo.arn());
        assertThat(admins(promoted.withoutUser(echo))).containsExactly(alice.arn());
    }

    private static Iterable<MemberArn> admins(Directory directory) {
        return directory.appInstance(CHAT).orElseThrow().admins();
    }

    @Test
    void whoHasExpiredIsDeletedWithAllTraces() {
        Directory expiring =
                directory.with(expiring(alice, 2)).with(expiring(echo, 3)).withTags(alice.arn(), tag("value"));
        Instant end = NOW.plus(Duration.ofDays(2));

        assertThat(expiring.anyExpired(end.minusMillis(1))).isFalse();
        assertThat(expiring.anyExpired(end)).isTrue();
        Directory rest = expiring.expired(end);
        assertThat(rest.user(alice.arn())).isEmpty();
        assertThat(rest.tags(alice.arn())).isEmpty();
        assertThat(rest.deleted()).containsExactly(alice.arn());
        assertThat(rest.anyExpired(end)).isFalse();
        assertThat(rest.expired(end.plus(Duration.ofDays(1))).user(echo.arn())).isEmpty();
    }

    @Test
    void anExpirationThatIsChangedOrTakenBackCountsNoMore() {
        Directory changed = directory.with(expiring(alice, 2)).with(expiring(alice, 5));
        Instant end = NOW.plus(Duration.ofDays(2));

        assertThat(changed.anyExpired(end)).isFalse();
        assertThat(changed.with(alice).anyExpired(NOW.plus(Duration.ofDays(5)))).isFalse();
        assertThat(changed.withoutUser(expiring(alice, 5)).anyExpired(NOW.plus(Duration.ofDays(5))))
                .isFalse();
    }

    @Test
    void anAppInstanceGoesWithAllThatIsBelowIt() {
        ChannelArn channel = CHAT.channel("general");
        Directory tagged = directory
                .with(expiring(alice, 2))
                .withTags(CHAT, tag("1"))
                .withTags(channel, tag("2"))
                .withTags(CHAT_2, tag("3"))
                .withTags(stranger.arn(), tag("4"));

        Directory rest = tagged.withoutAppInstance(CHAT);

        assertThat(rest.appInstances().keySet()).containsExactly(CHAT_2);
        assertThat(rest.users().keySet()).containsExactly(stranger.arn());
        assertThat(rest.tags().keySet()).containsExactly(CHAT_2, stranger.arn());
        assertThat(rest.deleted()).containsExactly(CHAT);
        assertThat(rest.withoutDeleted().deleted()).isEmpty();
        assertThat(rest.anyExpired(NOW.plus(Duration.ofDays(2)))).isFalse();
    }

    @Test
    void metadataThatIsEmptyIsNoOtherThanNone() {
        Profile plain = Profile.of("Alice", NOW);

        assertThat(plain.matches("Alice", Optional.of(""))).isTrue();
        assertThat(plain.matches("Alice", Optional.of("blue"))).isFalse();
        assertThat(plain.matches("Bob", Optional.empty())).isFalse();
    }
}
