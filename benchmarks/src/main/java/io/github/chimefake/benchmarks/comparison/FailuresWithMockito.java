package io.github.chimefake.benchmarks.comparison;

import static io.github.chimefake.benchmarks.comparison.Errors.assertError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.stubbing.OngoingStubbing;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipError;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.Identity;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

class FailuresWithMockito {
    private static final String APP_INSTANCE = "arn:aws:chime:us-east-1:111122223333:app-instance/chat";
    private static final String ALICE = APP_INSTANCE + "/user/alice";
    private static final String BOB = APP_INSTANCE + "/user/bob";
    private static final String CAROL = APP_INSTANCE + "/user/carol";
    private static final String GENERAL = APP_INSTANCE + "/channel/general";
    private static final String RANDOM = APP_INSTANCE + "/channel/random";

    private final ChimeSdkMessagingClient client = mock(ChimeSdkMessagingClient.class);
    private final Chat chat = new Chat(client);

    @BeforeEach
    void respondWithoutFailures() {
        whenSending().thenReturn(sent());
        whenListing().thenReturn(ListChannelMessagesResponse.builder().build());
        whenDescribing()
                .thenReturn(DescribeChannelResponse.builder()
                        .channel(channel -> channel.name("general"))
                        .build());
    }

    @Test
    void missingPermission() {
        whenSending().thenThrow(error(403, "AccessDeniedException"));
        assertError(403, "AccessDeniedException", () -> send());
        assertThat(history()).isEmpty();
    }

    @Test
    void deniedForOneUserInOneChannel() {
        whenSending(request -> request.chimeBearer().equals(ALICE)
                        && request.channelArn().equals(GENERAL))
                .thenThrow(UnauthorizedClientException.class);
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> send());
        chat.send(ALICE, RANDOM);
        chat.send(BOB, GENERAL);
    }

    @Test
    void unknownBearer() {
        whenSending(request -> request.chimeBearer().equals(CAROL)).thenThrow(UnauthorizedClientException.class);
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> chat.send(CAROL, GENERAL));
    }

    @Test
    void roleForbids() {
        when(client.deleteChannelMessage(any(DeleteChannelMessageRequest.class)))
                .thenThrow(ForbiddenException.class);
        String message = send();
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> chat.delete(BOB, GENERAL, message));
    }

    @Test
    void expiredToken() {
        whenSending().thenThrow(error(403, "ExpiredTokenException"));
        assertError(403, "ExpiredTokenException", () -> send());
    }

    @Test
    void thirdCallFails() {
        whenSending()
                .thenReturn(sent(), sent())
                .thenThrow(UnauthorizedClientException.class)
                .thenReturn(sent());
        send();
        send();
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> send());
        send();
    }

    @Test
    void requestLost() {
        whenSending().thenThrow(SdkClientException.class);
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> send());
        assertThat(history()).isEmpty();
    }

    @Test
    void connectionReset() {
        whenSending().thenThrow(SdkClientException.class);
        whenListing()
                .thenReturn(ListChannelMessagesResponse.builder()
                        .channelMessages(
                                ChannelMessageSummary.builder().content("hello").build())
                        .build());
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> send());
        assertThat(history()).containsExactly("hello");
    }

    @Test
    void truncatedResponse() {
        whenListing().thenThrow(SdkClientException.class);
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> history());
    }

    @Test
    void malformedResponse() {
        whenListing().thenThrow(SdkClientException.class);
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> history());
    }

    @Test
    void pageOfProxy() {
        whenDescribing().thenThrow(error(502, null));
        assertError(502, null, () -> name());
    }

    @Test
    void slowResponse() {
        whenListing().thenThrow(ApiCallTimeoutException.class);
        assertThatExceptionOfType(ApiCallTimeoutException.class).isThrownBy(() -> history());
    }

    @Test
    void responseAfterTimeout() {
        whenSending().thenThrow(ApiCallTimeoutException.class);
        assertThatExceptionOfType(ApiCallTimeoutException.class).isThrownBy(() -> send());
    }

    @Test
    void oneMemberOfBatchFails() {
        when(client.batchCreateChannelMembership(any(BatchCreateChannelMembershipRequest.class)))
                .thenReturn(BatchCreateChannelMembershipResponse.builder()
                        .batchChannelMemberships(added ->
                                added.members(Identity.builder().arn(CAROL).build()))
                        .errors(BatchCreateChannelMembershipError.builder()
                                .memberArn(BOB)
                                .errorCode("ThrottledClient")
                                .build())
                        .build());
        assertThat(chat.add(ALICE, RANDOM, BOB, CAROL)).isEqualTo(new Chat.Added(List.of(CAROL), List.of(BOB)));
    }

    @Test
    void deniedAfterAnotherCall() {
        whenSending().thenAnswer(invocation -> {
            whenDescribing().thenThrow(ForbiddenException.class);
            return sent();
        });
        name();
        send();
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> name());
    }

    @Test
    void everyThirdCallFails() {
        whenSending()
                .thenReturn(sent(), sent())
                .thenThrow(UnauthorizedClientException.class)
                .thenReturn(sent(), sent())
                .thenThrow(UnauthorizedClientException.class);
        for (int round = 1; round <= 2; round++) {
            send();
            send();
            assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> send());
        }
    }

    @Test
    void credentialsExpireFromThirdCallOn() {
        whenSending().thenReturn(sent(), sent()).thenAnswer(invocation -> {
            whenListing().thenThrow(error(403, "ExpiredTokenException"));
            throw error(403, "ExpiredTokenException");
        });
        send();
        send();
        assertError(403, "ExpiredTokenException", () -> send());
        assertError(403, "ExpiredTokenException", () -> history());
    }

    private OngoingStubbing<SendChannelMessageResponse> whenSending() {
        return when(client.sendChannelMessage(any(SendChannelMessageRequest.class)));
    }

    private OngoingStubbing<SendChannelMessageResponse> whenSending(Predicate<SendChannelMessageRequest> selected) {
        return when(client.sendChannelMessage(
                argThat((SendChannelMessageRequest request) -> request != null && selected.test(request))));
    }

    private OngoingStubbing<ListChannelMessagesResponse> whenListing() {
        return when(client.listChannelMessages(any(ListChannelMessagesRequest.class)));
    }

    private OngoingStubbing<DescribeChannelResponse> whenDescribing() {
        return when(client.describeChannel(any(DescribeChannelRequest.class)));
    }

    private static SendChannelMessageResponse sent() {
        return SendChannelMessageResponse.builder().messageId("1").build();
    }

    private static AwsServiceException error(int status, @Nullable String code) {
        return ChimeSdkMessagingException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }

    private String send() {
        return chat.send(ALICE, GENERAL);
    }

    private List<String> history() {
        return chat.history(ALICE, GENERAL);
    }

    private String name() {
        return chat.name(ALICE, GENERAL);
    }
}
