package io.github.chimefake.internal.journal;

import io.github.chimefake.internal.arn.ArnParts;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes ARNs as names, because the part that tells them apart is at their end: {@code user/alice} for {@code
 * arn:aws:chime:us-east-1:111122223333:app-instance/I/user/alice}. Where several app instances occur, the name begins
 * with the app instance. Principals of IAM are written as IAM users and roles, so that none looks like a chat user.
 */
final class ArnNames {
    private static final Pattern OF_CHIME = Pattern.compile(
            "arn:[a-z-]+:chime:[a-z0-9-]+:\\d+:app-instance/([\\w.:@-]*[\\w@-])((?:/[\\w.:@/-]*[\\w@-])?)");
    private static final Pattern OF_PRINCIPAL =
            Pattern.compile("arn:[a-z-]+:(?:iam|sts)::\\d+:(?:[\\w+=.@/-]*[\\w+=@-])");

    private final boolean oneAppInstance;

    private ArnNames(boolean oneAppInstance) {
        this.oneAppInstance = oneAppInstance;
    }

    /** Returns the names in the printout of these calls. */
    static ArnNames of(List<JournalEntry> calls) {
        Set<String> appInstances = calls.stream()
                .flatMap(call -> call.call().stream())
                .flatMap(call -> call.bearer().or(() -> call.resources().channel()).stream())
                .flatMap(arn -> arn.owner().stream())
                .map(owner -> owner.text())
                .collect(Collectors.toSet());
        return new ArnNames(appInstances.size() <= 1);
    }

    /** Returns the text with names in place of the ARNs. */
    String in(String text) {
        String named = OF_CHIME.matcher(text)
                .replaceAll(arn -> Matcher.quoteReplacement(nameOfChime(arn.group(1), arn.group(2))));
        return OF_PRINCIPAL.matcher(named).replaceAll(arn -> Matcher.quoteReplacement(principal(arn.group())));
    }

    private String nameOfChime(String appInstance, String rest) {
        return oneAppInstance && !rest.isEmpty() ? rest.substring(1) : "app-instance/" + appInstance + rest;
    }

    /** Returns the id at the end of an ARN, with its app instance where several occur. */
    String id(String arn) {
        String name = in(arn);
        return oneAppInstance ? name.substring(name.lastIndexOf('/') + 1) : name;
    }

    /** Returns an IAM user, a role with its session, or another principal in words. */
    static String principal(String arn) {
        String[] parts =
                ArnParts.tryParse(arn).map(ArnParts::resource).orElse(arn).split("/", 3);
        if (parts.length == 1) {
            return parts[0].equals("root") ? "the root user of " + arn.split(":")[4] : arn;
        }
        return switch (parts[0]) {
            case "user" -> "IAM user " + arn.substring(arn.lastIndexOf('/') + 1);
            case "role" -> "IAM role " + arn.substring(arn.lastIndexOf('/') + 1);
            case "assumed-role" -> "role " + parts[1] + (parts.length > 2 ? " (session " + parts[2] + ")" : "");
            case "federated-user" -> "federated user " + parts[1];
            default -> arn;
        };
    }
}
