package io.github.chimefake.internal.identity.bots;

import io.github.chimefake.internal.arn.ArnParts;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.BotConfiguration;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceBot;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceBotSummary;
import software.amazon.awssdk.services.chimesdkidentity.model.Configuration;
import software.amazon.awssdk.services.chimesdkidentity.model.InvokedBy;
import software.amazon.awssdk.services.chimesdkidentity.model.LexConfiguration;

/** Converts bots to and from the SDK's classes. */
final class BotViews {
    /** Has ten characters like all ids of Lex bots, and is recognizably not a real one. */
    private static final String PLACEHOLDER_LEX_BOT = "CHIMEFAKE0";

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

    /** Converts the configuration of a request. */
    static BotConfiguration configuration(Configuration configuration) {
        LexConfiguration lex = configuration.lex();
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
