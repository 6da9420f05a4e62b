package io.github.chimefake.internal.access.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.internal.access.callers.Callers;
import io.github.chimefake.internal.exchange.CallFixture;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.HttpRequest.Header;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.Tag;
import software.amazon.awssdk.services.chimesdkmessaging.model.TagResourceRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UntagResourceRequest;

/** The values of condition keys for callers, calls and resources. */
class ContextKeysTest {
    private static final SendChannelMessageRequest SEND =
            SendChannelMessageRequest.builder().build();
    private static final String OWN_CHANNEL = CallFixture.GENERAL.arn();
    private static final String FOREIGN_CHANNEL = OWN_CHANNEL.replace("111122223333", "444455556666");

    private final ManualClock clock = ManualClock.standingStill();
    private final Callers callers = new Callers("111122223333", clock);

    private static CallerFacts facts(ChimeCaller caller) {
        return CallerFacts.of(Caller.of(caller), "eu-central-1");
    }

    private static Map<String, List<String>> ofCaller(ChimeCaller caller) {
        return ContextKeys.ofCaller(facts(caller)).asMap();
    }

    private Map<String, List<String>> ofCall(ChimeCaller caller, SdkPojo request, Header... headers) {
        CallFacts call =
                new CallFacts(Caller.of(caller), facts(caller).set(), request, List.of(headers), clock.instant());
        return ContextKeys.ofCall(call).asMap();
    }

    private static Map<String, List<String>> ofResource(ChimeCaller caller, String arn) {
        return ContextKeys.ofResource(new ResourceFacts(facts(caller), arn, Map.of("team", "red")))
                .asMap();
    }

    @Test
    void aRoleHasTheKeysOfItsPrincipalItsTagsAndTheFake() {
        ChimeCaller role = callers.register("assumed-role/chat/pod").tag("team", "red");

        assertThat(ofCaller(role))
                .containsOnly(
                        Map.entry("aws:PrincipalArn", List.of("arn:aws:iam::111122223333:role/chat")),
                        Map.entry("aws:PrincipalAccount", List.of("111122223333")),
                        Map.entry("aws:PrincipalType", List.of("AssumedRole")),
                        Map.entry("aws:PrincipalTag/team", List.of("red")),
                        Map.entry("aws:PrincipalIsAWSService", List.of("false")),
                        Map.entry("aws:userid", List.of(role.uniqueId() + ":pod")),
                        Map.entry("aws:MultiFactorAuthPresent", List.of("false")),
                        Map.entry("aws:RequestedRegion", List.of("eu-central-1")),
                        Map.entry("aws:SecureTransport", List.of("true")),
                        Map.entry("aws:SourceIp", List.of("127.0.0.1")),
                        Map.entry("aws:ViaAWSService", List.of("false")));
    }

    @Test
    void aUserHasANameAndNoMultiFactorAuthenticationUntilItsCredentialsAreTemporary() {
        ChimeCaller user = callers.register("user/build");

        assertThat(ofCaller(user))
                .containsEntry("aws:username", List.of("build"))
                .containsEntry("aws:userid", List.of(user.uniqueId()))
                .doesNotContainKey("aws:MultiFactorAuthPresent");
        assertThat(ofCaller(user.expiresIn(Duration.ofHours(1))))
                .containsEntry("aws:MultiFactorAuthPresent", List.of("false"));
    }

    @Test
    void aRoleIsTemporaryAlsoWithAKeyThatIsNotRegistered() {
        assertThat(ofCaller(CallFixture.BACKEND)).containsEntry("aws:MultiFactorAuthPresent", List.of("false"));
    }

    @Test
    void aCallerWhoseArnIsNoPrincipalHasItAsItsPrincipal() {
        ChimeCaller bucket = callers.register("arn:aws:s3:::bucket");

        assertThat(ofCaller(bucket))
                .containsEntry("aws:PrincipalArn", List.of("arn:aws:s3:::bucket"))
                .containsEntry("aws:userid", List.of(bucket.uniqueId()))
                .doesNotContainKeys("aws:PrincipalAccount", "aws:PrincipalType");
    }

