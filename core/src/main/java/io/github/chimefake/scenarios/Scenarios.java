package io.github.chimefake.scenarios;

import static io.github.chimefake.Operation.GET_MESSAGING_SESSION_ENDPOINT;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Experimental;
import io.github.chimefake.Operation;
import io.github.chimefake.Registration;
import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.iam.PolicyTemplate;
import io.github.chimefake.permissions.AttachedPolicy;
import io.github.chimefake.permissions.Permissions.CallerPermissionSelection;
import io.github.chimefake.sessions.SessionEnd;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingSessionEndpointResponse;

/**
 * Situations that users of Chime messaging reported in public. Each method sets up one, so that the code under test meets it:
 *
 * <pre>{@code
 * Scenarios.selfJoinPrivateChannel(chime, alice, general);
 *
 * assertThat(chat.join(alice, general)).isEqualTo(INVITATION_NEEDED);
 * }</pre>
 *
 * <p>A scenario uses only the public API, so a test can do the same in other ways. What a scenario registers applies until its
 * {@link Registration} is closed or the fake is reset. {@code docs/scenarios.md} has a section about each scenario, and lists the reports
 * that need none.
 *
 * @since 0.1
 */
@Experimental
@CheckReturnValue
public final class Scenarios {
    private static final Duration NIGHT = Duration.ofHours(12);
    private static final int TRY_AGAIN = 4005;

    private Scenarios() {}

    /**
     * Returns a user whose ARN is no user's: it is the ARN of the app instance.
     *
     * <p>Reported: the ARN of the app instance, or one that was put together by hand, was used as that of a user. As the bearer, it gets
     * {@code UnauthorizedClientException} 401, {@code An invalid app instance user ARN was supplied for the x-amz-chime-bearer HTTP
     * header.} As a parameter such as {@code memberArns}, it gets {@code ForbiddenException} 403, {@code An invalid app instance user ARN
     * was supplied for the input parameter.} Code should use the ARN that {@code CreateAppInstanceUser} returned, and not repeat the call.
     *
     * @see #userNeverRegistered
     * @see <a href="https://github.com/aws/amazon-chime-sdk-js/issues/1148">aws/amazon-chime-sdk-js#1148</a>
     * @see <a href="https://github.com/aws/amazon-chime-sdk-js/issues/1355">aws/amazon-chime-sdk-js#1355</a>
     */
    public static ChimeUser wrongArnAsUser(ChimeMessagingServer chime) {
        return ChimeUser.of(chime.appInstance().arn());
    }

    /**
     * Deletes a user from the fake, with its memberships, so that its ARN is that of a user who was never registered.
     *
     * <p>Reported: users who were imported, or created by an administrator, and never signed up. The client sees the same as with
     * {@link #wrongArnAsUser}. Code should register the user and then repeat the call. A reset restores the user if it belongs to the
     * baseline.
     *
     * @throws IllegalArgumentException if the user is not registered
     * @throws IllegalStateException if the fake is closed
     * @see <a href="https://github.com/aws/amazon-chime-sdk-js/issues/1270">aws/amazon-chime-sdk-js#1270</a>
     * @see <a
     *     href="https://github.com/aws/amazon-chime-sdk-component-library-react/issues/496">aws/amazon-chime-sdk-component-library-react#496</a>
     */
    public static void userNeverRegistered(ChimeMessagingServer chime, ChimeUser user) {
        chime.appInstance().delete(user);
    }

    /**
     * Makes a channel private for one user: as long as the user is not its member, each call of the user on it fails, joining included.
     *
     * <p>Reported: a user adds itself to a private channel that another one created. The client sees {@code ForbiddenException} 403,
     * {@code You do not have sufficient access to perform this action}. Code should let a moderator or an administrator add the user, and
     * must not repeat the call. When the user was added, its calls succeed.
     *
     * @param user neither a member of the channel nor an administrator of the app instance
     * @throws IllegalStateException if the fake is closed
     * @see <a href="https://github.com/aws-amplify/aws-sdk-ios/issues/4666">aws-amplify/aws-sdk-ios#4666</a>
     */
    @CanIgnoreReturnValue
    public static Registration selfJoinPrivateChannel(
            ChimeMessagingServer chime, ChimeUser user, ChimeChannel channel) {
        return chime.permissions()
                .by(user)
                .by(ChannelRole.NON_MEMBER)
                .inChannel(channel)
                .deny(ChimeError.FORBIDDEN);
    }

