package io.github.chimefake.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Requests;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceBot;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceBotSummary;
import software.amazon.awssdk.services.chimesdkidentity.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkidentity.model.Configuration;
import software.amazon.awssdk.services.chimesdkidentity.model.ConflictException;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceBotRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkidentity.model.NotFoundException;
import software.amazon.awssdk.services.chimesdkidentity.model.RespondsTo;
import software.amazon.awssdk.services.chimesdkidentity.model.StandardMessages;
import software.amazon.awssdk.services.chimesdkidentity.model.TargetedMessages;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** Bots over the wire: what the identity API does to them, and what messaging sees of it. */
class AppInstanceBotsTest {
    private static final String ALIAS = "arn:aws:lex:us-east-1:111122223333:bot-alias/ABCDEFGHIJ/KLMNOPQRST";
    private static final Configuration SIMPLE = Configuration.builder()
            .lex(lex -> lex.lexBotAliasArn(ALIAS).localeId("en_US"))
            .build();

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeSdkIdentityClient identity = chime.clients().identityClient();
    private final String appInstance = chime.appInstance().arn();

    private CreateAppInstanceBotRequest.Builder bot(String name) {
        return CreateAppInstanceBotRequest.builder()
                .appInstanceArn(appInstance)
                .name(name)
                .clientRequestToken("token-" + name)
                .configuration(SIMPLE);
    }

    private String create(String name) {
        return identity.createAppInstanceBot(bot(name).build()).appInstanceBotArn();
    }

    private AppInstanceBot describe(String arn) {
        return identity.describeAppInstanceBot(request -> request.appInstanceBotArn(arn))
                .appInstanceBot();
    }

    @Test
    void aBotIsDescribedWithAllThatItWasCreatedWith() {
        chime.clock().freezeAt(Instant.parse("2026-03-04T05:06:07.089Z"));
        Configuration whole = Configuration.builder()
                .lex(lex -> lex.lexBotAliasArn(ALIAS)
                        .localeId("de_DE")
                        .invokedBy(by ->
                                by.standardMessages(StandardMessages.MENTIONS).targetedMessages(TargetedMessages.ALL))
                        .respondsTo(RespondsTo.STANDARD_MESSAGES)
                        .welcomeIntent("Welcome"))
                .build();

        String arn = identity.createAppInstanceBot(
                        bot("Helper").metadata("{}").configuration(whole).build())
                .appInstanceBotArn();

        assertThat(arn).matches(appInstance + "/bot/[0-9a-f-]{36}");
        assertThat(describe(arn))
                .isEqualTo(AppInstanceBot.builder()
                        .appInstanceBotArn(arn)
                        .name("Helper")
                        .metadata("{}")
                        .configuration(whole)
                        .createdTimestamp(Instant.parse("2026-03-04T05:06:07.089Z"))
                        .lastUpdatedTimestamp(Instant.parse("2026-03-04T05:06:07.089Z"))
                        .build());
    }

    @Test
    void aConfigurationWithoutItsOptionalPartsIsAnsweredWithoutThem() {
        assertThat(describe(create("Helper")).configuration()).isEqualTo(SIMPLE);
    }

