package io.github.chimefake;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.leastprivilege.ResourceScope.ANY_APP_INSTANCE;
import static io.github.chimefake.leastprivilege.ResourceScope.EXACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.json.MalformedJsonException;
import io.github.chimefake.leastprivilege.LeastPrivilege.PermissionRecording;
import io.github.chimefake.leastprivilege.ResourceScope;
import io.github.chimefake.leastprivilege.UsedPermissions;
import io.github.chimefake.leastprivilege.UsedPermissions.UnusedPermission;
import io.github.chimefake.permissions.AttachedPolicy;
import io.github.chimefake.permissions.PolicyMode;
import io.github.chimefake.testing.Fakes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceUserEndpointType;
import software.amazon.awssdk.services.chimesdkidentity.model.RegisterAppInstanceUserEndpointRequest;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

class LeastPrivilegeTest {
    private static final String ACCESS_DENIED = "AccessDeniedException";

    /** All but the one that would take the app instance away from those after it. */
    private static final List<Operation> CALLED = List.of(Operation.values()).stream()
            .filter(operation -> operation != Operation.DELETE_APP_INSTANCE)
            .toList();

    private static final Map<Operation, String> FURTHER_ACTIONS = Map.of(
            Operation.CREATE_CHANNEL, "chime:PutChannelExpirationSettings",
            Operation.CREATE_APP_INSTANCE_USER, "chime:PutAppInstanceUserExpirationSettings",
            Operation.REGISTER_APP_INSTANCE_USER_ENDPOINT, "mobiletargeting:GetApp");

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeCaller backend = chime.caller("assumed-role/chat-backend");
    private final ChimeSdkMessagingClient client =
            chime.clients().signedBy(backend).client();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general = chime.channel("general").members(alice).create();
    private final String instance = chime.appInstance().arn();

    private String sendOnly(String... resources) {
        return """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Action": [
                    "chime:SendChannelMessage"
                  ],
                  "Resource": [
                    "%s"
                  ]
                }
              ]
            }""".formatted(String.join("\",\n        \"", resources));
    }