    /**
     * Creates a private channel, with its creator as member and moderator, and returns it.
     *
     * <p>Reported: {@code ListChannels} returns an empty list to the user who created the channel. Without a filter it lists public
     * channels only, and the filter {@code PRIVATE} is for administrators: {@code ForbiddenException} 403. Code should list the channels
     * of a user with {@code ListChannelMembershipsForAppInstanceUser}.
     *
     * @param name the name of the channel
     * @throws IllegalStateException if the fake is closed
     * @see <a href="https://github.com/aws/amazon-chime-sdk-js/issues/1369">aws/amazon-chime-sdk-js#1369</a>
     */
    @CanIgnoreReturnValue
    public static ChimeChannel creatorListsPrivateChannel(ChimeMessagingServer chime, ChimeUser creator, String name) {
        return chime.channel(name)
                .creator(creator)
                .members(creator)
                .moderators(creator)
                .privacy(ChannelPrivacy.PRIVATE)
                .mode(ChannelMode.UNRESTRICTED)
                .create();
    }

    /**
     * Makes a user a member of several channels and returns them in the order in which the service lists them. Only the last one has a
     * message.
     *
     * <p>Reported: {@code ListChannelMembershipsForAppInstanceUser} cannot sort by the last message, so that with {@code MaxResults} the
     * latest conversation may be on any page; {@code LastMessageTimestamp} is absent in channels without a message. Code should read all
     * pages, then sort, and expect the absent timestamp. The message is sent by {@code chime.client()} as this user, so it is in the
     * journal, and rules and faults apply to it.
     *
     * @param channels the number of channels, more than the code under test reads in one page; 2 to 1,000
     * @throws IllegalArgumentException if the number is out of range
     * @throws IllegalStateException if the fake is closed
     * @see <a href="https://github.com/aws/amazon-chime-sdk-ios/issues/610">aws/amazon-chime-sdk-ios#610</a>
     * @see <a href="https://github.com/aws-amplify/aws-sdk-ios/issues/4931">aws-amplify/aws-sdk-ios#4931</a>
     * @see <a href="https://github.com/aws-amplify/aws-sdk-ios/issues/4675">aws-amplify/aws-sdk-ios#4675</a>
     * @see <a href="https://github.com/aws/amazon-chime-sdk-js/issues/2233">aws/amazon-chime-sdk-js#2233</a>
     */
    @CanIgnoreReturnValue
    public static List<ChimeChannel> pagingUnsortedMemberships(
            ChimeMessagingServer chime, ChimeUser member, int channels) {
        if (channels < 2 || channels > 1_000) {
            throw new IllegalArgumentException("pagingUnsortedMemberships(…, " + channels
                    + "): expected 2 to 1000 channels. Name more than the code under test reads in one page");
        }
        List<ChimeChannel> created = IntStream.rangeClosed(1, channels)
                .mapToObj(number -> "conversation-%04d".formatted(number))
                .map(id -> chime.channel(id).id(id).members(member).create())
                .toList();
        chime.client()
                .sendChannelMessage(
                        request -> request.channelArn(created.get(channels - 1).arn())
                                .chimeBearer(member.arn())
                                .content("the latest message")
                                .type(ChannelMessageType.STANDARD)
                                .persistence(ChannelMessagePersistenceType.PERSISTENT));
        return created;
    }

    /**
     * Makes all calls fail, as AWS does if an account may not use the Amazon Chime SDK.
     *
     * <p>Reported for new accounts, for callers with {@code AdministratorAccess} too, and for calls of other Chime APIs. The client sees
     * {@code ForbiddenException} 403, {@code Not authorized to call Chime SDK with Account Id} with the number. Code should report it to
     * its operators, and neither repeat the call nor blame the user: no policy and no role helps.
     *
     * @throws IllegalStateException if the fake is closed
     * @see #subscriptionCheckFailed
     * @see <a href="https://github.com/hashicorp/terraform-provider-aws/issues/33633">hashicorp/terraform-provider-aws#33633</a>
     * @see <a href="https://github.com/hashicorp/terraform-provider-aws/pull/32911">hashicorp/terraform-provider-aws#32911</a>
     */
    @CanIgnoreReturnValue
    public static Registration accountNotEnabled(ChimeMessagingServer chime) {
        String account = chime.caller().principalArn().split(":", 6)[4];
        return chime.faults().fail(ChimeError.FORBIDDEN, "Not authorized to call Chime SDK with Account Id " + account);
    }

