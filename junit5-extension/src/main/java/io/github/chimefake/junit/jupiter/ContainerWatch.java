package io.github.chimefake.junit.jupiter;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** A container that adds nothing to the fake of the container around it; its failure is reported with what that fake was asked. */
record ContainerWatch(ExtensionContext context, FakeScope around) implements CloseableResource, AutoCloseable {
    @Override
    public void close() {
        FailureReports.containerEnds(context, around);
    }
}
