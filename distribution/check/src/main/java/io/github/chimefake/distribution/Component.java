package io.github.chimefake.distribution;

import java.nio.file.Path;
import java.util.List;

/**
 * A jar on the class path, as the bill of materials describes it.
 *
 * @param coordinates group and name, separated by a colon
 * @param version the version
 * @param licenses the licenses that its pom offers: names, SPDX identifiers or an SPDX expression
 */
record Component(String coordinates, String version, List<String> licenses) {
    private static final String OUR_GROUP = "io.github.chimefake:";

    Component {
        licenses = List.copyOf(licenses);
    }

    /** Returns whether this project publishes the jar. */
    boolean isOurs() {
        return coordinates.startsWith(OUR_GROUP);
    }

    /** Returns whether the file is this component's jar in a local Maven repository. */
    boolean isIn(Path jar) {
        return jar.endsWith(pathInRepository());
    }

    /** Returns where this component's jar is in a Maven repository. */
    Path pathInRepository() {
        String[] parts = coordinates.split(":", -1);
        return Path.of(parts[0].replace('.', '/'), parts[1], version, parts[1] + "-" + version + ".jar");
    }
}
