package io.github.chimefake.wiremock;

import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.util.List;
import java.util.UUID;

/** No stubs from files: WireMock would load those of the user's {@code src/test/resources/mappings} into the fake. */
final class NoMappings implements MappingsSource {
    @Override
    public void loadMappingsInto(StubMappings stubs) {}

    @Override
    public void save(List<StubMapping> stubs) {}

    @Override
    public void save(StubMapping stub) {}

    @Override
    public void remove(StubMapping stub) {}

    /** WireMock 4's form of {@link #remove(StubMapping)}. */
    public void remove(UUID id) {}

    @Override
    public void removeAll() {}
}