    /** Each row: a principal, a key that is set for it, and what another key has as a result; nothing if it is absent. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            role/chat                             | aws:MultiFactorAuthAge             | aws:MultiFactorAuthPresent | true
            user/build                            | aws:MultiFactorAuthAge             | aws:MultiFactorAuthPresent |
            role/chat                             | aws:FederatedProvider              | aws:MultiFactorAuthPresent |
            role/chat                             | saml:sub                           | aws:MultiFactorAuthPresent |
            role/chat                             | saml:sub_type                      | aws:MultiFactorAuthPresent |
            role/chat                             | saml:namequalifier                 | aws:MultiFactorAuthPresent |
            role/chat                             | accounts.google.com:sub            | aws:MultiFactorAuthPresent |
            arn:aws:sts::1:federated-user/carol   | any:key                            | aws:MultiFactorAuthPresent |
            role/chat                             | accounts.google.com:sub            | aws:FederatedProvider      | accounts.google.com
            role/chat                             | cognito-identity.amazonaws.com:amr | aws:FederatedProvider      | cognito-identity.amazonaws.com
            role/chat                             | idp.example.com/realms/chat:sub    | aws:FederatedProvider      | arn:aws:iam::111122223333:oidc-provider/idp.example.com/realms/chat
            arn:aws-cn:sts::1:assumed-role/ci/pod | idp.example.com:sub                | aws:FederatedProvider      | arn:aws-cn:iam::1:oidc-provider/idp.example.com
            role/chat                             | aws:PrincipalTag/my.team:lead      | aws:FederatedProvider      |
            role/chat                             | my.key                             | aws:FederatedProvider      |
            role/chat                             | .com:sub                           | aws:FederatedProvider      |
            role/chat                             | aws:PrincipalServiceName           | aws:PrincipalIsAWSService  | true
            role/chat                             | aws:PrincipalServiceNamesList      | aws:PrincipalIsAWSService  | true
            role/chat                             | aws:CalledVia                      | aws:ViaAWSService          | true
            role/chat                             | aws:CalledViaFirst                 | aws:ViaAWSService          | true
            role/chat                             | aws:CalledViaLast                  | aws:ViaAWSService          | true
            role/chat                             | aws:CalledViaAWSMCP                | aws:ViaAWSService          | false
            role/chat                             | aws:CalledViaAWSMCP                | aws:ViaAWSMCPService       | true
            role/chat                             | aws:CalledVia                      | aws:ViaAWSMCPService       |
            """)
    void aKeyFollowsFromOneThatIsSet(String principal, String set, String key, String value) {
        Map<String, List<String>> keys = ofCaller(callers.register(principal).contextKey(set, "any"));

        assertThat(keys).containsEntry(set, List.of("any"));
        assertThat(keys.getOrDefault(key, List.of())).isEqualTo(value == null ? List.of() : List.of(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws:SourceVpc",
                "aws:SourceVpcArn",
                "aws:SourceVpce",
                "aws:VpceAccount",
                "aws:VpceOrgID",
                "aws:VpceOrgPaths",
                "aws:VpcSourceIp"
            })
    void aRequestThroughAVpcEndpointHasNoAddressOfTheInternet(String key) {
        ChimeCaller role = callers.register("role/chat");

        assertThat(ofCaller(role.contextKey(key, "any"))).doesNotContainKey("aws:SourceIp");
        assertThat(ofCaller(role.contextKey(key))).containsEntry("aws:SourceIp", List.of("127.0.0.1"));
    }

    @Test
    void theFirstAndTheLastOfTheServicesInBetweenAreKeysOfTheirOwn() {
        ChimeCaller role = callers.register("role/chat").contextKey("aws:CalledVia", "one", "two", "three");

        assertThat(ofCaller(role))
                .containsEntry("aws:CalledViaFirst", List.of("one"))
                .containsEntry("aws:CalledViaLast", List.of("three"));
    }

    @Test
    void aCallHasTheTimeAndThatOfTheIssueOfItsCredentials() {
        ChimeCaller role = callers.register("role/chat");
        clock.advance(Duration.ofMinutes(5));

        assertThat(ofCall(role, SEND))
                .containsOnly(
                        Map.entry("aws:CurrentTime", List.of(clock.instant().toString())),
                        Map.entry(
                                "aws:EpochTime",
                                List.of(Long.toString(clock.instant().getEpochSecond()))),
                        Map.entry("aws:TokenIssueTime", List.of(ManualClock.START.toString())));
        assertThat(ofCall(callers.register("user/build"), SEND)).doesNotContainKey("aws:TokenIssueTime");
    }

    @Test
    void multiFactorAuthenticationIsAsOldAsTheCredentialsOfACallerThatHasIt() {
        ChimeCaller role = callers.register("role/chat");
        clock.advance(Duration.ofMinutes(5));

        assertThat(ofCall(role.contextKey("aws:MultiFactorAuthPresent", "TRUE"), SEND))
                .containsEntry("aws:MultiFactorAuthAge", List.of("300"));
        assertThat(ofCall(role.contextKey("aws:MultiFactorAuthPresent", "false"), SEND))
                .doesNotContainKey("aws:MultiFactorAuthAge");
    }

    @Test
    void headersAreFoundInAnySpellingUnlessTheyAreEmpty() {
        ChimeCaller role = callers.register("role/chat");

        assertThat(ofCall(
                        role,
                        SEND,
                        new Header("Accept", "*/*"),
                        new Header("USER-AGENT", "agent"),
                        new Header("referer", "https://chat.example.com/")))
                .containsEntry("aws:UserAgent", List.of("agent"))
                .containsEntry("aws:referer", List.of("https://chat.example.com/"));
        assertThat(ofCall(role, SEND, new Header("User-Agent", ""))).doesNotContainKey("aws:UserAgent");
    }

    @Test
    void tagsThatARequestGivesOrRemovesAreSeen() {
        ChimeCaller role = callers.register("role/chat");

        assertThat(ofCall(
                        role,
                        TagResourceRequest.builder()
                                .tags(
                                        Tag.builder().key("team").value("red").build(),
                                        Tag.builder().key("withoutValue").build(),
                                        Tag.builder().value("withoutKey").build())
                                .build()))
                .containsEntry("aws:RequestTag/team", List.of("red"))
                .containsEntry("aws:TagKeys", List.of("team"));
        assertThat(ofCall(
                        role,
                        UntagResourceRequest.builder().tagKeys("team", "tier").build()))
                .containsEntry("aws:TagKeys", List.of("team", "tier"));
    }

    @Test
    void keysThatATestSetsReplaceThoseOfCallsAndResources() {
        ChimeCaller role = callers.register("role/chat")
                .contextKey("aws:currenttime", "noon")
                .contextKey("aws:ResourceAccount");

        assertThat(ofCaller(role)).containsEntry("aws:currenttime", List.of("noon"));
        assertThat(ofCall(role, SEND)).containsOnlyKeys("aws:EpochTime", "aws:TokenIssueTime");
        assertThat(ofResource(role, OWN_CHANNEL)).containsOnlyKeys("aws:ResourceTag/team");
    }

    @Test
    void aResourceHasItsAccountOrThatOfTheCaller() {
        ChimeCaller role = callers.register("role/chat");

        assertThat(ofResource(role, FOREIGN_CHANNEL))
                .containsOnly(
                        Map.entry("aws:ResourceAccount", List.of("444455556666")),
                        Map.entry("aws:ResourceTag/team", List.of("red")));
        for (String withoutAccount : List.of("*", "arn:aws:s3:::bucket")) {
            assertThat(ofResource(role, withoutAccount)).containsEntry("aws:ResourceAccount", List.of("111122223333"));
        }
        assertThat(ofResource(callers.register("arn:aws:s3:::bucket"), "*")).doesNotContainKey("aws:ResourceAccount");
    }

    @Test
    void aResourceOfTheCallersAccountIsOfItsOrganization() {
        ChimeCaller role = callers.register("role/chat")
                .contextKey("aws:PrincipalOrgID", "o-1")
                .contextKey("aws:PrincipalOrgPaths", "o-1/r-1/");

        assertThat(ofResource(role, OWN_CHANNEL))
                .containsEntry("aws:ResourceOrgID", List.of("o-1"))
                .containsEntry("aws:ResourceOrgPaths", List.of("o-1/r-1/"));
        assertThat(ofResource(role, FOREIGN_CHANNEL)).doesNotContainKeys("aws:ResourceOrgID", "aws:ResourceOrgPaths");
    }

    @Test
    void keysOfResourcesAreKnownByTheirNames() {
        assertThat(List.of("aws:ResourceAccount", "aws:ResourceOrgID", "aws:ResourceTag/team", "aws:ResourceTag/a/b"))
                .allMatch(key -> ContextKeys.mayBeOfResource(RequestContext.folded(key)));
        assertThat(List.of("aws:CurrentTime", "aws:PrincipalTag/team", "aws:ResourceTag", "aws:ResourceAccount/x", "/"))
                .noneMatch(key -> ContextKeys.mayBeOfResource(RequestContext.folded(key)));
    }

    @Test
    void requestsToChimeHaveNoKeysOfOtherServices() {
        assertThat(ContextKeys.ofRequestsToChime())
                .contains("aws:SourceIp", "aws:RequestTag/", "aws:PrincipalOrgID")
                .doesNotContain("aws:SourceArn", "aws:VpceAccount");
    }
}
