package io.github.chimefake.internal.iam.policy;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.internal.iam.condition.PolicyValue;
import io.github.chimefake.internal.iam.policy.ParsedPolicy.Version;
import io.github.chimefake.internal.iam.syntax.MessageValues;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what a template engine has left in a value, because the policy was not rendered: variables in the engine's notation, which
 * IAM reads otherwise, and placeholders, with which the value matches nothing.
 */
final class TemplateRemains {
    private static final int ARN_COMPONENTS = 6;

    /** Notations of IAM's variables in templates, and what IAM makes of them. The group is the name of the variable. */
    private enum Escape {
        TERRAFORM_TEMPLATE("\\$(\\$\\{[^{}]*\\})", "a dollar sign before the variable", "Terraform's templates"),
        TERRAFORM_DOCUMENT("&(\\{[^{}]*\\})", "these characters, and no variable", "Terraform's policy documents"),
        CLOUD_FORMATION("\\$\\{!([^{}]*\\})", "a variable that no request has, so that it matches nothing", "Fn::Sub"),
        SHELL("\\\\+(\\$\\{[^{}]*\\})", "a backslash before the variable", "shells and template strings"),
        DOUBLE_BRACES(
                "\\$\\{(\\{[^{}\\s]*:[^{}\\s]*\\})\\}",
                "a variable that no request has, so that it matches nothing",
                "CI pipelines");

        private final Pattern pattern;
        private final String readAs;
        private final String writtenBy;

        Escape(String regex, String readAs, String writtenBy) {
            this.pattern = Pattern.compile(regex);
            this.readAs = readAs;
            this.writtenBy = writtenBy;
        }

        Optional<String> doubt(String text) {
            Matcher matcher = pattern.matcher(text);
            if (!matcher.find()) {
                return Optional.empty();
            }
            String rest = matcher.group(1);
            String meant = (rest.startsWith("$") ? "" : rest.startsWith("{") ? "$" : "${") + rest;
            return Optional.of("IAM reads " + MessageValues.quoted(matcher.group()) + " as " + readAs + "; " + writtenBy
                    + " write variables so. Did you mean " + MessageValues.quoted(meant) + "?");
        }
    }

    /** Placeholders in the notations of template engines and of people. None begins with a dollar sign and a brace. */
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "#\\{[^{}]*\\}" // Serverless, Spring
                    + "|\\{\\{[^{}]*\\}\\}" // Mustache, Jinja, Helm
                    + "|@\\{[^{}]*\\}"
                    + "|(?<![$#&@{!\\\\])\\{[A-Za-z][^{}]*\\}"
                    + "|<[^<>*?]+>"
                    + "|%(?![0-9A-Fa-f]{2}%)[A-Za-z][A-Za-z0-9_.-]*%" // Windows; two digits are a percent-encoded
                    // octet.
                    + "|__[A-Za-z][A-Za-z0-9_]*?__"
                    + "|@@[A-Za-z][A-Za-z0-9_]*@@"
                    + "|\\[\\[[^\\[\\]]*\\]\\]"
                    + "|\\(\\([^()]*\\)\\)"
                    + "|\\$\\([^()]*\\)"
                    + "|\\$[A-Z][A-Z0-9_]+");

    /** Words that people write in the place of a value, as a whole segment of a resource. */
    private static final Pattern WORD = Pattern.compile("(?:[A-Z0-9]+[-_])*"
            + "(?:REGION|PARTITION|ACCOUNT|ACCOUNTID|ID|ARN|NAME|PLACEHOLDER|TODO|FIXME|CHANGEME)"
            + "|(?:YOUR|REPLACE|INSERT|[Yy]our)[-_][A-Za-z0-9_-]+"
            + "|X{3,}");

    private static final Pattern PARTITION = Pattern.compile("[a-z]*(?:-[a-z]+)*");
    private static final Pattern REGION = Pattern.compile("(?:[a-z][a-z0-9-]*-[0-9]+)?");
    private static final Pattern ACCOUNT = Pattern.compile("(?!.*account|.*your|my-)[a-z0-9-]*");

    private TemplateRemains() {}

    /** Returns what is doubtful in a value of a resource or a condition, and what was probably meant. */
    static List<String> doubts(PolicyValue value, Version version) {
        List<String> doubts = new ArrayList<>();
        if (version == Version.V2012_10_17 || !value.text().contains("${")) { // Else it has a warning already.
            Stream.of(Escape.values())
                    .flatMap(escape -> escape.doubt(value.text()).stream())
                    .forEach(doubts::add);
        }
        if (doubts.isEmpty()) {
            placeholders(value).ifPresent(doubts::add);
        }
        return doubts;
    }

    private static Optional<String> placeholders(PolicyValue value) {
        String text = value.withAnyValues().text(); // IAM's own variables are no placeholders.
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        if (found.isEmpty() && text.startsWith("arn:")) {
            addPlaceholdersOfArn(text.split(":", ARN_COMPONENTS), found);
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<String> quoted = found.stream().map(MessageValues::quoted).toList();
        return Optional.of(MessageValues.list(quoted)
                + (quoted.size() == 1 ? " looks like a placeholder" : " look like placeholders")
                + " that no deployment has replaced, so the value can match nothing. Give the value: policy(…)"
                + found.stream()
                        .limit(MessageValues.LONGEST_LIST)
                        .map(placeholder -> ".replacing(" + MessageValues.quoted(placeholder) + ", …)")
                        .collect(joining()));
    }

    private static void addPlaceholdersOfArn(String[] components, Set<String> found) {
        addUnlessPlausible(components, 1, PARTITION, found);
        addUnlessPlausible(components, 3, REGION, found);
        addUnlessPlausible(components, 4, ACCOUNT, found);
        if (components.length == ARN_COMPONENTS) {
            Stream.of(components[ARN_COMPONENTS - 1].split("[/:]"))
                    .filter(segment -> WORD.matcher(segment).matches())
                    .forEach(found::add);
        }
    }

    private static void addUnlessPlausible(String[] components, int index, Pattern plausible, Set<String> found) {
        if (index < components.length) {
            String component = components[index];
            boolean hasWildcards = component.contains("*") || component.contains("?");
            if (!hasWildcards && !plausible.matcher(component).matches()) {
                found.add(component);
            }
        }
    }
}