    @Test
    void oneSendNeedsOneActionOnUserAndChannel() {
        client.sendChannelMessage(send(alice, general, "hello"));

        assertThat(chime.leastPrivilege().usedPermissions().toJson())
                .isEqualTo(sendOnly(instance + "/channel/*", instance + "/user/*"));
        assertThat(chime.leastPrivilege().usedPermissions().generalizedTo(EXACT).toJson())
                .isEqualTo(sendOnly(general.arn(), alice.arn()));
        String anywhere = instance.substring(0, instance.lastIndexOf('/')) + "/*";
        assertThat(chime.leastPrivilege()
                        .usedPermissions()
                        .generalizedTo(ANY_APP_INSTANCE)
                        .toJson())
                .isEqualTo(sendOnly(anywhere + "/channel/*", anywhere + "/user/*"));
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void thePolicyAllowsWhatWasCalledAndNothingOfItIsTooMuch(ResourceScope scope) {
        EveryOperation calls = EveryOperation.of(chime, backend);
        for (Operation operation : CALLED) {
            assertThat(calls.errorOf(operation)).isNotEqualTo(Optional.of(ACCESS_DENIED));
        }
        String policy = chime.leastPrivilege()
                .usedPermissions()
                .by(backend)
                .generalizedTo(scope)
                .toJson();
        chime.permissions().requirePolicies(true);

        assertThat(denied(calls, policy, CALLED)).isEmpty();
        assertThat(lessByOne(policy))
                .allSatisfy(less -> assertThat(denied(calls, less.policy(), less.operations()))
                        .isNotEmpty());
    }

    /** The first of the operations that the policy denies, if there is one. */
    private Optional<Operation> denied(EveryOperation calls, String policy, List<Operation> operations) {
        try (AttachedPolicy attached = chime.permissions().by(backend).attach("least", policy)) {
            assertThat(attached.warnings()).isEmpty();
            return operations.stream()
                    .filter(operation -> calls.errorOf(operation)
                            .filter(ACCESS_DENIED::equals)
                            .isPresent())
                    .findFirst();
        }
    }

    /**
     * A policy without one of its actions or resources.
     *
     * @param operations those that might miss it
     */
    private record Less(String policy, List<Operation> operations) {
        static Less of(String policy, List<JsonValue> actions) {
            return new Less(
                    policy,
                    CALLED.stream()
                            .filter(operation -> needs(operation).anyMatch(actions::contains))
                            .toList());
        }

        /** Its own action, and what its requests are checked for besides, as every member of them is filled. */
        private static Stream<JsonValue> needs(Operation operation) {
            return Stream.concat(
                            Stream.of(operation.iamAction()),
                            Optional.ofNullable(FURTHER_ACTIONS.get(operation)).stream())
                    .map(JsonString::new);
        }
    }

    private static List<Less> lessByOne(String policy) {
        List<Less> less = new ArrayList<>();
        JsonObject document = (JsonObject) parse(policy);
        List<JsonValue> statements = items(document, "Statement");
        for (int index = 0; index < statements.size(); index++) {
            JsonObject statement = (JsonObject) statements.get(index);
            for (String element : List.of("Action", "Resource")) {
                for (JsonValue value : items(statement, element)) {
                    less.add(Less.of(
                            with(document, "Statement", without(statements, index, element, value))
                                    .toJson(),
                            element.equals("Action") ? List.of(value) : items(statement, "Action")));
                }
            }
        }
        return less;
    }

    private static List<JsonValue> items(JsonObject object, String name) {
        return ((JsonArray) object.get(name).orElseThrow()).items();
    }

    /** The statements without a value of one of them, and without that one if it was the last value. */
    private static JsonArray without(List<JsonValue> statements, int index, String element, JsonValue value) {
        JsonObject statement = (JsonObject) statements.get(index);
        List<JsonValue> rest = new ArrayList<>(items(statement, element));
        rest.remove(value);
        List<JsonValue> others = new ArrayList<>(statements);
        others.remove(index);
        if (!rest.isEmpty()) {
            others.add(with(statement, element, new JsonArray(rest)));
        }
        return new JsonArray(others);
    }

    private static JsonValue parse(String json) {
        try {
            return Json.parse(json);
        } catch (MalformedJsonException e) {
            throw new AssertionError(json, e);
        }
    }

    private static JsonObject with(JsonObject object, String name, JsonValue value) {
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.put(name, value);
        return new JsonObject(members);
    }

    @Test
    void itAddsUpAcrossResetsAndDoesNotMindTheJournal() {
        client.sendChannelMessage(send(alice, general, "hello"));
        chime.reset();
        ChimeUser carol = chime.user("carol");
        chime.clients()
                .signedBy(chime.caller("assumed-role/chat-backend/other-session"))
                .client()
                .describeChannel(
                        describe(carol, chime.channel("club").members(carol).create()));

        assertThat(actions(chime.leastPrivilege().usedPermissions().by(backend)))
                .containsExactlyInAnyOrder("chime:DescribeChannel", "chime:SendChannelMessage");
    }

    @ParameterizedTest
    @EnumSource
    void resourcesOfOtherServicesStandByTheirOwnArn(ResourceScope scope) {
        String application = "arn:aws:mobiletargeting:us-east-1:111122223333:apps/push";
        ChimeSdkIdentityClient identity = chime.clients().signedBy(backend).identityClient();
        identity.registerAppInstanceUserEndpoint(device(application, "first"));
        String policy = chime.leastPrivilege()
                .usedPermissions()
                .by(backend)
                .generalizedTo(scope)
                .toJson();
        chime.permissions().requirePolicies(true);
        chime.permissions().by(backend).attach("least", policy);

        assertThat(policy).contains("mobiletargeting:GetApp", application);
        assertThat(identity.registerAppInstanceUserEndpoint(device(application, "second"))
                        .endpointId())
                .isNotEmpty();
    }

    private RegisterAppInstanceUserEndpointRequest device(String application, String token) {
        return RegisterAppInstanceUserEndpointRequest.builder()
                .appInstanceUserArn(alice.arn())
                .type(AppInstanceUserEndpointType.GCM)
                .resourceArn(application)
                .endpointAttributes(attributes -> attributes.deviceToken(token))
                .clientRequestToken(token)
                .build();
    }

    private static List<String> actions(UsedPermissions privilege) {
        return items((JsonObject) parse(privilege.toJson()), "Statement").stream()
                .flatMap(statement -> items((JsonObject) statement, "Action").stream())
                .map(action -> ((JsonString) action).value())
                .toList();
    }

    @Test
    void callersAreToldApart() {
        client.sendChannelMessage(send(alice, general, "hello"));
        chime.client().describeChannel(describe(alice, general));

        assertThat(actions(chime.leastPrivilege().usedPermissions().by(backend)))
                .containsExactly("chime:SendChannelMessage");
        assertThat(actions(chime.leastPrivilege().usedPermissions().by("arn:aws:iam::111122223333:role/chat-backend")))
                .containsExactly("chime:SendChannelMessage");
        assertThat(actions(chime.leastPrivilege().usedPermissions().by(chime.caller())))
                .containsExactly("chime:DescribeChannel");
        assertThat(actions(chime.leastPrivilege().usedPermissions()))
                .containsExactly("chime:DescribeChannel", "chime:SendChannelMessage");
    }

    @Test
    void callsThatWereNotLetPassNeedNothing() {
        chime.permissions().by(alice).deny(DESCRIBE_CHANNEL);
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(FORBIDDEN);
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.describeChannel(describe(alice, general)));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")));
        chime.permissions().by(backend).attach("none", allowing("chime:CreateChannel", "*"));
        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")));

        assertThat(chime.leastPrivilege().usedPermissions().isEmpty()).isTrue();
        assertThatIllegalStateException()
                .isThrownBy(() -> chime.leastPrivilege().usedPermissions().toJson())
                .withMessageContaining("No permission was used");
    }

