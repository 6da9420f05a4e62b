package io.github.chimefake;

import static io.github.chimefake.ChimeError.ACCESS_DENIED;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.LIST_CHANNEL_MODERATORS;
import static io.github.chimefake.Requests.listChannels;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.iam.PolicyTemplate.policy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.chimefake.actors.Actor;
import io.github.chimefake.consistency.Consistency;
import io.github.chimefake.credentials.Credentials;
import io.github.chimefake.failures.OperationFailures;
import io.github.chimefake.faults.Faults;
import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import io.github.chimefake.flows.Flows;
import io.github.chimefake.journal.Journal;
import io.github.chimefake.leastprivilege.LeastPrivilege;
import io.github.chimefake.permissions.Permissions;
import io.github.chimefake.permissions.PolicyMode;
import io.github.chimefake.quotas.Quota;
import io.github.chimefake.quotas.Quotas;
import io.github.chimefake.rates.RateQuota;
import io.github.chimefake.rates.Rates;
import io.github.chimefake.sessions.SessionEnd;
import io.github.chimefake.sessions.Sessions;
import io.github.chimefake.snapshots.ServerSnapshot;
import io.github.chimefake.snapshots.Snapshots;
import io.github.chimefake.streams.Streams;
import io.github.chimefake.testing.Fakes;
import io.github.chimefake.tls.LocalAuthority;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** After its end a fake tells what happened, and takes nothing any more. */
class ClosedFakeTest {
    private static final String POLICY =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"chime:*\",\"Resource\":\"*\"}]}";

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.startOnOwnServer();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeCaller backend = chime.caller("user/backend");
    private final ServerSnapshot snapshot = chime.snapshots().take();

    // Taken while the fake ran.
    private final ChimeAppInstance appInstance = chime.appInstance();
    private final ChannelBuilder general = chime.channel("general");
    private final ChimeClock clock = chime.clock();
    private final Journal journal = chime.journal();
    private final ChimeClients clients = chime.clients();
    private final Actor actor = chime.actor(alice);
    private final ChimeChannel room = ChimeChannel.of(appInstance.arn() + "/channel/room");
    private final Quotas quotas = chime.quotas();
    private final Flows flows = chime.flows();
    private final Directory directory = chime.directory();
    private final Roles roles = chime.roles();
    private final Sessions sessions = chime.sessions();
    private final Streams streams = chime.streams();
    private final Snapshots snapshots = chime.snapshots();
    private final LeastPrivilege leastPrivilege = chime.leastPrivilege();
    private final Credentials credentials = chime.credentials();
    private final Permissions permissions = chime.permissions();
    private final Faults faults = chime.faults();
    private final Rates rates = chime.rates();
    private final Consistency consistency = chime.consistency();

    private interface Use {
        void perform() throws Exception;
    }

    private static Use value(Callable<?> use) {
        return use::call;
    }

