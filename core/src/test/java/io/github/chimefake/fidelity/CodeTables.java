package io.github.chimefake.fidelity;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.access.context.ContextKey;
import io.github.chimefake.internal.access.context.ContextKeys;
import io.github.chimefake.internal.messaging.rules.RoleMatrixTable;
import io.github.chimefake.quotas.Quota;
import io.github.chimefake.rates.RateQuota;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The rows that the tables of the code make; nobody writes them by hand. */
final class CodeTables {
    private static final String ERRORS = "errors.all";
    private static final String ROLES = "roles.matrix";
    private static final String KEYS = "access.keys";
    private static final String CONSTRAINTS = "requests.constraints";
    private static final String QUOTAS = "quotas.resources";
    private static final String RATES = "quotas.rates";

    private static final String QUOTA_SOURCE = "AWS's page of quotas";

    static final Set<String> SECTIONS = Set.of(ERRORS, ROLES, KEYS, CONSTRAINTS, QUOTAS, RATES);

    private CodeTables() {}

    static Stream<FidelityRow> rows(CodeStatements code) {
        return Stream.of(
                        Stream.of(ChimeError.values()).map(CodeTables::error),
                        RoleMatrixTable.rows().map(CodeTables::role),
                        ContextKeys.all().map(CodeTables::key),
                        ConstraintRows.of(CONSTRAINTS, code),
                        Stream.of(Quota.values()).map(CodeTables::quota),
                        Stream.of(RateQuota.values()).map(CodeTables::rate))
                .flatMap(rows -> rows);
    }

    private static FidelityRow error(ChimeError error) {
        String code = error.code().map(value -> "`Code` `" + value + "`").orElse("no `Code`");
        return new FidelityRow(
                RowId.of("error", error.name()),
                ERRORS,
                "`" + error.errorType() + "`",
                error.status() + ", " + code + ", `" + error.defaultMessage() + "`",
                EnumSet.of(error.provenance()),
                "",
                error.isModeled() ? "service model" : "",
                List.of());
    }

    private static FidelityRow role(RoleMatrixTable.Row row) {
        return new FidelityRow(
                RowId.of("role", row.operation().name()),
                ROLES,
                row.operation().awsName(),
                row.conditions(),
                row.provenance(),
                row.provenance().size() > 1 ? "documented; assumed for " + row.assumedFor() : "",
                "",
                Stream.concat(
                                row.provenance().stream().sorted().map(CodeTables::cells),
                                Stream.of("messaging.rules.ChannelAccess#provenance"))
                        .toList());
    }

    /** The part of the role matrix that has the evidence. */
    private static String cells(Provenance provenance) {
        return provenance == Provenance.ASSUMED
                ? "messaging.rules.RoleMatrix$AssumedCell#provenance"
                : "messaging.rules.RoleCondition#provenance";
    }

    private static FidelityRow key(ContextKey key) {
        String name = key.name().endsWith("/") ? key.name() + "KEY" : key.name();
        return new FidelityRow(
                RowId.of(key),
                KEYS,
                "`" + name + "`",
                key.presence().label() + ": " + key.note(),
                EnumSet.of(key.provenance()),
                "",
                "",
                List.of("access.context"));
    }

    private static FidelityRow quota(Quota quota) {
        return new FidelityRow(
                RowId.of("quota", quota.name()),
                QUOTAS,
                "`" + quota + "`",
                String.format(Locale.ROOT, "%,d", quota.defaultLimit()),
                EnumSet.of(Provenance.DOCUMENTED),
                "",
                QUOTA_SOURCE,
                List.of("constraints.QuotaConstraints"));
    }

    /** Returns what a rate limits. */
    private static String limited(RateQuota rate) {
        return switch (rate) {
            case CONNECTS -> "connects of messaging sessions";
            case CONNECTIONS -> "messaging sessions";
            case IDENTITY_CALLS -> "every operation of identity";
            default ->
                rate.operations().isEmpty()
                        ? "every operation with a bearer"
                        : rate.operations().stream()
                                .sorted()
                                .map(operation -> operation.awsName())
                                .collect(joining(", "));
        };
    }

    private static FidelityRow rate(RateQuota rate) {
        int here = rate.defaultPerSecond("us-east-1");
        int there = rate.defaultPerSecond("eu-central-1");
        return new FidelityRow(
                RowId.of("rate", rate.name()),
                RATES,
                "`" + rate + "`: " + limited(rate),
                here + (rate == RateQuota.CONNECTIONS ? " at the same time" : " a second")
                        + (here == there ? "" : ", in eu-central-1 " + there) + ", per "
                        + rate.scope().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                EnumSet.of(Provenance.DOCUMENTED),
                "",
                QUOTA_SOURCE,
                List.of("rates.QuotaLimits"));
    }
}
