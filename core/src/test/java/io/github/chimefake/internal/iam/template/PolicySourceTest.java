package io.github.chimefake.internal.iam.template;

import static io.github.chimefake.iam.PolicyTemplate.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.iam.PolicyDocument;
import io.github.chimefake.iam.PolicySimulator;
import io.github.chimefake.iam.PolicyTemplate;
import io.github.chimefake.internal.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tools write around a policy. */
class PolicySourceTest {
    private static final String ARN = "arn:aws:chime:us-east-1:111122223333:app-instance/fake";
    private static final String POLICY =
            "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Action\": \"chime:*\", \"Resource\": \""
                    + ARN + "/user/a+b é\"}}";
    private static final PolicyDocument EXPECTED = policy("chat", POLICY).read();

    static Stream<String> wrappedPolicies() {
        String text = new JsonString(POLICY).toJson();
        String encoded = encoded(POLICY);
        return Stream.of(
                "\uFEFF" + POLICY,
                text,
                "\uFEFF" + text,
                new JsonString(text).toJson(),
                encoded,
                "  " + encoded.replace("%7B", "%7b").replace("%C3%A9", "%c3%a9") + "\n",
                // aws iam get-policy-version, and with --query PolicyVersion
                "{\"PolicyVersion\": {\"Document\": " + POLICY
                        + ", \"VersionId\": \"v2\", \"IsDefaultVersion\": true, \"CreateDate\": \"2026-11-22T10:00:00+00:00\"}}",
                "{\"Document\": " + POLICY + ", \"VersionId\": \"v2\", \"IsDefaultVersion\": true}",
                // IAM's API, which the CLI decodes
                "{\"PolicyVersion\": {\"Document\": \"" + encoded + "\", \"VersionId\": \"v2\"}}",
                // aws iam get-role-policy, get-user-policy, get-group-policy
                "{\"RoleName\": \"chat\", \"PolicyName\": \"p\", \"PolicyDocument\": " + POLICY + "}",
                "{\"UserName\": \"chat\", \"PolicyName\": \"p\", \"PolicyDocument\": " + text + "}",
                "{\"GroupName\": \"chat\", \"PolicyName\": \"p\", \"PolicyDocument\": \"" + encoded + "\"}",
                // aws organizations describe-policy
                "{\"Policy\": {\"PolicySummary\": {\"Name\": \"p\", \"Type\": \"SERVICE_CONTROL_POLICY\"}, \"Content\": "
                        + text + "}}",
                // aws sso-admin get-inline-policy-for-permission-set
                "{\"InlinePolicy\": " + text + "}",
                "{\"Type\": \"AWS::IAM::Policy\", \"Properties\": {\"PolicyName\": \"p\", \"PolicyDocument\": " + POLICY
                        + "}}",
                "\uFEFF{\"PolicyVersion\": {\"Document\": \"\\uFEFF\\n" + POLICY.replace("\"", "\\\"") + "\"}}");
    }

    @ParameterizedTest
    @MethodSource("wrappedPolicies")
    void aPolicyIsFoundInWhatToolsWriteAroundIt(String text) {
        assertThat(policy("chat", text).read()).isEqualTo(EXPECTED);
        assertThat(PolicyDocument.parse(text)).isEqualTo(PolicyDocument.parse(POLICY));
        assertThat(PolicySimulator.simulate("\uFEFF{\"action\": \"chime:ListChannels\", \"resources\": [\"" + ARN
                        + "/user/a+b é\"], \"identityPolicies\": [" + inJson(text) + "]}"))
                .contains("\"decision\":\"Allowed\"");
    }

