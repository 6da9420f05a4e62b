package io.github.chimefake.internal.streams;

import io.github.chimefake.streams.StreamDelivery;
import io.github.chimefake.streams.Streams;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The entry point for deliveries. */
public final class DefaultStreams implements Streams {
    static final Duration LIMIT = Duration.ofSeconds(10);

    private final StreamDeliveries deliveries;
    private final Optional<String> streamArn;
    private final Set<String> allowedHosts;

    /** Creates an entry point for all streams and loopback. */
    public DefaultStreams(StreamDeliveries deliveries) {
        this(deliveries, Optional.empty(), Set.of());
    }

    private DefaultStreams(StreamDeliveries deliveries, Optional<String> streamArn, Set<String> allowedHosts) {
        this.deliveries = deliveries;
        this.streamArn = streamArn;
        this.allowedHosts = Set.copyOf(allowedHosts);
    }

    StreamDeliveries deliveries() {
        return deliveries;
    }

    @Override
    public Streams ofStream(String arn) {
        return new DefaultStreams(deliveries, Optional.of(arn), allowedHosts);
    }

    @Override
    public Streams allowHost(String name) {
        Set<String> more = new TreeSet<>(allowedHosts);
        more.add(StreamUrl.requireHost(name));
        return new DefaultStreams(deliveries, streamArn, more);
    }

    @Override
    public StreamDelivery toFile(Path file) {
        return deliveries.add("streams().toFile(" + file + ")", streamArn, () -> FileDestination.open(file));
    }

    @Override
    public StreamDelivery toUrl(URI url) {
        StreamUrl checked = StreamUrl.parse(url, allowedHosts);
        return deliveries.add("streams().toUrl(" + checked + ")", streamArn, () -> new HttpDestination(checked, LIMIT));
    }

    @Override
    public void clear() {
        deliveries.clear();
    }
}
