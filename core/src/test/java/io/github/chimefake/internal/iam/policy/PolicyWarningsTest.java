package io.github.chimefake.internal.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.iam.PolicyDocument;
import io.github.chimefake.iam.PolicyDocument.PolicyWarning;
import io.github.chimefake.iam.PolicyDocument.ServiceVocabulary;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyWarningsTest {
    private static final ServiceVocabulary CHIME = ServiceVocabulary.of(
            "chime",
            Set.of("SendChannelMessage", "ListChannelMessages", "ListChannels", "CreateChannel"),
            Set.of("aws:ResourceTag/", "aws:TagKeys", "aws:SourceIp"));

    // spotless:off
    /** Each row: the path, words of the warning, the statement's action, the rest of the statement. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            .Action    | did you mean "chime:SendChannelMessage"? | "chime:SendChannelMesage" | "Resource":"*"
            .Action    | did you mean "chime:SendChannelMessage"? | "chime:SendMesage"        | "Resource":"*"
            .Action    | did you mean "chime:ListChannels"?       | "CHIME:listchanels"       | "Resource":"*"
            .Action[1] | no action of chime has this name         | ["chime:*","chime:Sned*"] | "Resource":"*"
            .Action    | one action per value                     | "s3:GetObject,PutObject"  | "Resource":"*"
            .Action    | one action per value                     | "chime:"                  | "Resource":"*"
            .Action    | one action per value                     | "chime: ListChannels"     | "Resource":"*"
            .Resource  | six components                           | "chime:ListChannels"      | "Resource":"arn:aws:chime"
            .Resource  | has no variables                       | "chime:ListChannels"      | "Resource":"arn:aws:s3:::b/${aws:username}"
            .Condition.StringEquals.chime:ResourceTag/team | did you mean "aws:ResourceTag/team"? | "chime:ListChannels" | "Resource":"*","Condition":{"StringEquals":{"chime:ResourceTag/team":"a"}}
            .Condition.StringEquals.aws:SourceIpp          | the nearest that one has is "aws:SourceIp" | "*"            | "Resource":"*","Condition":{"StringEquals":{"aws:SourceIpp":"a"}}
            .Condition.StringEquals.s3:prefix              | no request to chime has this  | "chime:ListChannels" | "Resource":"*","Condition":{"StringEquals":{"s3:prefix":"a"}}
            .Condition.StringEquals.aws:ResourceTag/       | no request to chime has this  | "chime:ListChannels" | "Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/":"a"}}
            .Condition.StringEquals.username               | service:name                  | "s3:*"               | "Resource":"*","Condition":{"StringEquals":{"username":"a"}}
            .Condition.StringEquals.:username              | service:name                  | "s3:*"               | "Resource":"*","Condition":{"StringEquals":{":username":"a"}}
            .Condition.StringEquals.aws:SourceIp           | has no variables            | "s3:*"               | "Resource":"*","Condition":{"StringEquals":{"aws:SourceIp":"${aws:username}"}}
            """)
    void warnOfWhatIsProbablyAMistake(String path, String words, String action, String rest) {
        List<PolicyWarning> warnings = warnings("\"Action\":" + action + "," + rest);

        assertThat(warnings).singleElement().satisfies(warning -> {
            assertThat(warning.path()).isEqualTo("$.Statement[0]" + path);
            assertThat(warning.message()).startsWith("received ").contains(words);
            assertThat(warning).hasToString(warning.path() + ": " + warning.message());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "chime:sendchannelmessage" | "Resource":"arn:aws:chime:*"
            "chime:*Channel*"          | "Resource":"*"
            "*"                        | "Resource":"*","Condition":{"StringEquals":{"s3:prefix":"a"}}
            ["chime:ListChannels","s3:ListBucket"] | "Resource":"*","Condition":{"StringEquals":{"s3:prefix":"a"}}
            "s3:Anything"              | "Resource":"*","Condition":{"StringEquals":{"aws:Anything":"a"}}
            "chime:ListChannels"       | "Resource":"*","Condition":{"StringEquals":{"AWS:resourcetag/Team":"a","aws:tagkeys":"b"}}
            """)
    void areSilentOnWhatIsKnownAndOnOtherServices(String action, String rest) {
        assertThat(warnings("\"Action\":" + action + "," + rest)).isEmpty();
    }
    // spotless:on

    @Test
    void lookAtStatementsOnAllActionsButSome() {
        assertThat(warnings(
                        "\"NotAction\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{\"Bool\":{\"chime:Any\":\"true\"}}"))
                .hasSize(1);
    }

    @Test
    void suggestTheNearestActionTwentyTimes() {
        String actions = "\"chime:ListChanels\",".repeat(60);

        assertThat(warnings("\"Action\":[" + actions + "\"chime:*\"],\"Resource\":\"*\""))
                .hasSize(60)
                .extracting(PolicyWarning::message)
                .allMatch(message -> message.contains("no action of chime has this name, so it matches nothing"))
                .filteredOn(message -> message.contains("did you mean"))
                .hasSize(20);
    }

    @Test
    void suggestNoActionThatIsNotSimilar() {
        assertThat(warnings("\"Action\":\"chime:Frobnicate\",\"Resource\":\"*\""))
                .singleElement()
                .extracting(PolicyWarning::message)
                .isEqualTo(
                        "received \"chime:Frobnicate\", but no action of chime has this name, so it matches nothing");
    }

    @Test
    void needToKnowTheService() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceVocabulary.of("chime", Set.of(), Set.of()))
                .withMessageContaining("at least one");
    }

    private static List<PolicyWarning> warnings(String statement) {
        return PolicyDocument.parse("{\"Statement\":[{\"Effect\":\"Allow\"," + statement + "}]}")
                .warnings(CHIME);
    }
}
