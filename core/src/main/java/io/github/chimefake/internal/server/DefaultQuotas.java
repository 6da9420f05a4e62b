package io.github.chimefake.internal.server;

import io.github.chimefake.internal.common.ResourceQuotas;
import io.github.chimefake.quotas.Quota;
import io.github.chimefake.quotas.Quotas;

/** The quota settings of a fake. */
final class DefaultQuotas implements Quotas {
    private final ServiceConfiguration configuration;

    DefaultQuotas(ServiceConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public void set(Quota quota, int limit) {
        String call = "quotas().set(" + quota + ", " + limit + ")";
        if (limit < 0) {
            throw new IllegalArgumentException(call + ": the limit must be at least 0");
        }
        configuration.changeIdentity(
                call, settings -> settings.withQuotas(settings.quotas().with(quota, limit)));
    }

    @Override
    public void clear() {
        configuration.changeIdentity("quotas().clear()", settings -> settings.withQuotas(ResourceQuotas.DOCUMENTED));
    }
}
