package io.github.chimefake.benchmarks;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.access.Access;
import io.github.chimefake.internal.access.callers.Callers;
import io.github.chimefake.internal.access.permissions.ConnectRules;
import io.github.chimefake.internal.access.permissions.DefaultPermissions;
import io.github.chimefake.internal.access.permissions.PermissionRules;
import io.github.chimefake.internal.access.policies.CallContexts;
import io.github.chimefake.internal.access.policies.CallerPolicies;
import io.github.chimefake.internal.access.policies.PolicyEnforcement;
import io.github.chimefake.internal.access.signature.AuthorizationReader;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpResponse;
import io.github.chimefake.internal.http.QueryString;
import io.github.chimefake.internal.leastprivilege.PermissionRecorder;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import io.github.chimefake.internal.protocol.DecodedRequest;
import io.github.chimefake.internal.protocol.RequestDecoder;
import io.github.chimefake.internal.protocol.ResponseEncoder;
import io.github.chimefake.internal.protocol.Route;
import io.github.chimefake.internal.protocol.Router;
import io.github.chimefake.permissions.Permissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.Identity;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;

/** The parts of a call: decoding, authorization, encoding. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProtocolBenchmark {
    /** One request in each state that it passes through, and a page of fifty messages. */
    @State(Scope.Thread)
    public static class Parts {
        private final Scene scene = new Scene();
        private final Router router = new Router();
        private final RequestDecoder decoder = new RequestDecoder();
        private final ResponseEncoder encoder = new ResponseEncoder();
        private final HttpRequest http = scene.send(scene.free).toCall();
        private final Access access;
        private final Call call;
        private final Call callOfTheTime;
        private final ListChannelMessagesResponse page = ListChannelMessagesResponse.builder()
                .channelArn(scene.general.arn())
                .channelMessages(IntStream.range(0, 50)
                        .mapToObj(i -> ChannelMessageSummary.builder()
                                .messageId("%064d".formatted(i))
                                .content("x".repeat(100))
                                .type(ChannelMessageType.STANDARD)
                                .createdTimestamp(Instant.now())
                                .lastUpdatedTimestamp(Instant.now())
                                .sender(Identity.builder()
                                        .arn(scene.alice.arn())
                                        .name("alice")
                                        .build())
                                .redacted(false)
                                .build())
                        .toList())
                .build();

        private final SendChannelMessageResponse sent = SendChannelMessageResponse.builder()
                .channelArn(scene.general.arn())
                .messageId("0".repeat(64))
                .status(status -> status.value(ChannelMessageStatus.SENT))
                .build();

        private final CallResult result = CallResult.success(sent);

        public Parts() {
            Clock clock = Clock.systemUTC();
            Callers callers = new Callers("111122223333", clock);
            PermissionRules rules =
                    new PermissionRules((user, channel) -> Set.of(), UserCode.DIRECT, new FakeLifetime());
            CallerPolicies policies =
                    new CallerPolicies(new CallContexts("us-east-1", clock, arn -> Map.of()), new PermissionRecorder());
            PolicyEnforcement enforcement = new PolicyEnforcement();
            access = new Access(callers, rules, policies, enforcement, "us-east-1");
            Permissions permissions = new DefaultPermissions(
                    rules, policies, enforcement, new ConnectRules(UserCode.DIRECT, new FakeLifetime()));
            call = call(callers.register("user/region"), permissions, Scene.OF_THE_REGION);
            callOfTheTime = call(callers.register("user/time"), permissions, Scene.OF_THE_TIME);
        }

        private Call call(Caller caller, Permissions permissions, String condition) {
            scene.attachPolicies(permissions, caller, "chime:*", condition);
            Call send = new Call(
                    http,
                    AuthorizationReader.read(http, QueryString.EMPTY),
                    Operation.SEND_CHANNEL_MESSAGE,
                    decode().request(),
                    Optional.empty(),
                    caller,
                    Optional.of(Arn.of(scene.alice.arn())),
                    Call.Resources.of(Optional.of(scene.general.arn()), Set.of()),
                    new Call.Attempt(Optional.empty(), 1));
            access.authorize(send, () -> result);
            return send;
        }

        private DecodedRequest decode() {
            return decoder.decode((Route.Matched) router.route(http.method(), http.target()), http);
        }

        @TearDown
        public void close() {
            scene.close();
        }
    }

    @Benchmark
    public DecodedRequest decodeSend(Parts parts) {
        return parts.decode();
    }

    @Benchmark
    public HttpResponse encodeSend(Parts parts) {
        return parts.encoder.encode(Operation.SEND_CHANNEL_MESSAGE, parts.sent, "00000000-0000-4000-8000-000000000000");
    }

    @Benchmark
    public HttpResponse encodeFiftyMessages(Parts parts) {
        return parts.encoder.encode(
                Operation.LIST_CHANNEL_MESSAGES, parts.page, "00000000-0000-4000-8000-000000000000");
    }

    @Benchmark
    public CallResult authorizeByTenPolicies(Parts parts) {
        return parts.access.authorize(parts.call, () -> parts.result);
    }

    @Benchmark
    public CallResult authorizeByTenPoliciesOfTheTime(Parts parts) {
        return parts.access.authorize(parts.callOfTheTime, () -> parts.result);
    }
}