    /** A request is JSON, and so must be the text in it. */
    private static String inJson(String text) {
        return text.startsWith("{") ? text : new JsonString(text).toJson();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static Stream<String> templates() {
        String template = POLICY.replace(ARN, "${Instance}");
        String sub = new JsonString(template).toJson();
        return Stream.of(
                "{\"Fn::Sub\": " + sub + "}",
                "{\"Fn::Sub\": [" + sub.replace("${Instance}", "${I}") + ", {\"I\": {\"Ref\": \"Instance\"}}]}",
                "{\"Fn::Sub\": "
                        + new JsonString(template.replace("\"${Instance}/user/a+b é\"", "${Resource}")).toJson() + "}",
                "{\"Fn::ToJsonString\": " + template + "}",
                "{\"Fn::Join\": [\"\", [" + sub.replace("${Instance}", "\", {\"Ref\": \"Instance\"}, \"") + "]]}",
                "{\"Fn::If\": [\"IsChat\", " + template + ", {\"Ref\": \"AWS::NoValue\"}]}",
                "{\"PolicyDocument\": {\"Fn::Sub\": " + sub + "}}");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aPolicyIsFoundInAFunctionThatReturnsIt(String template) {
        PolicyTemplate chat = policy("chat", template)
                .replacing("${IsChat}", "true")
                .replacing("${Resource}", "\"" + ARN + "/user/a+b é\"");

        assertThat(chat.replacing("${Instance}", ARN).read()).isEqualTo(EXPECTED);
    }

    @Test
    void aPlaceholderInAFunctionThatReturnsThePolicyIsRefusedWithItsPlace() {
        String sub = "{\"Fn::Sub\": " + new JsonString(POLICY.replace(ARN, "${Instance}")).toJson() + "}";

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(policy("chat", sub)::read)
                .withMessageStartingWith(
                        "Invalid IAM policy \"chat\" at $.Statement.Resource: received \"${Instance}\"");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aFileMayBeWrittenByAnyShell(String charset, @TempDir Path directory) throws IOException {
        Path file = directory.resolve("chat.json");

        for (String text : new String[] {"\uFEFF" + POLICY, POLICY}) {
            Files.write(file, text.getBytes(Charset.forName(charset)));

            assertThat(PolicySimulator.create()
                            .attach(policy(file))
                            .decide("chime:ListChannels", ARN + "/user/a+b é")
                            .isAllowed())
                    .isTrue();
        }
    }

    @Test
    void aFileThatIsNoTextIsRefused(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("chat.json");
        Files.write(file, new byte[] {'{', (byte) 0xFF, '}'});

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> policy(file))
                .withMessageContaining("cannot be read");
    }

    @Test
    void anEmptyFileOfAShellThatWritesUtf16ContainsNoPolicy(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("chat.json");
        Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE});

        assertThatExceptionOfType(InvalidPolicyException.class).isThrownBy(policy(file)::read);
    }

    @Test
    void theDescriptionOfAPolicyIsNoPolicy() {
        String description =
                "{\"Policy\": {\"PolicyName\": \"chat\", \"Arn\": \"arn:aws:iam::111122223333:policy/chat\","
                        + " \"DefaultVersionId\": \"v2\"}}";

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(policy("chat", description)::read)
                .withMessageContaining("received the description of a policy")
                .withMessageEndingWith("Read it with aws iam get-policy-version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "%7B%ZZ", "%7b"})
    void whatIsNoJsonIsRefused(String text) {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(policy("chat", text)::read)
                .withMessageContaining("Expected one JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"no policy\"", "{\"Document\": \"no policy\"}", "{\"Document\": 7}"})
    void jsonWithoutAPolicyIsRefused(String text) {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(policy("chat", text)::read)
                .withMessageContaining("expected an object");
    }

    @Test
    void aPolicyMayBeInSixteenEnvelopes() {
        String envelope = "{\"Document\": ";

        assertThat(policy("chat", envelope.repeat(16) + POLICY + "}".repeat(16)).read())
                .isEqualTo(EXPECTED);
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(policy("chat", envelope.repeat(17) + POLICY + "}".repeat(17))::read)
                .withMessageContaining("at $.Document: received an element that is not known here");
    }

    @Test
    void textsWithinTextsEnd() {
        String text = POLICY;
        for (int level = 0; level < 12; level++) {
            text = new JsonString(text).toJson();
        }

        assertThat(policy("chat", text).read()).isEqualTo(EXPECTED);
    }
}
