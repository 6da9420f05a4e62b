package io.github.chimefake;

import static io.github.chimefake.AttachedPoliciesFixture.ALL;
import static io.github.chimefake.AttachedPoliciesFixture.policyIf;
import static io.github.chimefake.Requests.describe;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.permissions.Permissions.CallerPermissionSelection;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;

/**
 * The conditions of the policies that AWS's guide shows deny and allow what they do on AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition
 *     context keys</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable">Principal
 *     key values</a>
 */
@Tag("slow")
class GuidePoliciesTest {
    private static final String FEDERATED = "arn:aws:sts::111122223333:federated-user/carol";
    private static final String ROOT = "arn:aws:iam::111122223333:root";

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general = chime.channel("general").members(alice).create();

    // spotless:off
    /**
     * Each row: a statement's effect and condition, the caller, the keys that a test sets for it, and whether its call succeeds. A
     * statement that denies stands beside one that allows everything.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Deny  | {"DateLessThan":{"aws:TokenIssueTime":"2100-01-01T00:00:00Z"}}    | role      |                                    | false
            Deny  | {"DateLessThan":{"aws:TokenIssueTime":"2100-01-01T00:00:00Z"}}    | temporary |                                    | false
            Deny  | {"DateLessThan":{"aws:TokenIssueTime":"2100-01-01T00:00:00Z"}}    | federated |                                    | false
            Deny  | {"DateLessThan":{"aws:TokenIssueTime":"2000-01-01T00:00:00Z"}}    | role      |                                    | true
            Deny  | {"DateLessThan":{"aws:TokenIssueTime":"2100-01-01T00:00:00Z"}}    | user      |                                    | true
            Deny  | {"Null":{"aws:TokenIssueTime":"true"}}                            | user      |                                    | false
            Deny  | {"Null":{"aws:TokenIssueTime":"true"}}                            | role      |                                    | true
            Deny  | {"NotIpAddress":{"aws:SourceIp":["192.0.2.0/24","203.0.113.0/24"]},"Bool":{"aws:ViaAWSService":"false"}} | role |                             | false
            Deny  | {"NotIpAddress":{"aws:SourceIp":["192.0.2.0/24","203.0.113.0/24"]},"Bool":{"aws:ViaAWSService":"false"}} | user |                             | false
            Deny  | {"NotIpAddress":{"aws:SourceIp":["192.0.2.0/24","203.0.113.0/24"]},"Bool":{"aws:ViaAWSService":"false"}} | role | aws:SourceIp=203.0.113.7    | true
            Deny  | {"NotIpAddress":{"aws:SourceIp":["192.0.2.0/24","203.0.113.0/24"]},"Bool":{"aws:ViaAWSService":"false"}} | role | aws:CalledVia=athena.amazonaws.com | true
            Deny  | {"StringNotEqualsIfExists":{"aws:SourceVpc":"vpc-1"},"Bool":{"aws:ViaAWSService":"false"}} | role |                                           | false
            Deny  | {"StringNotEqualsIfExists":{"aws:SourceVpc":"vpc-1"},"Bool":{"aws:ViaAWSService":"false"}} | role | aws:SourceVpc=vpc-1                       | true
            Deny  | {"NotIpAddressIfExists":{"aws:SourceIp":"192.0.2.0/24"},"StringNotEqualsIfExists":{"aws:SourceVpc":"vpc-1"}} | role | aws:SourceVpc=vpc-1    | true
            Deny  | {"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}           | user      |                                    | false
            Deny  | {"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}           | role      |                                    | false
            Deny  | {"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}           | temporary | aws:MultiFactorAuthPresent=true    | true
            Deny  | {"Bool":{"aws:MultiFactorAuthPresent":"false"}}                   | user      |                                    | true
            Deny  | {"Bool":{"aws:MultiFactorAuthPresent":"false"}}                   | temporary |                                    | false
            Deny  | {"Bool":{"aws:MultiFactorAuthPresent":"false"}}                   | role      |                                    | false
            Deny  | {"Bool":{"aws:MultiFactorAuthPresent":"false"}}                   | role      | aws:MultiFactorAuthPresent=true    | true
            Deny  | {"Bool":{"aws:MultiFactorAuthPresent":"false"}}                   | role      | aws:MultiFactorAuthAge=60          | true
            Deny  | {"Bool":{"aws:MultiFactorAuthPresent":"false"}}                   | federated |                                    | true
            Deny  | {"Bool":{"aws:MultiFactorAuthPresent":"false"}}                   | role      | cognito-identity.amazonaws.com:sub=eu:1 | true
            Allow | {"BoolIfExists":{"aws:MultiFactorAuthPresent":"true"}}            | user      |                                    | true
            Allow | {"BoolIfExists":{"aws:MultiFactorAuthPresent":"true"}}            | role      |                                    | false
            Allow | {"Bool":{"aws:MultiFactorAuthPresent":"true"}}                    | user      |                                    | false
            Allow | {"Bool":{"aws:MultiFactorAuthPresent":"true"}}                    | role      |                                    | false
            Allow | {"Bool":{"aws:MultiFactorAuthPresent":"true"}}                    | temporary | aws:MultiFactorAuthPresent=true    | true
            Allow | {"Null":{"aws:MultiFactorAuthPresent":"false"}}                   | role      |                                    | true
            Allow | {"Null":{"aws:MultiFactorAuthPresent":"false"}}                   | user      |                                    | false
            Allow | {"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"}}             | role      |                                    | false
            Allow | {"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"}}             | role      | aws:MultiFactorAuthPresent=true    | true
            Allow | {"ForAnyValue:StringEquals":{"aws:CalledVia":["dynamodb.amazonaws.com"]}} | role |                                 | false
            Allow | {"ForAnyValue:StringEquals":{"aws:CalledVia":["dynamodb.amazonaws.com"]}} | role | aws:CalledVia=cloudformation.amazonaws.com,dynamodb.amazonaws.com | true
            Allow | {"StringEquals":{"aws:CalledViaFirst":"cloudformation.amazonaws.com","aws:CalledViaLast":"dynamodb.amazonaws.com"}} | role | aws:CalledVia=cloudformation.amazonaws.com,x.amazonaws.com,dynamodb.amazonaws.com | true
            Allow | {"StringEquals":{"aws:CalledViaFirst":"cloudformation.amazonaws.com","aws:CalledViaLast":"dynamodb.amazonaws.com"}} | role |          | false
            Allow | {"Bool":{"aws:ViaAWSService":"true"}}                             | role      |                                    | false
            Deny  | {"Bool":{"aws:ViaAWSMCPService":"true"}}                          | role      |                                    | true
            Deny  | {"Bool":{"aws:ViaAWSMCPService":"true"}}                          | role      | aws:CalledViaAWSMCP=aws-mcp.amazonaws.com | false
            Deny  | {"StringNotEquals":{"aws:PrincipalAccount":["123456789012"]}}     | role      |                                    | false
            Deny  | {"StringNotEquals":{"aws:PrincipalAccount":["111122223333"]}}     | root      |                                    | true
            Deny  | {"ArnLike":{"aws:PrincipalArn":["arn:aws:iam::*:root"]},"Null":{"aws:AssumedRoot":"true"}} | root |                | false
            Deny  | {"ArnLike":{"aws:PrincipalArn":["arn:aws:iam::*:root"]},"Null":{"aws:AssumedRoot":"true"}} | root | aws:AssumedRoot=true | true
            Deny  | {"ArnLike":{"aws:PrincipalArn":["arn:aws:iam::*:root"]},"Null":{"aws:AssumedRoot":"true"}} | user |                | true
            Deny  | {"ArnNotEquals":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/chat"}} | role |                               | true
            Deny  | {"StringNotEquals":{"aws:PrincipalType":"AssumedRole"}}           | user      |                                    | false
            Allow | {"StringEquals":{"aws:PrincipalType":"FederatedUser","aws:userid":"111122223333:carol"}} | federated |             | true
            Allow | {"StringEquals":{"aws:PrincipalType":"Account","aws:userid":"111122223333"}} | root |                              | true
            Allow | {"StringLike":{"aws:userid":"AROA*:*"}}                           | role      |                                    | true
            Allow | {"StringLike":{"aws:userid":"AROA*:*"}}                           | user      |                                    | false
            Allow | {"StringEquals":{"aws:username":"build"}}                         | user      |                                    | true
            Allow | {"StringEquals":{"aws:username":"build"}}                         | temporary |                                    | true
            Allow | {"StringLike":{"aws:username":"*"}}                               | role      |                                    | false
            Deny  | {"StringNotEqualsIfExists":{"aws:SourceVpc":"vpc-1"},"BoolIfExists":{"aws:PrincipalIsAWSService":"false"}} | role |                          | false
            Deny  | {"StringNotEqualsIfExists":{"aws:SourceVpc":"vpc-1"},"BoolIfExists":{"aws:PrincipalIsAWSService":"false"}} | role | aws:SourceVpc=vpc-1      | true
            Deny  | {"StringNotEqualsIfExists":{"aws:SourceVpc":"vpc-1"},"Bool":{"aws:PrincipalIsAWSService":"false"}} | user |                                  | false
            Deny  | {"BoolIfExists":{"aws:PrincipalIsAWSService":"false","aws:ViaAWSService":"false"},"StringNotEqualsIfExists":{"aws:VpceOrgID":"o-1","aws:PrincipalTag/exception":"true"}} | role | | false
            Deny  | {"BoolIfExists":{"aws:PrincipalIsAWSService":"false","aws:ViaAWSService":"false"},"StringNotEqualsIfExists":{"aws:VpceOrgID":"o-1","aws:PrincipalTag/exception":"true"}} | role | aws:PrincipalTag/exception=true | true
            Deny  | {"StringNotEqualsIfExists":{"aws:SourceAccount":"123456789012"},"Null":{"aws:SourceAccount":"false"},"Bool":{"aws:PrincipalIsAWSService":"true"}} | role | | true
            Deny  | {"StringNotEquals":{"aws:SourceVpc":"${aws:Ec2InstanceSourceVpc}"},"Null":{"ec2:SourceInstanceARN":"false"},"BoolIfExists":{"aws:ViaAWSService":"false"}} | role | | true
            Deny  | {"StringNotEquals":{"aws:SourceVpc":"${aws:Ec2InstanceSourceVpc}"},"Null":{"ec2:SourceInstanceARN":"false"},"BoolIfExists":{"aws:ViaAWSService":"false"}} | role | aws:Ec2InstanceSourceVpc=vpc-1;ec2:SourceInstanceARN=arn:aws:ec2:us-east-1:111122223333:instance/i-1;aws:SourceVpc=vpc-2 | false
            Deny  | {"StringNotEquals":{"aws:SourceVpc":"${aws:Ec2InstanceSourceVpc}"},"Null":{"ec2:SourceInstanceARN":"false"},"BoolIfExists":{"aws:ViaAWSService":"false"}} | role | aws:Ec2InstanceSourceVpc=vpc-1;ec2:SourceInstanceARN=arn:aws:ec2:us-east-1:111122223333:instance/i-1;aws:SourceVpc=vpc-1 | true
            Deny  | {"NumericLessThan":{"ec2:RoleDelivery":"2.0"}}                    | role      |                                    | true
            Deny  | {"NumericLessThan":{"ec2:RoleDelivery":"2.0"}}                    | role      | ec2:RoleDelivery=1.0               | false
            Allow | {"ArnEquals":{"lambda:SourceFunctionArn":"arn:aws:lambda:us-east-1:111122223333:function:chat"}} | role | lambda:SourceFunctionArn=arn:aws:lambda:us-east-1:111122223333:function:chat | true
            Deny  | {"ArnLike":{"aws:ChatbotSourceArn":"arn:aws:chatbot::*:chat-configuration/slack-channel/*"}} | role |                                        | true
            Deny  | {"ArnEquals":{"aws:SignInSessionArn":"arn:aws:signin:us-east-1:111122223333:session/s"}} | role | aws:SignInSessionArn=arn:aws:signin:us-east-1:111122223333:session/s | false
            Allow | {"StringEquals":{"aws:FederatedProvider":"cognito-identity.amazonaws.com"}} | role | cognito-identity.amazonaws.com:aud=eu:pool | true
            Allow | {"StringEquals":{"aws:FederatedProvider":"arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A1"}} | role | oidc.eks.eu-west-1.amazonaws.com/id/A1:sub=pod | true
            Allow | {"StringLike":{"aws:FederatedProvider":"*"}}                      | role      |                                    | false
            Allow | {"StringLike":{"aws:SourceIdentity":["Saanvi","Diego"]}}          | role      |                                    | false
            Allow | {"StringLike":{"aws:SourceIdentity":["Saanvi","Diego"]}}          | role      | aws:SourceIdentity=Diego           | true
            Allow | {"StringEquals":{"aws:PrincipalTag/department":"hr"}}             | tagged    |                                    | true
            Allow | {"StringEquals":{"aws:PrincipalTag/department":"hr"}}             | role      |                                    | false
            Deny  | {"StringNotEquals":{"aws:ResourceTag/department":"${aws:PrincipalTag/department}"}} | tagged |                  | false
            Allow | {"StringEquals":{"aws:PrincipalOrgID":"o-1"}}                     | role      |                                    | false
            Allow | {"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":["o-1/*"]}}    | role      | aws:PrincipalOrgPaths=o-1/r-1/ou-1/ | true
            Deny  | {"StringNotEquals":{"aws:ResourceOrgID":"${aws:PrincipalOrgID}"}} | role      | aws:PrincipalOrgID=o-1             | true
            Deny  | {"StringNotEquals":{"aws:ResourceOrgID":"${aws:PrincipalOrgID}"}} | foreign   | aws:PrincipalOrgID=o-1             | false
            Allow | {"ForAnyValue:StringLike":{"aws:ResourceOrgPaths":["o-1/*"]}}     | role      | aws:PrincipalOrgPaths=o-1/r-1/ou-1/ | true
            Deny  | {"StringNotEquals":{"aws:ResourceAccount":["111122223333"]}}      | role      |                                    | true
            Deny  | {"StringNotEquals":{"aws:ResourceAccount":["123456789012"]}}      | role      |                                    | false
            Deny  | {"StringNotEquals":{"aws:RequestedRegion":["eu-west-1","eu-west-2"]}} | role  |                                    | false
            Deny  | {"StringNotEquals":{"aws:RequestedRegion":["us-east-1"]}}         | role      |                                    | true
            Deny  | {"Bool":{"aws:SecureTransport":"false"}}                          | role      |                                    | true
            Allow | {"DateGreaterThan":{"aws:CurrentTime":"2020-04-01T00:00:00Z"},"DateLessThan":{"aws:CurrentTime":"2100-06-30T23:59:59Z"}} | role | | true
            Allow | {"NumericGreaterThan":{"aws:EpochTime":"1585699200"}}             | user      |                                    | true
            Deny  | {"StringNotLike":{"aws:UserAgent":"aws-sdk-java/*"}}              | role      |                                    | true
            Deny  | {"StringLike":{"aws:UserAgent":"aws-sdk-java/*"}}                 | role      |                                    | false
            Allow | {"StringLike":{"aws:Referer":"https://chat.example.com/*"}}       | role      |                                    | false
            """)
    // spotless:on
    void decidesAsOnAws(String effect, String condition, String caller, String keys, boolean succeeds) {
        ChimeCaller signer = with(keys, caller(caller));
        CallerPermissionSelection permissions = chime.permissions().by(signer);
        if (effect.equals("Deny")) {
            permissions.attach("everything", ALL);
        }
        permissions.attach("guide", policyIf(condition).replace("Allow", effect));

        assertThat(describes(chime.clients().signedBy(signer).client())).isEqualTo(succeeds);
    }

    private ChimeCaller caller(String kind) {
        return switch (kind) {
            case "user" -> chime.caller("user/build");
            case "temporary" -> chime.caller("user/build").expiresIn(Duration.ofHours(1));
            case "role" -> chime.caller("assumed-role/chat/pod");
            case "tagged" -> chime.caller("assumed-role/chat/pod").tag("department", "hr");
            case "foreign" -> chime.caller("arn:aws:sts::444455556666:assumed-role/chat/pod");
            case "federated" -> chime.caller(FEDERATED);
            default -> chime.caller(ROOT);
        };
    }

    /** Sets keys that are written as {@code key=value,value;key=value}. */
    private static ChimeCaller with(String keys, ChimeCaller caller) {
        ChimeCaller changed = caller;
        for (String each : keys == null ? new String[0] : keys.split(";", -1)) {
            String[] keyAndValues = each.split("=", -1);
            changed = changed.contextKey(keyAndValues[0], keyAndValues[1].split(",", -1));
        }
        return changed;
    }

    private boolean describes(ChimeSdkMessagingClient client) {
        try {
            return client.describeChannel(describe(alice, general)).channel() != null;
        } catch (ChimeSdkMessagingException e) {
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
            return false;
        }
    }
}
