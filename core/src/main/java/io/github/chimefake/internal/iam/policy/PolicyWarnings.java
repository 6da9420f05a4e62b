package io.github.chimefake.internal.iam.policy;

import io.github.chimefake.iam.PolicyDocument.PolicyWarning;
import io.github.chimefake.iam.PolicyDocument.ServiceVocabulary;
import io.github.chimefake.internal.iam.condition.Condition;
import io.github.chimefake.internal.iam.condition.PolicyValue;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.pattern.WildcardPattern;
import io.github.chimefake.internal.iam.policy.ParsedPolicy.Version;
import io.github.chimefake.internal.iam.syntax.MessageValues;
import io.github.chimefake.internal.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds probable mistakes in a policy. */
final class PolicyWarnings {
    private static final String GLOBAL_PREFIX = "aws:";

    /** Finding the nearest name takes time, which a policy full of unknown names would need for each. */
    private static final int SUGGESTIONS = 20;

    private final ServiceVocabulary service;
    private final String actionPrefix;
    private final Set<String> foldedActions;
    private final List<PolicyWarning> warnings = new ArrayList<>();

    PolicyWarnings(ServiceVocabulary service) {
        this.service = service;
        this.actionPrefix = service.prefix().toLowerCase(Locale.ROOT) + ":";
        this.foldedActions = service.actions().stream()
                .map(action -> action.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    List<PolicyWarning> check(ParsedPolicy document) {
        for (int index = 0; index < document.statements().size(); index++) {
            Statement statement = document.statements().get(index);
            String path = "$.Statement[" + index + "]";
            checkActions(statement.action(), path);
            statement.emptyConditions().forEach(element -> warnOfEmptyCondition(element, path));
            checkResources(statement.resource(), path, document.version());
            statement.conditions().forEach(condition -> checkCondition(condition, path, statement, document.version()));
        }
        return List.copyOf(warnings);
    }

    private void checkActions(StatementElement element, String path) {
        List<String> actions = element.patterns();
        for (int index = 0; index < actions.size(); index++) {
            String action = actions.get(index);
            String elementPath = path(path, element, index);
            String name = action.substring(action.indexOf(':') + 1);
            if (name.isEmpty() || !name.chars().allMatch(PolicyWarnings::isActionCharacter)) {
                warn(elementPath, action, "no action has this name, so it matches nothing; write one action per value");
            } else if (isOfService(action) && !isKnown(name)) {
                warn(
                        elementPath,
                        action,
                        "no action of " + service.prefix() + " has this name, so it matches nothing"
                                + actionMeant(name));
            }
        }
    }

    private String actionMeant(String name) {
        return warnings.size() >= SUGGESTIONS
                ? ""
                : NearestName.similarTo(name, service.actions())
                        .map(similar -> "; did you mean \"" + service.prefix() + ":" + similar + "\"?")
                        .orElse("");
    }

    private static boolean isActionCharacter(int character) {
        return Character.isLetterOrDigit(character) || character == '*' || character == '?';
    }

    private boolean isOfService(String action) {
        return action.toLowerCase(Locale.ROOT).startsWith(actionPrefix);
    }

    private boolean isKnown(String name) {
        WildcardPattern pattern = WildcardPattern.of(name.toLowerCase(Locale.ROOT));
        return pattern.isLiteral()
                ? foldedActions.contains(pattern.text())
                : foldedActions.stream().anyMatch(pattern::matches);
    }

    private void checkResources(StatementElement element, String path, Version version) {
        List<String> resources = element.patterns();
        for (int index = 0; index < resources.size(); index++) {
            String resource = resources.get(index);
            String elementPath = path(path, element, index);
            if (!resource.equals("*") && resource.split(":", 6).length < 6 && !resource.endsWith("*")) {
                warn(
                        elementPath,
                        resource,
                        "an ARN has six components, and AWS puts \"*\" in the place of missing ones");
            }
            checkVariables(resource, elementPath, version);
            checkTemplate(element.policyValues().get(index), elementPath, version);
        }
    }

    private void checkTemplate(PolicyValue value, String path, Version version) {
        TemplateRemains.doubts(value, version).forEach(doubt -> warn(path, value.text(), doubt));
    }

    private void warnOfEmptyCondition(String element, String statementPath) {
        warnings.add(new DefaultPolicyWarning(
                statementPath + "." + element,
                "received an empty object, but it restricts nothing, and the statement applies as if it were not there;"
                        + " write the keys and values, or remove it"));
    }

    private void checkVariables(String value, String path, Version version) {
        if (version == Version.V2008_10_17 && value.contains("${")) {
            warn(
                    path,
                    value,
                    "a policy without \"Version\": \"" + Version.V2012_10_17.jsonValue()
                            + "\" has no variables, so this is literal text");
        }
    }

    private void checkCondition(Condition condition, String statementPath, Statement statement, Version version) {
        String path = statementPath + ".Condition." + condition.operator() + "." + condition.key();
        if (condition.key().indexOf(':') <= 0) {
            warn(path, condition.key(), "a condition key has the form service:name, and no request has this one");
        } else if (isMeantForService(condition.key(), statement) && !isKnownKey(condition.key())) {
            warn(
                    path,
                    condition.key(),
                    "no request to " + service.prefix() + " has this condition key" + keyMeant(condition));
        }
        ConditionWarnings.of(condition).ifPresent(doubt -> warnings.add(new DefaultPolicyWarning(path, doubt)));
        warnings.addAll(ConditionWarnings.ofValues(condition, path));
        for (int index = 0; index < condition.values().size(); index++) {
            PolicyValue value = condition.policyValues().get(index);
            checkVariables(value.text(), path, version);
            checkTemplate(value, ConditionWarnings.valuePath(condition, path, index), version);
        }
    }

    /** In a statement about several services, a key of another service is not checked. */
    private boolean isMeantForService(String key, Statement statement) {
        String folded = RequestContext.folded(key);
        List<String> actions = statement.action().patterns();
        boolean named = !statement.action().name().isNegated();
        boolean onlyService = named && actions.stream().allMatch(this::isOfService);
        boolean alsoService = !named || actions.stream().anyMatch(action -> action.equals("*") || isOfService(action));
        return onlyService || (alsoService && (folded.startsWith(GLOBAL_PREFIX) || folded.startsWith(actionPrefix)));
    }

    private boolean isKnownKey(String key) {
        String folded = RequestContext.folded(key);
        return service.conditionKeys().stream()
                .map(RequestContext::folded)
                .anyMatch(known -> known.endsWith("/")
                        ? folded.startsWith(known) && folded.length() > known.length()
                        : folded.equals(known));
    }

    /** Suggests the global key for tags if the service does not have its own. */
    private String keyMeant(Condition condition) {
        String key = condition.key();
        Optional<String> global = Optional.of(GLOBAL_PREFIX + key.substring(key.indexOf(':') + 1))
                .filter(candidate -> !key.equals(candidate) && isKnownKey(candidate));
        if (global.isPresent()) {
            return ", so the condition never has a value; did you mean \"" + global.get() + "\"?";
        }
        return service.conditionKeys().isEmpty()
                ? ""
                : ", so the condition never has a value; the nearest that one has is \""
                        + NearestName.of(key, service.conditionKeys()) + "\"";
    }

    private void warn(String path, String received, String doubt) {
        warnings.add(new DefaultPolicyWarning(path, "received " + MessageValues.quoted(received) + ", but " + doubt));
    }

    /** Adds the index, unless there is only one value. */
    private static String path(String statementPath, StatementElement element, int index) {
        return statementPath + "." + element.name().jsonName()
                + (element.patterns().size() == 1 ? "" : "[" + index + "]");
    }
}