    @Test
    void aBotNeedsALexBot() {
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> identity.createAppInstanceBot(
                        bot("Helper").configuration((Configuration) null).build()));
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> identity.createAppInstanceBot(
                        bot("Helper").configuration(configuration -> {}).build()));
    }

    @Test
    void aBotWithoutANameHasAnEmptyOne() {
        String arn =
                identity.createAppInstanceBot(bot("Helper").name(null).build()).appInstanceBotArn();

        assertThat(describe(arn).name()).isEmpty();
    }

    @Test
    void aBotOfTheJavaApiIsDescribedWithALexBotThatIsMadeUp() {
        ChimeUser helper = chime.appInstance().bot("helper");

        assertThat(describe(helper.arn()).name()).isEqualTo(helper.name());
        assertThat(describe(helper.arn()).configuration().lex().lexBotAliasArn())
                .matches("arn:aws:lex:[a-z]{2}-[a-z]+-\\d:\\d{12}:bot-alias/[A-Z0-9]{10}/[A-Z0-9]{10}");
    }

    @Test
    void botsAreListedInPagesAndUsersAreNotAmongThem() {
        chime.user("alice");
        String helper = chime.appInstance().bot("helper").arn();
        List<String> created =
                IntStream.range(0, 4).mapToObj(number -> create("Bot" + number)).toList();

        List<AppInstanceBotSummary> listed =
                identity
                        .listAppInstanceBotsPaginator(
                                request -> request.appInstanceArn(appInstance).maxResults(2))
                        .stream()
                        .flatMap(page -> page.appInstanceBots().stream())
                        .toList();

        assertThat(listed)
                .extracting(AppInstanceBotSummary::appInstanceBotArn)
                .contains(helper)
                .containsAll(created)
                .hasSize(5)
                .isSorted();
        assertThat(listed).extracting(AppInstanceBotSummary::name).contains("Bot0", "Bot3");
        assertThat(identity.listAppInstanceUsers(request -> request.appInstanceArn(appInstance))
                        .appInstanceUsers())
                .hasSize(1);
    }

    @Test
    void anUnknownBotIsNotFoundAndAUserIsNoBot() {
        ChimeUser alice = chime.user("alice");

        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> describe(appInstance + "/bot/ghost"));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> describe(alice.arn()));
    }

    @Test
    void whereTheModelHasNo404AnUnknownBotIsForbidden() {
        String ghost = appInstance + "/bot/ghost";

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> identity.deleteAppInstanceBot(request -> request.appInstanceBotArn(ghost)));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> identity.updateAppInstanceBot(
                        request -> request.appInstanceBotArn(ghost).name("a").metadata("")));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> identity.listAppInstanceBots(request -> request.appInstanceArn(appInstance + "-2")));
    }

    @Test
    void anUpdateReplacesNameAndMetadataAndKeepsTheConfigurationThatItDoesNotName() {
        chime.clock().freeze();
        String arn = create("Helper");
        Instant created = describe(arn).createdTimestamp();
        chime.clock().advance(Duration.ofMinutes(1));

        identity.updateAppInstanceBot(
                request -> request.appInstanceBotArn(arn).name("Guide").metadata("new"));

        assertThat(describe(arn))
                .returns("Guide", AppInstanceBot::name)
                .returns("new", AppInstanceBot::metadata)
                .returns(SIMPLE, AppInstanceBot::configuration)
                .returns(created, AppInstanceBot::createdTimestamp)
                .returns(created.plusSeconds(60), AppInstanceBot::lastUpdatedTimestamp);
    }

    @Test
    void anUpdateReplacesTheConfigurationThatItNamesAsAWhole() {
        String arn = identity.createAppInstanceBot(bot("Helper")
                        .configuration(config -> config.lex(lex ->
                                lex.lexBotAliasArn(ALIAS).localeId("en_US").welcomeIntent("Welcome")))
                        .build())
                .appInstanceBotArn();

        identity.updateAppInstanceBot(request ->
                request.appInstanceBotArn(arn).name("Helper").metadata("").configuration(SIMPLE));

        assertThat(describe(arn).configuration()).isEqualTo(SIMPLE);
    }

    @Test
    void theSameCreationAgainMakesNoSecondBotAndAnotherOneUnderItsTokenIsAConflict() {
        assertThat(create("Helper")).isEqualTo(create("Helper"));

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> identity.createAppInstanceBot(
                        bot("Other").clientRequestToken("token-Helper").build()));
    }

    @Test
    void aTokenIsForgottenWithTheBotThatItCreated() {
        String deleted = create("Helper");
        identity.deleteAppInstanceBot(request -> request.appInstanceBotArn(deleted));

        String arn = create("Helper");

        assertThat(arn).isNotEqualTo(deleted).isEqualTo(create("Helper"));
        assertThat(describe(arn).name()).isEqualTo("Helper");
    }

    @Test
    void aBotIsABearerAMemberAndAnAdmin() {
        ChimeUser helper = ChimeUser.of(create("Helper"));
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").creator(alice).create();
        String own = chime.client()
                .createChannel(Requests.createChannel(helper, appInstance, "own"))
                .channelArn();

        chime.client().createChannelMembership(Requests.addMember(alice, general, helper));
        identity.createAppInstanceAdmin(
                request -> request.appInstanceArn(appInstance).appInstanceAdminArn(helper.arn()));

        assertThat(chime.client()
                        .describeChannelMembership(request -> request.channelArn(general.arn())
                                .memberArn(helper.arn())
                                .chimeBearer(alice.arn()))
                        .channelMembership()
                        .member()
                        .name())
                .isEqualTo("Helper");
        chime.client()
                .deleteChannel(request -> request.channelArn(general.arn()).chimeBearer(helper.arn()));
        assertThat(chime.client()
                        .describeChannel(request -> request.channelArn(own).chimeBearer(helper.arn()))
                        .channel()
                        .createdBy()
                        .arn())
                .isEqualTo(helper.arn());
    }

    @Test
    void aDeletedBotIsNoBearerAndNoMember() {
        ChimeUser helper = ChimeUser.of(create("Helper"));
        ChimeUser alice = chime.user("alice");
        ChimeChannel general =
                chime.channel("general").creator(alice).members(helper).create();

        identity.deleteAppInstanceBot(request -> request.appInstanceBotArn(helper.arn()));

        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> describe(helper.arn()));
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> chime.client().listChannels(Requests.listChannels(helper, appInstance)));
        assertThat(chime.client()
                        .listChannelMemberships(Requests.listMembers(alice, general))
                        .channelMemberships())
                .hasSize(1);
    }
}
