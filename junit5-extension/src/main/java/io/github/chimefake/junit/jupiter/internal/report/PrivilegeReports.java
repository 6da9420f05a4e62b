package io.github.chimefake.junit.jupiter.internal.report;

import io.github.chimefake.junit.jupiter.internal.support.ContextStore;
import io.github.chimefake.junit.jupiter.internal.support.RunParameter;
import io.github.chimefake.leastprivilege.ResourceScope;
import io.github.chimefake.leastprivilege.UsedPermissions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The files to which the policies that tests needed are written at the end of the run. */
public final class PrivilegeReports implements ContextStore.Closeable {
    private final Optional<Path> fileOfRun;
    private final ResourceScope scope;
    private final Map<Path, UsedPermissions> byFile = new TreeMap<>();

    private PrivilegeReports(Optional<Path> fileOfRun, ResourceScope scope) {
        this.fileOfRun = fileOfRun;
        this.scope = scope;
    }

    /**
     * Returns the files of the run.
     *
     * @throws ExtensionConfigurationException if a configuration parameter is wrong
     */
    public static PrivilegeReports in(ExtensionContext context) {
        return ContextStore.ofRun(
                context,
                PrivilegeReports.class,
                () -> new PrivilegeReports(
                        RunParameter.LEAST_PRIVILEGE_FILE
                                .in(context)
                                .map(file -> path(file, RunParameter.LEAST_PRIVILEGE_FILE.key())),
                        scope(context)));
    }

    private static ResourceScope scope(ExtensionContext context) {
        String name = RunParameter.LEAST_PRIVILEGE_SCOPE.in(context).orElse(ResourceScope.APP_INSTANCE.name());
        return Arrays.stream(ResourceScope.values())
                .filter(scope -> scope.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> RunParameter.LEAST_PRIVILEGE_SCOPE.wrong(
                        name, "one of " + Arrays.toString(ResourceScope.values())));
    }

    /** Returns the path of a file that is named there. */
    public static Path path(String file, String where) {
        try {
            return Path.of(file);
        } catch (InvalidPathException wrong) {
            throw new ExtensionConfigurationException(
                    where + " does not name a file: " + wrong.getMessage()
                            + ". Expected a path, for example target/chime-policy.json",
                    wrong);
        }
    }

    /** Adds the permissions used with the fakes of one declaration to the file of the run and to that of the declaration. */
    public synchronized void add(UsedPermissions privilege, Optional<Path> fileOfDeclaration) {
        Set<Path> files = new LinkedHashSet<>();
        fileOfRun.ifPresent(files::add);
        fileOfDeclaration.ifPresent(files::add);
        files.forEach(file -> byFile.merge(file, privilege.generalizedTo(scope), UsedPermissions::plus));
    }

    /** Writes the files. */
    @Override
    public synchronized void close() {
        byFile.forEach(PrivilegeReports::write);
    }

    private static void write(Path file, UsedPermissions privilege) {
        if (privilege.isEmpty()) {
            Printout.warn(
                    "no policy was written to " + file + ", because no request that needs a permission was allowed");
            return;
        }
        try {
            Optional<Path> directory = Optional.ofNullable(file.toAbsolutePath().getParent());
            if (directory.isPresent()) {
                Files.createDirectories(directory.get());
            }
            Files.writeString(file, privilege.toJson() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The policy that the tests needed cannot be written to " + file, e);
        }
    }
}
