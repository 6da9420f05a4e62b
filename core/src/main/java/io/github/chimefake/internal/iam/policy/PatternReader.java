package io.github.chimefake.internal.iam.policy;

import io.github.chimefake.internal.iam.condition.PolicyValue;
import io.github.chimefake.internal.iam.policy.ParsedPolicy.Version;
import io.github.chimefake.internal.iam.policy.StatementElement.Name;
import io.github.chimefake.internal.iam.syntax.PolicyErrors;
import io.github.chimefake.internal.iam.syntax.PolicyJson;
import io.github.chimefake.internal.iam.syntax.UnreadableValueException;
import io.github.chimefake.internal.json.JsonValue;

/** Reads the actions and resources of statements. */
final class PatternReader {
    private static final String EXPECTED_ACTION = "\"*\" or service:action, for example \"chime:SendChannelMessage\" or"
            + " \"chime:Send*\"; the service has no wildcards, and variables are not allowed here";
    private static final String EXPECTED_RESOURCE =
            "\"*\" or an ARN, for example \"arn:aws:chime:us-east-1:111122223333:app-instance/*\"; its service has"
                    + " no wildcards";
    private static final String EXPECTED_VARIABLE = "variables only behind the fifth colon of an ARN, for example"
            + " \"arn:aws:chime:us-east-1:111122223333:app-instance/*/user/${aws:username}\"; replace the"
            + " placeholder of a deployment tool by its value";

    private final Version version;
    private final Name name;

    PatternReader(Version version, Name name) {
        this.version = version;
        this.name = name;
    }

    PolicyValue read(JsonValue value, String path) {
        String pattern = PolicyJson.string(value, path);
        try {
            return name.isResource() ? resource(pattern) : action(pattern);
        } catch (UnreadableValueException e) {
            throw PolicyErrors.at(path, "received " + PolicyJson.quote(value) + ", expected " + e.getMessage());
        }
    }

    /**
     * AWS accepts any text after the colon, for example {@code s3:GetObject,PutObject}, which matches nothing;
     * {@link PolicyWarnings} warns about it.
     *
     * @see <a href="https://github.com/cloud-copilot/iam-simulate/commit/23506cb">Commas in actions</a>
     */
    private static PolicyValue action(String action) throws UnreadableValueException {
        int colon = action.indexOf(':');
        boolean isAction = colon > 0 && isService(action.substring(0, colon)) && action.indexOf(':', colon + 1) < 0;
        if ((!action.equals("*") && !isAction) || action.contains("${")) {
            throw new UnreadableValueException(EXPECTED_ACTION);
        }
        return PolicyValue.plain(action);
    }

    /**
     * Variables are valid only in the last component.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-resourceelement">
     *     Variables in the resource element</a>
     */
    private PolicyValue resource(String resource) throws UnreadableValueException {
        PolicyValue text =
                version == Version.V2012_10_17 ? PolicyValue.withVariables(resource) : PolicyValue.plain(resource);
        String[] components = text.beginning().split(":", 6);
        if (!text.isPlain() && components.length < 6) {
            throw new UnreadableValueException(EXPECTED_VARIABLE);
        }
        boolean isArn = components.length >= 3 && components[0].equals("arn") && isService(components[2]);
        if (!isArn && !resource.equals("*")) {
            throw new UnreadableValueException(EXPECTED_RESOURCE);
        }
        return text;
    }

    private static boolean isService(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(unit -> unit == '-' || (unit < 128 && Character.isLetterOrDigit(unit)));
    }
}