    @Test
    void aCallThatTheRoleForbidsNeedsItsPermissionAllTheSame() {
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(chime.user("stranger"), general, "hello")));

        assertThat(actions(chime.leastPrivilege().usedPermissions())).containsExactly("chime:SendChannelMessage");
    }

    @Test
    void policiesInAuditModeShowWhatIsNeeded() {
        chime.permissions().policyMode(PolicyMode.AUDIT);
        chime.permissions().requirePolicies(true);

        client.sendChannelMessage(send(alice, general, "hello"));

        assertThat(actions(chime.leastPrivilege().usedPermissions())).containsExactly("chime:SendChannelMessage");
    }

    @Test
    void whatSeveralFakesNeededAddsUp() {
        client.sendChannelMessage(send(alice, general, "hello"));
        ChimeMessagingServer other = fakes.start();
        ChimeUser bob = other.user("bob");
        other.client()
                .describeChannel(
                        describe(bob, other.channel("club").members(bob).create()));

        assertThat(actions(chime.leastPrivilege()
                        .usedPermissions()
                        .plus(other.leastPrivilege().usedPermissions())))
                .containsExactlyInAnyOrder("chime:DescribeChannel", "chime:SendChannelMessage");
    }

    private static String allowing(String action, String resource) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + statement(action, resource) + "]}";
    }

    private static String statement(String action, String resource) {
        return "{\"Effect\":\"Allow\",\"Action\":[" + action(action) + "],\"Resource\":[" + action(resource) + "]}";
    }

    private static String action(String values) {
        return "\"" + values.replace(",", "\",\"") + "\"";
    }

    @Test
    void whatOfAPolicyNobodyNeededIsListed() {
        chime.permissions()
                .by(backend)
                .attach(
                        "chat",
                        "{\"Version\":\"2012-10-17\",\"Statement\":["
                                + statement("chime:Send*,chime:DeleteChannel", instance + "/user/${aws:username},*")
                                + "," + statement("chime:UpdateChannel", "*")
                                + ",{\"Effect\":\"Deny\",\"Action\":\"chime:CreateChannel\",\"Resource\":\"*\"}]}");
        client.sendChannelMessage(send(alice, general, "hello"));

        assertThat(chime.leastPrivilege().usedPermissions().by(backend).unused())
                .extracting(UnusedPermission::toString)
                .containsExactly(
                        "statement 0 of policy \"chat\" of arn:aws:iam::111122223333:role/chat-backend:"
                                + " chime:DeleteChannel was never used",
                        "statement 1 of policy \"chat\" of arn:aws:iam::111122223333:role/chat-backend was never used");
        assertThat(chime.leastPrivilege().usedPermissions().by(chime.caller()).unused())
                .isEmpty();
    }

    @Test
    void aPolicyThatSeveralCallersHaveIsUsedByAnyOfThem() {
        String policy = allowing("chime:SendChannelMessage,chime:DescribeChannel", "*");
        chime.permissions().by(backend).attach("chat", policy);
        chime.permissions().by(chime.caller()).attach("chat", policy);
        chime.snapshots().markBaseline();
        client.sendChannelMessage(send(alice, general, "hello"));
        chime.reset();
        chime.client().describeChannel(describe(alice, general));

        assertThat(chime.leastPrivilege().usedPermissions().unused()).isEmpty();
        assertThat(chime.leastPrivilege().startRecording().usedPermissions().unused())
                .extracting(UnusedPermission::principals)
                .containsExactly(List.of(
                        "arn:aws:iam::111122223333:role/chat-backend",
                        chime.caller().identityArn()));
        assertThat(chime.leastPrivilege().usedPermissions().by(backend).unused())
                .extracting(UnusedPermission::actions)
                .containsExactly(List.of("chime:DescribeChannel"));
    }

    @Test
    void aRecordingNotesWhatHappensInTheMeantime() {
        chime.permissions().by(backend).attach("chat", allowing("chime:SendChannelMessage,chime:DescribeChannel", "*"));
        client.describeChannel(describe(alice, general));
        PermissionRecording recording = chime.leastPrivilege().startRecording();
        client.sendChannelMessage(send(alice, general, "hello"));
        recording.close();
        recording.close();
        client.describeChannel(describe(alice, general));

        assertThat(actions(recording.usedPermissions())).containsExactly("chime:SendChannelMessage");
        assertThat(recording.usedPermissions().unused())
                .extracting(UnusedPermission::actions)
                .containsExactly(List.of("chime:DescribeChannel"));
        assertThat(chime.leastPrivilege().usedPermissions().unused()).isEmpty();
    }

    @Test
    void aCopyKnowsThePoliciesOfItsBaseline() {
        chime.permissions().by(backend).attach("chat", allowing("chime:SendChannelMessage", "*"));
        chime.snapshots().markBaseline();

        ChimeMessagingServer copy = fakes.startCopy(chime);
        assertThat(copy.leastPrivilege().usedPermissions().unused()).hasSize(1);
    }
}
