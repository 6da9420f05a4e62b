package io.github.chimefake.internal.constraints;

import static io.github.chimefake.ChimeError.BAD_REQUEST;
import static io.github.chimefake.ChimeError.RESOURCE_LIMIT_EXCEEDED;
import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_ADMIN;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.CREATE_CHANNEL;
import static io.github.chimefake.Operation.CREATE_CHANNEL_FLOW;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MODERATOR;
import static io.github.chimefake.Operation.REGISTER_APP_INSTANCE_USER_ENDPOINT;
import static io.github.chimefake.Operation.UPDATE_CHANNEL_FLOW;
import static io.github.chimefake.Provenance.DOCUMENTED;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.quotas.Quota;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The quotas as constraints: one row for each {@link Quota}, and one for an operation whose model has no error for quotas. */
public final class QuotaConstraints {
    public static final DocumentedConstraint PROCESSORS_OF_AN_UPDATE =
            row(Quota.PROCESSORS_PER_CHANNEL_FLOW, Set.of(UPDATE_CHANNEL_FLOW), BAD_REQUEST, Provenance.ASSUMED);

    static final List<DocumentedConstraint> ALL = Stream.concat(
                    Arrays.stream(Quota.values()).map(QuotaConstraints::of), Stream.of(PROCESSORS_OF_AN_UPDATE))
            .toList();

    private QuotaConstraints() {}

    /** Returns the row of a quota. */
    public static DocumentedConstraint of(Quota quota) {
        return row(quota, operations(quota), RESOURCE_LIMIT_EXCEEDED, DOCUMENTED);
    }

    private static DocumentedConstraint row(
            Quota quota, Set<Operation> operations, ChimeError error, Provenance errorProvenance) {
        String rule =
                String.format(Locale.ROOT, "At most %,d unless `%s` is set otherwise.", quota.defaultLimit(), quota);
        return new DocumentedConstraint(rule, "–", operations, error, DOCUMENTED, errorProvenance, Pages.QUOTAS);
    }

    private static Set<Operation> operations(Quota quota) {
        return switch (quota) {
            case CHANNELS_PER_APP_INSTANCE,
                    ELASTIC_CHANNELS_PER_APP_INSTANCE,
                    SUB_CHANNELS_PER_ELASTIC_CHANNEL,
                    MEMBERSHIPS_PER_SUB_CHANNEL -> Set.of(CREATE_CHANNEL);
            case MEMBERSHIPS_PER_CHANNEL, MEMBERSHIPS_PER_APP_INSTANCE_USER ->
                Set.of(CREATE_CHANNEL, CREATE_CHANNEL_MEMBERSHIP, BATCH_CREATE_CHANNEL_MEMBERSHIP);
            case MODERATORS_PER_CHANNEL -> Set.of(CREATE_CHANNEL_MODERATOR, CREATE_CHANNEL);
            case CHANNEL_FLOWS_PER_APP_INSTANCE, PROCESSORS_PER_CHANNEL_FLOW -> Set.of(CREATE_CHANNEL_FLOW);
            case APP_INSTANCES_PER_ACCOUNT -> Set.of(CREATE_APP_INSTANCE);
            case APP_INSTANCE_USERS_PER_APP_INSTANCE -> Set.of(CREATE_APP_INSTANCE_USER);
            case APP_INSTANCE_ADMINS_PER_APP_INSTANCE -> Set.of(CREATE_APP_INSTANCE_ADMIN);
            case ENDPOINTS_PER_APP_INSTANCE_USER -> Set.of(REGISTER_APP_INSTANCE_USER_ENDPOINT);
        };
    }
}
