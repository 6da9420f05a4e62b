package io.github.chimefake.leftovers;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds what is there and was not there when this was made: threads, shutdown hooks, temporary files, listening ports. */
final class Leftovers {
    /** How long a thread may take to end. The SDK's asynchronous client takes two seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Set<Thread> threads = Set.copyOf(threads());
    private final Set<Thread> hooks = Set.copyOf(shutdownHooks());
    private final Set<String> files = Set.copyOf(temporaryFiles());

    private static Collection<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }

    /** Returns the names of new threads that are not daemons. */
    Set<String> threadsThatKeepTheJvmAlive() {
        Set<String> names = new TreeSet<>();
        for (Thread thread : threads()) {
            if (!threads.contains(thread) && !thread.isDaemon() && thread.isAlive()) {
                names.add(thread.getName());
            }
        }
        return names;
    }

    /**
     * Returns all that is left, by its name, when each new thread has had time to end.
     *
     * @param ports at which nothing may listen
     */
    List<String> find(Collection<Integer> ports) throws InterruptedException {
        Set<String> left = new TreeSet<>();
        for (Thread thread : threads()) {
            if (!threads.contains(thread)) {
                thread.join(PATIENCE.toMillis());
                if (thread.isAlive()) {
                    left.add("thread " + thread.getName());
                }
            }
        }
        shutdownHooks().stream()
                .filter(hook -> !hooks.contains(hook))
                .forEach(hook -> left.add("shutdown hook " + hook));
        temporaryFiles().stream().filter(file -> !files.contains(file)).forEach(file -> left.add("file " + file));
        ports.stream().filter(Leftovers::listens).forEach(port -> left.add("port"));
        return List.copyOf(left);
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    /** The JVM tells nobody, so the program must open {@code java.lang}. */
    private static Set<Thread> shutdownHooks() {
        try {
            Field hooks = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
            hooks.setAccessible(true);
            Set<Thread> registered = new HashSet<>();
            ((Map<?, ?>) hooks.get(null)).keySet().forEach(hook -> registered.add((Thread) hook));
            return registered;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("java.lang must be open", e);
        }
    }

    private static Set<String> temporaryFiles() {
        return Stream.of(new File(System.getProperty("java.io.tmpdir")).list())
                .collect(HashSet::new, Set::add, Set::addAll);
    }
}
