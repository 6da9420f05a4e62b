package io.github.chimefake.constraints;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.protocol.MappedRequests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The members that the requests of a scene have unless a trial says otherwise. */
final class SceneRequests {
    static final String LAMBDA = "arn:aws:lambda:us-east-1:111122223333:function:filter";
    static final String PINPOINT = "arn:aws:mobiletargeting:us-east-1:111122223333:apps/push";
    static final String STREAM = "arn:aws:kinesis:us-east-1:111122223333:stream/chime-messaging-all";
    static final String LEX = "arn:aws:lex:us-east-1:111122223333:bot-alias/ABCDEFGHIJ/KLMNOPQRST";

    private final Scene scene;
    private int devices;

    SceneRequests(Scene scene) {
        this.scene = scene;
    }

    Map<String, Object> members(Operation operation, Object... namesAndValues) {
        Map<String, Object> members = new HashMap<>();
        for (String name : MappedRequests.members(operation)) {
            Object value = defaultOf(operation, name);
            if (!value.equals("")) {
                members.put(name, value);
            }
        }
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }

    /** The default, or empty text for none. */
    private Object defaultOf(Operation operation, String name) {
        return switch (name) {
            case "ChimeBearer" -> scene.alice.arn();
            case "ChannelArn", "ResourceARN" -> scene.general.arn();
            case "AppInstanceArn" -> scene.chime.appInstance().arn();
            case "MemberArn", "ChannelModeratorArn", "AppInstanceAdminArn" -> scene.bob.arn();
            case "MemberArns" ->
                operation == Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP ? List.of(scene.carol.arn()) : "";
            case "AppInstanceUserArn" -> scene.alice.arn();
            case "AppInstanceBotArn" -> scene.bot.arn();
            case "AppInstanceUserId" -> "erin";
            case "Name" -> "name";
            case "Content" -> "hello";
            case "Persistence" -> "PERSISTENT";
            case "Processors" -> List.of(processor(LAMBDA, 1));
            case "Configuration" -> lex(LEX, "en_US");
            case "EndpointAttributes" -> Map.of("DeviceToken", "device" + devices++);
            case "StreamingConfigurations" -> List.of(Map.of("DataType", "Channel", "ResourceArn", STREAM));
            case "Preferences" -> Map.of("PushNotifications", Map.of("AllowNotifications", "ALL"));
            case "Fields" ->
                List.of(Map.of("Key", "MEMBERS", "Operator", "INCLUDES", "Values", List.of(scene.bob.arn())));
            case "Type" -> type(operation);
            case "ResourceArn" -> PINPOINT;
            case "Metadata" -> operation.awsName().startsWith("UpdateAppInstance") ? "{}" : "";
            default -> "";
        };
    }

    private static String type(Operation operation) {
        return switch (operation) {
            case SEND_CHANNEL_MESSAGE -> "STANDARD";
            case CREATE_CHANNEL_MEMBERSHIP -> "DEFAULT";
            case REGISTER_APP_INSTANCE_USER_ENDPOINT -> "GCM";
            default -> "";
        };
    }

    static Map<String, Object> elastic(int subChannels, int members) {
        return Map.of(
                "MaximumSubChannels",
                subChannels,
                "TargetMembershipsPerSubChannel",
                members,
                "MinimumMembershipPercentage",
                1);
    }

    static Map<String, Object> processor(String lambda, int order) {
        return Map.of(
                "Name",
                "processor",
                "ExecutionOrder",
                order,
                "FallbackAction",
                "ABORT",
                "Configuration",
                Map.of("Lambda", Map.of("ResourceArn", lambda, "InvocationType", "ASYNC")));
    }

    static Map<String, Object> lex(String alias, String locale) {
        return Map.of("Lex", Map.of("LexBotAliasArn", alias, "LocaleId", locale));
    }
}
