package io.github.chimefake.internal.protocol;

import static io.github.chimefake.internal.protocol.Shape.UNBOUNDED;
import static io.github.chimefake.internal.protocol.Shapes.choice;
import static io.github.chimefake.internal.protocol.Shapes.optional;
import static io.github.chimefake.internal.protocol.Shapes.required;
import static io.github.chimefake.internal.protocol.Shapes.structure;
import static io.github.chimefake.internal.protocol.Shapes.text;

import io.github.chimefake.internal.protocol.Shape.Choice;
import io.github.chimefake.internal.protocol.Shape.Structure;
import io.github.chimefake.internal.protocol.Shape.Text;
import io.github.chimefake.internal.protocol.Shape.WholeNumber;

/**
 * The shapes of the requests of identity, with their names in the service model of API version 2021-04-20. Shapes of
 * both services are in {@link Shapes}. A test compares them with the model.
 */
final class IdentityShapes {
    private IdentityShapes() {}

    // spotless:off
    static final Text LEX_BOT_ALIAS_ARN =
            text("LexBotAliasArn", 15, 2048, "arn:aws:lex:[a-z]{2}-[a-z]+-\\d{1}:\\d{12}:bot-alias/[A-Z0-9]{10}/[A-Z0-9]{10}");
    static final Text LEX_INTENT_NAME = text("LexIntentName", 1, 100, "^([A-Za-z]_?)+$");
    static final Text NON_EMPTY_SENSITIVE_STRING_1600 = text("NonEmptySensitiveString1600", 1, 1600, ".*");
    static final Text RESOURCE_NAME = text("ResourceName", 0, 256, Shapes.NAME_PATTERN);
    static final Text SENSITIVE_CHIME_ARN = text("SensitiveChimeArn", 5, 1600, ArnPattern.MODEL);
    static final Text SENSITIVE_STRING_1600 = text("SensitiveString1600", 0, 1600, ".*");
    static final Text STRING = text("String", 0, UNBOUNDED);
    static final Text STRING_1600 = text("String1600", 0, 1600, ".*");
    static final Text STRING_64 = text("String64", 0, 64, ".*");
    static final Text USER_ID = text("UserId", 1, 64, Shapes.ID_PATTERN);
    static final Text USER_NAME = text("UserName", 1, 100, ".*\\S.*");

    static final WholeNumber RETENTION_DAYS = new WholeNumber("RetentionDays", 1, 5475);

    static final Choice ALLOW_MESSAGES = choice("AllowMessages", "ALL", "NONE");
    static final Choice APP_INSTANCE_USER_ENDPOINT_TYPE =
            choice("AppInstanceUserEndpointType", "APNS", "APNS_SANDBOX", "GCM");
    /** Unlike the enum of messaging, it has no LAST_MESSAGE_TIMESTAMP. */
    static final Choice EXPIRATION_CRITERION = choice("ExpirationCriterion", "CREATED_TIMESTAMP");
    static final Choice RESPONDS_TO = choice("RespondsTo", "STANDARD_MESSAGES");
    static final Choice STANDARD_MESSAGES = choice("StandardMessages", "AUTO", "ALL", "MENTIONS", "NONE");
    static final Choice TARGETED_MESSAGES = choice("TargetedMessages", "ALL", "NONE");

    static final Structure CHANNEL_RETENTION_SETTINGS = structure("ChannelRetentionSettings",
            optional("RetentionDays", RETENTION_DAYS));
    static final Structure APP_INSTANCE_RETENTION_SETTINGS = structure("AppInstanceRetentionSettings",
            optional("ChannelRetentionSettings", CHANNEL_RETENTION_SETTINGS));
    static final Structure ENDPOINT_ATTRIBUTES = structure("EndpointAttributes",
            required("DeviceToken", NON_EMPTY_SENSITIVE_STRING_1600),
            optional("VoipDeviceToken", NON_EMPTY_SENSITIVE_STRING_1600));
    static final Structure EXPIRATION_SETTINGS = structure("ExpirationSettings",
            required("ExpirationDays", Shapes.EXPIRATION_DAYS),
            required("ExpirationCriterion", EXPIRATION_CRITERION));
    static final Structure INVOKED_BY = structure("InvokedBy",
            required("StandardMessages", STANDARD_MESSAGES),
            required("TargetedMessages", TARGETED_MESSAGES));
    static final Structure LEX_CONFIGURATION = structure("LexConfiguration",
            optional("RespondsTo", RESPONDS_TO),
            optional("InvokedBy", INVOKED_BY),
            required("LexBotAliasArn", LEX_BOT_ALIAS_ARN),
            required("LocaleId", STRING),
            optional("WelcomeIntent", LEX_INTENT_NAME));
    static final Structure CONFIGURATION = structure("Configuration",
            required("Lex", LEX_CONFIGURATION));
    // spotless:on
}
