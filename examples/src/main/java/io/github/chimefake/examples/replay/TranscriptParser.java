package io.github.chimefake.examples.replay;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeService;
import io.github.chimefake.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;

/** Reads a transcript. The top of {@code lighthouse.transcript} explains the forms of its lines. */
final class TranscriptParser {
    private static final Pattern REFUSED = Pattern.compile("=> (\\w+)");

    /** A form of line: its pattern, and the step for a match. */
    private record Form(Pattern pattern, Function<MatchResult, Step> meaning) {
        static Form of(String regex, Function<MatchResult, Step> meaning) {
            return new Form(Pattern.compile(regex), meaning);
        }
    }

    // spotless:off
    private static final List<Form> FORMS = List.of(
            Form.of("user (\\w+)",                               m -> new Step.User(m.group(1))),
            Form.of("admin (\\w+)",                              m -> new Step.Admin(m.group(1))),
            Form.of("stranger (\\w+)",                           m -> new Step.Stranger(m.group(1))),
            Form.of("! deny (\\w+) (\\w+)",                      m -> new Step.Deny(m.group(1), operation(m.group(2)))),
            Form.of("! allow",                                   m -> new Step.Allow()),
            Form.of("! fail (\\d+) (\\w+) with (\\w+)(?:: (.+))?", m -> new Step.Fail(
                    Integer.parseInt(m.group(1)), operation(m.group(2)), error(m.group(3)), optional(m.group(4)))),
            Form.of("! throttle (\\w+)",                         m -> new Step.Throttle(operation(m.group(1)))),
            Form.of("! lose the response to (\\w+)",             m -> new Step.LoseResponse(operation(m.group(1)))),
            act("opens (public|private)",                        m -> new Step.Open(m.group(1), m.group(2), privacy(m.group(3)))),
            act("joins",                                         m -> new Step.Join(m.group(1), m.group(2), m.group(2))),
            act("adds (\\w+)",                                   m -> new Step.Join(m.group(1), m.group(2), m.group(3))),
            act("leaves",                                        m -> new Step.Leave(m.group(1), m.group(2), m.group(2))),
            act("removes (\\w+)",                                m -> new Step.Leave(m.group(1), m.group(2), m.group(3))),
            act("bans (\\w+)",                                  m -> new Step.Ban(m.group(1), m.group(2), m.group(3))),
            act("pardons (\\w+)",                               m -> new Step.Pardon(m.group(1), m.group(2), m.group(3))),
            act("promotes (\\w+)",                               m -> new Step.Promote(m.group(1), m.group(2), m.group(3))),
            act("demotes (\\w+)",                                m -> new Step.Demote(m.group(1), m.group(2), m.group(3))),
            act("edits (\\w+): (.+)",                            m -> new Step.Edit(m.group(1), m.group(2), m.group(3), m.group(4))),
            act("redacts (\\w+)",                                m -> new Step.Redact(m.group(1), m.group(2), m.group(3))),
            act("deletes (\\w+)",                                m -> new Step.Delete(m.group(1), m.group(2), m.group(3))),
            act("reads",                                         m -> new Step.Read(m.group(1), m.group(2))),
            Form.of("\\[([\\w-]+)] (\\w+)(?: \\((\\w+)\\))?: (.+)", m -> new Step.Say(
                    m.group(1), m.group(2), optional(m.group(3)), m.group(4))));
    // spotless:on

    private TranscriptParser() {}

    /**
     * Reads a transcript.
     *
     * @throws IllegalArgumentException if a line has none of the forms
     */
    static List<TranscriptLine> parse(String transcript) {
        List<TranscriptLine> lines = new ArrayList<>();
        int number = 0;
        for (String text : transcript.lines().toList()) {
            number++;
            Matcher refused = REFUSED.matcher(text);
            if (refused.matches() && !lines.isEmpty()) {
                int last = lines.size() - 1;
                lines.set(last, lines.get(last).refusedWith(refused.group(1)));
            } else if (!text.isBlank() && !text.startsWith("#")) {
                lines.add(new TranscriptLine(number, text, step(number, text), Optional.empty()));
            }
        }
        return List.copyOf(lines);
    }

    private static Step step(int number, String text) {
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(text);
            if (matcher.matches()) {
                return form.meaning().apply(matcher.toMatchResult());
            }
        }
        throw new IllegalArgumentException("Line " + number + " of the transcript says \"" + text
                + "\". Expected one of the forms at the top of lighthouse.transcript");
    }

    private static Form act(String verb, Function<MatchResult, Step> meaning) {
        return Form.of("\\[([\\w-]+)] (\\w+) " + verb, meaning);
    }

    private static ChannelPrivacy privacy(String word) {
        return word.equals("private") ? ChannelPrivacy.PRIVATE : ChannelPrivacy.PUBLIC;
    }

    private static Operation operation(String awsName) {
        return ChimeService.MESSAGING.operations().stream()
                .filter(operation -> operation.awsName().equals(awsName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No operation is called \"" + awsName
                        + "\". Expected AWS's spelling, as in SendChannelMessage"));
    }

    private static ChimeError error(String errorType) {
        return Arrays.stream(ChimeError.values())
                .filter(error -> error.errorType().equals(errorType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No error is called \"" + errorType
                        + "\". Expected AWS's spelling, as in UnauthorizedClientException"));
    }

    @SuppressWarnings("NullAway") // A group that is not part of the match is null.
    private static Optional<String> optional(String group) {
        return Optional.ofNullable(group);
    }
}
