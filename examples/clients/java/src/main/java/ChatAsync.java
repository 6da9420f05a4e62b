import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipError;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;

/**
 * A chat client with the asynchronous client of version 2 of the AWS SDK for Java: prints one line of JSON, the result of a call or how it failed.
 * <pre>
 *     ChatAsync story                     creates a channel, adds a member, sends and lists
 *     ChatAsync send CHANNEL_ARN
 *     ChatAsync join CHANNEL_ARN USER_ARN
 *     ChatAsync batch CHANNEL_ARN USER_ARN
 * </pre>
 * The address and the keys come from the environment: AWS_ENDPOINT_URL_CHIME_SDK_MESSAGING, AWS_ACCESS_KEY_ID and so on.
 * CHAT_USER is the ARN of the user that calls.
 */
public final class ChatAsync {
    private final ChimeSdkMessagingAsyncClient client = ChimeSdkMessagingAsyncClient.create();
    private final String user = System.getenv("CHAT_USER");
    private final String appInstance = user.substring(0, user.indexOf("/user/"));

    private static final Set<String> CREDENTIALS = Set.of(
            "ExpiredTokenException",
            "IncompleteSignatureException",
            "InvalidSignatureException",
            "MissingAuthenticationTokenException",
            "RequestExpired",
            "UnrecognizedClientException");

    /** What the caller of the code should do about an error. */
    private static String meaning(SdkException error) {
        if (!(error instanceof AwsServiceException e)) {
            // No response that can be read, or no credentials: the message may be stored, so send it again with the same token.
            return "unknown";
        }
        String code = String.valueOf(e.awsErrorDetails().errorCode());
        if (CREDENTIALS.contains(code)) {
            return "credentials"; // get others
        }
        if (code.equals("ThrottledClientException") || code.equals("ThrottlingException") || e.statusCode() >= 500) {
            return "later";
        }
        // Otherwise the request is wrong, or the state of what it is about.
        return e.statusCode() == 401 || e.statusCode() == 403 ? "denied" : "invalid";
    }

    public static void main(String[] args) {
        try {
            System.out.println("{\"result\": " + new ChatAsync().call(args) + "}");
        } catch (CompletionException completion) {
            if (completion.getCause() instanceof AwsServiceException e) {
                // The service has responded with an error. Modeled errors have their classes; the others are a ChimeSdkMessagingException.
                print(e, e.awsErrorDetails().errorCode(), e.statusCode());
            } else if (completion.getCause() instanceof SdkException e) {
                // There was no response, or none that could be read.
                print(e, null, null);
            } else {
                throw completion;
            }
        }
    }

    private static void print(SdkException e, String code, Integer status) {
        System.out.printf(
                "{\"class\": \"%s\", \"code\": %s, \"status\": %s, \"meaning\": \"%s\"}%n",
                e.getClass().getSimpleName(), code == null ? null : '"' + code + '"', status, meaning(e));
    }

    private String call(String[] args) {
        return switch (args[0]) {
            case "send" -> '"' + send(args[1]) + '"';
            case "join" -> '"' + join(args[1], args[2]) + '"';
            case "batch" -> json(batch(args[1], args[2]));
            case "story" -> json(story());
            default -> throw new IllegalArgumentException(args[0]);
        };
    }

    private static String json(List<String> values) {
        return values.stream().map(value -> '"' + value + '"').collect(Collectors.joining(", ", "[", "]"));
    }

    private String send(String channel) {
        return client.sendChannelMessage(request -> request.channelArn(channel)
                        .chimeBearer(user)
                        .content("hello")
                        .type("STANDARD")
                        .persistence("PERSISTENT"))
                .join()
                .messageId();
    }

    private String join(String channel, String member) {
        return client.createChannelMembership(request -> request.channelArn(channel)
                        .chimeBearer(user)
                        .memberArn(member)
                        .type("DEFAULT"))
                .join()
                .member()
                .arn();
    }

    private List<String> batch(String channel, String member) {
        return client
                .batchCreateChannelMembership(
                        request -> request.channelArn(channel).chimeBearer(user).memberArns(member))
                .join()
                .errors()
                .stream()
                .map(BatchCreateChannelMembershipError::errorCodeAsString)
                .toList();
    }

    private List<String> story() {
        String channel = client.createChannel(request ->
                        request.appInstanceArn(appInstance).chimeBearer(user).name("story"))
                .join()
                .channelArn();
        join(channel, appInstance + "/user/bob");
        send(channel);
        return client
                .listChannelMessages(request -> request.channelArn(channel).chimeBearer(user))
                .join()
                .channelMessages()
                .stream()
                .map(ChannelMessageSummary::content)
                .toList();
    }
}
