package io.github.chimefake.internal.directory;

import java.util.Optional;

/**
 * The Amazon Lex bot of a bot, and the messages that invoke it.
 *
 * @param lexBotAliasArn the ARN of the Lex bot's alias
 * @param localeId the language, for example {@code en_US}
 * @param invokedBy the messages that invoke it
 * @param respondsTo the deprecated predecessor of {@code invokedBy}, which programs still send
 * @param welcomeIntent the intent that it responds with when it joins a channel
 */
public record BotConfiguration(
        String lexBotAliasArn,
        String localeId,
        Optional<InvokedBy> invokedBy,
        Optional<String> respondsTo,
        Optional<String> welcomeIntent) {
    /**
     * The messages that invoke a bot, with the enum values of the service model.
     *
     * @param standardMessages the messages to all members: AUTO, ALL, MENTIONS or NONE
     * @param targetedMessages the messages to the bot only: ALL or NONE
     */
    public record InvokedBy(String standardMessages, String targetedMessages) {}
}
