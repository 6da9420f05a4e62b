package io.github.chimefake.internal.control.objects;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.control.route.ProblemException;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.InvalidFieldException;
import io.github.chimefake.internal.control.schema.JsonPath;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.control.schema.StringSchema;
import io.github.chimefake.internal.server.AppInstanceArns;
import io.github.chimefake.internal.server.FakeServer;
import io.github.chimefake.state.StoredAppInstance;
import java.util.Optional;

/**
 * How bodies name things: by an ARN, or by an id in the default app instance. Things that must exist are looked up in the state, so that
 * naming them registers nothing.
 */
public final class References {
    /** A user or bot in a body. */
    public static final StringSchema USER = Schema.string(
                    "A user: its id in the default app instance, for example alice; a bot: bot/ID; or the ARN of either.")
            .length(1, 1600);

    /** A channel in a body. */
    public static final StringSchema CHANNEL = Schema.string(
                    "A channel: its id in the default app instance, or its ARN, for example general.")
            .length(1, 1600);

    /** A caller in a body. */
    public static final StringSchema CALLER = Schema.string(
                    "A caller: its id, one of its access key ids, or its principal, for example AIDACHIMEFAKE00000002 or"
                            + " role/chat.")
            .length(1, 1600);

    private static final String ARN = "arn:";
    private static final String BOT = "bot/";
    private static final String CHANNEL_KIND = "/channel/";

    private final ControlledFake fake;

    References(ControlledFake fake) {
        this.fake = fake;
    }

    /**
     * Returns the user or bot that the member names. It need not be registered.
     *
     * @throws InvalidFieldException if it is neither the ARN of a user or bot nor a valid id
     */
    public ChimeUser anyUser(Fields body, String member) {
        return anyUser(body.string(member), body.path().member(member));
    }

    /** Returns the user or bot with this id or ARN, likewise. */
    public ChimeUser anyUser(String reference, JsonPath path) {
        String arn = userArn(reference);
        if (!arn.matches("arn:[^/]+:app-instance/[^/]+/(user|bot)/[^/]+")) {
            throw new InvalidFieldException(
                    path,
                    "\"" + reference
                            + "\" was received; expected the id of a user, or the ARN of one: arn:aws:chime:…:app-instance/…/user/…");
        }
        return ChimeUser.of(arn);
    }

    /**
     * Returns the user or bot that the member names.
     *
     * @throws InvalidFieldException if it is not registered
     */
    public ChimeUser user(Fields body, String member) {
        return user(body.string(member), body.path().member(member));
    }

    /** Returns the user or bot with this id or ARN, likewise. */
    public ChimeUser user(String reference, JsonPath path) {
        return fake.chime()
                .state()
                .user(userArn(reference))
                .map(stored -> ChimeUser.of(stored.arn(), stored.name()))
                .orElseThrow(() -> new InvalidFieldException(
                        path,
                        "there is no user or bot \"" + reference
                                + "\"; expected one that is registered. POST /v1/users registers one"));
    }

    /**
     * Returns the channel that the member names. It need not exist.
     */
    public ChimeChannel anyChannel(Fields body, String member) {
        return ChimeChannel.of(channelArn(body.string(member)));
    }

    /**
     * Returns the channel that the member names.
     *
     * @throws InvalidFieldException if it does not exist
     */
    public ChimeChannel channel(Fields body, String member) {
        return channel(body.string(member), body.path().member(member));
    }

    /** Returns the channel with this id or ARN, likewise. */
    public ChimeChannel channel(String reference, JsonPath path) {
        return fake.chime()
                .state()
                .channel(channelArn(reference))
                .map(stored -> ChimeChannel.of(stored.arn(), stored.name()))
                .orElseThrow(() -> new InvalidFieldException(
                        path,
                        "there is no channel \"" + reference
                                + "\"; expected one that exists. POST /v1/channels creates one"));
    }

    /** Returns the ARN of the user with this id or ARN. */
    public String userArn(String reference) {
        return reference.startsWith(ARN) ? reference : userArn(defaultAppInstance(), reference);
    }

    /** Returns the ARN of the channel with this id or ARN. */
    public String channelArn(String reference) {
        return reference.startsWith(ARN) ? reference : defaultAppInstance() + CHANNEL_KIND + reference;
    }

    /** Returns the ARN of the user with this id or ARN; an id is of the app instance with the given ARN. */
    public static String userArn(String appInstance, String reference) {
        if (reference.startsWith(ARN)) {
            return reference;
        }
        return appInstance + (reference.startsWith(BOT) ? "/" : "/user/") + reference;
    }

    /**
     * Returns the ARN of the default app instance.
     *
     * @throws ProblemException with status 409 if the fake was started without one
     */
    public String defaultAppInstance() {
        try {
            return fake.chime().appInstance().arn();
        } catch (IllegalStateException e) {
            throw ProblemException.conflict(
                    "The fake was started without a default app instance; expected an ARN instead of an id");
        }
    }

    /**
     * Returns the ARN of the app instance that the member names by its id or ARN; that of the default one if the member is not there.
     *
     * @throws InvalidFieldException if it is not the ARN of an app instance. It need not exist
     */
    public AppInstanceArn appInstance(Fields body, String member) {
        if (!body.has(member)) {
            return AppInstanceArns.parse(defaultAppInstance());
        }
        return body.check(member, () -> AppInstanceArns.parse(appInstanceArn(body.string(member))));
    }

    /** Returns the ARN of the app instance with this id or ARN. An id is one in the fake's region and account. */
    public String appInstanceArn(String reference) {
        if (reference.startsWith(ARN)) {
            return reference;
        }
        return fake.chime().state().appInstances().stream()
                .map(StoredAppInstance::arn)
                .filter(arn -> arn.endsWith("/" + reference))
                .findFirst()
                .orElseGet(() -> {
                    String account = fake.chime().caller().principalArn().split(":", -1)[4];
                    return AppInstanceArn.of(fake.chime().region(), account, reference)
                            .text();
                });
    }

    /**
     * Returns the caller that the member names.
     *
     * @throws InvalidFieldException if it is not registered
     */
    public ChimeCaller caller(Fields body, String member) {
        return findCaller(body.string(member))
                .orElseThrow(() -> body.invalid(
                        member,
                        "there is no caller \"" + body.string(member)
                                + "\"; expected the id of one that is registered. POST /v1/callers creates one"));
    }

    /** Returns the caller with this id, access key id or principal; empty if it is not registered. Of several, the first created. */
    public Optional<ChimeCaller> findCaller(String reference) {
        FakeServer server = FakeServer.of(fake.chime());
        return server.findCaller(reference)
                .or(() -> server.findCallerByKey(reference))
                .or(() -> fake.chime().state().callers().stream()
                        .filter(stored -> stored.principalArn().equals(reference)
                                || stored.principalArn().endsWith(":" + reference))
                        .findFirst()
                        .flatMap(stored -> server.findCaller(stored.uniqueId())));
    }

    /** Returns the fake's region. */
    public String region() {
        return fake.chime().region();
    }

    /** Returns whether it is the ARN of the default app instance. */
    public boolean isDefaultAppInstance(String arn) {
        try {
            return fake.chime().appInstance().arn().equals(arn);
        } catch (IllegalStateException e) {
            return false; // There is none.
        }
    }
}
