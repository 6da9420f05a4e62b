package io.github.chimefake.internal.rates;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ArnParts;
import io.github.chimefake.internal.exchange.Call;
import java.util.Optional;

/** The scope of a rate limit, which determines the calls that are counted together. */
enum CountedPer {
    /** Calls with the same {@code x-amz-chime-bearer}. */
    BEARER("ChimeBearer") {
        @Override
        Optional<String> subject(Call call) {
            return call.bearer().map(Arn::text);
        }
    },

    /** Calls on the same app instance or its resources. */
    APP_INSTANCE("app instance") {
        @Override
        Optional<String> subject(Call call) {
            return member(call, "AppInstanceArn")
                    .or(() -> call.resources().channel())
                    .or(() -> member(call, "AppInstanceUserArn"))
                    .or(() -> member(call, "AppInstanceBotArn"))
                    .or(call::bearer)
                    .flatMap(Arn::owner)
                    .map(Arn::text);
        }
    },

    /** Calls on the same channel. */
    CHANNEL("channel") {
        @Override
        Optional<String> subject(Call call) {
            return call.resources().channel().map(Arn::text);
        }
    },

    /** Calls with the same user in the request, or with the same bearer if the request has no user. */
    USER("app instance user") {
        @Override
        Optional<String> subject(Call call) {
            return member(call, "AppInstanceUserArn").or(call::bearer).map(Arn::text);
        }
    },

    /** Connects of the same user. No call counts. */
    CONNECTING_USER("user who connects") {
        @Override
        Optional<String> subject(Call call) {
            return Optional.empty();
        }
    },

    /** Connections of the same user at the same time. No call counts. */
    CONNECTED_USER("user who is connected") {
        @Override
        Optional<String> subject(Call call) {
            return Optional.empty();
        }
    },

    /** Calls of callers in the same account. */
    ACCOUNT("account") {
        @Override
        Optional<String> subject(Call call) {
            return ArnParts.tryParse(call.caller().principalArn()).map(ArnParts::account);
        }
    };

    private final String description;

    CountedPer(String description) {
        this.description = description;
    }

    /**
     * Returns the ARN or account that the call is counted for; empty if there is none, so that the call is not counted.
     */
    abstract Optional<String> subject(Call call);

    private static Optional<Arn> member(Call call, String name) {
        return call.request()
                .getValueForField(name, String.class)
                .filter(arn -> !arn.isEmpty())
                .map(call.resources()::arn);
    }

    /** Returns a description, for example {@code app instance}. */
    @Override
    public String toString() {
        return description;
    }
}
