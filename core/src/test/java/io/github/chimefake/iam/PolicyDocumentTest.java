package io.github.chimefake.iam;

import static io.github.chimefake.iam.StatementElement.Name.ACTION;
import static io.github.chimefake.iam.StatementElement.Name.NOT_ACTION;
import static io.github.chimefake.iam.StatementElement.Name.NOT_RESOURCE;
import static io.github.chimefake.iam.StatementElement.Name.RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDocumentTest {

    @Test
    void readsListsOfStatementsActionsAndResources() {
        PolicyDocument policy = PolicyDocument.parse("""
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

        assertThat(policy)
                .isEqualTo(new PolicyDocument(
                        Optional.of("chat"),
                        List.of(
                                new Statement(
                                        Optional.of("Send"),
                                        Effect.ALLOW,
                                        new StatementElement(
                                                ACTION, List.of("chime:SendChannelMessage", "chime:List*")),
                                        new StatementElement(
                                                RESOURCE,
                                                List.of(
                                                        "arn:aws:chime:us-east-1:111122223333:app-instance/I/user/*",
                                                        "*"))),
                                new Statement(
                                        Optional.empty(),
                                        Effect.DENY,
                                        new StatementElement(NOT_ACTION, List.of("chime:?onnect")),
                                        new StatementElement(NOT_RESOURCE, List.of("arn:aws:chime:*"))))));
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
                "{'Statement':{'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::b/${aws:username}'}}"
            })
    void readsWhatIamReads(String json) {
        assertThat(PolicyDocument.parse(json.replace('\'', '"')).statements()).isNotEmpty();
    }

    /** Each row: the path that is named, a word of the message, the statement. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            .Condition    | not supported yet           | {'Effect':'Allow','Action':'*','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'true'}}}
            .Condition    | not supported yet           | {'Effect':'Deny','Action':'*','Resource':'*','Condition':{}}
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
            .Action       | service:action              | {'Effect':'Allow','Action':'chime:','Resource':'*'}
            .Action       | service:action              | {'Effect':'Allow','Action':'*:SendChannelMessage','Resource':'*'}
            .Action       | service:action              | {'Effect':'Allow','Action':' chime:*','Resource':'*'}
            .NotAction[0] | service:action              | {'Effect':'Allow','NotAction':[''],'Resource':'*'}
            .Resource     | an ARN                      | {'Effect':'Allow','Action':'*','Resource':''}
            .Resource     | an ARN                      | {'Effect':'Allow','Action':'*','Resource':'**'}
            .Resource     | an ARN                      | {'Effect':'Allow','Action':'*','Resource':'app-instance/I'}
            .Resource     | an ARN                      | {'Effect':'Allow','Action':'*','Resource':'arn:aws:chime:us-east-1:app-instance'}
            .Resource     | takes no wildcards          | {'Effect':'Allow','Action':'*','Resource':'arn:aws:c*:us-east-1:1:app-instance/I'}
            .Resource     | Policy variables            | {'Effect':'Allow','Action':'*','Resource':'arn:aws:chime:us-east-1:1:app-instance/I/user/${aws:username}'}
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

    @Test
    void quotesNoMoreOfALongValueThanIsNeeded() {
        String action = "x".repeat(1000);

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> PolicyDocument.parse(
                        "{\"Statement\":{\"Effect\":\"Allow\",\"Resource\":\"*\",\"Action\":\"" + action + "\"}}"))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(400));
    }

    private static void assertRefused(String json, String path, String words) {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> PolicyDocument.parse(json.replace('\'', '"')))
                .withMessageContaining(words)
                .returns(path, InvalidPolicyException::path);
    }
}
