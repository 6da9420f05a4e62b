package io.github.chimefake.standalone;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, which its jar names. */
final class Version implements IVersionProvider {
    /** Returns for example {@code 0.1.0}; {@code development} if the classes are in no jar. */
    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"chime-messaging-fake " + number()};
    }
}