    /** What works after the end, by type, method and number of parameters. */
    private Map<String, Use> working() {
        Map<String, Use> uses = new TreeMap<>();
        uses.put("ChimeMessagingServer.endpoint/0", chime::endpoint);
        uses.put("ChimeMessagingServer.region/0", chime::region);
        uses.put("ChimeMessagingServer.caller/0", chime::caller);
        uses.put("ChimeMessagingServer.appInstance/0", chime::appInstance);
        uses.put("ChimeMessagingServer.leastPrivilege/0", chime::leastPrivilege);
        uses.put("ChimeMessagingServer.clock/0", value(() -> chime.clock().instant()));
        uses.put("ChimeMessagingServer.journal/0", () -> chime.journal().calls());
        uses.put("ChimeMessagingServer.events/0", () -> chime.events().all());
        uses.put("ChimeMessagingServer.state/0", () -> chime.state().toJson());
        uses.put("ChimeMessagingServer.snapshots/0", chime::snapshots);
        uses.put("Snapshots.take/0", snapshots::take);
        uses.put("LeastPrivilege.usedPermissions/0", leastPrivilege::usedPermissions);
        uses.put("ChimeMessagingServer.unwrap/1", () -> chime.unwrap(WireMockServer.class));
        uses.put("ChimeMessagingServer.isRunning/0", chime::isRunning);
        uses.put("ChimeMessagingServer.close/0", chime::close);
        uses.put("ChimeMessagingServer.stop/0", chime::stop);
        uses.put(
                "ChimeMessagingServer.toString/0",
                () -> assertThat(chime).asString().isNotEmpty());
        uses.put("ChimeAppInstance.arn/0", appInstance::arn);
        uses.put(
                "ChimeAppInstance.toString/0",
                () -> assertThat(appInstance).asString().isNotEmpty());
        uses.put("ChimeClock.instant/0", value(clock::instant));
        uses.put("ChimeClock.getZone/0", value(clock::getZone));
        uses.put("ChimeClock.isFrozen/0", value(clock::isFrozen));
        uses.put("ChimeClock.withZone/1", value(() -> clock.withZone(ZoneOffset.UTC)));
        uses.put("ChimeClients.signedBy/1", value(() -> clients.signedBy(backend)));
        uses.put("ChimeClients.speakingFor/1", value(() -> clients.speakingFor(alice)));
        uses.put("ChimeClients.withoutRetries/0", value(clients::withoutRetries));
        uses.put("ChimeMessagingServer.sessions/0", chime::sessions);
        uses.put("Sessions.open/0", sessions::open);
        uses.put("Sessions.open/1", () -> sessions.open(alice));
        uses.put("Sessions.history/0", sessions::history);
        uses.put("Sessions.evictedSessions/0", sessions::evictedSessions);
        uses.put("Sessions.delivered/0", sessions::delivered);
        uses.put("Sessions.delivered/1", () -> sessions.delivered(alice));
        uses.put("Streams.ofStream/1", value(() -> streams.ofStream("arn")));
        uses.put("Streams.allowHost/1", value(() -> streams.allowHost("collector")));
        uses.put("Actor.user/0", actor::user);
        uses.put("Actor.signedBy/1", () -> actor.signedBy(backend).user());
        uses.put("Actor.withFaults/0", () -> actor.withFaults().user());
        uses.put("Actor.toString/0", () -> assertThat(actor).asString().isNotEmpty());
        uses.put("Permissions.onConnect/0", value(permissions::onConnect));
        uses.put("Faults.onConnect/0", value(faults::onConnect));
        uses.put("Faults.onEvents/1", value(() -> faults.onEvents()));
        uses.put("Permissions.by/1", () -> permissions.by(backend));
        uses.put("Permissions.attachedPolicies/0", permissions::attachedPolicies);
        uses.put("Credentials.provider/1", () -> credentials.provider(backend));
        uses.put("ChimeMessagingServer.sessions/0", chime::sessions);
        uses.put("Sessions.open/0", sessions::open);
        uses.put("Sessions.open/1", () -> sessions.open(alice));
        uses.put("Sessions.history/0", sessions::history);
        uses.put("Sessions.delivered/0", sessions::delivered);
        uses.put("Sessions.delivered/1", () -> sessions.delivered(alice));
        return uses;
    }

