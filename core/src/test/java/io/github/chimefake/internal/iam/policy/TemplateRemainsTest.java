package io.github.chimefake.internal.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.iam.PolicyDocument;
import io.github.chimefake.iam.PolicyDocument.PolicyWarning;
import io.github.chimefake.iam.PolicyDocument.ServiceVocabulary;
import io.github.chimefake.internal.json.JsonString;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Warnings of values that a template engine should have rendered. */
class TemplateRemainsTest {
    private static final ServiceVocabulary SERVICE = ServiceVocabulary.of("svc", Set.of("Action"), Set.of("svc:Key"));
    private static final String ARN = "arn:aws:chime:us-east-1:111122223333:app-instance/";

    /** Each row: what a value has in the place of a variable, who writes so, and what is meant. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $${aws:username}                 | Terraform's templates        | ${aws:username}
            $${aws:PrincipalTag/team, 'no'}  | Terraform's templates        | ${aws:PrincipalTag/team, 'no'}
            &{aws:username}                  | Terraform's policy documents | ${aws:username}
            ${!aws:username}                 | Fn::Sub                      | ${aws:username}
            \\${aws:username}                | shells and template strings  | ${aws:username}
            ${{aws:username}}                | CI pipelines                 | ${aws:username}
            """)
    void aVariableInTheNotationOfATemplateIsDoubtful(String written, String writtenBy, String meant) {
        String value = ARN + "user/" + written;

        for (String statement : List.of(
                resource(value),
                notResource(value),
                condition("ArnLike", value),
                condition("StringNotEquals", value))) {
            assertThat(warnings(statement))
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.message())
                            .startsWith("received \"arn:aws:chime:")
                            .contains(
                                    "but IAM reads ",
                                    writtenBy + " write variables so. Did you mean \"" + meant + "\"?"));
        }
    }

    @Test
    void theWarningSaysWhatIamReads() {
        assertThat(warnings(resource(ARN + "user/$${aws:username}")))
                .singleElement()
                .hasToString("$.Statement[0].Resource: received \"" + ARN + "user/$${aws:username}\", but IAM reads"
                        + " \"$${aws:username}\" as a dollar sign before the variable; Terraform's templates write"
                        + " variables so. Did you mean \"${aws:username}\"?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#{AWS::Region}",
                "#{id}",
                "{{id}}",
                "{{ .Values.id }}",
                "{id}",
                "@{id}",
                "<id>",
                "<your app instance>",
                "%ID%",
                "%app.instance%",
                "__ID__",
                "@@id@@",
                "[[id]]",
                "((id))",
                "$(id)",
                "$ID",
                "$APP_INSTANCE"
            })
    void aPlaceholderIsDoubtful(String placeholder) {
        String value = ARN + placeholder + "/user/*";

        for (String statement : List.of(
                resource(value),
                notResource(value),
                condition("ArnLike", value),
                condition("StringNotLike", value),
                condition("StringEquals", placeholder))) {
            assertDoubtful(statement, placeholder);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REGION          | arn:aws:chime:REGION:111122223333:app-instance/a
            region          | arn:aws:chime:region:111122223333:app-instance/a
            my-region       | arn:aws:chime:my-region:111122223333:app-instance/a
            US-EAST-1       | arn:aws:chime:US-EAST-1:111122223333:app-instance/a
            PARTITION       | arn:PARTITION:chime:us-east-1:111122223333:app-instance/a
            ACCOUNT_ID      | arn:aws:chime:us-east-1:ACCOUNT_ID:app-instance/a
            account-id      | arn:aws:chime:us-east-1:account-id:app-instance/a
            your-account    | arn:aws:chime:us-east-1:your-account:app-instance/a
            XXXXXXXXXXXX    | arn:aws:chime:us-east-1:XXXXXXXXXXXX:app-instance/a
            APP_INSTANCE_ID | arn:aws:chime:us-east-1:111122223333:app-instance/APP_INSTANCE_ID/user/*
            REGION          | arn:aws:s3:::chat-archive/REGION
            YOUR-BUCKET     | arn:aws:s3:::YOUR-BUCKET
            your-bucket     | arn:aws:s3:::your-bucket/*
            XXX             | arn:aws:sqs:us-east-1:111122223333:XXX
            """)
    void aWordInThePlaceOfAValueIsDoubtful(String word, String arn) {
        assertDoubtful(resource(arn), word);
        assertDoubtful(condition("ArnLike", arn), word);
    }

    private static void assertDoubtful(String statement, String placeholder) {
        String quoted = new JsonString(placeholder).toJson();

        assertThat(warnings(statement))
                .singleElement()
                .extracting(PolicyWarning::message)
                .asString()
                .contains(
                        "but " + quoted + " looks like a placeholder that no deployment has replaced, so the value can"
                                + " match nothing. Give the value: policy(…).replacing(" + quoted + ", …)");
    }

    @Test
    void severalPlaceholdersAreListed() {
        assertThat(warnings(resource("arn:aws:chime:#{AWS::Region}:{{account}}:app-instance/<id>")))
                .singleElement()
                .extracting(PolicyWarning::message)
                .asString()
                .contains("but \"#{AWS::Region}\", \"{{account}}\", \"<id>\" look like placeholders")
                .endsWith(".replacing(\"#{AWS::Region}\", …).replacing(\"{{account}}\", …).replacing(\"<id>\", …)");
    }

    @Test
    void theWarningNamesOneOfSeveralValues() {
        assertThat(warnings(resource(ARN + "a\",\"" + ARN + "<id>")))
                .extracting(PolicyWarning::path)
                .containsExactly("$.Statement[0].Resource[1]");
        assertThat(warnings(condition("StringLike", "a\",\"<id>\",\"b")))
                .extracting(PolicyWarning::path)
                .containsExactly("$.Statement[0].Condition.StringLike.svc:Key[1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "arn:aws:chime:us-east-1:111122223333:app-instance/*/user/${aws:username}",
                "arn:aws:chime:*:*:app-instance/${aws:PrincipalTag/team, '<none>'}",
                "arn:aws:chime:us-east-1:1:a/${*}/${$}${aws:username}",
                "arn:aws-us-gov:chime:us-gov-west-1:111122223333:app-instance/a",
                "arn:*:chime:us-*:1111????3333:app-instance/a",
                "arn:aws:iam::aws:policy/ReadOnlyAccess",
                "arn:aws:iam::111122223333:role/ORDERS/RegionAdmin",
                "arn:aws:s3:::bucket/caf%C3%A9%20bar",
                "arn:aws:s3:::bucket/$folder$",
                "arn:aws:sqs"
            })
    void whatCanMatchIsNotDoubtful(String resource) {
        assertThat(warnings(resource(resource)))
                .extracting(PolicyWarning::message)
                .filteredOn(message -> message.contains("placeholder") || message.contains("Did you mean"))
                .isEmpty();
    }

    @Test
    void anOldPolicyHasNoVariablesToMistake() {
        String old =
                "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"svc:Action\",\"Resource\":\"" + ARN + "%s\"}]}";

        assertThat(PolicyDocument.parse(old.formatted("user/$${aws:username}")).warnings(SERVICE))
                .singleElement()
                .extracting(PolicyWarning::message)
                .asString()
                .contains("has no variables");
        assertThat(PolicyDocument.parse(old.formatted("user/&{aws:username}")).warnings(SERVICE))
                .singleElement()
                .extracting(PolicyWarning::message)
                .asString()
                .contains("Terraform");
        assertThat(PolicyDocument.parse(old.formatted("<id>")).warnings(SERVICE))
                .singleElement()
                .extracting(PolicyWarning::message)
                .asString()
                .contains("\"<id>\" looks like a placeholder");
    }

    private static String resource(String value) {
        return "\"Resource\":[\"" + value.replace("\\", "\\\\") + "\"]";
    }

    private static String notResource(String value) {
        return "\"NotResource\":\"" + value.replace("\\", "\\\\") + "\"";
    }

    private static String condition(String operator, String value) {
        return "\"Resource\":\"*\",\"Condition\":{\"" + operator + "\":{\"svc:Key\":[\"" + value.replace("\\", "\\\\")
                + "\"]}}";
    }

    private static List<PolicyWarning> warnings(String rest) {
        return PolicyDocument.parse(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"svc:Action\","
                                + rest + "}]}")
                .warnings(SERVICE);
    }
}