    /**
     * Makes all calls fail with the earlier message for an account that may not use the Amazon Chime SDK.
     *
     * <p>Reported in 2020 for a call of the meetings API: {@code ForbiddenException} 403, {@code Subscription check failed}. Otherwise like
     * {@link #accountNotEnabled}.
     *
     * @throws IllegalStateException if the fake is closed
     * @see <a href="https://github.com/aws/amazon-chime-sdk-js/issues/614">aws/amazon-chime-sdk-js#614</a>
     */
    @CanIgnoreReturnValue
    public static Registration subscriptionCheckFailed(ChimeMessagingServer chime) {
        return chime.faults().fail(ChimeError.FORBIDDEN, "Subscription check failed");
    }

    /**
     * Makes all calls of a caller fail, as the earlier endpoint of Chime did if IAM did not allow a call.
     *
     * <p>Reported: {@code ForbiddenException} 403, {@code AWS authorization failed}, with keys that were correct and policies that were
     * not. Code that takes each {@code ForbiddenException} for a missing role blames the user. The endpoint of Chime SDK messaging responds
     * with {@code AccessDeniedException} instead: {@link #sessionPolicyLacksAction}.
     *
     * @throws IllegalStateException if the fake is closed
     * @see <a href="https://github.com/aws/amazon-chime-sdk-js/issues/2245">aws/amazon-chime-sdk-js#2245</a>
     * @see <a href="https://github.com/aws/amazon-chime-sdk-js/issues/647">aws/amazon-chime-sdk-js#647</a>
     */
    @CanIgnoreReturnValue
    public static Registration awsAuthorizationFailed(ChimeMessagingServer chime, ChimeCaller caller) {
        return chime.faults().by(caller).fail(ChimeError.FORBIDDEN, "AWS authorization failed");
    }

    /**
     * Attaches a session policy to a caller that allows everything except these operations. A caller without an identity-based policy also
     * gets one that allows everything.
     *
     * <p>Reported: {@code AccessDeniedException} although the role has the permission. Session policies, such as the one that Amazon Cognito
     * adds to the credentials of guests, limit what a session may do of what its role may. The client sees a plain exception of the service
     * with {@code AccessDeniedException} 403, for which no SDK has a class. Code should report it to its operators and not repeat the call.
     *
     * @return the session policy; closing it gives the permission back
     * @throws IllegalStateException if the fake is closed
     * @see <a href="https://github.com/aws/amazon-chime-sdk-js/issues/2927">aws/amazon-chime-sdk-js#2927</a>
     * @see <a href="https://github.com/aws/amazon-chime-sdk-ios/issues/613">aws/amazon-chime-sdk-ios#613</a>
     */
    @CanIgnoreReturnValue
    public static AttachedPolicy sessionPolicyLacksAction(
            ChimeMessagingServer chime, ChimeCaller caller, Operation first, Operation... more) {
        CallerPermissionSelection policies = chime.permissions().by(caller);
        if (policies.attachedPolicies().stream().noneMatch(policy -> policy.kind() == PolicyKind.IDENTITY)) {
            policies.attach("everything", allow("\"Action\": \"*\""));
        }
        String actions = Stream.concat(Stream.of(first), Stream.of(more))
                .map(operation -> "\"" + operation.iamAction() + "\"")
                .collect(Collectors.joining(", ", "\"NotAction\": [", "]"));
        return policies.attach(PolicyKind.SESSION, PolicyTemplate.policy("scope-down", allow(actions)));
    }

    private static String allow(String actions) {
        return "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", " + actions
                + ", \"Resource\": \"*\"}}";
    }

