package io.github.chimefake.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.background.BackgroundWork;
import io.github.chimefake.internal.background.FinishedWork;
import io.github.chimefake.internal.common.ResourceQuotas;
import io.github.chimefake.internal.events.DefaultEventLog;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallFixture;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.identity.DirectoryFixtures;
import io.github.chimefake.internal.identity.IdentityService;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import io.github.chimefake.internal.messaging.fixtures.ChannelFixture;
import io.github.chimefake.internal.messaging.state.MessagingSettings;
import io.github.chimefake.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ChimeSdkIdentityRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;

/** A service with an app instance, a clock that stands still until it is moved, and short words for calls. */
public final class ServiceFixture {
    public static final AppInstanceArn CHAT =
            Arn.parse("arn:aws:chime:us-east-1:111122223333:app-instance/chat", AppInstanceArn.class);
    public static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");

    public final ManualClock clock = ManualClock.standingStillAt(START);
    public final MessagingService service;
    public final List<FinishedWork> finishedWork = new CopyOnWriteArrayList<>();
    public final DefaultEventLog events = new DefaultEventLog(1_000, true, () -> {});
    private final BackgroundWork background = new BackgroundWork();
    public final DirectoryFixtures registrations;
    final IdentityService identity;
    private int tokens;

    public ServiceFixture() {
        this(MessagingSettings.DEFAULT);
    }

    public ServiceFixture(ResourceQuotas quotas) {
        this(MessagingSettings.DEFAULT);
        service.configureIdentity(settings -> settings.withQuotas(quotas));
    }

    public ServiceFixture(MessagingSettings settings) {
        service = new MessagingService(
                clock, 42, settings, UserCode.DIRECT, new FakeLifetime(), background, finishedWork::add, events);
        registrations = new DirectoryFixtures(service.directory());
        identity = new IdentityService(
                service.directory(), CHAT.parts().region(), CHAT.parts().account(), 42);
        registrations.createAppInstance(CHAT, "Chat");
    }

    public ChimeUser user(String id) {
        return registrations.ensureUser(CHAT, id, id);
    }

    public ChimeUser admin(String id) {
        ChimeUser admin = user(id);
        registrations.promoteToAdmin(Arn.of(admin.arn()));
        return admin;
    }

    public ChannelFixture channel(String id) {
        return ChannelFixture.of(CHAT, id).withId(id);
    }

    public String create(ChannelFixture seed) {
        ChimeChannel channel = service.createChannel(seed);
        return channel.arn();
    }

    public String channelOf(ChimeUser... members) {
        return create(channel("general").withMembers(List.of(members)));
    }

    public String token() {
        return "token-" + tokens++;
    }

    /** Sends the request with its own ChimeBearer, as the gateway would, and waits for what the service does afterwards. */
    public <T extends ChimeSdkMessagingResponse> T call(ChimeSdkMessagingRequest request, Class<T> responseType) {
        try {
            return responseType.cast(service.handle(bind(request)));
        } finally {
            awaitBackgroundWork();
        }
    }

    /** Sends the request from within a processor, which must not wait for itself. */
    public void callWithinProcessor(ChimeSdkMessagingRequest request) {
        service.handle(bind(request));
    }

    /** Sends the responses of this thread's requests, and waits for what the service does afterwards. */
    void awaitBackgroundWork() {
        background.responseSent();
        try {
            assertThat(background.awaitNone(Duration.ofSeconds(30))).isEmpty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void call(ChimeSdkMessagingRequest request) {
        call(request, ChimeSdkMessagingResponse.class);
    }

    /** Sends a request to the identity service, as the gateway would, and waits for what the service does afterwards. */
    public void call(ChimeSdkIdentityRequest request) {
        try {
            identity.handle(bind(request));
        } finally {
            awaitBackgroundWork();
        }
    }

    public ServiceError serviceError(ChimeSdkMessagingRequest request) {
        ServiceErrorException refused = catchThrowableOfType(ServiceErrorException.class, () -> call(request));
        assertThat(refused).as("refusal of %s", request).isNotNull();
        return refused.serviceError();
    }

    public ChimeError error(ChimeSdkMessagingRequest request) {
        return serviceError(request).error();
    }

    public Optional<ChimeError> outcome(ChimeSdkMessagingRequest request) {
        try {
            call(request);
            return Optional.empty();
        } catch (ServiceErrorException refused) {
            return Optional.of(refused.serviceError().error());
        }
    }

    static Call bind(AwsRequest request) {
        return new Call(
                new HttpRequest("POST", "/", List.of(), new byte[0], START),
                CallFixture.UNSIGNED,
                List.of(Operation.values()).stream()
                        .filter(operation -> operation.requestType() == request.getClass())
                        .findFirst()
                        .orElseThrow(),
                request,
                Optional.empty(),
                new Caller("arn:aws:iam::111122223333:user/test", "AKID", Optional.empty(), Optional.empty()),
                request.getValueForField("ChimeBearer", String.class)
                        .filter(bearer -> !bearer.isEmpty())
                        .map(Arn::of),
                Call.Resources.of(request.getValueForField("ChannelArn", String.class), named(request)),
                new Call.Attempt(Optional.empty(), 1));
    }

    /** The ARNs that a request names, as the gateway finds them. */
    private static Set<String> named(AwsRequest request) {
        return request.sdkFields().stream()
                .filter(field -> field.memberName().toLowerCase(Locale.ROOT).matches(".*arns?"))
                .map(field -> field.getValueOrDefault(request))
                .flatMap(value -> value instanceof List<?> many ? many.stream() : Stream.ofNullable(value))
                .map(String.class::cast)
                .collect(Collectors.toSet());
    }

    public SendChannelMessageRequest.Builder message(String channelArn, ChimeUser sender, String content) {
        return SendChannelMessageRequest.builder()
                .channelArn(channelArn)
                .chimeBearer(sender.arn())
                .content(content)
                .type(ChannelMessageType.STANDARD)
                .persistence(ChannelMessagePersistenceType.PERSISTENT)
                .clientRequestToken(token());
    }

    public String send(String channelArn, ChimeUser sender, String content) {
        return call(message(channelArn, sender, content).build(), SendChannelMessageResponse.class)
                .messageId();
    }

    public List<ChannelMessageSummary> list(String channelArn, ChimeUser reader) {
        return call(
                        ListChannelMessagesRequest.builder()
                                .channelArn(channelArn)
                                .chimeBearer(reader.arn())
                                .build(),
                        ListChannelMessagesResponse.class)
                .channelMessages();
    }

    public List<String> contents(String channelArn, ChimeUser reader) {
        return list(channelArn, reader).stream()
                .map(ChannelMessageSummary::content)
                .toList();
    }
}
