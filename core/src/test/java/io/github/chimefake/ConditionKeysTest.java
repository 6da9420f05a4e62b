package io.github.chimefake;

import static io.github.chimefake.AttachedPoliciesFixture.policyIf;
import static io.github.chimefake.Requests.describe;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.access.context.ContextKey;
import io.github.chimefake.internal.access.context.ContextKeys;
import io.github.chimefake.leastprivilege.LeastPrivilege.PermissionRecording;
import io.github.chimefake.permissions.Permissions.CallerPermissionSelection;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.Tag;

/** Which callers have which condition keys, for every key of the table, and that a test can set and remove each of them. */
class ConditionKeysTest {
    private static final Set<String> KEYS =
            ContextKeys.all().map(ContextKey::name).map(ConditionKeysTest::tagX).collect(toCollection(TreeSet::new));

    /** Without those of other services, which would bring warnings. */
    private static final Set<String> KEYS_FOR_CHIME = ContextKeys.ofRequestsToChime().stream()
            .map(ConditionKeysTest::tagX)
            .collect(toCollection(TreeSet::new));

    /** Keys that a describing call has, whoever the caller is. */
    private static final List<String> OF_ALL_CALLERS = List.of(
            "aws:CurrentTime",
            "aws:EpochTime",
            "aws:PrincipalAccount",
            "aws:PrincipalArn",
            "aws:PrincipalIsAWSService",
            "aws:PrincipalType",
            "aws:RequestedRegion",
            "aws:ResourceAccount",
            "aws:SecureTransport",
            "aws:UserAgent",
            "aws:ViaAWSService",
            "aws:userid");

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general = chime.channel("general").members(alice).create();

