package io.github.chimefake;

import static io.github.chimefake.ChannelRole.MEMBER;
import static io.github.chimefake.Operation.LIST_CHANNEL_MODERATORS;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.iam.PolicyKind.PERMISSIONS_BOUNDARY;
import static io.github.chimefake.iam.PolicyTemplate.policy;
import static io.github.chimefake.quotas.Quota.MEMBERSHIPS_PER_CHANNEL;

import io.github.chimefake.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.ExpirationCriterion;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.MessageAttributeValue;
import software.amazon.awssdk.services.chimesdkmessaging.model.MessagingDataType;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;
import software.amazon.awssdk.services.chimesdkmessaging.model.StreamingConfiguration;
import software.amazon.awssdk.services.chimesdkmessaging.model.Tag;
import software.amazon.awssdk.services.chimesdkmessaging.model.Target;

/** Calls after which the state has each kind of thing, and each of its members at least once. */
final class StateOfEveryKind {
    static final String SECRET_OF_DEVICE = "token-of-the-device";

    private static final String POLICY =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";
    private static final Tag TAG = Tag.builder().key("team").value("chat").build();

    private final ManualClock clock = ManualClock.standingStill();
    private final ChimeMessagingServer chime;
    private final ChimeSdkMessagingClient client;
    private final ChimeSdkIdentityClient identity;
    private final ChimeUser alice;
    private final ChimeUser bob;
    private final ChimeUser carol;
    private final String appInstance;

    private StateOfEveryKind(Function<ChimeMessagingServerBuilder, ChimeMessagingServer> start) {
        chime = start.apply(ChimeMessagingServer.builder().seed(7).clock(clock));
        client = chime.client();
        identity = chime.clients().identityClient();
        alice = chime.appInstance().admin("alice");
        bob = chime.appInstance().user("bob", "Bob");
        carol = chime.user("carol");
        appInstance = chime.appInstance().arn();
    }

    static ChimeMessagingServer in(Function<ChimeMessagingServerBuilder, ChimeMessagingServer> start) {
        StateOfEveryKind state = new StateOfEveryKind(start);
        state.settings();
        state.appInstances();
        state.usersAndBots();
        state.aChannel();
        state.messages();
        state.aFlow();
        state.anElasticChannel();
        state.callers();
        return state.chime;
    }

    private void settings() {
        chime.directory().open(true);
        chime.directory().newUsersValidAfter(Duration.ofSeconds(30));
        chime.directory().repeatedCreationFails(true);
        chime.quotas().set(MEMBERSHIPS_PER_CHANNEL, 100);
        chime.roles().mayCall(MEMBER, LIST_CHANNEL_MODERATORS, true);
        chime.sessions().endpoint("localhost:8443");
    }

    private void appInstances() {
        String other = identity.createAppInstance(request ->
                        request.name("archive").metadata("of last year").clientRequestToken("archive"))
                .appInstanceArn();
        keepMessagesFor(other, 1);
        clock.advance(Duration.ofDays(40));
        keepMessagesFor(other, 2);
        client.putMessagingStreamingConfigurations(request -> request.appInstanceArn(appInstance)
                .streamingConfigurations(StreamingConfiguration.builder()
                        .dataType(MessagingDataType.CHANNEL_MESSAGE)
                        .resourceArn("arn:aws:kinesis:us-east-1:111122223333:stream/chime-messaging-all")
                        .build()));
        client.tagResource(request -> request.resourceARN(appInstance).tags(TAG));
    }

    private void keepMessagesFor(String app, int days) {
        identity.putAppInstanceRetentionSettings(request -> request.appInstanceArn(app)
                .appInstanceRetentionSettings(
                        settings -> settings.channelRetentionSettings(channels -> channels.retentionDays(days))));
    }

    private void usersAndBots() {
        String dave = identity.createAppInstanceUser(request -> request.appInstanceArn(appInstance)
                        .appInstanceUserId("dave")
                        .name("Dave")
                        .metadata("on trial")
                        .expirationSettings(settings ->
                                settings.expirationDays(300).expirationCriterion(ExpirationCriterion.CREATED_TIMESTAMP))
                        .clientRequestToken("dave"))
                .appInstanceUserArn();
        client.tagResource(request -> request.resourceARN(dave).tags(TAG));
        identity.registerAppInstanceUserEndpoint(request -> request.appInstanceUserArn(dave)
                .name("phone")
                .type("APNS")
                .resourceArn("arn:aws:mobiletargeting:us-east-1:111122223333:apps/0123456789abcdef0123456789abcdef")
                .endpointAttributes(
                        attributes -> attributes.deviceToken(SECRET_OF_DEVICE).voipDeviceToken(SECRET_OF_DEVICE))
                .allowMessages("ALL")
                .clientRequestToken("phone"));
        identity.createAppInstanceBot(request -> request.appInstanceArn(appInstance)
                .name("helper")
                .clientRequestToken("helper")
                .configuration(configuration -> configuration.lex(lex -> lex.localeId("en_US")
                        .invokedBy(
                                invoked -> invoked.standardMessages("MENTIONS").targetedMessages("ALL"))
                        .welcomeIntent("Welcome")
                        .lexBotAliasArn("arn:aws:lex:us-east-1:111122223333:bot-alias/ABCDEFGHIJ/KLMNOPQRST"))));
        identity.createAppInstanceBot(request -> request.appInstanceArn(appInstance)
                .name("parrot")
                .clientRequestToken("parrot")
                .configuration(configuration -> configuration.lex(lex -> lex.localeId("en_US")
                        .respondsTo("STANDARD_MESSAGES")
                        .lexBotAliasArn("arn:aws:lex:us-east-1:111122223333:bot-alias/ABCDEFGHIJ/UVWXYZABCD"))));
    }