    /** What is refused after the end. */
    private Map<String, Use> refused() {
        Map<String, Use> uses = new TreeMap<>();
        uses.put("ChimeMessagingServer.client/0", chime::client);
        uses.put("ChimeMessagingServer.asyncClient/0", chime::asyncClient);
        uses.put("ChimeMessagingServer.awaitBackgroundWork/0", chime::awaitBackgroundWork);
        uses.put("ChimeMessagingServer.awaitBackgroundWork/1", () -> chime.awaitBackgroundWork(Duration.ofSeconds(1)));
        uses.put("ChimeMessagingServer.clients/0", chime::clients);
        uses.put("ChimeMessagingServer.streams/0", chime::streams);
        uses.put("Streams.toFile/1", () -> streams.toFile(Path.of("stream.jsonl")));
        uses.put("Streams.toUrl/1", () -> streams.toUrl(URI.create("http://127.0.0.1:1")));
        uses.put("Streams.clear/0", streams::clear);
        uses.put("ChimeMessagingServer.actor/1", () -> chime.actor(alice));
        uses.put("Actor.client/0", value(actor::client));
        uses.put("Actor.send/2", () -> actor.send(room, "hello"));
        uses.put("Actor.send/3", () -> actor.send(room, "hello", message -> {}));
        uses.put("Actor.sendControl/2", () -> actor.sendControl(room, "hello"));
        uses.put("Actor.sendTo/3", () -> actor.sendTo(room, alice, "hello"));
        uses.put("Actor.type/1", () -> actor.type(room));
        uses.put("Actor.edit/3", () -> actor.edit(room, "1", "hello"));
        uses.put("Actor.redact/2", () -> actor.redact(room, "1"));
        uses.put("Actor.delete/2", () -> actor.delete(room, "1"));
        uses.put("Actor.join/1", () -> actor.join(room));
        uses.put("Actor.add/2", () -> actor.add(room, alice));
        uses.put("Actor.leave/1", () -> actor.leave(room));
        uses.put("Actor.remove/2", () -> actor.remove(room, alice));
        uses.put("Actor.ban/2", () -> actor.ban(room, alice));
        uses.put("Actor.unban/2", () -> actor.unban(room, alice));
        uses.put("Actor.connect/0", actor::connect);
        uses.put("Actor.disconnect/0", actor::disconnect);
        uses.put("Actor.drop/0", actor::drop);
        uses.put("Actor.markRead/1", () -> actor.markRead(room));
        uses.put("ChimeMessagingServer.offline/0", chime::offline);
        uses.put("ChimeMessagingServer.online/0", chime::online);
        uses.put("ChimeClients.client/0", value(clients::client));
        uses.put("ChimeClients.asyncClient/0", value(clients::asyncClient));
        uses.put("ChimeClients.identityClient/0", value(clients::identityClient));
        uses.put("ChimeClients.identityAsyncClient/0", value(clients::identityAsyncClient));
        uses.put("ChimeClients.configure/1", value(() -> clients.configure(ChimeSdkMessagingClient.builder())));
        uses.put(
                "clients.signedBy(caller).client()",
                value(() -> clients.signedBy(backend).client()));
        uses.put(
                "clients.speakingFor(user).client()",
                value(() -> clients.speakingFor(alice).client()));
        uses.put("ChimeMessagingServer.caller/1", () -> chime.caller("user/other"));
        uses.put(
                "ChimeMessagingServer.appInstance/1",
                () -> chime.appInstance("arn:aws:chime:us-east-1:111122223333:app-instance/sales"));
        uses.put("ChimeMessagingServer.user/1", () -> chime.user("alice"));
        uses.put("ChimeMessagingServer.channel/1", () -> chime.channel("general"));
        uses.put("ChimeMessagingServer.permissions/0", chime::permissions);
        uses.put("LeastPrivilege.startRecording/0", leastPrivilege::startRecording);
        uses.put("ChimeMessagingServer.credentials/0", chime::credentials);
        uses.put("ChimeMessagingServer.faults/0", chime::faults);
        uses.put("ChimeMessagingServer.rates/0", chime::rates);
        uses.put("ChimeMessagingServer.consistency/0", chime::consistency);
        uses.put("Snapshots.markBaseline/0", snapshots::markBaseline);
        uses.put("ChimeMessagingServer.quotas/0", chime::quotas);
        uses.put("ChimeMessagingServer.flows/0", chime::flows);
        uses.put("ChimeMessagingServer.directory/0", chime::directory);
        uses.put("ChimeMessagingServer.roles/0", chime::roles);
        uses.put("ChimeMessagingServer.reset/0", chime::reset);
        uses.put("Snapshots.restore/1", () -> snapshots.restore(snapshot));
        uses.put("Snapshots.startCopy/0", () -> snapshots.startCopy().close());
        uses.put("ChimeAppInstance.user/1", () -> appInstance.user("bob"));
        uses.put("ChimeAppInstance.user/2", () -> appInstance.user("bob", "Bob"));
        uses.put("ChimeAppInstance.bot/1", () -> appInstance.bot("helper"));
        uses.put("ChimeAppInstance.admin/1", () -> appInstance.admin("alice"));
        uses.put("ChimeAppInstance.demote/1", () -> appInstance.demote(alice));
        uses.put("ChimeAppInstance.rename/2", () -> appInstance.rename(alice, "Alice"));
        uses.put("ChimeAppInstance.delete/1", () -> appInstance.delete(alice));
        uses.put("ChimeAppInstance.unregistered/1", () -> appInstance.unregistered("ghost"));
        uses.put("ChimeAppInstance.channel/1", () -> appInstance.channel("general"));
        uses.put("ChannelBuilder.create()", general::create);
        uses.put("ChimeClock.advance/1", () -> clock.advance(Duration.ofMinutes(1)));
        uses.put("ChimeClock.freeze/0", clock::freeze);
        uses.put("ChimeClock.freezeAt/1", () -> clock.freezeAt(Instant.EPOCH));
        uses.put("ChimeClock.resume/0", clock::resume);
        uses.put("journal.onResponse()", () -> journal.onResponse(call -> {}));
        uses.put("Quotas.set/2", () -> quotas.set(Quota.MEMBERSHIPS_PER_CHANNEL, 3));
        uses.put("Quotas.clear/0", quotas::clear);
        uses.put("Sessions.connect/1", () -> sessions.connect(alice));
        uses.put("Sessions.connect/2", () -> sessions.connect(alice, settings -> {}));
        uses.put("Sessions.awaitOpen/1", () -> sessions.awaitOpen(alice));
        uses.put("Sessions.awaitOpen/2", () -> sessions.awaitOpen(alice, Duration.ofSeconds(1)));
        uses.put("Sessions.close/3", () -> sessions.close(alice, 4000, "test"));
        uses.put("Sessions.kick/1", () -> sessions.kick(alice));
        uses.put("Sessions.drop/1", () -> sessions.drop(alice));
        uses.put("Sessions.port/0", sessions::port);
        uses.put("Sessions.closeCode/2", () -> sessions.closeCode(SessionEnd.KICKED, 4000));
        uses.put("Sessions.tls/1", () -> sessions.tls(LocalAuthority.create().serverContext()));
        uses.put("Sessions.pingInterval/1", () -> sessions.pingInterval(Duration.ofSeconds(1)));
        uses.put("Sessions.endpoint/1", () -> sessions.endpoint("localhost:1"));
        uses.put("Sessions.clear/0", sessions::clear);
        uses.put("Sessions.awaitOpen/1", () -> sessions.awaitOpen(alice));
        uses.put("Sessions.awaitOpen/2", () -> sessions.awaitOpen(alice, Duration.ofSeconds(1)));
        uses.put("Sessions.close/3", () -> sessions.close(alice, 4005, ""));
        uses.put("Sessions.closeCode/2", () -> sessions.closeCode(SessionEnd.DENIED, 4005));
        uses.put("Sessions.drop/1", () -> sessions.drop(alice));
        uses.put("Sessions.kick/1", () -> sessions.kick(alice));
        uses.put("Sessions.pingInterval/1", () -> sessions.pingInterval(Duration.ofSeconds(1)));
        uses.put("Sessions.port/0", sessions::port);
        uses.put("Flows.processor/2", () -> flows.processor("arn", event -> FlowVerdict.allow()));
        uses.put("Flows.clear/0", flows::clear);
        uses.put("Directory.newUsersValidAfter/1", () -> directory.newUsersValidAfter(Duration.ZERO));
        uses.put("Directory.repeatedCreationFails/1", () -> directory.repeatedCreationFails(true));
        uses.put("Directory.open/1", () -> directory.open(true));
        uses.put("Directory.clear/0", directory::clear);
        uses.put("Roles.mayCall/3", () -> roles.mayCall(ChannelRole.MEMBER, LIST_CHANNEL_MODERATORS, true));
        uses.put("Roles.clear/0", roles::clear);
        uses.put("Credentials.expireNow/0", credentials::expireNow);
        uses.put("Credentials.expireNow/1", () -> credentials.expireNow(backend));
        uses.put("Credentials.revoke/1", () -> credentials.revoke(backend));
        uses.put("Credentials.rotate/1", () -> credentials.rotate(backend));
        uses.put("Credentials.knownKeysOnly/1", () -> credentials.knownKeysOnly(true));
        uses.put("Credentials.acceptWebIdentity/2", () -> credentials.acceptWebIdentity("token", "role/chat"));
        uses.put("Permissions.policyDenialError/1", () -> permissions.policyDenialError(ACCESS_DENIED));
        uses.put("Permissions.policyMode/1", () -> permissions.policyMode(PolicyMode.AUDIT));
        uses.put("Permissions.requirePolicies/1", () -> permissions.requirePolicies(true));
        uses.put("Permissions.limitPolicies/1", () -> permissions.limitPolicies(false));
        uses.put("Permissions.clear/0", permissions::clear);
        uses.put("permissions.by(user).deny()", () -> permissions.by(alice).deny());
        uses.put("permissions.by(user).allow()", () -> permissions.by(alice).allow());
        uses.put(
                "permissions.by(caller).attach()", () -> permissions.by(backend).attach("all", POLICY));
        uses.put(
                "permissions.by(caller).attachServiceControl()",
                () -> permissions.by(backend).attachServiceControl("root", policy("all", POLICY)));
        uses.put("Faults.clear/0", faults::clear);
        uses.put("faults.fail()", () -> faults.on(LIST_CHANNELS).once().fail(UNAUTHORIZED_CLIENT));
        uses.put(
                "failure.inject()",
                () -> OperationFailures.of(LIST_CHANNELS).list().forEach(failure -> failure.inject(chime)));
        uses.put("faults.onConnect().hang()", () -> faults.onConnect().by(alice).hang());
        uses.put("faults.onEvents().drop()", () -> faults.onEvents().drop());
        uses.put(
                "permissions.onConnect().deny()",
                () -> permissions.onConnect().by(alice).deny());
        uses.put("faults.delay()", () -> faults.delay(Duration.ofSeconds(1)));
        uses.put("faults.loseResponse()", faults::loseResponse);
        uses.put("faults.loseRequest()", faults::loseRequest);
        uses.put("Rates.enforce/0", rates::enforce);
        uses.put("Rates.enforce/2", () -> rates.enforce(RateQuota.BEARER_CALLS, 1));
        uses.put("Rates.clear/0", rates::clear);
        uses.put("rates.perBearer()", () -> rates.perBearer(10));
        uses.put("Consistency.clear/0", consistency::clear);
        uses.put("consistency.eventual()", consistency::eventual);
        uses.put("consistency.staleReads()", () -> consistency.staleReads(1));
        uses.put("caller.tag()", () -> backend.tag("tenant", "t1"));
        uses.put("caller.contextKey()", () -> backend.contextKey("aws:PrincipalOrgID", "o-1"));
        uses.put("caller.sourceIp()", () -> backend.sourceIp("203.0.113.7"));
        uses.put("caller.expiresIn()", () -> backend.expiresIn(Duration.ofMinutes(1)));
        return uses;
    }

