package io.github.chimefake;

import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** Code under test that stands outside of the test. */
final class SweptReader {
    private final ChimeMessagingServer chime;

    SweptReader(ChimeMessagingServer chime) {
        this.chime = chime;
    }

    private String name(ChimeUser reader, ChimeChannel channel) {
        return chime.client()
                .describeChannel(Requests.describe(reader, channel))
                .channel()
                .name();
    }

    /** Throws an exception that does not tell why. */
    String nameWithoutCause(ChimeUser reader, ChimeChannel channel) {
        try {
            return name(reader, channel);
        } catch (SdkException e) {
            throw new IllegalStateException("cannot describe");
        }
    }

    Optional<String> nameIfReadable(ChimeUser reader, ChimeChannel channel) {
        try {
            return Optional.of(name(reader, channel));
        } catch (SdkException e) {
            return Optional.empty();
        }
    }
}
