package io.github.chimefake.internal.leastprivilege;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.iam.evaluation.DefaultMatchedStatement;
import io.github.chimefake.internal.iam.evaluation.PolicyLayer;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import io.github.chimefake.internal.iam.policy.ParsedPolicy;
import io.github.chimefake.leastprivilege.ResourceScope;
import io.github.chimefake.leastprivilege.UsedPermissions.UnusedPermission;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PermissionRecorderTest {
    private static final String INSTANCE = "arn:aws:chime:us-east-1:111122223333:app-instance/chat";
    private static final ChimeCaller BACKEND = new Caller(
            "arn:aws:sts::111122223333:assumed-role/chat/session", "AKIA1", Optional.empty(), Optional.empty());

    private final PermissionRecorder ledger = new PermissionRecorder(2);

    private void use(String action, String... resources) {
        List.of(resources).forEach(resource -> ledger.used(BACKEND, action, resource, List.of()));
    }

    private List<String> resources(ResourceScope scope) {
        return ParsedPolicy.parse(ledger.usedPermissions().generalizedTo(scope).toJson()).statements().stream()
                .flatMap(statement -> statement.resource().patterns().stream())
                .toList();
    }

    @Test
    void beyondItsBoundResourcesAreKeptByKind() {
        use("chime:A", INSTANCE + "/user/1", INSTANCE + "/user/2", INSTANCE + "/channel/3", INSTANCE + "/channel/4");

        assertThat(resources(ResourceScope.EXACT))
                .containsExactly(INSTANCE + "/channel/*", INSTANCE + "/user/1", INSTANCE + "/user/2");
        assertThat(resources(ResourceScope.APP_INSTANCE))
                .containsExactly(INSTANCE + "/channel/*", INSTANCE + "/user/*");
    }

    @Test
    void aKindTakesInItsResources() {
        use("chime:A", INSTANCE + "/user/1", INSTANCE + "/channel/2", INSTANCE + "/user/3");

        assertThat(resources(ResourceScope.EXACT)).containsExactly(INSTANCE + "/channel/2", INSTANCE + "/user/*");
    }

    @Test
    void anyAppInstanceTakesInWhatIsBelowIt() {
        use("chime:TagResource", INSTANCE, INSTANCE + "/user/1");

        assertThat(resources(ResourceScope.ANY_APP_INSTANCE))
                .containsExactly("arn:aws:chime:us-east-1:111122223333:app-instance/*");
    }

    @Test
    void wildcardsInIdsMeanThemselves() {
        use("chime:A", INSTANCE + "/user/*$?");
        ledger.used(BACKEND, "chime:ListChannelFlows", INSTANCE + "/channel-flow/*", List.of());

        assertThat(resources(ResourceScope.EXACT))
                .containsExactly(INSTANCE + "/user/${*}${$}${?}", INSTANCE + "/channel-flow/*");
    }

    @Test
    void whatNoPolicyCanNameIsLeftOut() {
        use("chime:A", "nonsense", "arn:*:chime:us-east-1:111122223333:app-instance/x");

        assertThat(ledger.usedPermissions().isEmpty()).isTrue();
    }

    @Test
    void ofResourcesThatAreNotToldApartNoneIsUnused() {
        NamedPolicy policy = new NamedPolicy(
                "chat",
                ParsedPolicy.parse("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"chime:A\",\"Resource\":[\""
                        + INSTANCE + "/user/7\",\"" + INSTANCE + "/user/8\"]}}"));
        DefaultMatchedStatement statement =
                new DefaultMatchedStatement(PolicyLayer.of(PolicyKind.IDENTITY), "chat", 0, Optional.empty(), false);
        use("chime:B", INSTANCE + "/user/1", INSTANCE + "/user/2");

        ledger.granted(BACKEND, policy);
        assertThat(ledger.usedPermissions().unused())
                .extracting(UnusedPermission::isWholeStatement)
                .containsExactly(true);
        ledger.used(BACKEND, "chime:A", INSTANCE + "/user/7", List.of(statement));
        assertThat(ledger.usedPermissions().unused()).isEmpty();
    }

    @Test
    void itDoesNotGrowWithTheNumberOfCalls() {
        for (int call = 0; call < 1000; call++) {
            use("chime:A", INSTANCE + "/channel/" + call);
        }

        assertThat(ledger.usedPermissions()).hasToString("1 actions of [arn:aws:iam::111122223333:role/chat]");
        assertThat(resources(ResourceScope.EXACT)).hasSize(1);
    }
}
