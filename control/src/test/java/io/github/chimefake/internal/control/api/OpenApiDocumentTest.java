package io.github.chimefake.internal.control.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.control.OpenApi;
import io.github.chimefake.internal.control.Served;
import io.github.chimefake.internal.control.openapi.OpenApiDocument;
import io.github.chimefake.internal.control.route.Parameter;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.route.RouteTable;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.json.JsonBoolean;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.testing.GeneratedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The OpenAPI document in the jar, held against the routes. */
class OpenApiDocumentTest {
    private static final OpenApi DOCUMENT = OpenApi.checkedIn();

    @Test
    void theDocumentInTheJarIsThatOfTheRoutes() throws IOException {
        new GeneratedFile(Path.of("src/main/resources/io/github/chimefake/control/openapi.json"))
                .require(OpenApiDocument.of(TestRoutes.table()).toIndentedJson() + "\n");
    }

    @Test
    void theSchemaOfFixtureFilesIsThatOfTheRoutes() throws IOException {
        new GeneratedFile(Path.of("src/main/resources/io/github/chimefake/control/fixtures.schema.json"))
                .require(new StartDocument(TestRoutes.table()).jsonSchema().toIndentedJson() + "\n");
    }

    @Test
    void theServerSendsTheDocumentInTheJar() {
        try (Served fake = Served.start()) {
            assertThat(fake.get("/v1/openapi.json").has(200).body()).isEqualTo(OpenApi.text());
        }
    }

    @Test
    void everyRouteIsDescribedWithItsResponsesAndNoOthers() {
        assertThat(TestRoutes.all()).allSatisfy(route -> {
            JsonObject operation = (JsonObject) OpenApi.object(
                            OpenApi.object(DOCUMENT.document(), "paths"),
                            route.path().text())
                    .get(route.method().toLowerCase(Locale.ROOT))
                    .orElseThrow();
            assertThat(OpenApi.keys(OpenApi.object(operation, "responses")))
                    .containsExactlyElementsOf(route.responses().stream()
                            .map(response -> String.valueOf(response.status()))
                            .sorted()
                            .toList())
                    .doesNotContain("default", "500");
            assertThat(operation.get("requestBody").isPresent()).isEqualTo(Route.hasContentType(route.method()));
        });
        long operations = OpenApi.object(DOCUMENT.document(), "paths").members().values().stream()
                .mapToLong(path -> ((JsonObject) path).members().size())
                .sum();
        assertThat(operations).isEqualTo(TestRoutes.all().size());
    }

    @Test
    void everyObjectIsClosed() {
        List<JsonObject> open = DOCUMENT.objects()
                .filter(schema -> schema.get("type").equals(Optional.of(new JsonString("object"))))
                .filter(schema -> schema.get("additionalProperties")
                        .map(additional ->
                                !(additional instanceof JsonObject) && !additional.equals(new JsonBoolean(false)))
                        .orElse(true))
                .toList();

        assertThat(open).isEmpty();
    }

    @Test
    void everyParameterOfAPathIsDescribed() {
        assertThat(TestRoutes.all())
                .allSatisfy(route -> assertThat(route.parameters().stream()
                                .filter(parameter -> parameter.place() == Parameter.Place.PATH)
                                .map(Parameter::name))
                        .containsExactlyElementsOf(route.path().parameters()));
    }

    @Test
    void everyRouteHasASummaryThatFitsOnALine() {
        assertThat(TestRoutes.all())
                .allSatisfy(route -> assertThat(route.summary()).matches("[A-Z].{5,80}[^.]"));
    }

    @Test
    void aRouteThatTheDocumentDoesNotDescribeIsNoticed() {
        Route extra = Route.get("/v1/extra", "extra", "Returns something more")
                .responds(200, "It.", Schema.bool("It."))
                .handle(request -> Reply.noContent());
        List<Route> more =
                Stream.concat(TestRoutes.all().stream(), Stream.of(extra)).toList();

        assertThat(OpenApiDocument.of(new RouteTable(more))).isNotEqualTo(DOCUMENT.document());
        assertThat(DOCUMENT.operation("GET", "/v1/extra")).isEmpty();
    }
}
