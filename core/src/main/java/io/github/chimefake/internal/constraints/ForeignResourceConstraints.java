package io.github.chimefake.internal.constraints;

import static io.github.chimefake.ChimeError.BAD_REQUEST;
import static io.github.chimefake.ChimeError.CONFLICT;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_BOT;
import static io.github.chimefake.Operation.PUT_MESSAGING_STREAMING_CONFIGURATIONS;
import static io.github.chimefake.Operation.REGISTER_APP_INSTANCE_USER_ENDPOINT;
import static io.github.chimefake.Operation.UPDATE_APP_INSTANCE_BOT;
import static io.github.chimefake.Provenance.OBSERVED;
import static io.github.chimefake.internal.constraints.DocumentedConstraint.assumed;
import static io.github.chimefake.internal.constraints.DocumentedConstraint.documented;

import java.util.List;
import java.util.Set;

/** Constraints on resources of other services that requests name: streams, Lex bots, devices. */
public final class ForeignResourceConstraints {

    public static final DocumentedConstraint STREAM = documented(
            "The stream is one of Kinesis, in the account and region of the app instance, and its name begins with `chime-messaging-`.",
            "`StreamingConfigurations[].ResourceArn`",
            Set.of(PUT_MESSAGING_STREAMING_CONFIGURATIONS),
            BAD_REQUEST,
            Pages.guide("Streaming messaging data", "streaming-export"));

    public static final DocumentedConstraint ONE_STREAM_PER_TYPE = assumed(
            "Each data type has one configuration.",
            "`StreamingConfigurations[].DataType`",
            Set.of(PUT_MESSAGING_STREAMING_CONFIGURATIONS),
            BAD_REQUEST,
            "The page says that one or both of the data types can be configured.");

    public static final DocumentedConstraint LEX_BOT = documented(
            "The Lex bot is in the account and region of the app instance.",
            "`Configuration.Lex.LexBotAliasArn`",
            Set.of(CREATE_APP_INSTANCE_BOT, UPDATE_APP_INSTANCE_BOT),
            BAD_REQUEST,
            Pages.guide("Creating an Amazon Lex V2 bot", "create-lex-bot"));

    public static final DocumentedConstraint LOCALE = documented(
            "The locale is one of Lex V2. The fake checks the form only, such as `en_US` or `es_419`, because the list grows.",
            "`Configuration.Lex.LocaleId`",
            Set.of(CREATE_APP_INSTANCE_BOT, UPDATE_APP_INSTANCE_BOT),
            BAD_REQUEST,
            Pages.api(CREATE_APP_INSTANCE_BOT));

    public static final DocumentedConstraint PINPOINT = documented(
            "The resource is an Amazon Pinpoint application in the account and region of the app instance.",
            "`ResourceArn`",
            Set.of(REGISTER_APP_INSTANCE_USER_ENDPOINT),
            BAD_REQUEST,
            Pages.guide("Using mobile push notifications", "using-push-notifications"));

    public static final DocumentedConstraint ONE_ENDPOINT_PER_DEVICE = assumed(
                    "A user registers a device token once.",
                    "`EndpointAttributes.DeviceToken`",
                    Set.of(REGISTER_APP_INSTANCE_USER_ENDPOINT),
                    CONFLICT,
                    "No page says so; public reports show the error.")
            .withError(OBSERVED);

    static final List<DocumentedConstraint> ALL =
            List.of(STREAM, ONE_STREAM_PER_TYPE, LEX_BOT, LOCALE, PINPOINT, ONE_ENDPOINT_PER_DEVICE);

    private ForeignResourceConstraints() {}
}
