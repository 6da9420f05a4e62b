package io.github.chimefake;

import io.github.chimefake.publicapi.PublicApi;
import io.github.chimefake.publicapi.PublicApiList;
import io.github.chimefake.publicapi.PublicSignatures;
import io.github.chimefake.tls.LocalAuthority;
import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The public API of the module {@code tls}, which is built before this one, and so cannot use what lists a public API. */
class TlsPublicApiTest {
    private final PublicApi api = PublicApi.of(LocalAuthority.class);

    @Test
    void thePublicMembersAreThoseOfTheList() throws IOException {
        new PublicApiList(Path.of("..", "tls", "public-api.txt")).requireEqualTo(api);
    }

    @Test
    void thePackageHasOneType() {
        Assertions.assertThat(api.types()).containsExactly(LocalAuthority.class);
    }

    @Test
    void nothingHiddenIsNamed() {
        Assertions.assertThat(new PublicSignatures(api).namingHiddenTypes()).isEmpty();
    }
}
