package io.github.chimefake.internal.iam.template;

import static io.github.chimefake.iam.PolicyTemplate.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.iam.PolicyTemplate;
import io.github.chimefake.internal.iam.condition.Condition;
import io.github.chimefake.internal.iam.policy.Effect;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import io.github.chimefake.internal.iam.policy.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTemplateTest {
    private static final String FAKE = "arn:aws:chime:us-east-1:111122223333:app-instance/fake";
    private static final String REAL = "arn:aws:chime:eu-central-1:999988887777:app-instance/real";

    private static PolicyTemplate onResource(String resource) {
        return policy(
                "chat",
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"chime:*\",\"Resource\":"
                        + resource + "}}");
    }

    private static List<String> resources(PolicyTemplate template) {
        return statement(template).resource().patterns();
    }

    private static Statement statement(PolicyTemplate template) {
        return NamedPolicy.of(template.read()).document().statements().get(0);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    @Test
    void aPlaceholderStandsForWhatTheTestSays() {
        assertThat(resources(onResource("[\"${AppInstanceArn}/user/*\", \"${AppInstanceArn}/channel/*\"]")
                        .replacing("${AppInstanceArn}", FAKE)))
                .containsExactly(FAKE + "/user/*", FAKE + "/channel/*");
    }

    @Test
    void severalPlaceholdersAndTokensAreReplaced() {
        assertThat(resources(
                        onResource(quoted("arn:${AWS::Partition}:chime:${Token[AWS.Region.4]}:${AWS::AccountId}:${I}"))
                                .replacing("${AWS::Partition}", "aws")
                                .replacing("${AWS::AccountId}", "111122223333")
                                .replacing("${Token[AWS.Region.4]}", "us-east-1")
                                .replacing("${I}", "app-instance/fake")))
                .containsExactly(FAKE);
    }

    @Test
    void policyVariablesAndEscapesStay() {
        String variables = FAKE
                + "/user/${aws:username}-${aws:PrincipalTag/team, 'no::ne'}-${*}-${cognito-identity.amazonaws.com:sub}";

        assertThat(resources(onResource(quoted(variables)).replacing("${x}", "y")))
                .containsExactly(variables);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${AppInstanceArn}",
                "${AWS::AccountId}",
                "${Token[TOKEN.123]}",
                "${Token[AWS::Region.4]}",
                "${var.app_instance}",
                "${self:custom.appInstance}"
            })
    void aPlaceholderThatIsLeftIsRefusedWithItsPlaceAndTheFix(String placeholder) {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> onResource("[\"*\", \"" + FAKE + "/user/" + placeholder + "\"]")
                        .read())
                .withMessage("Invalid IAM policy \"chat\" at $.Statement.Resource[1]: received \"" + placeholder
                        + "\", which is replaced at deployment. Give its value: policy(…).replacing(\""
                        + placeholder
                        + "\", …)")
                .returns("$.Statement.Resource[1]", InvalidPolicyException::path);
    }

    @Test
    void aPlaceholderInTheNameOfAConditionKeyIsReplacedOrRefused() {
        PolicyTemplate template = policy(
                "web",
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\","
                        + "\"Condition\":{\"StringEquals\":{\"${Provider}:sub\":\"x\"}}}}");

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(template::read)
                .withMessageContaining("at $.Statement.Condition.StringEquals: received \"${Provider}\"");
        assertThat(statement(template.replacing("${Provider}", "idp.example")).conditions())
                .extracting(Condition::key)
                .containsExactly("idp.example:sub");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Ref': 'Instance'} | ${Instance}",
                "{'Fn::GetAtt': ['Instance', 'Arn']} | ${Instance.Arn}",
                "{'Fn::GetAtt': 'Instance.Arn'} | ${Instance.Arn}",
                "{'Fn::Sub': '${Instance}'} | ${Instance}",
                "{'Fn::Sub': ['${It}', {'It': {'Ref': 'Instance'}}]} | ${Instance}",
                "{'Fn::Join': ['', [{'Ref': 'Instance'}]]} | ${Instance}",
                "{'Fn::Join': [',', {'Ref': 'Instances'}]} | ${Instances}",
                "{'Fn::ImportValue': 'chat-Arn'} | ${Fn::ImportValue chat-Arn}",
                "{'Fn::ImportValue': 'chat:Arn'} | ${Fn::ImportValue chat:Arn}",
                "{'Fn::FindInMap': ['Chat', 'prod', 'Arn']} | ${Fn::FindInMap Chat.prod.Arn}",
                "{'Fn::FindInMap': ['Chat', 'prod', 'Arn', {'DefaultValue': 'x'}]} | ${Fn::FindInMap Chat.prod.Arn}",
                "{'Fn::Select': [0, {'Ref': 'Instances'}]} | ${Instances}",
                "{'Fn::Select': [1, ['a', {'Ref': 'Instance'}]]} | ${Instance}",
                "{'Fn::Select': [{'Ref': 'Index'}, [{'Ref': 'Arn'}]]} | ${Arn}",
                "{'Fn::Split': [',', {'Ref': 'Instances'}]} | ${Instances}",
                "{'Fn::GetAZs': 'us-east-1'} | ${Fn::GetAZs us-east-1}",
                "{'Fn::Cidr': ['10.0.0.0/16', 4, '8']} | ${Fn::Cidr 10.0.0.0/16.4.8}",
                "{'Fn::SomethingNew': ['a', 'b']} | ${Fn::SomethingNew a.b}"
            },
            quoteCharacter = '^')
    void functionsOfATemplateBecomePlaceholders(String function, String placeholder) {
        PolicyTemplate template = onResource(function.replace('\'', '"')).replacing("${Index}", "0");

        assertThat(resources(template.replacing(placeholder, FAKE))).containsExactly(FAKE);
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(template::read)
                .withMessageContaining("at $.Statement.Resource")
                .withMessageContaining(": received " + quoted(placeholder) + ", which is replaced at deployment."
                        + " Give its value: policy(…).replacing(" + quoted(placeholder) + ", …)");
    }

    /** Each row: functions whose arguments are all given, and what they return. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'Fn::Split': [',', 'arn:aws:s3:::a,arn:aws:s3:::b']} | arn:aws:s3:::a, arn:aws:s3:::b",
                "{'Fn::Split': ['.', 'arn:aws:s3:::a.arn:aws:s3:::b']} | arn:aws:s3:::a, arn:aws:s3:::b",
                "[{'Fn::Select': [1, {'Fn::Split': [',', 'a,arn:aws:s3:::b,c']}]}] | arn:aws:s3:::b",
                "{'Fn::Select': ['1', ['a', 'arn:aws:s3:::b']]} | arn:aws:s3:::b",
                "{'Fn::Join': [':', ['arn:aws:s3::', {'Fn::Select': [0, ['b', 'c']]}]]} | arn:aws:s3:::b",
                "{'Fn::Join': ['', {'Fn::Split': ['-', 'arn:-aws:s3-:::b']}]} | arn:aws:s3:::b",
                "{'Fn::Join': ['', ['arn:aws:s3:::', {'Fn::Length': ['x', 'y']}]]} | arn:aws:s3:::2",
                "{'Fn::Join': ['', ['arn:aws:s3:::', {'Fn::Base64': 'é/?'}]]} | arn:aws:s3:::w6kvPw==",
                "{'Fn::Sub': ['arn:aws:s3:::${b}', {'b': {'Fn::Select': [1, ['c', 'd']]}}]} | arn:aws:s3:::d",
                "{'Fn::If': ['IsProduction', 'arn:aws:s3:::prod', 'arn:aws:s3:::test']} | arn:aws:s3:::prod",
                "{'Fn::If': ['IsTest', 'arn:aws:s3:::test', 'arn:aws:s3:::prod']} | arn:aws:s3:::prod",
                "['arn:aws:s3:::a', {'Fn::If': ['IsTest', 'arn:aws:s3:::b', {'Ref': 'AWS::NoValue'}]}] | arn:aws:s3:::a",
                "{'Fn::If': ['IsTest', {'Ref': 'Unknown'}, ['arn:aws:s3:::a', 'arn:aws:s3:::b']]} | arn:aws:s3:::a, arn:aws:s3:::b",
                "{'Fn::Select': [1, {'Ref': 'Arns'}]} | arn:aws:s3:::b",
                "{'Fn::Split': [', ', {'Fn::ImportValue': {'Fn::Sub': '${Stack}-arns'}}]} | arn:aws:s3:::a, arn:aws:s3:::b"
            })
    void functionsAreEvaluatedWhereTheirArgumentsAreGiven(String function, String values) {
        PolicyTemplate template = onResource(function.replace('\'', '"'))
                .replacing("${IsProduction}", "true")
                .replacing("${IsTest}", "false")
                .replacing("${Stack}", "chat")
                .replacing("${Fn::ImportValue chat-arns}", "arn:aws:s3:::a, arn:aws:s3:::b")
                .replacing("${Arns}", "arn:aws:s3:::a, arn:aws:s3:::b");

        assertThat(resources(template)).containsExactly(values.split(", "));
    }

    @Test
    void aConditionOfADeploymentMustBeGiven() {
        PolicyTemplate template = onResource("{\"Fn::If\": [\"IsProduction\", \"*\", \"*\"]}");

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(template::read)
                .withMessage("Invalid IAM policy \"chat\" at $.Statement.Resource.Fn::If: received the condition"
                        + " \"${IsProduction}\", which is known only at deployment. Give its value:"
                        + " policy(…).replacing(\"${IsProduction}\", \"true\"), or \"false\"");
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(template.replacing("${IsProduction}", "yes")::read)
                .withMessageContaining("received \"yes\" for the condition \"${IsProduction}\", expected \"true\"");
    }

    @Test
    void aConditionChoosesStatementsAndElements() {
        PolicyTemplate template = policy("chat", """
                {"Version": "2012-10-17", "Statement": [
                  {"Fn::If": ["IsTest", {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}, {"Ref": "AWS::NoValue"}]},
                  {"Effect": {"Fn::If": ["IsTest", "Allow", "Deny"]}, "Action": "chime:*", "Resource": "*",
                   "Condition": {"Fn::If": ["IsTest", {"Ref": "AWS::NoValue"}, {"Null": {"aws:userid": "true"}}]},
                   "Sid": {"Fn::If": ["IsTest", "Test", {"Ref": "AWS::NoValue"}]}}]}
                """);

        assertThat(NamedPolicy.of(template.replacing("${IsTest}", "true").read())
                        .document()
                        .statements())
                .extracting(
                        Statement::effect, statement -> statement.conditions().size())
                .containsExactly(tuple(Effect.ALLOW, 0), tuple(Effect.ALLOW, 0));
        assertThat(NamedPolicy.of(template.replacing("${IsTest}", "False").read())
                        .document()
                        .statements())
                .extracting(
                        Statement::effect, statement -> statement.conditions().size())
                .containsExactly(tuple(Effect.DENY, 1));
    }

    @Test
    void textsWithinTextsDoNotExplode() {
        String text = quoted("\\\"");
        for (int level = 0; level < 40; level++) {
            text = "{\"Fn::ToJsonString\": " + text + "}";
        }

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(onResource(text)::read)
                .withMessageContaining("longer than 100000 characters once substituted");
    }

    @Test
    void anEscapedVariableOfATemplateIsLeftToIam() {
        assertThat(resources(onResource("{\"Fn::Sub\": \"${Instance}/user/${!aws:username}\"}")
                        .replacing("${Instance}", FAKE)))
                .containsExactly(FAKE + "/user/${aws:username}");
    }

    @Test
    void valuesOfASubstitutionAreNotSubstitutedAgain() {
        assertThat(resources(onResource("{\"Fn::Sub\": [\"" + FAKE + "/user/${a}-${b}-${a}-${!aws:username}\","
                                + " {\"a\": \"${b}\", \"b\": \"${!aws:userid}\"}]}")
                        .replacing("${b}", "left")
                        .replacing("${!", "${")))
                .containsExactly(FAKE + "/user/left-${aws:userid}-left-${aws:username}");
    }

    @Test
    void aSubstitutionThatDoublesDoesNotExplode() {
        StringBuilder values = new StringBuilder("\"v30\": \"x\"");
        for (int value = 0; value < 30; value++) {
            values.append(", \"v%1$d\": \"${v%2$d}${v%2$d}\"".formatted(value, value + 1));
        }

        assertThat(resources(onResource("{\"Fn::Sub\": [\"" + FAKE + "/user/${v0}\", {" + values + "}]}")
                        .replacing("${v1}", "one")))
                .containsExactly(FAKE + "/user/oneone");
    }

    @Test
    void aSubstitutionMayHaveAHundredThousandCharacters() {
        String id =
                "{\"Id\":{\"Fn::Sub\":[\"${a}\",{\"a\":\"%s\"}]},\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\","
                        + "\"Resource\":\"*\"}}";

        assertThat(policy("long", id.formatted("a".repeat(100_000))).read()).isNotNull();
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(
                        () -> policy("long", id.formatted("a".repeat(100_001))).read())
                .withMessageContaining("longer than 100000 characters");
    }

    @Test
    void aPlaceholderIsFoundBehindAClosingBraceAndWithoutAService() {
        for (String placeholder : List.of("}${Instance}", "${:Instance}")) {
            assertThatExceptionOfType(InvalidPolicyException.class)
                    .isThrownBy(() -> onResource(quoted(placeholder)).read())
                    .withMessageContaining("which is replaced at deployment");
        }
    }

    @Test
    void aSubstitutionWithinASubstitutionDoesNotExplodeEither() {
        String text = quoted("0123456789");
        for (int level = 0; level < 15; level++) {
            text = "{\"Fn::Sub\": [\"${a}${a}\", {\"a\": " + text + "}]}";
        }
        PolicyTemplate template = onResource(text);

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(template::read)
                .withMessageContaining("longer than 100000 characters once substituted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Fn::Transform\": {\"Name\": \"AWS::Include\"}}",
                "{\"Fn::Equals\": [\"a\", {\"b\": \"c\"}]}",
                "{\"Fn::Sub\": [\"${a}\"]}",
                "{\"Fn::Sub\": {\"a\": \"b\"}}",
                "{\"Fn::Join\": [\"\"]}",
                "{\"Fn::Join\": [\"\", [[]]]}",
                "{\"Fn::Split\": [\",\"]}",
                "{\"Fn::Split\": [\"\", \"a\"]}",
                "{\"Fn::Select\": [0]}",
                "{\"Fn::Select\": [2, [\"a\", \"b\"]]}",
                "{\"Fn::Select\": [-1, [\"a\", \"b\"]]}",
                "{\"Fn::Select\": [\"one\", [\"a\", \"b\"]]}",
                "{\"Fn::Select\": [0, []]}",
                "{\"Fn::If\": [\"a\"]}",
                "{\"Fn::If\": [{\"Ref\": \"a\"}, \"b\", \"c\"]}",
                "{\"Fn::GetAtt\": {}}",
                "{\"Fn::Base64\": []}"
            })
    void aFunctionThatCannotBeEvaluatedIsRefused(String function) {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> onResource(function).read())
                .withMessageStartingWith("Invalid IAM policy \"chat\" at $.Statement.Resource.Fn::")
                .withMessageContaining("expected ");
    }

    @Test
    void aFunctionThatOnlyADeploymentCanEvaluateIsToBeReplacedByAPlaceholder() {
        for (String arguments : List.of("{\"Name\": \"AWS::Include\"}", "[\"a\", {\"b\": \"c\"}]")) {
            assertThatExceptionOfType(InvalidPolicyException.class)
                    .isThrownBy(() ->
                            onResource("{\"Fn::Transform\": " + arguments + "}").read())
                    .withMessageContaining(
                            "at $.Statement.Resource.Fn::Transform: received a function whose value is known only"
                                    + " at deployment")
                    .withMessageContaining("Replace it by a placeholder");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"a\", \"b\"] | an index from 0 to 1, as the list has 2 items",
                "[\"a,b,c\"] | an index from 0 to 0, as the list has 1 item"
            },
            quoteCharacter = '^')
    void anIndexBehindTheEndOfAListIsRefused(String list, String expected) {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(
                        () -> onResource("{\"Fn::Select\": [2, " + list + "]}").read())
                .withMessage(
                        "Invalid IAM policy \"chat\" at $.Statement.Resource.Fn::Select[0]: received \"2\", expected "
                                + expected);
    }

    @Test
    void nothingIsSelectedFromAnEmptyList() {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> onResource("{\"Fn::Select\": [0, []]}").read())
                .withMessage(
                        "Invalid IAM policy \"chat\" at $.Statement.Resource.Fn::Select[1]: received an empty list,"
                                + " expected at least one value");
    }

    @Test
    void aPlaceholderWithinAVariableIsFoundAndReplaced() {
        PolicyTemplate template = onResource(quoted(FAKE + "/user/${aws:PrincipalTag/${Key}}"));

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(template::read)
                .withMessageContaining("received \"${Key}\", which is replaced at deployment");
        assertThat(resources(template.replacing("${Key}", "team")))
                .containsExactly(FAKE + "/user/${aws:PrincipalTag/team}");
    }

    @Test
    void variablesThatAreNotClosedAreReadInOnePass() {
        PolicyTemplate template = onResource(quoted(FAKE + "/user/" + "${".repeat(500_000)));

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(template::read)
                .withMessageContaining("expected a closing brace behind each");
    }

    @ParameterizedTest
    @CsvSource({
        // The app instance and all below it.
        "arn:aws:chime:eu-central-1:999988887777:app-instance/real, arn:aws:chime:us-east-1:111122223333:app-instance/fake",
        "arn:aws:chime:eu-central-1:999988887777:app-instance/real/user/*, arn:aws:chime:us-east-1:111122223333:app-instance/fake/user/*",
        "arn:aws:chime:eu-central-1:999988887777:app-instance/real*, arn:aws:chime:us-east-1:111122223333:app-instance/fake*",
        // Region and account, as far as they are said.
        "arn:aws:chime:eu-central-1:999988887777:app-instance/*, arn:aws:chime:us-east-1:111122223333:app-instance/*",
        "arn:aws:chime:*:*:app-instance/real/*, arn:aws:chime:*:*:app-instance/fake/*",
        // Others stay.
        "arn:aws:chime:eu-central-1:999988887777:app-instance/really, arn:aws:chime:us-east-1:111122223333:app-instance/really",
        "arn:aws:chime:eu-central-1:123412341234:app-instance/real, arn:aws:chime:eu-central-1:123412341234:app-instance/real",
        "arn:aws:chime:eu-west-1:999988887777:app-instance/real, arn:aws:chime:eu-west-1:999988887777:app-instance/real",
        "arn:aws:kinesis:eu-west-1:123412341234:stream/x, arn:aws:kinesis:eu-west-1:123412341234:stream/x",
        "arn:aws:kinesis:eu-central-1:123412341234:stream/x, arn:aws:kinesis:eu-central-1:123412341234:stream/x",
        "arn:aws:s3:::eu-central-1, arn:aws:s3:::eu-central-1",
        // Other services.
        "arn:aws:kinesis:eu-central-1:999988887777:stream/chime-x, arn:aws:kinesis:us-east-1:111122223333:stream/chime-x",
        "arn:aws:kinesis:eu-west-1:999988887777:stream/chime-x, arn:aws:kinesis:eu-west-1:111122223333:stream/chime-x",
        "arn:aws:iam::999988887777:role/chat, arn:aws:iam::111122223333:role/chat",
        "*, *"
    })
    void aRealAppInstanceIsMappedToTheFakes(String resource, String mapped) {
        assertThat(resources(onResource(quoted(resource)).mapping(REAL, FAKE))).containsExactly(mapped);
    }

    @Test
    void accountAndRegionAreMappedWhereTheyStandAlone() {
        String json = "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\","
                + "\"Condition\":{\"StringEquals\":{\"aws:PrincipalAccount\":[\"999988887777\",\"eu-central-1\",\"eu-*\",\"\"]}}}}";

        assertThat(statement(policy("own", json).mapping(REAL, FAKE))
                        .conditions()
                        .get(0)
                        .values())
                .containsExactly("111122223333", "us-east-1", "eu-*", "");
    }

    @Test
    void onlyArnsAreMapped() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> onResource("\"*\"").mapping("real", FAKE))
                .withMessageContaining("received \"real\", expected an ARN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> onResource("\"*\"").replacing("", FAKE))
                .withMessageContaining("expected a text to replace");
    }

    @Test
    void aFileIsReadAndNamedByItsPath(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("chat.json");
        Files.writeString(file, "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}");

        assertThat(policy(file).read().name()).isEqualTo(file.toString());
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> policy(directory.resolve("none.json")));
    }

    @Test
    void aResourceIsReadAndNamedLikeIt() {
        assertThat(policy("iam/chat-backend.json")
                        .replacing("${AppInstanceArn}", FAKE)
                        .read()
                        .name())
                .isEqualTo("iam/chat-backend.json");
        assertThat(policy("/iam/chat-backend.json").toString()).isEqualTo("/iam/chat-backend.json");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy("iam/none.json"))
                .withMessageContaining("no such resource");
    }

    @Test
    void whatIsNoJsonIsRefusedUnderItsName() {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> policy("chat", "{").read())
                .withMessageStartingWith("Invalid IAM policy \"chat\": ");
    }
}
