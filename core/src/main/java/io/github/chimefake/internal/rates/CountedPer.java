package io.github.chimefake.internal.rates;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ArnParts;
import io.github.chimefake.internal.exchange.Call;
import java.util.Optional;

/** Whose calls are counted together. */
enum CountedPer {
    /** Calls with the same {@code x-amz-chime-bearer}. */
    BEARER("ChimeBearer") {
        @Override
        Optional<String> subject(Call call) {
            return call.bearer().map(Arn::text);
        }
    },

    /** Calls on the same app instance, or on something in it. */
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

    /** Calls about the same user, or of the bearer where the request names no user. */
    USER("app instance user") {
        @Override
        Optional<String> subject(Call call) {
            return member(call, "AppInstanceUserArn").or(call::bearer).map(Arn::text);
        }
    },

    /** Calls of the same account, which is its callers'. */
    ACCOUNT("account") {
        @Override
        Optional<String> subject(Call call) {
            return ArnParts.tryParse(call.caller().principalArn()).map(ArnParts::account);
        }
    };

    private final String words;

    CountedPer(String words) {
        this.words = words;
    }

    /** The ARN or account that the call counts for; empty if it names no subject, so that it is not counted. */
    abstract Optional<String> subject(Call call);

    private static Optional<Arn> member(Call call, String name) {
        return call.request()
                .getValueForField(name, String.class)
                .filter(arn -> !arn.isEmpty())
                .map(call.resources()::arn);
    }

    /** In words, for example {@code app instance}. */
    @Override
    public String toString() {
        return words;
    }
}
