package io.github.chimefake.internal.iam.policy;

import static io.github.chimefake.internal.iam.policy.StatementElement.Name.ACTION;
import static io.github.chimefake.internal.iam.policy.StatementElement.Name.NOT_ACTION;
import static io.github.chimefake.internal.iam.policy.StatementElement.Name.NOT_RESOURCE;
import static io.github.chimefake.internal.iam.policy.StatementElement.Name.RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.internal.iam.condition.Condition;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParsedPolicyTest {

    @Test
    void readsListsOfStatementsActionsAndResources() {
        ParsedPolicy policy = ParsedPolicy.parse("""
                {
                  "Version": "2012-10-17",
                  "Id": "chat",
                  "Statement": [
                    {
                      "Sid": "Send",
                      "Effect": "Allow",
                      "Action": ["chime:SendChannelMessage", "chime:List*"],
                      "Resource": ["arn:aws:chime:us-east-1:111122223333:app-instance/I/user/*", "*"]
                    },
                    {"Effect": "Deny", "NotAction": "chime:?onnect", "NotResource": "arn:aws:chime:*"}
                  ]
                }
                """);

        assertThat(policy.version()).isEqualTo(ParsedPolicy.Version.V2012_10_17);
        assertThat(policy.id()).contains("chat");
        assertThat(policy.statements())
                .extracting(
                        Statement::sid,
                        Statement::effect,
                        statement -> statement.action().name(),
                        statement -> statement.action().patterns(),
                        statement -> statement.resource().name(),
                        statement -> statement.resource().patterns(),
                        Statement::conditions)
                .containsExactly(
                        tuple(
                                Optional.of("Send"),
                                Effect.ALLOW,
                                ACTION,
                                List.of("chime:SendChannelMessage", "chime:List*"),
                                RESOURCE,
                                List.of("arn:aws:chime:us-east-1:111122223333:app-instance/I/user/*", "*"),
                                List.of()),
                        tuple(
                                Optional.empty(),
                                Effect.DENY,
                                NOT_ACTION,
                                List.of("chime:?onnect"),
                                NOT_RESOURCE,
                                List.of("arn:aws:chime:*"),
                                List.of()));
    }

    @Test
    void readsConditions() {
        ParsedPolicy policy = ParsedPolicy.parse("""
                {
                  "Version": "2012-10-17",
                  "Statement": {
                    "Effect": "Allow", "Action": "*", "Resource": "*",
                    "Condition": {
                      "ForAnyValue:StringLikeIfExists": {"aws:TagKeys": ["a*", "b"]},
                      "NumericLessThan": {"s3:max-keys": 10, "aws:MultiFactorAuthAge": "0.5"},
                      "Bool": {"aws:SecureTransport": true}
                    }
                  }
                }
                """);

        assertThat(policy.statements().get(0).conditions())
                .extracting(Condition::operator, Condition::key, Condition::values)
                .containsExactly(
                        tuple("ForAnyValue:StringLikeIfExists", "aws:TagKeys", List.of("a*", "b")),
                        tuple("NumericLessThan", "s3:max-keys", List.of("10")),
                        tuple("NumericLessThan", "aws:MultiFactorAuthAge", List.of("0.5")),
                        tuple("Bool", "aws:SecureTransport", List.of("true")));
    }

    @Test
    void comparesByContent() {
        String json = "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\","
                + "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"true\"}}}}";

        assertThat(ParsedPolicy.parse(json))
                .isEqualTo(ParsedPolicy.parse(json))
                .hasSameHashCodeAs(ParsedPolicy.parse(json));
        assertThat(ParsedPolicy.parse(json)).isNotEqualTo(ParsedPolicy.parse(json.replace("true", "false")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}",
                "{'Version':'2008-10-17','Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}",
                "{'Statement':[{'Sid':'','Effect':'Allow','Action':'*','Resource':'*'},"
                        + "{'Sid':'','Effect':'Allow','Action':'*','Resource':'*'}]}",
                "{'Statement':{'Effect':'Allow','Action':'Chime:SENDChannelMessage','Resource':'*'}}",
                "{'Statement':{'Effect':'Allow','Action':'*','Resource':'arn:aws:sns:us-east-1:1:a:b:c'}}",
                // Before version 2012-10-17 this is no variable.
                "{'Statement':{'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::b/${aws username'}}",
                // What stands behind the colon is taken as it is.
                "{'Statement':{'Effect':'Allow','Action':'chime:','Resource':'*'}}",
                "{'Statement':{'Effect':'Allow','Action':'s3:GetObject,PutObject','Resource':'*'}}",
                // What is missing at the end of an ARN is completed.
                "{'Statement':{'Effect':'Allow','Action':'*','Resource':'arn:aws:sqs'}}",
                "{'Statement':{'Effect':'Allow','Action':'*','Resource':'*','Condition':{}}}",
                "{'Statement':{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'BinaryEquals':{'key':'QQ=='}}}}"
            })
    void readsWhatIamReads(String json) {
        assertThat(ParsedPolicy.parse(json.replace('\'', '"')).statements()).isNotEmpty();
    }

    /** Each row: the path that is named, a word of the message, the statement. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            .Condition    | received an array           | {'Effect':'Deny','Action':'*','Resource':'*','Condition':[]}
            .Principal    | resource-based              | {'Effect':'Allow','Principal':'*','Action':'*','Resource':'*'}
            .NotPrincipal | resource-based              | {'Effect':'Allow','NotPrincipal':'*','Action':'*','Resource':'*'}
            .action       | expected "Action", in this  | {'Effect':'Allow','action':'*','Resource':'*'}
            .Actions      | expected one of Sid, Effect | {'Effect':'Allow','Actions':'*','Resource':'*'}
            ``            | without Effect              | {'Action':'*','Resource':'*'}
            .Effect       | received "allow"            | {'Effect':'allow','Action':'*','Resource':'*'}
            .Effect       | received a boolean, true    | {'Effect':true,'Action':'*','Resource':'*'}
            ``            | neither Action nor NotAction | {'Effect':'Allow','Resource':'*'}
            ``            | both Action and NotAction   | {'Effect':'Allow','Action':'*','NotAction':'*','Resource':'*'}
            ``            | neither Resource nor NotResource | {'Effect':'Allow','Action':'*'}
            ``            | both Resource and NotResource | {'Effect':'Allow','Action':'*','Resource':'*','NotResource':'*'}
            .Action       | empty list                  | {'Effect':'Allow','Action':[],'Resource':'*'}
            .NotResource  | empty list                  | {'Effect':'Deny','Action':'*','NotResource':[]}
            .Action       | received null, null         | {'Effect':'Allow','Action':null,'Resource':'*'}
            .Action[1]    | received a number, 7        | {'Effect':'Allow','Action':['*',7],'Resource':'*'}
            .Resource[0]  | received an array           | {'Effect':'Allow','Action':'*','Resource':[['*']]}
            .Action       | service:action              | {'Effect':'Allow','Action':'SendChannelMessage','Resource':'*'}
            .Action       | service:action              | {'Effect':'Allow','Action':'chime:Send:Message','Resource':'*'}
            .Action       | variables are not allowed   | {'Effect':'Allow','Action':'chime:${aws:username}','Resource':'*'}
            .Action       | service:action              | {'Effect':'Allow','Action':'*:SendChannelMessage','Resource':'*'}
            .Action       | service:action              | {'Effect':'Allow','Action':' chime:*','Resource':'*'}
            .NotAction[0] | service:action              | {'Effect':'Allow','NotAction':[''],'Resource':'*'}
            .Resource     | an ARN                      | {'Effect':'Allow','Action':'*','Resource':''}
            .Resource     | an ARN                      | {'Effect':'Allow','Action':'*','Resource':'**'}
            .Resource     | an ARN                      | {'Effect':'Allow','Action':'*','Resource':'app-instance/I'}
            .Resource     | an ARN                      | {'Effect':'Allow','Action':'*','Resource':'arn:aws'}
            .Resource     | an ARN                      | {'Effect':'Allow','Action':'*','Resource':'urn:aws:s3:::b'}
            .Resource     | has no wildcards            | {'Effect':'Allow','Action':'*','Resource':'arn:aws:c*:us-east-1:1:app-instance/I'}
            .Resource     | behind the fifth colon      | {'Effect':'Allow','Action':'*','Resource':'arn:aws:chime:us-east-1:${aws:PrincipalAccount}:app-instance/I'}
            .Resource     | names a context key         | {'Effect':'Allow','Action':'*','Resource':'${AppInstanceArn}/user/*'}
            .Resource     | names a context key         | {'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::b/${}'}
            .Resource     | a closing brace             | {'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::b/${aws:username'}
            .Resource     | without spaces              | {'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::b/${aws: username}'}
            .Resource     | between single quotes       | {'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::b/${aws:username, none}'}
            ``            | "Effect": "Allow" or "Deny" | {'Action':'*','Resource':'*'}
            .Sid          | letters                     | {'Sid':'no spaces','Effect':'Allow','Action':'*','Resource':'*'}
            .Sid          | received an object          | {'Sid':{},'Effect':'Allow','Action':'*','Resource':'*'}
            """)
    void refusesAStatementThatIsNotUnderstood(String path, String words, String statement) {
        assertRefused("{'Version':'2012-10-17','Statement':[" + statement + "]}", "$.Statement[0]" + path, words);
        assertRefused("{'Version':'2012-10-17','Statement':" + statement + "}", "$.Statement" + path, words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $              | without Statement       | {}
            $              | received an array       | []
            $              | there is no JSON value  | ``
            $              | text after              | {} {}
            $              | "Id" is given twice     | {'Id':'a','Id':'b','Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}
            $              | "Effect" is given twice | {'Statement':{'Effect':'Deny','Effect':'Allow','Action':'*','Resource':'*'}}
            $.Version      | not the day             | {'Version':'2026-11-22','Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}
            $.Version      | received a number       | {'Version':2012,'Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}
            $.Id           | received null           | {'Id':null,'Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}
            $.statement    | expected "Statement"    | {'statement':{'Effect':'Allow','Action':'*','Resource':'*'}}
            $.Statement    | at least one statement  | {'Statement':[]}
            $.Statement    | received a string       | {'Statement':'Allow'}
            $.Statement[1] | received null           | {'Statement':[{'Effect':'Allow','Action':'*','Resource':'*'},null]}
            $.Statement[1].Sid | a second time       | {'Statement':[{'Sid':'A','Effect':'Allow','Action':'*','Resource':'*'},{'Sid':'A','Effect':'Allow','Action':'*','Resource':'*'}]}
            """)
    void refusesADocumentThatIsNotUnderstood(String path, String words, String document) {
        assertRefused(document, path, words);
    }

    /** Each row: the path below Condition, a word of the message, the condition block. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            .StringEqual                  | "StringEquals", in this spelling | {'StringEqual':{'aws:username':'a'}}
            .stringEquals                 | "StringEquals", in this spelling | {'stringEquals':{'aws:username':'a'}}
            .StringLikeIfExist            | "StringLike"                 | {'StringLikeIfExist':{'aws:username':'a'}}
            .ForAnyValue:StringLik        | "ForAnyValue:StringLike"     | {'ForAnyValue:StringLik':{'aws:username':'a'}}
            .ForAnyValues:StringLike      | "StringLike"                 | {'ForAnyValues:StringLike':{'aws:username':'a'}}
            .BinaryNotEquals              | a condition operator         | {'BinaryNotEquals':{'aws:username':'a'}}
            .NullIfExists                 | "Null" without IfExists      | {'NullIfExists':{'aws:username':'true'}}
            .ForAnyValue:NullIfExists     | "ForAnyValue:Null" without IfExists | {'ForAnyValue:NullIfExists':{'aws:username':'true'}}
            .Null.aws:username            | without variables            | {'Null':{'aws:username':'${aws:userid}'}}
            .DateEquals.aws:CurrentTime   | without variables            | {'DateEquals':{'aws:CurrentTime':'${aws:userid}'}}
            .BinaryEquals.a:key           | without variables            | {'BinaryEquals':{'a:key':'${aws:userid}'}}
            .IpAddress.aws:SourceIp       | without variables            | {'IpAddress':{'aws:SourceIp':'${aws:userid}'}}
            .StringEquals                 | expected an object           | {'StringEquals':'a'}
            .StringEquals.aws:username    | received null                | {'StringEquals':{'aws:username':null}}
            .StringEquals.aws:username[1] | received an object           | {'StringEquals':{'aws:username':['a',{}]}}
            .StringEquals.AWS:userName    | in different case            | {'StringEquals':{'aws:username':'a','AWS:userName':'b'}}
            .StringEquals.                | empty condition key          | {'StringEquals':{'':'a'}}
            .StringEquals.aws:username    | a closing brace              | {'StringEquals':{'aws:username':'${aws:userid'}}
            .StringEquals.aws:username    | names a context key          | {'StringEquals':{'aws:username':'${:username}'}}
            .StringEquals.aws:username    | names a context key          | {'StringEquals':{'aws:username':'${,\\u0027a:b\\u0027}'}}
            .NumericEquals.s3:max-keys    | without variables            | {'NumericEquals':{'s3:max-keys':'${aws:username}'}}
            """)
    void refusesAConditionThatIsNotUnderstood(String path, String words, String block) {
        assertRefused(
                "{'Version':'2012-10-17','Statement':[{'Effect':'Deny','Action':'*','Resource':'*','Condition':" + block
                        + "}]}",
                "$.Statement[0].Condition" + path,
                words);
    }

    @Test
    void survivesNestingWithoutEnd() {
        String deep = "[".repeat(100_000);

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> ParsedPolicy.parse("{\"Statement\":" + deep));
    }

    @Test
    void quotesNoMoreOfALongValueThanIsNeeded() {
        String action = "x".repeat(1000);

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> ParsedPolicy.parse(
                        "{\"Statement\":{\"Effect\":\"Allow\",\"Resource\":\"*\",\"Action\":\"" + action + "\"}}"))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(400));
    }

    private static void assertRefused(String json, String path, String words) {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> ParsedPolicy.parse(json.replace('\'', '"')))
                .withMessageContaining(words)
                .returns(path, InvalidPolicyException::path);
    }
}
