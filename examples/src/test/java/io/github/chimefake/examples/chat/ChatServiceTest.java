package io.github.chimefake.examples.chat;

import static io.github.chimefake.ChimeError.ACCESS_DENIED;
import static io.github.chimefake.ChimeError.EXPIRED_TOKEN;
import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.examples.chat.ChatRefusal.Reason;
import io.github.chimefake.examples.chat.ChatResult.Done;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ServiceUnavailableException;

@ChimeMessagingFake(users = {"alice", "bob", "carol"})
class ChatServiceTest {
    private static final String POLICY_WITHOUT_SENDING = """
            {
              "Version": "2012-10-17",
              "Statement": [{"Effect": "Allow", "Action": "chime:List*", "Resource": "*"}]
            }
            """;

    private final ChimeMessagingServer chime;
    private final ChatService chat;
    private final ChimeUser alice;
    private final ChimeUser bob;
    private final ChimeUser carol;
    private final ChimeChannel general;

    ChatServiceTest(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        this.chime = chime;
        this.chat = new ChatService(client, 2);
        this.alice = chime.user("alice");
        this.bob = chime.user("bob");
        this.carol = chime.user("carol");
        this.general =
                chime.channel("general").members(alice, bob).moderators(alice).create();
    }

    private ChatResult<String> post(ChimeUser author, String text) {
        return chat.post(author.arn(), general.arn(), text);
    }

    private List<String> texts() {
        return chat.history(alice.arn(), general.arn()).map(ChatMessage::text).toList();
    }

    private static void assertRefused(ChatResult<?> result, Reason reason) {
        assertThat(result.refusal()).map(ChatRefusal::reason).contains(reason);
    }

    @Test
    void readsBackWhatWasPosted() {
        String id = post(alice, "hello").orElseThrow();

        assertThat(chat.history(bob.arn(), general.arn()))
                .containsExactly(new ChatMessage(id, alice.arn(), "hello", false, false));
    }

    @Test
    void readsALongChannelPageByPage() {
        List.of("one", "two", "three", "four", "five").forEach(text -> post(bob, text));

        assertThat(texts()).containsExactly("one", "two", "three", "four", "five");
        assertThat(chime).received(ListChannelMessagesRequest.class).hasSize(3);
    }

    @Test
    void fetchesNoPageThatNobodyReads() {
        List.of("one", "two", "three", "four", "five").forEach(text -> post(bob, text));

        assertThat(chat.history(alice.arn(), general.arn()).limit(2)).hasSize(2);
        assertThat(chime).received(ListChannelMessagesRequest.class).hasSize(1);
    }

    @Test
    void rejectsAnIdentityThatNobodyRegistered() {
        ChatResult<String> result = post(chime.appInstance().unregistered("ghost"), "boo");

        assertRefused(result, Reason.IDENTITY_REJECTED);
        assertThat(result.refusal()).hasValueSatisfying(refusal -> {
            assertThat(refusal.errorCode()).isEqualTo("UnauthorizedClientException");
            assertThat(refusal.message())
                    .isEqualTo("An invalid app instance user ARN was supplied for the x-amz-chime-bearer HTTP header.");
            assertThat(refusal.requestId()).isNotEmpty();
        });
    }

    @Test
    void rejectsAnIdentityThatARuleDenies() {
        chime.permissions().by(bob).deny(SEND_CHANNEL_MESSAGE);

        assertRefused(post(bob, "hello"), Reason.IDENTITY_REJECTED);

        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(bob).withError(UNAUTHORIZED_CLIENT);
        assertThat(post(alice, "I can still speak")).isInstanceOf(Done.class);
        assertThat(texts()).containsExactly("I can still speak");
    }

    @Test
    void rejectsAnIdentityOnceAndTakesItAgain() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(UNAUTHORIZED_CLIENT);