    /**
     * Expires the credentials of a caller, and advances the fake's clock by 12 hours. Open sessions whose connects they signed end with 1006.
     *
     * <p>Reported: a browser sleeps over night, or a mobile app holds credentials as a plain object for weeks. Each call then gets
     * {@code ExpiredTokenException} 403, {@code The security token included in the request is expired}, for which no SDK has a class; one
     * client repeated {@code GetMessagingSessionEndpoint} without end, because it wanted to connect again. Code should request new credentials
     * ({@code chime.credentials().provider(caller)} has them) and repeat the call once, or stop.
     *
     * @throws IllegalArgumentException if the caller is not registered with this fake
     * @throws IllegalStateException if the fake is closed
     * @see <a href="https://github.com/aws/amazon-chime-sdk-js/issues/2372">aws/amazon-chime-sdk-js#2372</a>
     * @see <a href="https://github.com/aws/amazon-chime-sdk-js/issues/2543">aws/amazon-chime-sdk-js#2543</a>
     * @see <a href="https://github.com/aws-amplify/aws-sdk-android/issues/3648">aws-amplify/aws-sdk-android#3648</a>
     */
    public static void credentialsExpireWhileAsleep(ChimeMessagingServer chime, ChimeCaller caller) {
        chime.credentials().expireNow(caller);
        chime.clock().advance(NIGHT);
    }

    /**
     * Makes all calls of a caller fail, as another service of AWS does whose endpoint is set in the client.
     *
     * <p>Reported: {@code InvalidSignatureException} 403, {@code Credential should be scoped to correct service: 'execute-api'.}, after the
     * client's endpoint was set to an API Gateway. No SDK has a class for it. Code should set no endpoint for Chime; the keys are valid, so
     * renewing them does not help.
     *
     * @param service the signing name of the other service, for example {@code execute-api}
     * @throws IllegalStateException if the fake is closed
     * @see <a href="https://github.com/aws-samples/amazon-chime-sdk/issues/91">aws-samples/amazon-chime-sdk#91</a>
     */
    @CanIgnoreReturnValue
    public static Registration endpointOfOtherService(ChimeMessagingServer chime, ChimeCaller caller, String service) {
        return chime.faults()
                .by(caller)
                .fail(
                        ChimeError.INVALID_SIGNATURE,
                        "Credential should be scoped to correct service: '" + service + "'.");
    }

    /**
     * Makes each call fail whose request has a text outside of ASCII in its body, as for a client that signs other bytes than it sends.
     *
     * <p>Reported: messages with emoji get {@code InvalidSignatureException} 403, {@code The request signature we calculated does not match
     * the signature you provided. …}; others succeed. No SDK has a class for it. Code should not take it for wrong credentials, must not
     * lose the message, and can send it percent-encoded until the client is repaired.
     *
     * @throws IllegalStateException if the fake is closed
     * @see <a href="https://github.com/aws/amazon-chime-sdk-js/issues/2121">aws/amazon-chime-sdk-js#2121</a>
     * @see <a href="https://github.com/aws/aws-sdk-js-v3/issues/3467">aws/aws-sdk-js-v3#3467</a>
     */
    @CanIgnoreReturnValue
    public static Registration nonAsciiContentSigned(ChimeMessagingServer chime) {
        return chime.faults().matching(AwsRequest.class, Scenarios::isNotAscii).fail(ChimeError.INVALID_SIGNATURE);
    }

