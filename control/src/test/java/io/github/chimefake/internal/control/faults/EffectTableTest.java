package io.github.chimefake.internal.control.faults;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.faults.ResponseBody.empty;
import static io.github.chimefake.faults.ResponseBody.html;
import static io.github.chimefake.faults.ResponseBody.json;
import static io.github.chimefake.faults.ResponseBody.of;
import static io.github.chimefake.faults.ResponseBody.text;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.chimefake.faults.FaultEffect;
import io.github.chimefake.faults.FaultEffects;
import io.github.chimefake.faults.ResponseBody;
import io.github.chimefake.internal.control.calls.Sentences;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.JsonPath;
import io.github.chimefake.internal.control.schema.SchemaErrors;
import io.github.chimefake.internal.json.JsonObject;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsResponse;

class EffectTableTest {
    @Test
    void hasEveryEffectOfFaultEffectsUnderItsNameAndHttpForResponsesThatAreNotTheServices() {
        Set<String> inJava = Stream.of(FaultEffects.class.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .collect(toSet());
        inJava.add("http");

        assertThat(EffectTable.forms()).extracting(EffectForm::type).containsExactlyInAnyOrderElementsOf(inJava);
    }

    @ParameterizedTest
    @MethodSource("effects")
    void makesTheEffectOfJava(String json, FaultEffect effect) {
        assertThat(read(json)).usingRecursiveComparison().isEqualTo(effect);
    }

    @Test
    void everyRowIsTried() {
        assertThat(effects()
                        .map(arguments -> Sentences.object((String) arguments.get()[0])
                                .get("type")
                                .orElseThrow()
                                .toJson())
                        .collect(toSet()))
                .hasSize(EffectTable.forms().size());
    }

    private static Stream<Arguments> effects() {
        return Stream.of(
                arguments("{'type': 'error', 'error': 'ForbiddenException'}", FaultEffects.error(FORBIDDEN)),
                arguments(
                        "{'type': 'error', 'error': 'ForbiddenException', 'message': 'no'}",
                        FaultEffects.error(FORBIDDEN, "no")),
                arguments(
                        "{'type': 'throttledWithRetryAfter', 'retryAfter': 'PT3S'}",
                        FaultEffects.throttledWithRetryAfter(ofSeconds(3))),
                arguments(
                        "{'type': 'throttledWithAmzRetryAfter', 'retryAfter': 'PT0.3S'}",
                        FaultEffects.throttledWithAmzRetryAfter(ofMillis(300))),
                arguments(
                        "{'type': 'response', 'members': {'Channels': [{'Name': 'general'}], 'NextToken': 't'}}",
                        FaultEffects.response(ListChannelsResponse.builder()
                                .channels(
                                        ChannelSummary.builder().name("general").build())
                                .nextToken("t")
                                .build())),
                arguments("{'type': 'delay', 'duration': 'PT0.2S'}", FaultEffects.delay(ofMillis(200))),
                arguments(
                        "{'type': 'delay', 'shortest': 'PT0.1S', 'longest': 'PT1S'}",
                        FaultEffects.delay(ofMillis(100), ofSeconds(1))),
                arguments("{'type': 'lostRequest'}", FaultEffects.lostRequest()),
                arguments("{'type': 'lostResponse'}", FaultEffects.lostResponse()),
                arguments("{'type': 'resetResponse'}", FaultEffects.resetResponse()),
                arguments("{'type': 'responseClosedHalfWay'}", FaultEffects.responseClosedHalfWay()),
                arguments("{'type': 'emptyBody'}", FaultEffects.emptyBody()),
                arguments("{'type': 'truncatedBody'}", FaultEffects.truncatedBody()),
                arguments("{'type': 'malformedBody'}", FaultEffects.malformedBody()),
                arguments("{'type': 'contentType', 'contentType': 'text/html'}", FaultEffects.contentType("text/html")),
                arguments("{'type': 'slowBody', 'duration': 'PT2S'}", FaultEffects.slowBody(ofSeconds(2))),
                arguments("{'type': 'staleRead'}", FaultEffects.staleRead()),
                arguments("{'type': 'staleRead', 'writes': 3}", FaultEffects.staleRead(3)),
                arguments("{'type': 'expiredCredentials'}", FaultEffects.expiredCredentials()),
                arguments("{'type': 'rotatedCredentials'}", FaultEffects.rotatedCredentials()),
                arguments("{'type': 'passes'}", FaultEffects.passes()),
                arguments(
                        "{'type': 'http', 'status': 502, 'body': {'text': 'no'}}",
                        FaultEffects.response(502, text("no"))));
    }

    @Test
    void anHttpResponseHasABodyOfAnyKind() {
        assertSameResponse("{'html': '<h1>Bad gateway</h1>'}", html("<h1>Bad gateway</h1>"));
        assertSameResponse("{'json': '{'}", json("{"));
        assertSameResponse("{'bytes': 'AAEC', 'contentType': 'a/b'}", of("a/b", new byte[] {0, 1, 2}));
        assertThat(read("{'type': 'http', 'status': 204}"))
                .usingRecursiveComparison()
                .isEqualTo(FaultEffects.response(204, empty()));
    }

    private static void assertSameResponse(String json, ResponseBody body) {
        assertThat(read("{'type': 'http', 'status': 502, 'body': " + json + "}"))
                .usingRecursiveComparison()
                .isEqualTo(FaultEffects.response(502, body));
    }

    private static FaultEffect read(String json) {
        JsonObject object = Sentences.object(json);
        SchemaErrors errors = new SchemaErrors();
        EffectTable.SCHEMA.check(object, JsonPath.ROOT, errors);
        assertThat(errors.list()).isEmpty();
        return EffectTable.read(new Fields(object, JsonPath.ROOT), List.of(LIST_CHANNELS));
    }
}
