package io.github.chimefake.examples.replay;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** All channels as they should be after the transcript, in the order in which they were opened. */
final class ExpectedChannels {
    private final Map<String, ExpectedChannel> byName = new LinkedHashMap<>();

    void open(String name, String host) {
        byName.put(name, new ExpectedChannel(host));
    }

    /**
     * Returns the channel with this name.
     *
     * @throws IllegalArgumentException if it was not opened
     */
    ExpectedChannel named(String name) {
        ExpectedChannel channel = byName.get(name);
        if (channel == null) {
            throw new IllegalArgumentException("No channel \"" + name + "\" was opened. Open: " + byName.keySet());
        }
        return channel;
    }

    Map<String, ExpectedChannel> byName() {
        return Collections.unmodifiableMap(byName);
    }
}
