package io.github.chimefake.internal.journal;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ArnParts;
import io.github.chimefake.journal.ErrorResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes ARNs as names, because the part that tells them apart is at their end: {@code user/alice} for {@code
 * arn:aws:chime:us-east-1:111122223333:app-instance/I/user/alice}. Where several app instances occur, the name begins
 * with the app instance. Principals of IAM are written as IAM users and roles, so that none looks like a chat user, and
 * Lambda functions by their name.
 */
final class ArnNames {
    private static final Pattern OF_CHIME = Pattern.compile(
            "arn:[a-z-]+:chime:[a-z0-9-]+:\\d+:app-instance/([\\w.:@-]*[\\w@-])((?:/[\\w.:@/-]*[\\w@-])?)");
    private static final Pattern OF_PRINCIPAL =
            Pattern.compile("arn:[a-z-]+:(?:iam|sts)::\\d+:(?:[\\w+=.@/-]*[\\w+=@-])");

    private static final Pattern OF_LAMBDA =
            Pattern.compile("arn:[a-z-]+:lambda:[a-z0-9-]+:\\d+:function:([\\w-]+(?::[\\w$-]+)?)");

    /** A longer text is not the ARN of anything that exists. */
    private static final int LONGEST = 1_600;

    private final boolean oneAppInstance;

    private ArnNames(boolean oneAppInstance) {
        this.oneAppInstance = oneAppInstance;
    }

    /** Returns the names in the printout of these calls and notes. */
    static ArnNames of(List<JournalEntry> calls, List<JournalNote> notes) {
        return ofTexts(Stream.concat(
                        calls.stream().flatMap(ArnNames::texts), notes.stream().map(JournalNote::texts))
                .toArray(String[]::new));
    }

    /** Returns the names in the printout of these texts. */
    static ArnNames ofTexts(String... texts) {
        Set<String> appInstances = new HashSet<>();
        Stream.of(texts).forEach(text -> {
            Matcher arn = OF_CHIME.matcher(text);
            while (arn.find()) {
                appInstances.add(arn.group(1));
            }
        });
        return new ArnNames(appInstances.size() <= 1);
    }

    /** Returns the texts of a printout that may contain ARNs. */
    private static Stream<String> texts(JournalEntry entry) {
        Stream<String> ofRequest = entry.call().stream()
                .flatMap(call -> Stream.of(
                        call.bearer().stream(),
                        call.resources().channel().stream(),
                        call.resources().others().stream()))
                .flatMap(arns -> arns.map(Arn::text))
                .filter(arn -> arn.length() <= LONGEST);
        Stream<String> ofErrors = entry.journalAttempts().stream()
                .flatMap(attempt -> Stream.of(attempt.errorResponse(), attempt.auditModeDenial()))
                .flatMap(Optional::stream)
                .map(ErrorResponse::explanation);
        return Stream.concat(ofRequest, ofErrors);
    }

    /** Returns whether all ARNs belong to the same app instance, so that names leave it out. */
    boolean oneAppInstance() {
        return oneAppInstance;
    }

    /** Returns the text with names in place of the ARNs. */
    String in(String text) {
        String named = OF_CHIME.matcher(text)
                .replaceAll(arn -> Matcher.quoteReplacement(nameOfChime(arn.group(1), arn.group(2))));
        String functions = OF_LAMBDA.matcher(named).replaceAll("$1");
        return OF_PRINCIPAL.matcher(functions).replaceAll(arn -> Matcher.quoteReplacement(principal(arn.group())));
    }

    private String nameOfChime(String appInstance, String rest) {
        return oneAppInstance && !rest.isEmpty() ? rest.substring(1) : "app-instance/" + appInstance + rest;
    }

    /** Returns the id at the end of an ARN, with its app instance where several occur. */
    String id(String arn) {
        String name = in(arn);
        return oneAppInstance ? name.substring(name.lastIndexOf('/') + 1) : name;
    }

    /** Returns an IAM user, a role with its session, or another principal as people name it. */
    static String principal(String arn) {
        return ArnParts.tryParse(arn).map(parts -> principal(arn, parts)).orElse(arn);
    }

    private static String principal(String arn, ArnParts of) {
        String resource = of.resource();
        if (resource.equals("root")) {
            return "the root user of " + of.account();
        }
        String name = resource.substring(resource.lastIndexOf('/') + 1);
        List<String> parts = List.of(resource.split("/", 3));
        if (parts.size() == 1) {
            return arn;
        }
        return switch (parts.get(0)) {
            case "user" -> "IAM user " + name;
            case "role" -> "IAM role " + name;
            case "assumed-role" -> "role " + parts.get(1) + (parts.size() > 2 ? " (session " + parts.get(2) + ")" : "");
            case "federated-user" -> "federated user " + name;
            default -> arn;
        };
    }
}
