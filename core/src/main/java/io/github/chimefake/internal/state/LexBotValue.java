package io.github.chimefake.internal.state;

import io.github.chimefake.internal.directory.BotConfiguration;
import io.github.chimefake.internal.directory.BotConfiguration.InvokedBy;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.state.StoredUser;
import java.util.Optional;

/** The configuration of a bot as a value. */
record LexBotValue(
        String aliasArn,
        String localeId,
        Optional<String> invokedByStandardMessages,
        Optional<String> invokedByTargetedMessages,
        Optional<String> respondsTo,
        Optional<String> welcomeIntent)
        implements StoredUser.LexBot {
    static LexBotValue of(BotConfiguration configuration) {
        return new LexBotValue(
                configuration.lexBotAliasArn(),
                configuration.localeId(),
                configuration.invokedBy().map(InvokedBy::standardMessages),
                configuration.invokedBy().map(InvokedBy::targetedMessages),
                configuration.respondsTo(),
                configuration.welcomeIntent());
    }

    static JsonObject json(StoredUser.LexBot bot) {
        return new JsonMembers()
                .text("aliasArn", bot.aliasArn())
                .text("localeId", bot.localeId())
                .text("invokedByStandardMessages", bot.invokedByStandardMessages())
                .text("invokedByTargetedMessages", bot.invokedByTargetedMessages())
                .text("respondsTo", bot.respondsTo())
                .text("welcomeIntent", bot.welcomeIntent())
                .toObject();
    }
}
