package io.github.chimefake.internal.server;

import io.github.chimefake.internal.service.ResourceQuotas;
import io.github.chimefake.quotas.Quota;
import io.github.chimefake.quotas.Quotas;

/** The quotas of a fake. */
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
        configuration.change(
                call, settings -> settings.withQuotas(settings.quotas().with(quota, limit)));
    }

    @Override
    public void clear() {
        configuration.change("quotas().clear()", settings -> settings.withQuotas(ResourceQuotas.DOCUMENTED));
    }
}
