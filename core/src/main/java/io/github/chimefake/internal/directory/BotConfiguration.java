package io.github.chimefake.internal.directory;

import java.util.Optional;

/**
 * Which Amazon Lex bot stands behind a bot, and which messages it gets.
 *
 * @param lexBotAliasArn the ARN of the alias of the Lex bot
 * @param localeId the language, for example {@code en_US}
 * @param invokedBy which messages invoke it
 * @param respondsTo what {@code invokedBy} replaced, and programs still send
 * @param welcomeIntent what it answers with when it joins a channel
 */
public record BotConfiguration(
        String lexBotAliasArn,
        String localeId,
        Optional<InvokedBy> invokedBy,
        Optional<String> respondsTo,
        Optional<String> welcomeIntent) {
    /**
     * Which messages invoke a bot, in the words of the service model.
     *
     * @param standardMessages those to everyone: AUTO, ALL, MENTIONS or NONE
     * @param targetedMessages those to the bot alone: ALL or NONE
     */
    public record InvokedBy(String standardMessages, String targetedMessages) {}
}
