package io.github.chimefake.examples.replay;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** All channels as the transcript leaves them, in the order in which they were opened. */
final class ExpectedChannels {
    private final Map<String, ExpectedChannel> byName = new LinkedHashMap<>();

    void open(String name, String host) {
        byName.put(name, new ExpectedChannel(host));
    }

    /**
     * The channel of this name.
     *
     * @throws IllegalArgumentException if nobody opened it
     */
    ExpectedChannel named(String name) {
        ExpectedChannel channel = byName.get(name);
        if (channel == null) {
            throw new IllegalArgumentException("Nobody opened a channel \"" + name + "\". Open: " + byName.keySet());
        }
        return channel;
    }

    Map<String, ExpectedChannel> byName() {
        return Collections.unmodifiableMap(byName);
    }
}
