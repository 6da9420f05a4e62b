package io.github.chimefake;

import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.permissions.Permissions.CallerPermissionSelection;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.Tag;

class PoliciesTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).create();
    private final ChimeChannel random = chime.channel("random").members(alice).create();
    private final ChimeSdkMessagingClient client = chime.client();

    private void sends(ChimeUser sender) {
        assertThat(client.sendChannelMessage(send(sender, general, "hello")).messageId())
                .isNotEmpty();
    }

    private RecordedCall lastCall() {
        return chime.journal().calls().get(chime.journal().calls().size() - 1);
    }

    private static String statement(String effect, String action, String resource) {
        return "{\"Effect\":\"" + effect + "\",\"Action\":\"" + action + "\",\"Resource\":\"" + resource + "\"}";
    }

    private static String policy(String... statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
    }

    private void attach(String... statements) {
        chime.permissions().by(chime.caller()).attach("chat", policy(statements));
    }

    private ChimeSdkMessagingException accessDenied(ThrowingCallable call) {
        ChimeSdkMessagingException denial = catchThrowableOfType(ChimeSdkMessagingException.class, call);
        assertThat(denial).isExactlyInstanceOf(ChimeSdkMessagingException.class);
        assertThat(denial.statusCode()).isEqualTo(403);
        assertThat(denial.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
        return denial;
    }

    @Test
    void aCallerWithoutAPolicyMayDoEverything() {
        ChimeCaller other = chime.caller("role/other");
        chime.permissions().by(other).attach("nothing", policy(statement("Deny", "*", "*")));

        sends(alice);
    }

    @Test
    void aPolicyLetsPassWhatItAllows() {
        attach(statement("Allow", "chime:SendChannelMessage", "*"));

        sends(alice);
    }

    @Test
    void whatNoPolicyAllowsIsDeniedWithTheSentenceOfAws() {
        attach(statement("Allow", "chime:DescribeChannel", "*"));

        ChimeSdkMessagingException denial =
                accessDenied(() -> client.sendChannelMessage(send(alice, general, "hello")));

        assertThat(denial.awsErrorDetails().errorMessage())
                .isEqualTo("User: arn:aws:iam::111122223333:user/test is not authorized to perform:"
                        + " chime:SendChannelMessage on resource: " + alice.arn()
                        + " because no identity-based policy allows the chime:SendChannelMessage action");
    }

    @Test
    void aBearerThatNoPolicyGrantsIsDenied() {
        attach(
                statement("Allow", "chime:SendChannelMessage", alice.arn()),
                statement("Allow", "chime:SendChannelMessage", chime.appInstance() + "/channel/*"));

        sends(alice);
        assertThat(accessDenied(() -> client.sendChannelMessage(send(bob, general, "hello")))
                        .awsErrorDetails()
                        .errorMessage())
                .contains("on resource: " + bob.arn() + " because");
    }

    @Test
    void aChannelThatNoPolicyGrantsIsDenied() {
        attach(
                statement("Allow", "chime:SendChannelMessage", chime.appInstance() + "/user/*"),
                statement("Allow", "chime:SendChannelMessage", random.arn()));

        assertThat(accessDenied(() -> client.sendChannelMessage(send(alice, general, "hello")))
                        .awsErrorDetails()
                        .errorMessage())
                .contains("on resource: " + general.arn() + " because");
    }

    @Test
    void anExplicitDenyWinsOverAnAllow() {
        attach(statement("Allow", "chime:*", "*"), statement("Deny", "chime:SendChannelMessage", general.arn()));

        assertThat(accessDenied(() -> client.sendChannelMessage(send(alice, general, "hello")))
                        .awsErrorDetails()
                        .errorMessage())
                .isEqualTo("User: arn:aws:iam::111122223333:user/test is not authorized to perform:"
                        + " chime:SendChannelMessage on resource: " + general.arn()
                        + " with an explicit deny in an identity-based policy");
        assertThat(client.sendChannelMessage(send(alice, random, "hello")).messageId())
                .isNotEmpty();
    }

    @Test
    void severalPoliciesOfACallerAddUp() {
        CallerPermissionSelection permissions = chime.permissions().by(chime.caller());
        permissions.attach("sending", policy(statement("Allow", "chime:SendChannelMessage", "*")));
        permissions.attach("reading", policy(statement("Allow", "chime:DescribeChannel", "*")));

        sends(alice);
        assertThat(client.describeChannel(describe(alice, general)).channel().name())
                .isEqualTo("general");
    }

    @Test
    void iamDecidesBeforeAnybodyLooksAtTheBearer() {
        ChimeUser ghost = chime.appInstance().unregistered("ghost");
        attach(statement("Allow", "chime:DescribeChannel", "*"));

        accessDenied(() -> client.sendChannelMessage(send(ghost, general, "hello")));
    }

    @Test
    void iamDecidesBeforeAnybodyLooksAtTheConstraints() {
        attach(statement("Allow", "chime:DescribeChannel", "*"));

        accessDenied(() -> client.sendChannelMessage(send(alice, general, "")));
    }

    @Test
    void aRuleThatAllowsDoesNotLiftWhatAPolicyDenies() {
        attach(statement("Allow", "chime:DescribeChannel", "*"));
        chime.permissions().allow();

        accessDenied(() -> client.sendChannelMessage(send(alice, general, "hello")));
    }

    @Test
    void aPolicyThatAllowsDoesNotLiftWhatTheRoleForbids() {
        ChimeUser stranger = chime.user("stranger");
        attach(statement("Allow", "chime:*", "*"));

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(stranger, general, "hello")));
    }

    @Test
    void clearingDetachesEveryPolicy() {
        attach(statement("Deny", "*", "*"));

        chime.permissions().clear();

        sends(alice);
    }

    @Test
    void theExplanationOfADenialNamesThePolicy() {
        attach(statement("Allow", "chime:DescribeChannel", "*"));
        accessDenied(() -> client.sendChannelMessage(send(alice, general, "hello")));

        assertThat(lastCall().errorResponse().orElseThrow().explanation())
                .startsWith(
                        "chime:SendChannelMessage is denied by default: no statement allows chime:SendChannelMessage"
                                + " on " + alice.arn() + " in policy \"chat\"");
    }

    @Test
    void aPolicyThatIsNoneIsRefusedWhereItIsAttached() {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> attach(statement("Permit", "chime:*", "*")))
                .withMessage(
                        "Invalid IAM policy \"chat\" at $.Statement[0].Effect: received \"Permit\", expected \"Allow\" or"
                                + " \"Deny\", in this spelling");
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> chime.permissions().by(chime.caller()).attach("chat", "{"))
                .withMessageStartingWith("Invalid IAM policy \"chat\": ");

        sends(alice);
    }

    private static String allowIf(String condition) {
        return "{\"Effect\":\"Allow\",\"Action\":\"chime:*\",\"Resource\":\"*\",\"Condition\":{" + condition + "}}";
    }

    private ThrowingCallable sendsSignedBy(ChimeCaller caller) {
        return () -> chime.clients().signedBy(caller).client().sendChannelMessage(send(alice, general, "hello"));
    }

    @Test
    void aConditionSeesTheTagsOfTheCaller() {
        String policy = policy(allowIf("\"StringEquals\":{\"aws:PrincipalTag/tenant\":\"t1\"}"));
        ChimeCaller first = chime.caller("assumed-role/first").tag("tenant", "t1");
        ChimeCaller second = chime.caller("assumed-role/second").tag("tenant", "t2");
        chime.permissions().by(first).attach("tenant", policy);
        chime.permissions().by(second).attach("tenant", policy);

        assertThatNoException().isThrownBy(sendsSignedBy(first));
        accessDenied(sendsSignedBy(second));
    }

    @Test
    void aConditionSeesTheTagsOfEveryResource() {
        attach(
                statement("Allow", "chime:*", alice.arn()),
                allowIf("\"StringEquals\":{\"aws:ResourceTag/team\":\"blue\"}"));
        accessDenied(() -> client.sendChannelMessage(send(alice, general, "hello")));

        chime.clients()
                .signedBy(chime.caller("role/tagger"))
                .client()
                .tagResource(request -> request.resourceARN(general.arn())
                        .tags(Tag.builder().key("team").value("blue").build()));

        sends(alice);
    }

    @Test
    void aConditionSeesTheFakesTime() {
        attach(allowIf(
                "\"DateLessThan\":{\"aws:CurrentTime\":\"" + Instant.now().plusSeconds(3_600) + "\"}"));
        sends(alice);

        chime.clock().advance(Duration.ofHours(2));

        accessDenied(() -> client.sendChannelMessage(send(alice, general, "hello")));
    }

    @Test
    void aPolicyVariableIsTheNameOfTheUserWhoSigns() {
        ChimeCaller alicesBrowser = chime.caller("user/alice");
        ChimeCaller bobsBrowser = chime.caller("user/bob");
        String own = policy(
                statement("Allow", "chime:*", chime.appInstance().arn() + "/user/${aws:username}"),
                statement("Allow", "chime:*", chime.appInstance().arn() + "/channel/*"));
        chime.permissions().by(alicesBrowser).attach("own", own);
        chime.permissions().by(bobsBrowser).attach("own", own);

        assertThatNoException().isThrownBy(sendsSignedBy(alicesBrowser));
        accessDenied(sendsSignedBy(bobsBrowser));
    }
}
