package io.github.chimefake.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/** Where Java code spends its time, by samples of the JVM's flight recorder: it counts whose methods are on the stack. */
final class Profile {
    private static final String SAMPLE = "jdk.ExecutionSample";

    private Profile() {}

    /**
     * A part of the work.
     *
     * @param name what the part is called
     * @param type how the name of a class begins that does it
     * @param method the method that does all of it; empty for every method
     */
    record Part(String name, String type, String method) {
        /** Returns the part that a method of a class does; without the method, every method of the class. */
        static Part of(String name, Class<?> type, String method) {
            // A method that was renamed would get no samples, and the page would say that it takes no time.
            if (!method.isEmpty()
                    && Arrays.stream(type.getDeclaredMethods())
                            .noneMatch(declared -> declared.getName().equals(method))) {
                throw new IllegalArgumentException(type + " has no method " + method);
            }
            return new Part(name, type.getName(), method);
        }

        boolean isDoneBy(RecordedMethod running) {
            return running.getType().getName().startsWith(type)
                    && (method.isEmpty() || running.getName().equals(method));
        }
    }

    /**
     * The share of each part, in percent of all. A moment counts for the part that the innermost method on the stack belongs to, of
     * those that belong to one; where there is none, it does not count.
     */
    static Map<String, Double> of(List<Part> parts, Runnable work) {
        Map<String, Integer> samples = new LinkedHashMap<>();
        parts.forEach(part -> samples.put(part.name(), 0));
        for (RecordedEvent event : record(work)) {
            if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
                partOf(event, parts).ifPresent(part -> samples.merge(part.name(), 1, Integer::sum));
            }
        }
        double all = samples.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Double> shares = new LinkedHashMap<>();
        samples.forEach((name, count) -> shares.put(name, 100 * count / Math.max(1, all)));
        return shares;
    }

    private static Optional<Part> partOf(RecordedEvent event, List<Part> parts) {
        return event.getStackTrace().getFrames().stream()
                .flatMap(frame -> parts.stream().filter(part -> part.isDoneBy(frame.getMethod())))
                .findFirst();
    }

    private static List<RecordedEvent> record(Runnable work) {
        try (Recording recording = new Recording()) {
            recording.enable(SAMPLE).withPeriod(Duration.ofMillis(1));
            recording.start();
            work.run();
            recording.stop();
            Path file = Files.createTempFile("profile", ".jfr");
            try {
                recording.dump(file);
                return RecordingFile.readAllEvents(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
