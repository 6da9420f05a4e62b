package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page about the architecture names each internal package, and no file that does not exist. */
@AnalyzeClasses(packages = "io.github.chimefake.internal", importOptions = DoNotIncludeTests.class)
class ArchitecturePageTest {
    private static final String INTERNAL = "io.github.chimefake.internal.";
    private static final Path SOURCES = Path.of("src/main/java", INTERNAL.split("\\."));
    private static final Pattern FILE = Pattern.compile("`([a-z]+(?:/[a-z]+)*/[A-Z]\\w+)`");

    @ArchTest
    static void everyPackageIsInTheTable(JavaClasses classes) throws IOException {
        String page = page();
        Set<String> packages = classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(INTERNAL))
                .map(name -> name.substring(INTERNAL.length()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(packages).isNotEmpty().allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @ArchTest
    static void everyFileThatItNamesExists(JavaClasses classes) throws IOException {
        List<String> files =
                FILE.matcher(page()).results().map(match -> match.group(1)).toList();

        assertThat(files)
                .hasSizeGreaterThan(10)
                .allSatisfy(file -> assertThat(SOURCES.resolve(file + ".java")).exists());
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/architecture.md"));
    }
}