    private static boolean isNotAscii(@Nullable Object value) {
        if (value instanceof SdkPojo members) {
            return members.sdkFields().stream().anyMatch(field -> isNotAscii(field.getValueOrDefault(members)));
        }
        if (value instanceof Collection<?> elements) {
            return elements.stream().anyMatch(Scenarios::isNotAscii);
        }
        if (value instanceof Map<?, ?> entries) {
            return isNotAscii(entries.keySet()) || isNotAscii(entries.values());
        }
        return value instanceof String text
                && !StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    /**
     * Makes {@code GetMessagingSessionEndpoint} respond without an endpoint.
     *
     * <p>Reported: {@code Cannot read properties of undefined (reading 'Url')} at each attempt to connect, which the JavaScript client
     * reports as {@code WebSocket close: 4999}. Each reconnect looks up the endpoint, too. In Java, {@code response.endpoint()} is null. Code should treat it as a failed lookup, wait
     * before the next one, and give up after a while.
     *
     * @throws IllegalStateException if the fake is closed
     * @see <a href="https://github.com/aws/amazon-chime-sdk-js/issues/2408">aws/amazon-chime-sdk-js#2408</a>
     * @see <a href="https://github.com/aws/amazon-chime-sdk-js/issues/2614">aws/amazon-chime-sdk-js#2614</a>
     */
    @CanIgnoreReturnValue
    public static Registration endpointResolutionFails(ChimeMessagingServer chime) {
        return chime.faults()
                .on(GET_MESSAGING_SESSION_ENDPOINT)
                .respond(GetMessagingSessionEndpointResponse.builder().build());
    }

    /**
     * Makes {@code GetMessagingSessionEndpoint} fail, and no other operation.
     *
     * <p>Reported: each reconnect resolves the endpoint again, and any error of this call ends as {@code WebSocket close: 4999} in the
     * JavaScript client. Otherwise like {@link #endpointResolutionFails(ChimeMessagingServer)}.
     *
     * @param error for example {@link ChimeError#SERVICE_UNAVAILABLE}
     * @throws IllegalStateException if the fake is closed
     * @see <a href="https://github.com/aws/amazon-chime-sdk-js/issues/2408">aws/amazon-chime-sdk-js#2408</a>
     */
    @CanIgnoreReturnValue
    public static Registration endpointResolutionFails(ChimeMessagingServer chime, ChimeError error) {
        return chime.faults().on(GET_MESSAGING_SESSION_ENDPOINT).fail(error);
    }

    /**
     * Registers a device of a user for push notifications, so that the same device conflicts when it is registered again. Needs the SDK's
     * module {@code chimesdkidentity}.
     *
     * <p>Reported: {@code ConflictException} 409 of {@code RegisterAppInstanceUserEndpoint}, with a message of null. Code should look for
     * the endpoint with this token ({@code ListAppInstanceUserEndpoints}, then {@code DescribeAppInstanceUserEndpoint}) and keep it. The
     * device is registered with {@code chime.clients().identityClient()}, so the call is in the journal, and rules and faults apply to it.
     *
     * @param deviceToken other tokens do not conflict
     * @return closing it restores the fake's own message; the device stays registered
     * @throws IllegalStateException if the fake is closed
     * @see <a href="https://github.com/aws/amazon-chime-sdk-ios/issues/594">aws/amazon-chime-sdk-ios#594</a>
     * @see <a href="https://github.com/aws-amplify/aws-sdk-ios/issues/4731">aws-amplify/aws-sdk-ios#4731</a>
     */
    @CanIgnoreReturnValue
    public static Registration duplicateEndpointRegistration(
            ChimeMessagingServer chime, ChimeUser user, String deviceToken) {
        return IdentityScenarios.duplicateEndpointRegistration(chime, user, deviceToken);
    }

    /**
     * Makes {@code CreateAppInstance} create app instances in another region. Needs the SDK's module {@code chimesdkidentity}.
     *
     * <p>Reported: an app instance that a client of eu-central-1 creates is in us-east-1, and app instances are missing from
     * {@code ListAppInstances}. The cause is the earlier namespace {@code chime}, whose endpoint is global. The client sees success, and an
     * ARN with the other region; the app instance is in no list of this region, and cannot be used in it. Code should use the clients of
     * {@code chimesdkidentity} and {@code chimesdkmessaging}, and check the region of the ARN.
     *
     * @param region other than that of the fake, for example {@code us-east-1}
     * @throws IllegalArgumentException if it is the region of the fake
     * @throws IllegalStateException if the fake is closed
     * @see <a href="https://github.com/boto/boto3/issues/3351">boto/boto3#3351</a>
     * @see <a href="https://github.com/aws/amazon-chime-sdk-js/issues/2872">aws/amazon-chime-sdk-js#2872</a>
     */
    @CanIgnoreReturnValue
    public static Registration wrongRegion(ChimeMessagingServer chime, String region) {
        if (region.equals(chime.region())) {
            throw new IllegalArgumentException("wrongRegion(…, \"" + region
                    + "\"): this is the region of the fake. Name another one, for example "
                    + (region.equals("us-east-1") ? "eu-central-1" : "us-east-1"));
        }
        return IdentityScenarios.appInstancesIn(chime, region);
    }

    /**
     * Closes the next connects of a user with 4005, after the upgrade and before SESSION_ESTABLISHED.
     *
     * <p>Reported: {@code Websocket close}, 4005 without a reason, again and again for up to a minute, until a session was established. The
     * public clients connect again after this code. Code should show that it connects, not that it failed, and wait longer between attempts.
     *
     * @param connects how many, at least 1
     * @throws IllegalArgumentException if the number is less than 1
     * @throws IllegalStateException if the fake is closed
     * @see <a href="https://github.com/aws-samples/amazon-chime-sdk/issues/336">aws-samples/amazon-chime-sdk#336</a>
     */
    @CanIgnoreReturnValue
    public static Registration flakyConnect(ChimeMessagingServer chime, ChimeUser user, int connects) {
        return chime.faults().onConnect().by(user).connects(connects).close(TRY_AGAIN);
    }

    /**
     * Sends an event to the next session of a user before SESSION_ESTABLISHED.
     *
     * <p>Reported: events that arrive before SESSION_ESTABLISHED were dropped by a client that takes this event for the first one. Code should
     * keep them.
     *
     * <pre>{@code
     * chime.actor(bob).send(general, "hello");
     * Scenarios.eventBeforeSessionEstablished(chime, alice, chime.events().of(CREATE_CHANNEL_MESSAGE).get(0));
     * }</pre>
     *
     * @param event an event of {@code chime.events()}, whose type and payload are sent
     * @throws IllegalStateException if the fake is closed
     * @see <a href="https://github.com/aws/amazon-chime-sdk-js/pull/2445">aws/amazon-chime-sdk-js#2445</a>
     */
    @CanIgnoreReturnValue
    public static Registration eventBeforeSessionEstablished(
            ChimeMessagingServer chime, ChimeUser user, MessagingEvent event) {
        return chime.faults().onConnect().by(user).once().sendBeforeEstablished(event.type(), event.payloadJson());
    }

    /**
     * Closes the open sessions of a user with 4003, {@code Forbidden}.
     *
     * <p>The client for JavaScript names this code "kicked", and does not connect again. Code should tell the user, and not connect again by
     * itself.
     *
     * @return how many sessions were open
     * @throws IllegalStateException if the fake is closed
     * @see #unauthorizedMidSession
     */
    @CanIgnoreReturnValue
    public static int kicked(ChimeMessagingServer chime, ChimeUser user) {
        return chime.sessions().kick(user);
    }

    /**
     * Closes the open sessions of a user with 4401, {@code Unauthorized}.
     *
     * <p>Reported: {@code websocket is disconnected: Unauthorized with code: 4401}, after a session that was established. Public clients do
     * not connect again. Code should request new credentials and start one new session; if that is closed with 4401, too, it should stop.
     *
     * @return how many sessions were open
     * @throws IllegalStateException if the fake is closed
     * @see #unsignedOrWronglySignedConnect
     * @see <a href="https://github.com/aws-amplify/aws-sdk-ios/issues/4669">aws-amplify/aws-sdk-ios#4669</a>
     */
    @CanIgnoreReturnValue
    public static int unauthorizedMidSession(ChimeMessagingServer chime, ChimeUser user) {
        return chime.sessions().close(user, SessionEnd.DENIED.defaultCode(), SessionEnd.DENIED.reason());
    }

    /**
     * Denies the connects of a user, as AWS does those without a valid signature: the upgrade succeeds, and the session is closed with 4401,
     * {@code Unauthorized}.
     *
     * <p>Reported for URLs without a signature, and for those whose host, service, scope, token or encoding was wrong, in several
     * languages. Nothing says which: the reason is the same, and the same as for a user that is not registered. The fake verifies
     * signatures, so that a mistake of the code under test needs no scenario; the journal then names it. This line is for code whose
     * signature is correct. It should not connect again.
     *
     * @throws IllegalStateException if the fake is closed
     * @see <a href="https://github.com/aws/aws-sdk-js/issues/3786">aws/aws-sdk-js#3786</a>
     * @see <a href="https://github.com/aws/amazon-chime-sdk-js/issues/943">aws/amazon-chime-sdk-js#943</a>
     * @see <a href="https://github.com/aws/amazon-chime-sdk-js/issues/1241">aws/amazon-chime-sdk-js#1241</a>
     * @see <a href="https://github.com/aws/amazon-chime-sdk-js/issues/1521">aws/amazon-chime-sdk-js#1521</a>
     * @see <a href="https://github.com/aws/amazon-chime-sdk-android/issues/310">aws/amazon-chime-sdk-android#310</a>
     */
    @CanIgnoreReturnValue
    public static Registration unsignedOrWronglySignedConnect(ChimeMessagingServer chime, ChimeUser user) {
        return chime.permissions().onConnect().by(user).deny();
    }
}
