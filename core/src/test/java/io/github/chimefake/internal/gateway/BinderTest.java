package io.github.chimefake.internal.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.access.Access;
import io.github.chimefake.internal.access.callers.Callers;
import io.github.chimefake.internal.access.permissions.PermissionRules;
import io.github.chimefake.internal.access.policies.CallContexts;
import io.github.chimefake.internal.access.policies.CallerPolicies;
import io.github.chimefake.internal.access.policies.PolicyEnforcement;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.leastprivilege.PermissionRecorder;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import io.github.chimefake.internal.protocol.Route;
import io.github.chimefake.internal.protocol.Router;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinderTest {
    private final Router router = new Router();
    private final Binder binder = new Binder(access());

    private static Access access() {
        Clock clock = Clock.systemUTC();
        return new Access(
                new Callers("111122223333", clock),
                new PermissionRules((user, channel) -> Set.of(), UserCode.DIRECT, new FakeLifetime()),
                new CallerPolicies(new CallContexts("us-east-1", clock, arn -> Map.of()), new PermissionRecorder()),
                new PolicyEnforcement(),
                "us-east-1");
    }

    @Test
    void aCallNamesItsChannelApartFromItsOtherResources() {
        Call.Resources resources = resources("DELETE", "/channels/c/memberships/m", "");

        assertThat(resources.channel()).contains(Arn.of("c"));
        assertThat(resources.others()).containsExactly(Arn.of("m"));
    }

    @Test
    void listsOfArnsAreResourcesToo() {
        Call.Resources resources = resources(
                "POST", "/channels/c/memberships?operation=batch-create", "{\"MemberArns\":[\"a\",\"b\",\"a\"]}");

        assertThat(resources.channel()).contains(Arn.of("c"));
        assertThat(resources.others()).containsExactlyInAnyOrder(Arn.of("a"), Arn.of("b"));
    }

    @Test
    void theTagOperationsSpellTheirArnInCapitals() {
        assertThat(resources("GET", "/tags?arn=t", "").others()).containsExactly(Arn.of("t"));
    }

    @Test
    void whatTheRequestLacksIsNoResource() {
        Call.Resources resources = resources("POST", "/channels?operation=search", "{}");

        assertThat(resources.channel()).isEmpty();
        assertThat(resources.others()).isEmpty();
        assertThat(resources("POST", "/channels", "{}").others()).isEmpty();
    }

    private Call.Resources resources(String method, String target, String body) {
        return bind(method, target, List.of(), body).resources();
    }

    @ParameterizedTest
    @CsvSource({
        "attempt=1; max=4, 1",
        "attempt=3; max=4, 3",
        "ttl=20260102T030405Z; attempt=12; max=20, 12",
        "attempt=0, 1",
        "attempt=, 1",
        "attempt=x; attempt=2, 2",
        "attempt=1234567890, 123456789",
        "attempt=٣, 1",
        "max=4, 1",
        "'', 1"
    })
    void theAttemptIsTheFirstNumberThatTheHeaderGivesForIt(String header, int number) {
        Call call = bind("GET", "/channels", List.of(new HttpRequest.Header("amz-sdk-request", header)), "");

        assertThat(call.attempt().number()).isEqualTo(number);
    }

    @Test
    void aCallWithoutTheHeaderIsTheFirstAttempt() {
        assertThat(bind("GET", "/channels", List.of(), "").attempt().number()).isEqualTo(1);
    }

    private Call bind(String method, String target, List<HttpRequest.Header> headers, String body) {
        HttpRequest http = new HttpRequest(method, target, headers, body.getBytes(UTF_8), Instant.EPOCH);
        return binder.bind(http, (Route.Matched) router.route(method, target));
    }
}