        assertRefused(post(alice, "hello"), Reason.IDENTITY_REJECTED);
        assertThat(post(alice, "hello again")).isInstanceOf(Done.class);
        assertThat(texts()).containsExactly("hello again");
    }

    @Test
    void tellsAUserWhatTheRoleDoesNotAllow() {
        assertRefused(post(carol, "I am no member"), Reason.NOT_ALLOWED);
        assertRefused(chat.promote(bob.arn(), general.arn(), bob.arn()), Reason.NOT_ALLOWED);
        assertRefused(chat.remove(bob.arn(), general.arn(), alice.arn()), Reason.NOT_ALLOWED);

        assertThat(chime).denied(DELETE_CHANNEL_MEMBERSHIP).by(bob);
    }

    @Test
    void recognizesThatAPolicyLacksAPermission() {
        ChimeCaller backend = chime.caller("role/chat-backend");
        chime.permissions().by(backend).attach("read-only", POLICY_WITHOUT_SENDING);
        ChatService readOnly = new ChatService(chime.clients().signedBy(backend).client());

        ChatResult<String> result = readOnly.post(alice.arn(), general.arn(), "hello");

        assertRefused(result, Reason.POLICY_LACKS_PERMISSION);
        assertThat(result.refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.message())
                        .contains("is not authorized to perform: chime:SendChannelMessage"));
        assertThat(readOnly.read(alice.arn(), general.arn())).isInstanceOf(Done.class);
    }

    @Test
    void recognizesAnInjectedDenialByIam() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(ACCESS_DENIED, "explicit deny in a service control policy");

        ChatResult<String> result = post(alice, "hello");

        assertRefused(result, Reason.POLICY_LACKS_PERMISSION);
        assertThat(result.refusal()).map(ChatRefusal::message).contains("explicit deny in a service control policy");
    }

    @Test
    void recognizesThatCredentialsRanOut() {
        chime.faults().once().fail(EXPIRED_TOKEN);

        assertRefused(post(alice, "hello"), Reason.CREDENTIALS_EXPIRED);
        assertThat(post(alice, "with new credentials")).isInstanceOf(Done.class);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"UNRECOGNIZED_CLIENT", "INVALID_SIGNATURE", "MISSING_AUTHENTICATION_TOKEN", "INCOMPLETE_SIGNATURE"
            })
    void recognizesCredentialsThatAreNoGood(ChimeError error) {
        chime.faults().on(SEND_CHANNEL_MESSAGE).fail(error);

        assertRefused(post(alice, "hello"), Reason.CREDENTIALS_INVALID);
    }

    @Test
    void doesNotNoticeThrottlingThatTheRetriesOfTheSdkOutlast() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().attempts(2).fail(THROTTLED_CLIENT);

        assertThat(post(alice, "hello")).isInstanceOf(Done.class);

        assertThat(chime.journal().calls(SEND_CHANNEL_MESSAGE))
                .singleElement()
                .satisfies(call -> assertThat(call.attempts()).hasSize(3));
    }

    @Test
    void storesAMessageOnceThoughItsFirstAnswerIsLost() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().attempts(1).loseResponse();

        assertThat(post(alice, "hello")).isInstanceOf(Done.class);

        assertThat(texts()).containsExactly("hello");
    }

    @Test
    void leavesAnOutageToTheExceptionOfTheSdk() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).fail(SERVICE_UNAVAILABLE);

        assertThatExceptionOfType(ServiceUnavailableException.class).isThrownBy(() -> post(alice, "hello"));
    }

    @Test
    void stopsReadingWhereALaterPageIsRefused() {
        List.of("one", "two", "three").forEach(text -> post(bob, text));
        chime.faults().on(LIST_CHANNEL_MESSAGES).nthCall(2).fail(EXPIRED_TOKEN);

        assertThatExceptionOfType(ChatRefusedException.class)
                .isThrownBy(this::texts)
                .satisfies(e -> assertThat(e.refusal().reason()).isEqualTo(Reason.CREDENTIALS_EXPIRED));
    }

    @Test
    void letsAuthorsEditAndModeratorsRedact() {
        String id = post(bob, "helo").orElseThrow();

        chat.edit(bob.arn(), general.arn(), id, "hello").orElseThrow();
        assertThat(chat.history(alice.arn(), general.arn()))
                .containsExactly(new ChatMessage(id, bob.arn(), "hello", true, false));

        chat.redact(alice.arn(), general.arn(), id).orElseThrow();
        assertThat(chat.history(alice.arn(), general.arn()))
                .singleElement()
                .returns("", ChatMessage::text)
                .returns(true, ChatMessage::redacted);
    }

    @Test
    void letsOnlyAdministratorsDelete() {
        String id = post(bob, "a secret").orElseThrow();

        assertRefused(chat.delete(alice.arn(), general.arn(), id), Reason.NOT_ALLOWED);
        chat.delete(chime.appInstance().admin("root").arn(), general.arn(), id).orElseThrow();

        assertThat(texts()).isEmpty();
    }

    @Test
    void opensAChannelThatOnlyItsModeratorFills() {
        String club = chat.open(alice.arn(), chime.appInstance().arn(), "club", ChannelPrivacy.PRIVATE)
                .orElseThrow();

        assertRefused(chat.add(carol.arn(), club, carol.arn()), Reason.NOT_ALLOWED);
        chat.add(alice.arn(), club, carol.arn()).orElseThrow();
        chat.promote(alice.arn(), club, carol.arn()).orElseThrow();
        chat.add(carol.arn(), club, bob.arn()).orElseThrow();
        chat.demote(alice.arn(), club, carol.arn()).orElseThrow();

        assertRefused(chat.add(carol.arn(), club, chime.user("dave").arn()), Reason.NOT_ALLOWED);
        assertThat(chat.post(bob.arn(), club, "hello")).isInstanceOf(Done.class);
    }

    @Test
    void keepsABannedUserOutUntilPardoned() {
        chat.ban(alice.arn(), general.arn(), bob.arn()).orElseThrow();

        assertRefused(post(bob, "let me in"), Reason.NOT_ALLOWED);
        assertRefused(chat.add(bob.arn(), general.arn(), bob.arn()), Reason.NOT_ALLOWED);

        chat.pardon(alice.arn(), general.arn(), bob.arn()).orElseThrow();
        chat.add(bob.arn(), general.arn(), bob.arn()).orElseThrow();
        assertThat(post(bob, "I am back")).isInstanceOf(Done.class);
    }

    @Test
    void takesNoOffenceAtAMemberWhoIsAddedOrRemovedTwice() {
        chat.add(alice.arn(), general.arn(), carol.arn()).orElseThrow();
        chat.add(alice.arn(), general.arn(), carol.arn()).orElseThrow();

        chat.remove(alice.arn(), general.arn(), carol.arn()).orElseThrow();
        chat.remove(alice.arn(), general.arn(), carol.arn()).orElseThrow();

        assertRefused(post(carol, "hello"), Reason.NOT_ALLOWED);
    }
}
