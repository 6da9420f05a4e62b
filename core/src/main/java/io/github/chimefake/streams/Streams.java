package io.github.chimefake.streams;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.Experimental;
import java.net.URI;
import java.nio.file.Path;

/**
 * The destinations of the streams of app instances, which are Kinesis streams on AWS. What is streamed is decided by
 * {@code PutMessagingStreamingConfigurations}: the events of the data types that it names, from then on.
 *
 * <pre>{@code
 * StreamDelivery stream = chime.streams().toFile(Path.of("target/stream.jsonl"));
 * // … the code under test sends a message …
 * stream.awaitDelivered(Duration.ofSeconds(5));
 * // {"EventType":"CREATE_CHANNEL_MESSAGE","Payload":{"ChannelArn":"arn:…","MessageId":"…","Content":"hello",…}}
 * }</pre>
 *
 * <p>Records are delivered after the response, in the order of the writes, by a thread of the delivery, and delay no call. Each is a JSON
 * object in the documented form, at most 1 MB in UTF-8. Deliveries stay through resets, until they or the fake are closed.
 *
 * <p>Immutable and thread-safe: each step returns another selection. Not to be implemented by users.
 *
 * @since 0.1
 */
@Experimental
public interface Streams {
    /**
     * Selects only the records of one stream. Without it, all are delivered.
     *
     * @param streamArn the {@code ResourceArn} of the configuration, for example
     *     {@code arn:aws:kinesis:us-east-1:111122223333:stream/chime-messaging-chat}
     */
    @CheckReturnValue
    Streams ofStream(String streamArn);

    /**
     * Allows {@link #toUrl} to deliver to this host. Loopback is always allowed.
     *
     * @param name a host name or an IP address, without a port
     * @throws IllegalArgumentException if it is neither
     */
    @CheckReturnValue
    Streams allowHost(String name);

    /**
     * Appends each record to a file, as one line.
     *
     * @param file is created if it does not exist; its directory must exist
     * @throws java.io.UncheckedIOException if the file cannot be written
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    StreamDelivery toFile(Path file);

    /**
     * Sends each record to a URL, by a separate POST with the content type {@code application/json}. It fails if the response is not
     * 2xx or takes more than 10 seconds; then the next record follows. Redirects are not followed, and no credentials are sent. Proxies
     * are not used.
     *
     * <p>The host must be loopback, or allowed by {@link #allowHost}. Its addresses are looked up for each record; link-local and multicast
     * addresses, and those at which clouds publish their metadata, are rejected.
     *
     * @param url with http or https, without user and password
     * @throws IllegalArgumentException if the URL has another form, or its host is not allowed
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    StreamDelivery toUrl(URI url);

    /**
     * Closes all deliveries.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void clear();
}
