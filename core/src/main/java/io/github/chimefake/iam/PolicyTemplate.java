package io.github.chimefake.iam;

import io.github.chimefake.json.Json;
import io.github.chimefake.json.MalformedJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A policy as it lies in a project, before a deployment fills in what it leaves open. It is read, and refused if it is bad,
 * when it is attached.
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
 * <p>Of CloudFormation's functions, {@code Ref}, {@code Fn::GetAtt}, {@code Fn::Sub} and {@code Fn::Join} are resolved as far as
 * text goes: a reference to {@code AppInstanceArn} becomes the placeholder <code>${AppInstanceArn}</code>. Policy variables such
 * as <code>${aws:username}</code> are no placeholders and stay.
 */
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
     * The policy in a resource of the class path, named like the resource.
     *
     * @param resource for example {@code iam/chat-backend.json}, from the root of the class path
     * @throws IllegalArgumentException if there is no such resource
     */
    public static PolicyTemplate policy(String resource) {
        String path = resource.startsWith("/") ? resource.substring(1) : resource;
        try (InputStream in = open(path)
                .orElseThrow(() -> new IllegalArgumentException("policy(\"" + resource
                        + "\"): the class path has no such resource. Put it into src/test/resources, or read a file with"
                        + " policy(Path.of(…)) and a text with policy(name, json)"))) {
            return new PolicyTemplate(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("policy(\"" + resource + "\")", e);
        }
    }

    /** Test runners and containers put what a test brings into the thread's loader. */
    private static Optional<InputStream> open(String path) {
        return Stream.of(
                        Optional.ofNullable(Thread.currentThread().getContextClassLoader()),
                        Optional.ofNullable(PolicyTemplate.class.getClassLoader()))
                .flatMap(Optional::stream)
                .flatMap(loader -> Optional.ofNullable(loader.getResourceAsStream(path)).stream())
                .findFirst();
    }

    /**
     * The policy in a file, named like the file.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static PolicyTemplate policy(Path file) {
        try {
            return new PolicyTemplate(file.toString(), Files.readString(file), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("policy(" + file + ")", e);
        }
    }

    /**
     * The policy with this text.
     *
     * @param name stands in explanations
     * @param json the policy document, for example what an SDK {@code IamPolicy} gives as {@code toJson()}
     */
    public static PolicyTemplate policy(String name, String json) {
        return new PolicyTemplate(name, json, List.of());
    }

    /**
     * The policy with each occurrence of the text replaced, in whatever string it stands: a placeholder of a deployment, a CDK
     * token, an account.
     *
     * @param text for example <code>${AppInstanceArn}</code>, <code>${Token[TOKEN.123]}</code> or {@code 999988887777}
     * @param value for example {@code chime.appInstance().arn()}
     */
    public PolicyTemplate replacing(String text, String value) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("replacing(\"\", \"" + value
                    + "\"): expected a text to replace, for example \"${AppInstanceArn}\"");
        }
        return changed(string -> string.replace(text, value));
    }

    /**
     * The policy with a real app instance mapped to the fake's: its id, and its region and account wherever they stand as a whole,
     * in ARNs of any service and alone, as in conditions on {@code aws:RequestedRegion}. ARNs of other accounts stay, and so do
     * those of Amazon Chime in other regions, and regions and accounts that are part of a longer text or pattern.
     *
     * @param realArn for example {@code arn:aws:chime:eu-central-1:999988887777:app-instance/real}
     * @param arn for example {@code chime.appInstance().arn()}
     * @throws IllegalArgumentException if one of them is no ARN
     */
    public PolicyTemplate mapping(String realArn, String arn) {
        return changed(ArnMapping.of(realArn, arn)::apply);
    }

    private PolicyTemplate changed(UnaryOperator<String> change) {
        List<UnaryOperator<String>> more = new ArrayList<>(changes);
        more.add(change);
        return new PolicyTemplate(name, json, more);
    }

    /**
     * The policy, complete and read strictly.
     *
     * @throws InvalidPolicyException if it is none, or if a placeholder is left; says where, and what to do
     */
    public NamedPolicy read() {
        try {
            return new NamedPolicy(
                    name, PolicyReader.read(new TemplateValues(changes).complete(Json.parse(json), "$"), "$"));
        } catch (MalformedJsonException e) {
            throw new InvalidPolicyException(e).of(name);
        } catch (InvalidPolicyException e) {
            throw e.of(name);
        }
    }

    /** Its name. */
    @Override
    public String toString() {
        return name;
    }
}
