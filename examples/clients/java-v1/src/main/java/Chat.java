import com.amazonaws.AmazonServiceException;
import com.amazonaws.SdkBaseException;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.chimesdkmessaging.AmazonChimeSDKMessaging;
import com.amazonaws.services.chimesdkmessaging.AmazonChimeSDKMessagingClientBuilder;
import com.amazonaws.services.chimesdkmessaging.model.BatchCreateChannelMembershipError;
import com.amazonaws.services.chimesdkmessaging.model.BatchCreateChannelMembershipRequest;
import com.amazonaws.services.chimesdkmessaging.model.ChannelMessageSummary;
import com.amazonaws.services.chimesdkmessaging.model.CreateChannelMembershipRequest;
import com.amazonaws.services.chimesdkmessaging.model.CreateChannelRequest;
import com.amazonaws.services.chimesdkmessaging.model.ListChannelMessagesRequest;
import com.amazonaws.services.chimesdkmessaging.model.SendChannelMessageRequest;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A chat client with version 1 of the AWS SDK for Java: prints one line of JSON, the result of a call or how it failed.
 * Version 1 does not read AWS_ENDPOINT_URL_CHIME_SDK_MESSAGING, so the program does. See ../java for the commands.
 */
public final class Chat {
    private final AmazonChimeSDKMessaging client = AmazonChimeSDKMessagingClientBuilder.standard()
            .withEndpointConfiguration(new EndpointConfiguration(
                    System.getenv("AWS_ENDPOINT_URL_CHIME_SDK_MESSAGING"), System.getenv("AWS_REGION")))
            .build();
    private final String user = System.getenv("CHAT_USER");
    private final String appInstance = user.substring(0, user.indexOf("/user/"));

    public static void main(String[] args) {
        try {
            System.out.println("{\"result\": " + new Chat().call(args) + "}");
        } catch (AmazonServiceException e) {
            // The service has responded with an error. Modeled errors have their classes; the others are an
            // AmazonChimeSDKMessagingException.
            print(e, e.getErrorCode(), e.getStatusCode());
        } catch (SdkBaseException e) {
            // There was no response, or none that could be read.
            print(e, null, null);
        }
    }

    private static void print(Exception e, String code, Integer status) {
        System.out.printf(
                "{\"class\": \"%s\", \"code\": %s, \"status\": %s}%n",
                e.getClass().getSimpleName(), code == null ? null : '"' + code + '"', status);
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
        return client.sendChannelMessage(new SendChannelMessageRequest()
                        .withChannelArn(channel)
                        .withChimeBearer(user)
                        .withContent("hello")
                        .withType("STANDARD")
                        .withPersistence("PERSISTENT"))
                .getMessageId();
    }

    private String join(String channel, String member) {
        return client.createChannelMembership(new CreateChannelMembershipRequest()
                        .withChannelArn(channel)
                        .withChimeBearer(user)
                        .withMemberArn(member)
                        .withType("DEFAULT"))
                .getMember()
                .getArn();
    }

    private List<String> batch(String channel, String member) {
        return client
                .batchCreateChannelMembership(new BatchCreateChannelMembershipRequest()
                        .withChannelArn(channel)
                        .withChimeBearer(user)
                        .withMemberArns(member))
                .getErrors()
                .stream()
                .map(BatchCreateChannelMembershipError::getErrorCode)
                .toList();
    }

    private List<String> story() {
        String channel = client.createChannel(new CreateChannelRequest()
                        .withAppInstanceArn(appInstance)
                        .withChimeBearer(user)
                        .withName("story"))
                .getChannelArn();
        join(channel, appInstance + "/user/bob");
        send(channel);
        return client
                .listChannelMessages(
                        new ListChannelMessagesRequest().withChannelArn(channel).withChimeBearer(user))
                .getChannelMessages()
                .stream()
                .map(ChannelMessageSummary::getContent)
                .toList();
    }
}
