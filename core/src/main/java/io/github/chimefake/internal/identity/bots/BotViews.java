package io.github.chimefake.internal.identity.bots;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.ArnParts;
import io.github.chimefake.internal.constraints.ForeignResourceConstraints;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.BotConfiguration;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceBot;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceBotSummary;
import software.amazon.awssdk.services.chimesdkidentity.model.Configuration;
import software.amazon.awssdk.services.chimesdkidentity.model.InvokedBy;
import software.amazon.awssdk.services.chimesdkidentity.model.LexConfiguration;

/** Converts bots to and from the SDK's classes. */
final class BotViews {
    /** Has ten characters like all ids of Lex bots, and is recognizably not a real one. */
    private static final String PLACEHOLDER_LEX_BOT = "CHIMEFAKE0";

    private static final Pattern LOCALE = Pattern.compile("[a-z]{2}_([A-Z]{2}|[0-9]{3})");

    private BotViews() {}

    static AppInstanceBot bot(AppInstanceUser bot) {
        return AppInstanceBot.builder()
                .appInstanceBotArn(bot.arn().text())
                .name(bot.name())
                .metadata(bot.profile().metadata().orElse(null))
                .configuration(view(bot.configuration().orElseGet(() -> assumedConfiguration(bot))))
                .createdTimestamp(bot.profile().created())
                .lastUpdatedTimestamp(bot.profile().updated())
                .build();
    }

    static AppInstanceBotSummary summary(AppInstanceUser bot) {
        return AppInstanceBotSummary.builder()
                .appInstanceBotArn(bot.arn().text())
                .name(bot.name())
                .metadata(bot.profile().metadata().orElse(null))
                .build();
    }

    /**
     * Converts the configuration of a request.
     *
     * @param appInstance the app instance of the bot
     * @throws ServiceErrorException 400 if the Lex bot is in another account or region, or its locale has another form
     */
    static BotConfiguration configuration(AppInstanceArn appInstance, Configuration configuration) {
        LexConfiguration lex = configuration.lex();
        ForeignResourceConstraints.LEX_BOT.require(
                appInstance.parts().isBeside(lex.lexBotAliasArn()),
                "The Lex bot " + lex.lexBotAliasArn() + " is not in the account and region of " + appInstance
                        + ". Name one that is.");
        ForeignResourceConstraints.LOCALE.require(
                LOCALE.matcher(lex.localeId()).matches(),
                "LocaleId " + lex.localeId() + " is no locale of Lex V2. Write it like en_US or es_419.");
        return new BotConfiguration(
                lex.lexBotAliasArn(),
                lex.localeId(),
                Optional.ofNullable(lex.invokedBy())
                        .map(invokedBy -> new BotConfiguration.InvokedBy(
                                invokedBy.standardMessagesAsString(), invokedBy.targetedMessagesAsString())),
                Optional.ofNullable(lex.respondsToAsString()),
                Optional.ofNullable(lex.welcomeIntent()));
    }

    /**
     * Returns the configuration of a bot that was registered by a fixture method. A bot of the real service always has
     * a configuration, and programs read it without a check, so this one has the test alias, which every Lex bot has,
     * of a Lex bot that does not exist.
     */
    private static BotConfiguration assumedConfiguration(AppInstanceUser bot) {
        ArnParts arn = bot.appInstance().parts();
        ArnParts alias = new ArnParts(
                "aws", "lex", arn.region(), arn.account(), "bot-alias/" + PLACEHOLDER_LEX_BOT + "/TSTALIASID");
        return new BotConfiguration(alias.toString(), "en_US", Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Configuration view(BotConfiguration configuration) {
        LexConfiguration.Builder lex = LexConfiguration.builder()
                .lexBotAliasArn(configuration.lexBotAliasArn())
                .localeId(configuration.localeId())
                .respondsTo(configuration.respondsTo().orElse(null))
                .welcomeIntent(configuration.welcomeIntent().orElse(null));
        configuration
                .invokedBy()
                .ifPresent(kept -> lex.invokedBy(InvokedBy.builder()
                        .standardMessages(kept.standardMessages())
                        .targetedMessages(kept.targetedMessages())
                        .build()));
        return Configuration.builder().lex(lex.build()).build();
    }
}