    // spotless:off
    /** Each row: the principal, a key that is set for it, and the keys that it has because of both, besides those of all callers. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user/build                                    |                                           | aws:SourceIp aws:username
            user/build expiring                           |                                           | aws:SourceIp aws:username aws:TokenIssueTime aws:MultiFactorAuthPresent
            user/build expiring                           | aws:MultiFactorAuthPresent=true           | aws:SourceIp aws:username aws:TokenIssueTime aws:MultiFactorAuthPresent aws:MultiFactorAuthAge
            user/build                                    | aws:MultiFactorAuthPresent=true           | aws:SourceIp aws:username aws:MultiFactorAuthPresent
            user/build tagged                             |                                           | aws:SourceIp aws:username aws:PrincipalTag/x
            role/chat                                     |                                           | aws:SourceIp aws:TokenIssueTime aws:MultiFactorAuthPresent
            assumed-role/chat/pod                         |                                           | aws:SourceIp aws:TokenIssueTime aws:MultiFactorAuthPresent
            assumed-role/chat/pod expiring                |                                           | aws:SourceIp aws:TokenIssueTime aws:MultiFactorAuthPresent
            assumed-role/chat/pod tagged                  |                                           | aws:SourceIp aws:TokenIssueTime aws:MultiFactorAuthPresent aws:PrincipalTag/x
            assumed-role/browser                          | cognito-identity.amazonaws.com:sub=eu:1   | aws:SourceIp aws:TokenIssueTime aws:FederatedProvider cognito-identity.amazonaws.com:sub
            assumed-role/ci                               | token.actions.example.com:sub=repo        | aws:SourceIp aws:TokenIssueTime aws:FederatedProvider
            assumed-role/staff                            | saml:sub=carol                            | aws:SourceIp aws:TokenIssueTime saml:sub
            assumed-role/chat                             | aws:PrincipalTag/my.team:lead=carol       | aws:SourceIp aws:TokenIssueTime aws:MultiFactorAuthPresent
            assumed-role/chat                             | aws:PrincipalOrgID=o-1                    | aws:SourceIp aws:TokenIssueTime aws:MultiFactorAuthPresent aws:PrincipalOrgID aws:ResourceOrgID
            assumed-role/chat                             | aws:CalledVia=cloudformation.amazonaws.com | aws:SourceIp aws:TokenIssueTime aws:MultiFactorAuthPresent aws:CalledVia aws:CalledViaFirst aws:CalledViaLast
            assumed-role/chat                             | aws:CalledViaAWSMCP=aws-mcp.amazonaws.com | aws:SourceIp aws:TokenIssueTime aws:MultiFactorAuthPresent aws:CalledViaAWSMCP aws:ViaAWSMCPService
            assumed-role/chat                             | aws:SourceVpce=vpce-1                     | aws:TokenIssueTime aws:MultiFactorAuthPresent aws:SourceVpce
            arn:aws:sts::111122223333:federated-user/carol |                                          | aws:SourceIp aws:TokenIssueTime
            arn:aws:iam::111122223333:root                |                                           | aws:SourceIp
            """)
    // spotless:on
    void aCallerHasTheseKeysAndNoOther(String principal, String set, String more) {
        ChimeCaller caller = caller(principal, set);
        Set<String> expected = new TreeSet<>(OF_ALL_CALLERS);
        expected.addAll(Arrays.asList(more.split(" ", -1)));

        assertThat(keysOf(caller)).isEqualTo(expected);
    }

    private ChimeCaller caller(String principal, String set) {
        String[] words = principal.split(" ", -1);
        ChimeCaller caller = chime.caller(words[0]);
        if (words.length > 1) {
            caller = words[1].equals("tagged") ? caller.tag("x", "y") : caller.expiresIn(Duration.ofHours(1));
        }
        String[] keyAndValue = set == null ? new String[0] : set.split("=", -1);
        return set == null ? caller : caller.contextKey(keyAndValue[0], keyAndValue[1]);
    }

    private Set<String> keysOf(ChimeCaller caller) {
        return keysThat(caller, KEYS_FOR_CHIME, key -> "{\"Null\":{\"" + key + "\":\"false\"}}");
    }

    @Test
    void keysOfOtherServicesAreAbsent() {
        Set<String> keys = new TreeSet<>(KEYS);
        keys.removeAll(KEYS_FOR_CHIME);

        assertThat(keysThat(chime.caller("assumed-role/chat"), keys, key -> "{\"Null\":{\"" + key + "\":\"true\"}}"))
                .isEqualTo(keys);
    }

    @Test
    void theValuesOfTheKeysOfARoleAreThoseOfTheTable() {
        ChimeCaller role = chime.caller("assumed-role/chat/pod");
        Map<String, String> values = Map.of(
                "aws:ViaAWSService", "false",
                "aws:PrincipalIsAWSService", "false",
                "aws:MultiFactorAuthPresent", "false",
                "aws:PrincipalType", "AssumedRole",
                "aws:PrincipalArn", "arn:aws:iam::111122223333:role/chat",
                "aws:userid", role.uniqueId() + ":pod",
                "aws:RequestedRegion", chime.region(),
                "aws:ResourceAccount", "111122223333",
                "aws:SecureTransport", "true",
                "aws:UserAgent", "aws-sdk-java/*");

        assertThat(keysThat(
                        role, values.keySet(), key -> "{\"StringLike\":{\"" + key + "\":\"" + values.get(key) + "\"}}"))
                .isEqualTo(values.keySet());
    }

    @Test
    void everyKeyCanBeSet() {
        ChimeCaller caller = chime.caller("user/setter");
        for (String key : KEYS) {
            caller = caller.contextKey(key, "a value");
        }

        assertThat(keysThat(caller, KEYS, key -> "{\"StringEquals\":{\"" + key + "\":\"a value\"}}"))
                .isEqualTo(KEYS);
    }

    @Test
    void everyKeyCanBeRemoved() {
        chime.client()
                .tagResource(request -> request.resourceARN(general.arn())
                        .tags(Tag.builder().key("x").value("y").build()));
        ChimeCaller caller = chime.caller("assumed-role/remover").tag("x", "y");
        for (String key : KEYS) {
            caller = caller.contextKey(key);
        }

        assertThat(keysThat(caller, KEYS, key -> "{\"Null\":{\"" + key + "\":\"true\"}}"))
                .isEqualTo(KEYS);
    }

    /** The keys for which their condition holds in a call: a policy for each tells by whether the call used it. */
    private Set<String> keysThat(ChimeCaller caller, Set<String> keys, UnaryOperator<String> condition) {
        Set<String> met = new TreeSet<>(keys);
        CallerPermissionSelection permissions = chime.permissions().by(caller);
        try (PermissionRecording recording = chime.leastPrivilege().startRecording()) {
            permissions.attach("everything", AttachedPoliciesFixture.ALL);
            keys.forEach(key -> permissions.attach(key, policyIf(condition.apply(key))));
            chime.clients().signedBy(caller).client().describeChannel(describe(alice, general));
            recording.usedPermissions().unused().forEach(unused -> met.remove(unused.policy()));
        }
        return met;
    }

    /** The key of the tag x for a key of tags. */
    private static String tagX(String key) {
        return key.endsWith("/") ? key + "x" : key;
    }
}
