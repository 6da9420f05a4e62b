package io.github.chimefake.examples.replay;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.examples.chat.ChatRefusal;
import io.github.chimefake.examples.chat.ChatResult;
import io.github.chimefake.examples.replay.Report.RefusedLine;
import io.github.chimefake.journal.RecordedCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The demonstration: replays the conversation of a transcript against the fake, over HTTP with the real SDK client, and
 * prints which calls failed and why. Fails if a result differs from the transcript.
 */
public final class ReplayTranscript {
    private static final String APP_INSTANCE = "arn:aws:chime:us-east-1:111122223333:app-instance/skerry-point";

    private final ChimeMessagingServer chime;
    private final Stage stage;
    private final ExpectedChannels channels = new ExpectedChannels();
    private final List<RefusedLine> refusedLines = new ArrayList<>();

    private ReplayTranscript(ChimeMessagingServer chime) {
        this.chime = chime;
        this.stage = new Stage(chime);
    }

    /**
     * Replays a transcript.
     *
     * @param args the file of a transcript; by default, the transcript in this program
     * @throws IOException if the file cannot be read
     * @throws IllegalStateException if a result differs from the transcript
     */
    public static void main(String... args) throws IOException {
        String transcript = args.length > 0 ? Files.readString(Path.of(args[0])) : lighthouse();
        run(transcript, System.out);
    }

    static void run(String transcript, PrintStream out) {
        try (ChimeMessagingServer chime =
                ChimeMessagingServer.builder().appInstance(APP_INSTANCE).start()) {
            replay(transcript, chime, out);
        }
    }

    static String lighthouse() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ReplayTranscript.class.getResourceAsStream("lighthouse.transcript"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static void replay(String transcript, ChimeMessagingServer chime, PrintStream out) {
        List<TranscriptLine> lines = TranscriptParser.parse(transcript);
        ReplayTranscript replay = new ReplayTranscript(chime);
        lines.forEach(replay::play);
        Report report = new Report(out, replay.stage::withNames);
        report.printRefusals(replay.refusedLines);
        report.printRetries(chime.journal());
        replay.requireStoredAsExpected();
        report.printSummary(lines, replay.refusedLines, replay.channels);
    }

    private void play(TranscriptLine line) {
        if (line.step() instanceof Step.Casting casting) {
            casting.cast(stage);
        } else if (line.step() instanceof Step.Direction direction) {
            direction.direct(stage);
        } else if (line.step() instanceof Step.Act act) {
            play(line, act);
        }
    }

    private void play(TranscriptLine line, Step.Act act) {
        ChatResult<?> result = act.perform(stage);
        Optional<String> errorCode = result.refusal().map(ChatRefusal::errorCode);
        if (!errorCode.equals(line.refusedWith())) {
            throw new IllegalStateException(line + "\nexpected: "
                    + line.refusedWith().orElse("success") + "\nbut got: " + result + "\n" + lastCall());
        }
        if (result.refusal().isPresent()) {
            RecordedCall call = lastCall();
            refusedLines.add(new RefusedLine(
                    line,
                    call,
                    call.errorResponse().orElseThrow(),
                    result.refusal().get()));
        } else {
            act.expect(channels);
        }
    }

    private RecordedCall lastCall() {
        List<RecordedCall> calls = chime.journal().calls();
        return calls.get(calls.size() - 1);
    }

    private void requireStoredAsExpected() {
        Audit audit =
                new Audit(chime.client(), chime.appInstance().admin("auditor").arn());
        List<String> differences = new ArrayList<>();
        channels.byName()
                .forEach((name, expected) ->
                        differences.addAll(audit.differences(name, stage.channelArn(name), expected)));
        if (!differences.isEmpty()) {
            throw new IllegalStateException(
                    "The contents of the fake differ from the transcript:\n" + String.join("\n", differences));
        }
    }
}
