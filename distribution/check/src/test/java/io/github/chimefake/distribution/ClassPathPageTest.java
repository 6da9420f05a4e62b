package io.github.chimefake.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class path of six jars: the extension brings the fake and Jupiter, the module for Spring Boot the fake, the fake the SDK, and that one a library. */
class ClassPathPageTest {
    private static final String EMPTY = "before\n" + ClassPathPage.START + ClassPathPage.END + "after\n";

    private final Map<String, Long> sizes = new HashMap<>(Map.of(
            "chime-messaging-fake-junit-jupiter", 1_000L,
            "chime-messaging-fake-spring-boot", 2_000L,
            "chime-messaging-fake", 20_000L,
            "junit-jupiter-api", 300_000L,
            "chimesdkmessaging", 4_000_000L,
            "library", 50_000_000L));

    private BillOfMaterials bill;

    @BeforeEach
    void readBill(@TempDir Path directory) throws IOException {
        bill = BillOfMaterials.read(Files.writeString(directory.resolve("bom.xml"), """
                <bom xmlns="http://cyclonedx.org/schema/bom/1.6">
                  <components>
                    %s%s%s%s%s%s
                  </components>
                  <dependencies>
                    <dependency ref="extension"><dependency ref="fake"/><dependency ref="jupiter"/></dependency>
                    <dependency ref="spring"><dependency ref="fake"/></dependency>
                    <dependency ref="fake"><dependency ref="sdk"/></dependency>
                    <dependency ref="sdk"><dependency ref="library"/></dependency>
                    <dependency ref="library"><dependency ref="sdk"/></dependency>
                  </dependencies>
                </bom>
                """.formatted(
                        component("extension", "io.github.chimefake", "chime-messaging-fake-junit-jupiter"),
                        component("spring", "io.github.chimefake", "chime-messaging-fake-spring-boot"),
                        component("fake", "io.github.chimefake", "chime-messaging-fake"),
                        component("jupiter", "org.junit.jupiter", "junit-jupiter-api"),
                        component("sdk", "software.amazon.awssdk", "chimesdkmessaging"),
                        component("library", "org.example", "library"))));
    }

    private static String component(String reference, String group, String name) {
        return """
                <component type="library" bom-ref="%s"><group>%s</group><name>%s</name><version>1</version>
                <licenses><license><id>MIT</id></license><license><name>Other</name></license></licenses></component>
                """.formatted(reference, group, name);
    }

    private String update(String page) {
        return new ClassPathPage(
                        bill, component -> sizes.get(component.coordinates().split(":", -1)[1]))
                .update(page);
    }

    @Test
    void readsLicensesAndWhoBringsWhat() {
        assertThat(bill.components())
                .hasSize(6)
                .allSatisfy(component -> assertThat(component.licenses()).containsExactly("MIT", "Other"));
        assertThat(bill.broughtBy("software.amazon.awssdk:chimesdkmessaging"))
                .extracting(Component::coordinates)
                .containsExactly("org.example:library", "software.amazon.awssdk:chimesdkmessaging");
        assertThatThrownBy(() -> bill.broughtBy("org.example:none")).hasMessageContaining("has no org.example:none");
    }

    @Test
    void showsTotalsAndEachJar() {
        assertThat(update(EMPTY))
                .startsWith("before\n")
                .endsWith(ClassPathPage.END + "after\n")
                .contains("| `chime-messaging-fake` | 3 | 54,020,000 | 1 | 20,000 |")
                .contains("| `chime-messaging-fake-junit-jupiter` | 5 | 54,321,000 | 2 | 21,000 |")
                .contains("| `chime-messaging-fake-spring-boot` | 4 | 54,022,000 | 2 | 22,000 |")
                .contains(
                        "| `io.github.chimefake:chime-messaging-fake-spring-boot` | this project's | 2,000 | `chime-messaging-fake-spring-boot` |")
                .contains("| `org.example:library` | 1 | 50,000,000 | `chimesdkmessaging` |")
                .contains(
                        "| `io.github.chimefake:chime-messaging-fake` | this project's | 20,000 | `chime-messaging-fake` |");
    }

    @Test
    void keepsTheSizeOfAnOwnJarThatHardlyChanged() {
        String page = update(EMPTY);

        sizes.put("chime-messaging-fake", 20_900L);
        assertThat(update(page)).isEqualTo(page);

        sizes.put("chime-messaging-fake", 23_000L);
        assertThat(update(page)).contains("| `chime-messaging-fake` | 3 | 54,023,000 | 1 | 23,000 |");
    }

    @Test
    void showsEveryChangeOfAnotherJar() {
        String page = update(EMPTY);

        sizes.put("library", 50_000_001L);

        assertThat(update(page)).isNotEqualTo(page).contains("50,000,001");
    }

    @Test
    void needsItsMarkers() {
        assertThatThrownBy(() -> update("no tables")).hasMessageContaining("has no tables");
    }
}
