package io.github.chimefake.internal.exchange;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

/** Calls as they come out of the binding, for tests of what lies behind it. */
public record CallFixture(
        Operation operation,
        AwsRequest request,
        Caller caller,
        Optional<String> bearer,
        Optional<String> channelArn,
        Set<String> otherArns,
        Optional<String> invocationId,
        int attempt) {
    public static final String APP_INSTANCE = "arn:aws:chime:us-east-1:111122223333:app-instance/chat";
    public static final ChimeUser ALICE = ChimeUser.of(APP_INSTANCE + "/user/alice");
    public static final ChimeUser BOB = ChimeUser.of(APP_INSTANCE + "/user/bob");
    public static final ChimeChannel GENERAL = ChimeChannel.of(APP_INSTANCE + "/channel/general", "general");
    public static final ChimeChannel RANDOM = ChimeChannel.of(APP_INSTANCE + "/channel/random", "random");
    public static final Authorization UNSIGNED = new Authorization.Unusable(
            Optional.empty(),
            ServiceError.of(
                    Layer.STATE,
                    ChimeError.MISSING_AUTHENTICATION_TOKEN,
                    "This request is not signed.",
                    Provenance.ASSUMED));
    public static final Caller BACKEND = caller("backend");
    public static final Caller BROWSER = caller("browser");

    private static Caller caller(String role) {
        return new Caller(
                "arn:aws:sts::111122223333:assumed-role/" + role + "/session",
                "AKIA" + role,
                Optional.of("secret"),
                Optional.empty());
    }

    /** Alice, through the back end, about the channel "general", in an invocation without an id. */
    public static CallFixture of(Operation operation) {
        return new CallFixture(
                operation,
                SendChannelMessageRequest.builder().build(),
                BACKEND,
                Optional.of(ALICE.arn()),
                Optional.of(GENERAL.arn()),
                Set.of(),
                Optional.empty(),
                1);
    }

    public CallFixture sending(AwsRequest other) {
        return new CallFixture(operation, other, caller, bearer, channelArn, otherArns, invocationId, attempt);
    }

    public CallFixture by(ChimeUser user) {
        return new CallFixture(
                operation, request, caller, Optional.of(user.arn()), channelArn, otherArns, invocationId, attempt);
    }

    public CallFixture withoutBearer() {
        return new CallFixture(
                operation, request, caller, Optional.empty(), channelArn, otherArns, invocationId, attempt);
    }

    public CallFixture by(Caller signer) {
        return new CallFixture(operation, request, signer, bearer, channelArn, otherArns, invocationId, attempt);
    }

    public CallFixture inChannel(ChimeChannel channel) {
        return new CallFixture(
                operation, request, caller, bearer, Optional.of(channel.arn()), otherArns, invocationId, attempt);
    }

    public CallFixture withoutChannel() {
        return new CallFixture(operation, request, caller, bearer, Optional.empty(), otherArns, invocationId, attempt);
    }

    public CallFixture naming(String... arns) {
        return new CallFixture(operation, request, caller, bearer, channelArn, Set.of(arns), invocationId, attempt);
    }

    public CallFixture attempt(String invocation, int number) {
        return new CallFixture(
                operation, request, caller, bearer, channelArn, otherArns, Optional.of(invocation), number);
    }

    public Call bind() {
        return new Call(
                http(),
                UNSIGNED,
                operation,
                request,
                Optional.empty(),
                caller,
                bearer.map(Arn::of),
                Call.Resources.of(channelArn, otherArns),
                new Call.Attempt(invocationId, attempt));
    }

    public HttpRequest http() {
        return new HttpRequest(
                operation.httpMethod().name(), "/channels/general/messages", List.of(), new byte[0], Instant.EPOCH);
    }
}