    private void aChannel() {
        String arn = client.createChannel(request -> request.appInstanceArn(appInstance)
                        .channelId("general")
                        .name("General")
                        .metadata("for all")
                        .expirationSettings(
                                settings -> settings.expirationDays(90).expirationCriterion("LAST_MESSAGE_TIMESTAMP"))
                        .tags(TAG)
                        .chimeBearer(alice.arn()))
                .channelArn();
        client.createChannelMembership(request -> request.channelArn(arn)
                .chimeBearer(alice.arn())
                .memberArn(bob.arn())
                .type("DEFAULT"));
        client.createChannelMembership(request -> request.channelArn(arn)
                .chimeBearer(alice.arn())
                .memberArn(appInstance + "/user/dave")
                .type("HIDDEN"));
        client.createChannelBan(
                request -> request.channelArn(arn).chimeBearer(alice.arn()).memberArn(carol.arn()));
        client.updateChannelReadMarker(request -> request.channelArn(arn).chimeBearer(bob.arn()));
        client.putChannelMembershipPreferences(request -> request.channelArn(arn)
                .chimeBearer(bob.arn())
                .memberArn(bob.arn())
                .preferences(preferences -> preferences.pushNotifications(
                        push -> push.allowNotifications("FILTERED").filterRule("{\"type\":[\"urgent\"]}"))));
    }

    private void messages() {
        ChimeChannel general = ChimeChannel.of(appInstance + "/channel/general", "General");
        client.sendChannelMessage(send(alice, general, "too old to be listed"));
        clock.advance(Duration.ofDays(2));
        keepMessagesFor(appInstance, 1);
        client.sendChannelMessage(send(alice, general, "for bob").toBuilder()
                .target(Target.builder().memberArn(bob.arn()).build())
                .metadata("with metadata")
                .contentType("text/plain")
                .messageAttributes(Map.of(
                        "type",
                        MessageAttributeValue.builder().stringValues("urgent").build(),
                        "kind",
                        MessageAttributeValue.builder().stringValues("a", "b").build()))
                .build());
        String redacted =
                client.sendChannelMessage(send(bob, general, "a mistake")).messageId();
        client.redactChannelMessage(
                request -> request.channelArn(general.arn()).messageId(redacted).chimeBearer(bob.arn()));
        String edited =
                client.sendChannelMessage(send(bob, general, "first version")).messageId();
        clock.advance(Duration.ofMillis(1));
        client.updateChannelMessage(request -> request.channelArn(general.arn())
                .messageId(edited)
                .content("second version")
                .chimeBearer(bob.arn()));
    }

    private void aFlow() {
        ChimeChannel moderated =
                chime.channel("moderated").members(alice).moderators(alice).create();
        String flow = client.createChannelFlow(request -> request.appInstanceArn(appInstance)
                        .name("filter")
                        .clientRequestToken("filter")
                        .tags(TAG)
                        .processors(Processor.builder()
                                .name("profanity")
                                .executionOrder(1)
                                .fallbackAction("ABORT")
                                .configuration(configuration -> configuration.lambda(lambda -> lambda.resourceArn(
                                                "arn:aws:lambda:us-east-1:111122223333:function:filter")
                                        .invocationType("ASYNC")))
                                .build()))
                .channelFlowArn();
        String sent =
                client.sendChannelMessage(send(alice, moderated, "sent before")).messageId();
        client.associateChannelFlow(request ->
                request.channelArn(moderated.arn()).channelFlowArn(flow).chimeBearer(alice.arn()));
        client.sendChannelMessage(send(alice, moderated, "to be checked"));
        client.updateChannelMessage(request -> request.channelArn(moderated.arn())
                .messageId(sent)
                .content("to be checked, too")
                .chimeBearer(alice.arn()));
    }

    private void anElasticChannel() {
        String arn = client.createChannel(request -> request.appInstanceArn(appInstance)
                        .channelId("arena")
                        .name("arena")
                        .chimeBearer(alice.arn())
                        .elasticChannelConfiguration(elastic -> elastic.maximumSubChannels(2)
                                .targetMembershipsPerSubChannel(2)
                                .minimumMembershipPercentage(1)))
                .channelArn();
        client.createChannelMembership(request -> request.channelArn(arn)
                .chimeBearer(alice.arn())
                .memberArn(bob.arn())
                .type("DEFAULT"));
        String subChannel = chime.state()
                .channel(arn)
                .orElseThrow()
                .member(bob)
                .orElseThrow()
                .subChannels()
                .get(0);
        client.sendChannelMessage(send(bob, ChimeChannel.of(arn), "in a part").toBuilder()
                .subChannelId(subChannel)
                .build());
    }

    private void callers() {
        ChimeCaller backend = chime.caller("assumed-role/backend")
                .tag("tenant", "t1")
                .sourceIp("203.0.113.7")
                .expiresIn(Duration.ofMinutes(15));
        chime.permissions().by(backend).attach("chat", POLICY);
        chime.permissions().by(backend).attach(PERMISSIONS_BOUNDARY, policy("limits", POLICY));
        chime.credentials().rotate(backend);
        chime.credentials().revoke(chime.caller("user/former"));
        List.of(chime.caller("user/late")).forEach(chime.credentials()::expireNow);
    }
}
