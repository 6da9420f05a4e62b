package io.github.chimefake.internal.streams;

import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.messaging.MessagingService;
import io.github.chimefake.streams.StreamDelivery;
import io.github.chimefake.streams.Streams;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The deliveries of a fake. Listens to its writes while there are any. */
public final class StreamDeliveries {
    private final MessagingService service;
    private final FakeLifetime lifetime;
    private final List<DefaultStreamDelivery> deliveries = new CopyOnWriteArrayList<>();

    /** Creates a list without deliveries. */
    public StreamDeliveries(MessagingService service, FakeLifetime lifetime) {
        this.service = service;
        this.lifetime = lifetime;
    }

    StreamDelivery add(String call, Optional<String> streamArn, Supplier<Destination> destination) {
        lifetime.requireRunning(call);
        return new Entry(destination.get(), streamArn).delivery;
    }

    /** A delivery that subscribes itself, and unsubscribes when it is closed. */
    private final class Entry {
        private final DefaultStreamDelivery delivery;

        Entry(Destination destination, Optional<String> streamArn) {
            delivery = new DefaultStreamDelivery(
                    destination,
                    DefaultStreamDelivery.Limits.DEFAULT,
                    new Configurations(streamArn),
                    service::finishPostponed,
                    this::remove);
            deliveries.add(delivery);
            service.subscribe(delivery);
        }

        private void remove() {
            service.unsubscribe(delivery);
            deliveries.remove(delivery);
        }
    }

    /** Returns the open deliveries of the fake of this entry point, in the order in which they were made. */
    public static List<StreamDelivery> open(Streams streams) {
        return List.copyOf(((DefaultStreams) streams).deliveries().deliveries);
    }

    /** Returns what tells whether the records of all writes before this call were delivered or have failed. */
    public static BooleanSupplier untilNow(StreamDelivery delivery) {
        return ((DefaultStreamDelivery) delivery).untilNow();
    }

    void clear() {
        lifetime.requireRunning("streams().clear()");
        end();
    }

    /** Closes all deliveries. */
    public void end() {
        DefaultStreamDelivery.closeAll(deliveries);
    }

    /** Returns the deliveries that are open. */
    public Kept snapshot() {
        return new Kept(List.copyOf(deliveries));
    }

    /** Closes the deliveries that the snapshot does not hold. Those that were closed since stay closed. */
    public void restore(Kept kept) {
        DefaultStreamDelivery.closeAll(deliveries.stream()
                .filter(delivery -> !kept.deliveries.contains(delivery))
                .toList());
    }

    /** The deliveries at one moment. */
    public static final class Kept {
        private final List<DefaultStreamDelivery> deliveries;

        private Kept(List<DefaultStreamDelivery> deliveries) {
            this.deliveries = deliveries;
        }
    }
}
