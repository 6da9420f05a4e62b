package io.github.chimefake;

import io.github.chimefake.publicapi.PublicApi;
import io.github.chimefake.publicapi.PublicApiList;
import io.github.chimefake.publicapi.PublicSignatures;
import io.github.chimefake.session.MessagingSession;
import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The public API of the module {@code session}, which is built before this one, and so cannot use what lists a public API. */
class SessionPublicApiTest {
    private static final int TYPES = 8;

    private final PublicApi api = PublicApi.of(MessagingSession.class);

    @Test
    void thePublicMembersAreThoseOfTheList() throws IOException {
        new PublicApiList(Path.of("..", "session", "public-api.txt")).requireEqualTo(api);
    }

    @Test
    void thePackageStaysSmall() {
        Assertions.assertThat(api.types()).hasSize(TYPES);
    }

    @Test
    void nothingHiddenIsNamed() {
        PublicSignatures signatures = new PublicSignatures(api);

        Assertions.assertThat(signatures.namingHiddenTypes()).isEmpty();
        Assertions.assertThat(signatures.namingTypesIn(
                        "software.amazon.awssdk.protocols", "software.amazon.awssdk.thirdparty"))
                .isEmpty();
    }
}
