package io.github.chimefake.internal.wiremock;

import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.util.List;
import java.util.UUID;

/**
 * A mappings source without stubs. WireMock would otherwise load the user's {@code src/test/resources/mappings} into
 * the fake.
 */
final class EmptyMappingsSource implements MappingsSource {
    @Override
    public void loadMappingsInto(StubMappings stubs) {}

    @Override
    public void save(List<StubMapping> stubs) {}

    @Override
    public void save(StubMapping stub) {}

    @Override
    @SuppressWarnings("removal") // WireMock 3 still declares it; WireMock 4 no longer does.
    public void remove(StubMapping stub) {}

    @Override
    public void remove(UUID id) {}

    @Override
    public void removeAll() {}
}
