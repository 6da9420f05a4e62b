package io.github.chimefake;

import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.listChannels;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.call.ChimeError.FORBIDDEN;
import static io.github.chimefake.call.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.call.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.call.Operation.SEND_CHANNEL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.call.ChimeCaller;
import io.github.chimefake.call.ChimeChannel;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.call.Rule;
import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.journal.RecordedCall;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ServiceUnavailableException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

class PermissionsTest {
    private final ChimeMessagingServer chime = ChimeMessagingServer.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).create();
    private final ChimeChannel random = chime.channel("random").members(alice).create();
    private final ChimeSdkMessagingClient client = chime.client();

    @AfterEach
    void stop() {
        chime.close();
    }

    private void sends(ChimeUser sender) {
        assertThat(client.sendChannelMessage(send(sender, general, "hello")).messageId())
                .isNotEmpty();
    }

    private void isDenied(ChimeUser sender) {
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(sender, general, "hello")));
    }

    private RecordedCall lastCall() {
        return chime.journal().calls().get(chime.journal().calls().size() - 1);
    }

    // Rules

    @Test
    void aRuleWithoutWhomDeniesEverybody() {
        chime.permissions().deny(SEND_CHANNEL_MESSAGE);

        isDenied(alice);
        isDenied(bob);
    }

    @Test
    void aRuleDeniesTheUserThatItNamesOnly() {
        chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);

        isDenied(alice);
        sends(bob);
    }

    @Test
    void aRuleDeniesTheCallerThatItNamesOnly() {
        ChimeCaller backend = chime.caller("role/backend");
        chime.permissions().by(backend).deny(SEND_CHANNEL_MESSAGE);

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> chime.clientFor(backend).sendChannelMessage(send(alice, general, "hello")));
        sends(alice);
    }

    @Test
    void aRuleDeniesInTheChannelThatItNamesOnly() {
        chime.permissions().inChannel(general).deny(SEND_CHANNEL_MESSAGE);

        isDenied(alice);
        assertThat(client.sendChannelMessage(send(alice, random, "hello")).messageId())
                .isNotEmpty();
    }

    @Test
    void aRuleDeniesInAChannelGivenByItsArn() {
        chime.permissions().inChannel(general.arn()).deny(SEND_CHANNEL_MESSAGE);

        isDenied(alice);
    }

    @Test
    void aRuleDeniesTheOperationsThatItNamesOnly() {
        chime.permissions().deny(SEND_CHANNEL_MESSAGE);

        assertThat(client.describeChannel(describe(alice, general)).channel().name())
                .isEqualTo("general");
    }

    @Test
    void aRuleDeniesSeveralOperations() {
        chime.permissions().deny(SEND_CHANNEL_MESSAGE, DESCRIBE_CHANNEL);

        isDenied(alice);
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.describeChannel(describe(alice, general)));
    }

    @Test
    void aRuleOnNoOperationDeniesAll() {
        chime.permissions().by(alice).deny();

        isDenied(alice);
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.describeChannel(describe(alice, general)));
        sends(bob);
    }

    @Test
    void aRuleMayAnswerWithAnotherError() {
        chime.permissions().deny(SEND_CHANNEL_MESSAGE, FORBIDDEN);

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")));
    }

    @Test
    void aRuleOnAllOperationsMayAnswerWithAnotherError() {
        chime.permissions().by(alice).deny(FORBIDDEN);

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.describeChannel(describe(alice, general)));
    }

    @Test
    void allowingLiftsWhatEarlierRulesDeny() {
        chime.permissions().deny(SEND_CHANNEL_MESSAGE);
        chime.permissions().by(alice).allow(SEND_CHANNEL_MESSAGE);

        sends(alice);
        isDenied(bob);
    }

    @Test
    void allowingLiftsNothingThatLaterRulesDeny() {
        chime.permissions().by(alice).allow();
        chime.permissions().deny(SEND_CHANNEL_MESSAGE);

        isDenied(alice);
    }

    @Test
    void allowingDoesNotRegisterAUser() {
        ChimeUser ghost = chime.unregistered("ghost");
        chime.permissions().by(ghost).allow();

        isDenied(ghost);
    }

    @Test
    void closingARuleLiftsIt() {
        Rule rule = chime.permissions().deny(SEND_CHANNEL_MESSAGE);

        rule.close();
        rule.close();

        sends(alice);
    }

    @Test
    void aRuleHoldsForABlock() {
        try (Rule rule = chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE)) {
            isDenied(alice);
            assertThat(rule.fired()).isOne();
        }

        sends(alice);
    }

    @Test
    void clearingLiftsEveryRule() {
        chime.permissions().deny(SEND_CHANNEL_MESSAGE);
        chime.permissions().by(alice).deny();

        chime.permissions().clear();

        sends(alice);
    }

    @Test
    void aRuleCountsInvocationsAndNotTheSdksRetries() {
        Rule rule = chime.permissions().deny(SEND_CHANNEL_MESSAGE, SERVICE_UNAVAILABLE);

        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")));

        assertThat(lastCall().attempts()).hasSize(4);
        assertThat(rule.fired()).isOne();
    }

    @Test
    void aRuleThatALaterOneOverrulesHasNotFired() {
        Rule overruled = chime.permissions().deny(SEND_CHANNEL_MESSAGE);
        Rule latest = chime.permissions().allow(SEND_CHANNEL_MESSAGE);

        sends(alice);

        assertThat(overruled.fired()).isZero();
        assertThat(latest.fired()).isOne();
    }

    @Test
    void theExplanationNamesTheRuleAndHowToLiftIt() {
        chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);
        isDenied(alice);

        assertThat(lastCall().refusal().orElseThrow().explanation())
                .isEqualTo("A rule of this test denies SendChannelMessage by alice. No later rule allows the call; lift"
                        + " the rule with close(), or allow the call with permissions().allow(...).");
    }

    @Test
    void aRuleSaysWhatItDoes() {
        assertThat(chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE))
                .hasToString("deny SendChannelMessage by alice with UnauthorizedClientException");
        assertThat(chime.permissions().inChannel(general).allow())
                .hasToString("allow any operation in channel " + general.arn());
    }

    // Policies

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
        chime.permissions()
                .by(chime.caller())
                .attach("sending", policy(statement("Allow", "chime:SendChannelMessage", "*")))
                .attach("reading", policy(statement("Allow", "chime:DescribeChannel", "*")));

        sends(alice);
        assertThat(client.describeChannel(describe(alice, general)).channel().name())
                .isEqualTo("general");
    }

    @Test
    void iamDecidesBeforeAnybodyLooksAtTheBearer() {
        ChimeUser ghost = chime.unregistered("ghost");
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

        assertThat(lastCall().refusal().orElseThrow().explanation())
                .startsWith(
                        "chime:SendChannelMessage is denied by default: no statement allows chime:SendChannelMessage"
                                + " on " + alice.arn() + " in policy \"chat\"");
    }

    @Test
    void aPolicyThatIsNoneIsRefusedWhereItIsAttached() {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> attach(statement("Permit", "chime:*", "*")))
                .withMessage("Invalid IAM policy at $.Statement[0].Effect: received \"Permit\", expected \"Allow\" or"
                        + " \"Deny\", in this spelling");
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> chime.permissions().by(chime.caller()).attach("chat", "{"))
                .withMessageStartingWith("Invalid IAM policy: ");

        sends(alice);
    }

    // Signatures

    private void listChannelsWith(AwsCredentialsProvider credentials, Region region) {
        try (ChimeSdkMessagingClient stranger = ChimeSdkMessagingClient.builder()
                .endpointOverride(chime.endpoint())
                .region(region)
                .credentialsProvider(credentials)
                .build()) {
            stranger.listChannels(listChannels(alice, chime.appInstance().arn()));
        }
    }

    private ChimeSdkMessagingException refusal(AwsCredentialsProvider credentials, Region region) {
        ChimeSdkMessagingException refusal =
                catchThrowableOfType(ChimeSdkMessagingException.class, () -> listChannelsWith(credentials, region));
        assertThat(refusal).isExactlyInstanceOf(ChimeSdkMessagingException.class);
        assertThat(refusal.statusCode()).isEqualTo(403);
        return refusal;
    }

    private static AwsCredentialsProvider keys(String accessKeyId, String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secret));
    }

    @Test
    void aKeyThatTheFakeDoesNotKnowIsAccepted() {
        listChannelsWith(keys("AKIAUNKNOWN000000000", "any"), Region.US_EAST_1);

        assertThat(lastCall().caller().orElseThrow().principalArn())
                .isEqualTo("arn:aws:iam::111122223333:user/AKIAUNKNOWN000000000");
        assertThat(lastCall().refusal()).isEmpty();
    }

    @Test
    void theWrongSecretOfAKnownKeyIsRefused() {
        ChimeSdkMessagingException refusal = refusal(keys(chime.caller().accessKeyId(), "wrong"), Region.US_EAST_1);

        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException");
        assertThat(refusal.awsErrorDetails().errorMessage())
                .isEqualTo(
                        "The request signature we calculated does not match the signature you provided. Check your AWS"
                                + " Secret Access Key and signing method. Consult the service documentation for details.");
        assertThat(lastCall().refusal().orElseThrow().explanation())
                .startsWith("The request names the registered access key "
                        + chime.caller().accessKeyId() + ", but is not signed with its secret");
    }

    @Test
    void aRequestForAnotherRegionIsRefused() {
        ChimeSdkMessagingException refusal =
                refusal(StaticCredentialsProvider.create(chime.caller().credentials()), Region.EU_WEST_1);

        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException");
        assertThat(refusal.awsErrorDetails().errorMessage())
                .isEqualTo("Credential should be scoped to a valid Region, not eu-west-1");
    }

    @Test
    void anUnsignedRequestIsRefused() {
        ChimeSdkMessagingException refusal = refusal(AnonymousCredentialsProvider.create(), Region.US_EAST_1);

        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("MissingAuthenticationTokenException");
        assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo("Missing Authentication Token");
    }

    @Test
    void anAuthorizationHeaderThatLacksAPartIsRefused() throws IOException, InterruptedException {
        HttpResponse<String> answer = RawRequest.of("GET", "/channels?app-instance-arn=" + "arn")
                .bearer(alice)
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=AKIAUNKNOWN000000000")
                .sendTo(chime);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("IncompleteSignatureException");
    }
}
