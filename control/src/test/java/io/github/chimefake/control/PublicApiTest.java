package io.github.chimefake.control;

import io.github.chimefake.publicapi.PublicApi;
import io.github.chimefake.publicapi.PublicApiList;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PublicApiTest {
    @Test
    void thePublicMembersAreThoseOfTheList() throws IOException {
        new PublicApiList(Path.of("public-api.txt")).requireEqualTo(PublicApi.of(ChimeControl.class));
    }
}
