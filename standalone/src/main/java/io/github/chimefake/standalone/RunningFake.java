package io.github.chimefake.standalone;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.Registration;
import io.github.chimefake.control.ChimeControl;
import io.github.chimefake.control.ChimeControlBuilder;
import io.github.chimefake.internal.server.FakeServer;
import io.github.chimefake.internal.sessions.MessagingSessions;
import io.github.chimefake.streams.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;

/** A fake that runs until the program is told to end, with HTTPS, its control API and its log. */
final class RunningFake {
    /** Far above what the service accepts, and far below what would hurt. */
    static final int MAX_BODY_BYTES = 1024 * 1024;

    private final Settings settings;
    private final PrintStream out;
    private final boolean colored;

    RunningFake(Settings settings, PrintStream out, boolean colored) {
        this.settings = settings;
        this.out = out;
        this.colored = colored;
    }

    /** Runs the fake until the end is requested. */
    void run(InputStream in, Shutdown shutdown) {
        try (ChimeMessagingServer chime = start();
                Https https = Https.open(chime, settings);
                ControlApi control = ControlApi.start(chime, settings);
                RequestLog log = new RequestLog(out, RequestLines.of(settings.log(), colored))) {
            Registration requests = chime.journal().onResponse(log::add);
            log.begin(
                    () -> {
                        openSessions(chime, https.port(), log);
                        chime.online();
                    },
                    () -> new StartOutput(chime, control.address(), https.port(), settings).print());
            if (settings.untilStdinCloses()) {
                requestAtTheEndOf(in, shutdown);
            }
            shutdown.awaitRequest();
            requests.close();
        }
    }

    private ChimeMessagingServer start() {
        ChimeMessagingServer chime = ChimeMessagingServer.builder()
                .port(settings.port())
                .bind(settings.bind())
                .allowedHosts(settings.hosts().toArray(String[]::new))
                .maxBodyBytes(MAX_BODY_BYTES)
                .randomSecrets(settings.knownKeysOnly())
                .appInstance(settings.appInstance())
                .start();
        try {
            FakeServer.of(chime).beginSetup(); // No call may come before the keys and users are there.
            chime.credentials().knownKeysOnly(settings.knownKeysOnly());
            settings.fixtures().ifPresentOrElse(file -> new FixtureFile(file).addTo(chime), () -> addUsers(chime));
            deliverStreams(chime);
            settings.sessions().endpoint().ifPresent(chime.sessions()::endpoint);
            FakeServer.of(chime).endSetup(); // A reset by the control API leads back here.
            return chime;
        } catch (RuntimeException failure) {
            chime.close();
            throw failure;
        }
    }

    /** Opens the port of messaging sessions now, so that a port that is taken is an error of the start. */
    private void openSessions(ChimeMessagingServer chime, Optional<HttpsPort> https, RequestLog log) {
        MessagingSessions sessions = FakeServer.of(chime).messagingSessions();
        sessions.serveBy(
                new MessagingSessions.ServerOptions(settings.sessions().port(), https.map(HttpsPort::context)));
        sessions.observe(log::add);
        sessions.port();
    }

    private void deliverStreams(ChimeMessagingServer chime) {
        settings.streams().file().ifPresent(chime.streams()::toFile);
        Streams toHosts = chime.streams();
        for (String host : settings.streams().hosts()) {
            toHosts = toHosts.allowHost(host);
        }
        settings.streams().url().ifPresent(toHosts::toUrl);
    }

    private static void addUsers(ChimeMessagingServer chime) {
        chime.user("alice");
        chime.user("bob");
        chime.appInstance().admin("admin");
    }

    private static void requestAtTheEndOf(InputStream in, Shutdown shutdown) {
        Thread reader = new Thread(
                () -> {
                    try {
                        in.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException closed) {
                        // Then it has ended as well.
                    }
                    shutdown.request();
                },
                "chime-messaging-fake-stdin");
        reader.setDaemon(true);
        reader.start();
    }

    /** The port for HTTPS, if there is one. */
    private record Https(Optional<HttpsPort> port) implements AutoCloseable {
        static Https open(ChimeMessagingServer chime, Settings settings) {
            return new Https(settings.https().map(https -> HttpsPort.open(chime, settings, https)));
        }

        @Override
        public void close() {
            port.ifPresent(HttpsPort::close);
        }
    }

    /** The control API, if there is one. */
    private record ControlApi(Optional<ChimeControl> served) implements AutoCloseable {
        static ControlApi start(ChimeMessagingServer chime, Settings settings) {
            return new ControlApi(settings.controlPort().map(port -> serve(chime, settings, port)));
        }

        private static ChimeControl serve(ChimeMessagingServer chime, Settings settings, int port) {
            ChimeControlBuilder control = ChimeControl.of(chime).port(port).bind(settings.bind());
            settings.hosts().forEach(control::advertise);
            settings.controlToken().ifPresent(control::token);
            return control.serve();
        }

        Optional<String> address() {
            return served.map(control -> control.address().toString());
        }

        @Override
        public void close() {
            served.ifPresent(ChimeControl::close);
        }
    }
}