    @Test
    void everyMethodIsDecided() {
        TreeSet<String> methods = Stream.of(
                        ChimeMessagingServer.class,
                        ChimeAppInstance.class,
                        ChimeClock.class,
                        Quotas.class,
                        Flows.class,
                        Directory.class,
                        Roles.class,
                        Sessions.class,
                        Streams.class,
                        Snapshots.class,
                        LeastPrivilege.class,
                        ChimeClients.class,
                        Actor.class,
                        Credentials.class,
                        Permissions.class,
                        Faults.class,
                        Rates.class,
                        Consistency.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
                .map(ClosedFakeTest::name)
                .collect(toCollection(TreeSet::new));

        assertThat(Stream.of(working(), refused()).flatMap(uses -> uses.keySet().stream()))
                .containsAll(methods);
        assertThat(working().keySet()).doesNotContainAnyElementsOf(refused().keySet());
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName() + "/" + method.getParameterCount();
    }

    @TestFactory
    List<DynamicTest> whatChangesTheFakeIsRefusedOnceItIsClosed() {
        String address = "the fake at " + chime.endpoint() + " is closed";
        chime.close();

        return refused().entrySet().stream()
                .map(use -> dynamicTest(
                        use.getKey(),
                        () -> assertThatIllegalStateException()
                                .isThrownBy(use.getValue()::perform)
                                .withMessageMatching("(?is)(?!.*: :).*" + address.replace(".", "\\.")
                                        + ".*(before it is closed|start another.*)")))
                .toList();
    }

    @TestFactory
    List<DynamicTest> whatReadsWorksOnceItIsClosed() {
        chime.close();

        return working().entrySet().stream()
                .map(use -> dynamicTest(use.getKey(), use.getValue()::perform))
                .toList();
    }

    @Test
    void saysWhatWasCalledAndWhatToDo() {
        chime.stop();

        assertThatIllegalStateException()
                .isThrownBy(() -> chime.user("bob"))
                .withMessage("user(\"bob\"): the fake at " + chime.endpoint()
                        + " is closed. Call this before close() or stop(), or start another fake");
    }

    @Test
    void assertionsAboutWhatHappenedHoldAfterTheEnd() {
        ChimeUser ghost = chime.appInstance().unregistered("ghost");
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> chime.client().listChannels(listChannels(ghost, appInstance.arn())));

        chime.close();

        assertThat(chime).denied(LIST_CHANNELS).by(ghost).withError(UNAUTHORIZED_CLIENT);
        assertThat(chime.journal().calls(LIST_CHANNELS)).hasSize(1);
    }

    @Test
    void aRegistrationOfBeforeCanBeClosedAfterTheEnd() {
        List<Registration> registrations = List.of(
                permissions.by(alice).deny(),
                faults.on(LIST_CHANNELS).fail(UNAUTHORIZED_CLIENT),
                rates.perBearer(10),
                consistency.staleReads(1));
        ChimeChannel channel = general.members(alice).create();

        chime.close();

        registrations.forEach(Registration::close);
        assertThat(registrations)
                .allSatisfy(rule -> assertThat(rule.timesApplied()).isZero());
        assertThat(channel.arn()).endsWith("/channel/general");
    }
}
