package io.github.chimefake;

import io.github.chimefake.call.ChannelRole;
import io.github.chimefake.call.FakeLifetime;
import io.github.chimefake.call.Operation;
import io.github.chimefake.identity.IdentitySettings;
import io.github.chimefake.messaging.ChannelFlowProcessor;
import io.github.chimefake.messaging.MessagingService;
import io.github.chimefake.messaging.MessagingSettings;
import io.github.chimefake.service.Quota;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * How the services behave, messaging and identity, where a test wants it other than by default. What is set here goes back with a reset.
 *
 * <pre>{@code
 * chime.service().quota(MEMBERSHIPS_PER_CHANNEL, 3);
 * chime.service().processor(filterArn, event -> event.message().content().contains("damn") ? Verdict.deny() : Verdict.pass());
 * }</pre>
 */
public final class ChimeService {
    private final MessagingService service;
    private final FakeLifetime lifetime;

    ChimeService(MessagingService service, FakeLifetime lifetime) {
        this.service = service;
        this.lifetime = lifetime;
    }

    private void configure(UnaryOperator<MessagingSettings> change) {
        lifetime.requireRunning("A setting of the service cannot be changed");
        service.configure(change.apply(service.settings()));
    }

    /**
     * How many of something there may be; more is refused with {@code ResourceLimitExceededException}.
     *
     * @param limit at least 0
     */
    public void quota(Quota quota, int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("quota(" + quota + ", " + limit + "): the limit must be at least 0");
        }
        configure(settings -> settings.withQuotas(settings.quotas().with(quota, limit)));
    }

    /**
     * Where {@code GetMessagingSessionEndpoint} sends clients: the fake's own host and port unless set, although it serves no
     * messaging sessions.
     *
     * @param hostAndPort without scheme and path, as the real service answers it, for example {@code localhost:8443}
     */
    public void messagingSessionEndpoint(String hostAndPort) {
        configure(settings -> settings.withMessagingSessionEndpoint(hostAndPort));
    }

    /**
     * Has a function stand for the Lambda function of a channel flow's processor. Without one, a message in a channel with that
     * flow stays PENDING until {@code ChannelFlowCallback} comes.
     *
     * @param lambdaArn as in the processor's configuration, for example
     *     {@code arn:aws:lambda:us-east-1:111122223333:function:profanity-filter}
     */
    public void processor(String lambdaArn, ChannelFlowProcessor processor) {
        lifetime.requireRunning("processor(\"" + lambdaArn + "\", …)");
        service.registerProcessor(lambdaArn, processor);
    }

    /**
     * How long after {@code CreateAppInstanceUser} a new user is accepted in {@code x-amz-chime-bearer}; until then it meets the
     * {@code UnauthorizedClientException} of a user that nobody registered. Zero unless set. No such delay is known of the
     * real service; it is for tests of programs that must bear one. Users of the Java API are always valid at once.
     *
     * @param delay by the fake's clock; not negative
     */
    public void newUsersValidAfter(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("newUsersValidAfter(" + delay + "): the delay must not be negative");
        }
        configureIdentity(identity -> identity.withNewUsersValidAfter(delay));
    }

    /**
     * Refuses every {@code CreateAppInstanceUser} for an id that is taken with {@code ConflictException}, even with the same name
     * and metadata. Unless set, the fake answers such a repetition as the first time, as AWS's own demonstrations need it.
     * {@link #allowRepeatedCreation} takes it back.
     */
    public void refuseRepeatedCreation() {
        configureIdentity(identity -> identity.withRepeatedCreationRefused(true));
    }

    /** Answers such a repetition as the first time, as it does until {@link #refuseRepeatedCreation}. */
    public void allowRepeatedCreation() {
        configureIdentity(identity -> identity.withRepeatedCreationRefused(false));
    }

    private void configureIdentity(UnaryOperator<IdentitySettings> change) {
        configure(settings -> settings.withIdentity(change.apply(settings.identity())));
    }

    /**
     * Takes every well-formed user and bot of the fake's app instances for registered as soon as a call names it. For programs
     * that know their users from elsewhere; {@link ChimeMessagingServer#unregistered} users are accepted then, too.
     * {@link #closeDirectory} takes it back.
     */
    public void openDirectory() {
        configure(settings -> settings.withOpenDirectory(true));
    }

    /**
     * Takes nobody for registered whom nobody registered, as it does until {@link #openDirectory}. Whoever was let in by a
     * call that wrote stays.
     */
    public void closeDirectory() {
        configure(settings -> settings.withOpenDirectory(false));
    }

    /**
     * Whether a role may call an operation on channels, whatever the role matrix says. For the cells that nobody knows of the real
     * service, for example whether members may list moderators; {@code docs/fidelity.md} names them.
     *
     * @throws IllegalArgumentException if roles in a channel do not decide about the operation
     */
    public void role(ChannelRole role, Operation operation, boolean allowed) {
        configure(settings -> settings.withRoles(settings.roles().with(operation, role, allowed)));
    }
}
