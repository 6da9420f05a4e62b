package io.github.chimefake.state;

import io.github.chimefake.Experimental;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A registered user or bot in a {@link ChimeState}. Immutable; compared by value. Not to be implemented by users.
 *
 * @since 0.1
 */
@Experimental
public interface StoredUser {
    /** Returns the ARN. */
    String arn();

    /** Returns the id, the last part of the ARN. */
    String id();

    /** Returns the display name. */
    String name();

    /** Returns the metadata; empty if there is none. */
    Optional<String> metadata();

    /** Returns when it was created. */
    Instant created();

    /** Returns when name or metadata were changed last. */
    Instant updated();

    /** Returns whether it is a bot. */
    boolean isBot();

    /** Returns whether it is an administrator of its app instance. */
    boolean isAdmin();

    /** Returns since when it is an administrator of its app instance; empty if it is not. */
    Optional<Instant> adminSince();

    /** Returns when it is first accepted as a bearer; empty if it is accepted as soon as it was created. */
    Optional<Instant> validFrom();

    /** Returns how many days after its creation it expires; empty if it does not. */
    Optional<Integer> expirationDays();

    /** Returns the configuration of a bot; empty for a user, and for a bot that the Java API registered. */
    Optional<LexBot> lexBot();

    /** Returns the endpoints for push notifications, sorted by id. */
    List<PushEndpoint> endpoints();

    /** Returns the tags, sorted by key. */
    Map<String, String> tags();

    /** Returns name and ARN. */
    @Override
    String toString();

    /**
     * The Amazon Lex bot behind a bot. Immutable; compared by value.
     *
     * @since 0.1
     */
    @Experimental
    interface LexBot {
        /** Returns the ARN of the alias of the Lex bot. */
        String aliasArn();

        /** Returns the language, for example {@code en_US}. */
        String localeId();

        /** Returns which messages to all members invoke it: {@code AUTO}, {@code ALL}, {@code MENTIONS} or {@code NONE}. */
        Optional<String> invokedByStandardMessages();

        /** Returns which messages to the bot invoke it: {@code ALL} or {@code NONE}. */
        Optional<String> invokedByTargetedMessages();

        /** Returns the deprecated member {@code RespondsTo}. */
        Optional<String> respondsTo();

        /** Returns the intent with which it responds when it joins a channel. */
        Optional<String> welcomeIntent();
    }

    /**
     * A device that receives push notifications. Its tokens are secrets and not in the state. Immutable; compared by value.
     *
     * @since 0.1
     */
    @Experimental
    interface PushEndpoint {
        /** Returns the id. */
        String id();

        /** Returns the name; empty if it has none. */
        Optional<String> name();

        /** Returns the type: {@code APNS}, {@code APNS_SANDBOX} or {@code GCM}. */
        String type();

        /** Returns the ARN of the Amazon Pinpoint application. */
        String resourceArn();

        /** Returns which messages are sent to it: {@code ALL} or {@code NONE}. */
        String allowMessages();

        /** Returns when it was registered. */
        Instant created();

        /** Returns when it was changed last. */
        Instant updated();
    }
}
