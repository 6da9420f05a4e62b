package io.github.chimefake.iam;

import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import io.github.chimefake.internal.iam.template.ArnMapping;
import io.github.chimefake.internal.iam.template.PolicyText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A policy as it is stored in a project, with placeholders that a deployment replaces. It is read, and rejected if it is invalid, when
 * it is attached.
 *
 * <pre>{@code
 * import static io.github.chimefake.iam.PolicyTemplate.policy;
 *
 * chime.permissions().by(backend).attach(policy("iam/chat-backend.json"));              // from the class path
 * chime.permissions().by(backend).attach(policy(Path.of("deploy/chat-backend.json"))    // a file
 *         .replacing("${AppInstanceArn}", chime.appInstance().arn()));
 * chime.permissions().by(backend).attach(policy("chat-backend", iamPolicy.toJson()));   // an SDK IamPolicy, or any text
 * }</pre>
 *
 * <p>CloudFormation's functions are evaluated. Values that are known only at deployment become placeholders: a reference to
 * {@code AppInstanceArn} becomes <code>${AppInstanceArn}</code>, and an import <code>${Fn::ImportValue chat-AppInstanceArn}</code>.
 * {@code Fn::If} needs the value of its condition: <code>replacing("${IsProduction}", "true")</code>. Policy variables such as
 * <code>${aws:username}</code> are not placeholders and stay.
 *
 * <p>A policy is also found in the output of {@code aws iam get-policy-version} and its relatives, in a resource of CloudFormation, and
 * in a text or a function that contains it as a whole.
 *
 * <p>Immutable and thread-safe: each step returns another template.
 *
 * @since 0.1
 */
@CheckReturnValue
public final class PolicyTemplate {
    private final String name;
    private final String json;
    private final List<UnaryOperator<String>> changes;

    private PolicyTemplate(String name, String json, List<UnaryOperator<String>> changes) {
        this.name = name;
        this.json = json;
        this.changes = List.copyOf(changes);
    }

    /**
     * Returns the policy in a resource of the class path, named like the resource.
     *
     * @param resource for example {@code iam/chat-backend.json}, from the root of the class path
     * @throws IllegalArgumentException if there is no such resource
     * @throws UncheckedIOException if the resource cannot be read
     */
    public static PolicyTemplate policy(String resource) {
        String path = resource.startsWith("/") ? resource.substring(1) : resource;
        try (InputStream in = open(path)
                .orElseThrow(() -> new IllegalArgumentException("policy(\"" + resource
                        + "\"): the class path has no such resource. Put it into src/test/resources, or read a file with"
                        + " policy(Path.of(…)) and a text with policy(name, json)"))) {
            return new PolicyTemplate(resource, PolicyText.decode(in.readAllBytes()), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("policy(\"" + resource + "\"): the resource cannot be read", e);
        }
    }

    /** Test runners and containers make the resources of a test visible to the thread's context class loader. */
    private static Optional<InputStream> open(String path) {
        return Stream.of(
                        Optional.ofNullable(Thread.currentThread().getContextClassLoader()),
                        Optional.ofNullable(PolicyTemplate.class.getClassLoader()))
                .flatMap(Optional::stream)
                .flatMap(loader -> Optional.ofNullable(loader.getResourceAsStream(path)).stream())
                .findFirst();
    }

    /**
     * Returns the policy in a file, named like the file.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    public static PolicyTemplate policy(Path file) {
        try {
            return new PolicyTemplate(file.toString(), PolicyText.decode(Files.readAllBytes(file)), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "policy(" + file + "): the file cannot be read. A relative path starts at the working directory, "
                            + Path.of("").toAbsolutePath(),
                    e);
        }
    }

    /**
     * Returns the policy with this text.
     *
     * @param name the policy's name in explanations
     * @param json the policy document, for example what an SDK {@code IamPolicy} returns from {@code toJson()}
     */
    public static PolicyTemplate policy(String name, String json) {
        return new PolicyTemplate(name, json, List.of());
    }

    /**
     * Replaces each occurrence of the text in all strings of the policy, for example a placeholder, a CDK token or an account.
     *
     * @param text for example <code>${AppInstanceArn}</code>, <code>${Token[TOKEN.123]}</code> or {@code 999988887777}
     * @param value for example {@code chime.appInstance().arn()}
     * @throws IllegalArgumentException if the text to replace is empty
     */
    public PolicyTemplate replacing(String text, String value) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("replacing(\"\", \"" + value
                    + "\"): expected a text to replace, for example \"${AppInstanceArn}\"");
        }
        return changed(string -> string.replace(text, value));
    }

    /**
     * Maps a real app instance to the one of the fake: its id, and its region and account wherever they are a whole component of an
     * ARN of any service, or a whole string, as in conditions on {@code aws:RequestedRegion}. ARNs of other accounts stay, and so do
     * those of Amazon Chime in other regions, and regions and accounts that are part of a longer text or pattern.
     *
     * @param realArn for example {@code arn:aws:chime:eu-central-1:999988887777:app-instance/real}
     * @param arn for example {@code chime.appInstance().arn()}
     * @throws IllegalArgumentException if one of them is not an ARN
     */
    public PolicyTemplate mapping(String realArn, String arn) {
        return changed(ArnMapping.of(realArn, arn));
    }

    private PolicyTemplate changed(UnaryOperator<String> change) {
        List<UnaryOperator<String>> more = new ArrayList<>(changes);
        more.add(change);
        return new PolicyTemplate(name, json, more);
    }

    /**
     * Returns the complete policy, read strictly.
     *
     * @throws InvalidPolicyException if it is not a valid policy, or if a placeholder is left; the message says where, and what to do
     */
    public PolicyDocument read() {
        return NamedPolicy.read(name, json, changes);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
