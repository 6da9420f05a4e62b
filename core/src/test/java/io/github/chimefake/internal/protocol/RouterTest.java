package io.github.chimefake.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.http.QueryString;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {
    private static final String ARN = "arn:aws:chime:us-east-1:111122223333:app-instance/i/channel/c";
    private static final String ENCODED_ARN =
            "arn%3Aaws%3Achime%3Aus-east-1%3A111122223333%3Aapp-instance%2Fi%2Fchannel%2Fc";

    private final Router router = new Router();

    @ParameterizedTest
    @EnumSource(Operation.class)
    void everyOperationIsFoundByItsMethodAndUri(Operation operation) {
        String target = operation.uriTemplate().replaceAll("\\{\\w+}", ENCODED_ARN);

        assertThat(matched(operation.httpMethod().name(), target)).satisfies(route -> {
            assertThat(route.operation()).isEqualTo(operation);
            assertThat(route.pathLabels().values()).allMatch(ARN::equals);
        });
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void theLiteralQueryIsFoundAnywhereAmongTheParameters(Operation operation) {
        String target = operation.uriTemplate().replaceAll("\\{\\w+}", "x");
        String after = target.replace("?", "?app-instance-user-arn=a&max-results=1&");
        String between = after + (after.contains("?") ? "&" : "?") + "z=1";

        assertThat(matched(operation.httpMethod().name(), after).operation()).isEqualTo(operation);
        assertThat(matched(operation.httpMethod().name(), between).operation()).isEqualTo(operation);
    }

    @Test
    void whatFollowsTheAppInstanceTellsTheServicesApart() {
        assertThat(matched("GET", "/app-instances/x/streaming-configurations").operation())
                .isEqualTo(Operation.GET_MESSAGING_STREAMING_CONFIGURATIONS);
        assertThat(matched("PUT", "/app-instances/x/streaming-configurations").operation())
                .isEqualTo(Operation.PUT_MESSAGING_STREAMING_CONFIGURATIONS);
        assertThat(matched("GET", "/app-instances/x/retention-settings").operation())
                .isEqualTo(Operation.GET_APP_INSTANCE_RETENTION_SETTINGS);
        assertThat(matched("PUT", "/app-instances/x/retention-settings").operation())
                .isEqualTo(Operation.PUT_APP_INSTANCE_RETENTION_SETTINGS);
        assertThat(matched("GET", "/app-instances/x/admins").operation()).isEqualTo(Operation.LIST_APP_INSTANCE_ADMINS);
    }

    @Test
    void aUserAndABotAreNotTheAppInstanceOfTheSameName() {
        assertThat(matched("GET", "/app-instances/x").operation()).isEqualTo(Operation.DESCRIBE_APP_INSTANCE);
        assertThat(matched("GET", "/app-instance-users/x").operation()).isEqualTo(Operation.DESCRIBE_APP_INSTANCE_USER);
        assertThat(matched("GET", "/app-instance-bots/x").operation()).isEqualTo(Operation.DESCRIBE_APP_INSTANCE_BOT);
    }

    @Test
    void aPathMayHoldTwoArns() {
        assertThat(matched(
                        "DELETE", "/app-instances/" + ENCODED_ARN + "/admins/" + ENCODED_ARN + "%2Fuser%2Fa%3Ab%40c"))
                .satisfies(route -> {
                    assertThat(route.operation()).isEqualTo(Operation.DELETE_APP_INSTANCE_ADMIN);
                    assertThat(route.pathLabels())
                            .isEqualTo(Map.of("appInstanceArn", ARN, "appInstanceAdminArn", ARN + "/user/a:b@c"));
                });
    }

    @Test
    void pathIsSplitBeforeItIsDecodedAndDecodedOnce() {
        String target = "/channels/a%20b%2Bc~d%252Fe%2A%C3%A9%28%21%29%27%2F%2Fx%2F..%2Fy%26%3D%3F%23+%F0%9F%98%80";

        assertThat(matched("GET", target).pathLabels())
                .isEqualTo(Map.of("channelArn", "a b+c~d%2Fe*é(!)'//x/../y&=?#+😀"));
    }

    @Test
    void charactersThatTheClientLeftUnescapedStayAsTheyAre() {
        assertThat(matched("GET", "/channels/" + ARN.replace("/", "%2F") + "é😀")
                        .pathLabels())
                .isEqualTo(Map.of("channelArn", ARN + "é😀"));
    }

    @Test
    void aPlusInTheQueryIsASpaceAndAnEscapedOneIsAPlus() {
        QueryString query = matched("GET", "/channels?next-token=a+b%2Bc%20d&app-instance-arn=" + ENCODED_ARN)
                .query();

        assertThat(query.values("next-token")).containsExactly("a b+c d");
        assertThat(query.values("app-instance-arn")).containsExactly(ARN);
    }

    @Test
    void parametersKeepTheirOrderTheirRepetitionAndTheirEmptiness() {
        QueryString query =
                matched("GET", "/channels?&a=1&b&a=&a=x=y&%61=2&&A=3").query();

        assertThat(query.values("a")).containsExactly("1", "", "x=y", "2");
        assertThat(query.values("b")).containsExactly("");
        assertThat(query.values("c")).isEmpty();
    }

    @Test
    void anEmptyArnIsAnEmptyLabelAndNotAShorterPath() {
        assertThat(matched("GET", "/channels/")).satisfies(route -> {
            assertThat(route.operation()).isEqualTo(Operation.DESCRIBE_CHANNEL);
            assertThat(route.pathLabels()).isEqualTo(Map.of("channelArn", ""));
        });
        assertThat(matched("POST", "/channels//messages")).satisfies(route -> {
            assertThat(route.operation()).isEqualTo(Operation.SEND_CHANNEL_MESSAGE);
            assertThat(route.pathLabels()).isEqualTo(Map.of("channelArn", ""));
        });
        assertThat(matched("GET", "/channels/" + ENCODED_ARN + "/messages/").pathLabels())
                .isEqualTo(Map.of("channelArn", ARN, "messageId", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET   | /chanels                                   | ListChannels, GET /channels
            POST  | /channel/x/messages                        | SendChannelMessage, POST /channels/{channelArn}/messages
            GET   | /channels/x/message                        | ListChannelMessages, GET /channels/{channelArn}/messages
            PUT   | /channels/x/readmarker                     | UpdateChannelReadMarker, PUT /channels/{channelArn}/readMarker
            POST  | /channels?operation=serach                 | SearchChannels, POST /channels?operation=search
            POST  | /channels/x/messages/y?operation=redacted  | RedactChannelMessage, POST /channels/{channelArn}/messages/{messageId}?operation=redact
            GET   | /base/endpoints/messaging-session          | GetMessagingSessionEndpoint, GET /endpoints/messaging-session
            POST  | /app-instance-user                         | CreateAppInstanceUser, POST /app-instance-users
            GET   | /app-instances/x/retention-setting         | GetAppInstanceRetentionSettings, GET /app-instances/{appInstanceArn}/retention-settings
            GET   | /channels/x/messages/y/z                   | GetChannelMessage, GET /channels/{channelArn}/messages/{messageId}
            """)
    void anUnknownRouteNamesMethodPathAndTheNearestOperation(String method, String target, String nearest) {
        assertThat(unknown(method, target)).satisfies(serviceError -> {
            assertThat(serviceError.error()).isEqualTo(ChimeError.UNKNOWN_OPERATION);
            assertThat(serviceError.explanation())
                    .isEqualTo(
                            "No operation is " + method + " " + target + ". The nearest operation is " + nearest + ".");
            assertThat(serviceError.provenance()).isEqualTo(Provenance.ASSUMED);
        });
    }

    @Test
    void theWrongMethodOnAKnownPathNamesThoseThatThePathTakes() {
        assertThat(unknown("PATCH", "/channels/x").explanation())
                .startsWith("No operation is PATCH /channels/x. This path takes DELETE (DeleteChannel), GET"
                        + " (DescribeChannel), PUT (UpdateChannel). The nearest operation is ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?scope=",
                "?scope",
                "?operation=redact",
                "?scope=message-status&operation=redact",
                "?scope=Message-Status"
            })
    void aLiteralThatNoOperationHasNeverFallsBackToTheOperationWithoutIt(String query) {
        assertThat(unknown("GET", "/channels/x/messages/y" + query).error()).isEqualTo(ChimeError.UNKNOWN_OPERATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "*", "channels", "//channels", "/channels/a/b/c/d/e/f/g/h/i/j", "?operation=search"})
    void anythingElseIsUnknown(String target) {
        assertThat(unknown("POST", target).error()).isEqualTo(ChimeError.UNKNOWN_OPERATION);
    }

    @Test
    void aLongUnknownPathIsCutShortInTheExplanation() {
        assertThat(unknown("GET", "/" + "x/".repeat(10_000) + "y".repeat(10_000))
                        .explanation())
                .hasSizeLessThan(500)
                .contains("… (30001 characters)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/channels/%", "/channels/%4", "/channels/%zz", "/channels/%-1", "/channels?%g0=a", "/no/%١١"})
    void aBrokenEscapeIsABadRequestThatShowsIt(String target) {
        assertThat(unknown("GET", target)).satisfies(serviceError -> {
            assertThat(serviceError.error()).isEqualTo(ChimeError.BAD_REQUEST);
            assertThat(serviceError.message()).startsWith("Invalid URI: \"%").contains("is not a percent escape");
            assertThat(serviceError.explanation()).contains("GET " + target, "%25");
        });
    }

    /** It may be a credential, or the content of a message. */
    @ParameterizedTest
    @ValueSource(strings = {"/channels?a=%", "/channels?a=%C3"})
    void aBrokenValueInTheQueryIsABadRequestThatNamesTheParameter(String target) {
        assertThat(unknown("GET", target)).satisfies(serviceError -> {
            assertThat(serviceError.error()).isEqualTo(ChimeError.BAD_REQUEST);
            assertThat(serviceError.message()).isEqualTo("Invalid URI: the escapes in the value of a are broken");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/channels/%E9", "/channels/%C0%AF", "/channels/%ED%A0%80"})
    void escapesThatAreNotUtf8AreABadRequest(String target) {
        assertThat(unknown("GET", target)).satisfies(serviceError -> {
            assertThat(serviceError.error()).isEqualTo(ChimeError.BAD_REQUEST);
            assertThat(serviceError.message())
                    .startsWith("Invalid URI: the escapes in \"")
                    .endsWith("\" are not UTF-8");
        });
    }

    private Route.Matched matched(String method, String target) {
        assertThat(router.route(method, target)).isInstanceOf(Route.Matched.class);
        return (Route.Matched) router.route(method, target);
    }

    private ServiceError unknown(String method, String target) {
        assertThat(router.route(method, target)).isInstanceOf(Route.Unknown.class);
        return ((Route.Unknown) router.route(method, target)).serviceError();
    }
}
