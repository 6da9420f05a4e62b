package io.github.chimefake;

import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Requests.createChannel;
import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.testing.Fakes;
import io.github.chimefake.testing.PlainText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.FallbackAction;
import software.amazon.awssdk.services.chimesdkmessaging.model.InvocationType;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchField;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchFieldKey;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchFieldOperator;

/** A page token belongs to one list. With that of another list, every operation names its own list in words. */
class NextTokensTest {
    private static final String LAMBDA = "arn:aws:lambda:us-east-1:111122223333:function:filter";

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final String appInstance = chime.appInstance().arn();
    private final ChimeUser admin = chime.appInstance().admin("admin");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(admin, bob).create();
    private final ChimeSdkMessagingClient client = chime.client();

    static List<Operation> operationsWithPages() {
        return Stream.of(Operation.values())
                .filter(operation ->
                        fields(operation).anyMatch(field -> field.memberName().equals("NextToken")))
                .toList();
    }

    private static Stream<SdkField<?>> fields(Operation operation) {
        try {
            SdkPojo builder =
                    (SdkPojo) operation.requestType().getMethod("builder").invoke(null);
            return builder.sdkFields().stream();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(operation + " is none of the SDK's", e);
        }
    }

    @ParameterizedTest
    @MethodSource("operationsWithPages")
    void ofAnotherListAreRefusedWithTheListInWords(Operation operation) {
        EveryOperation calls = new EveryOperation(
                client, chime.clients().identityClient(), admin, bob, channelFor(operation), appInstance);
        String token = operation == LIST_CHANNELS ? tokenOfMessages() : tokenOfChannels();

        calls.errorOf(operation, request -> withToken(request, token));

        List<RecordedCall> recorded = chime.journal().calls(operation);
        ErrorResponse error = recorded.get(recorded.size() - 1).errorResponse().orElseThrow();
        assertThat(error.message()).isEqualTo("The NextToken is invalid.");
        assertThat(error.explanation())
                .startsWith("The NextToken was not made for this list: " + operation.awsName())
                .endsWith(
                        ". Pass the NextToken of the previous page unchanged, with the same other parameters, or leave it"
                                + " out for the first page.");
        assertThat(PlainText.internalIn(error.explanation())).isEmpty();
    }

    private AwsRequest withToken(AwsRequest request, String token) {
        AwsRequest.Builder builder = request.toBuilder();
        for (SdkField<?> field : ((SdkPojo) builder).sdkFields()) {
            switch (field.memberName()) {
                case "NextToken" -> field.set(builder, token);
                case "SubChannelId" -> field.set(builder, null);
                case "ChannelFlowArn" -> field.set(builder, flow());
                case "Fields" ->
                    field.set(
                            builder,
                            List.of(SearchField.builder()
                                    .key(SearchFieldKey.MEMBERS)
                                    .operator(SearchFieldOperator.EQUALS)
                                    .values(bob.arn())
                                    .build()));
                default -> {}
            }
        }
        return builder.build();
    }

    private ChimeChannel channelFor(Operation operation) {
        if (operation != Operation.LIST_SUB_CHANNELS) {
            return general;
        }
        return ChimeChannel.of(client.createChannel(createChannel(admin, appInstance, "arena").toBuilder()
                        .elasticChannelConfiguration(elastic -> elastic.maximumSubChannels(2)
                                .targetMembershipsPerSubChannel(2)
                                .minimumMembershipPercentage(1))
                        .build())
                .channelArn());
    }

    private String flow() {
        return client.createChannelFlow(request -> request.appInstanceArn(appInstance)
                        .name("flow")
                        .processors(Processor.builder()
                                .name("filter")
                                .executionOrder(1)
                                .fallbackAction(FallbackAction.ABORT)
                                .configuration(configuration -> configuration.lambda(
                                        lambda -> lambda.resourceArn(LAMBDA).invocationType(InvocationType.ASYNC)))
                                .build()))
                .channelFlowArn();
    }

    private String tokenOfChannels() {
        chime.channel("random").members(admin, bob).create();
        return client.listChannels(request -> request.appInstanceArn(appInstance)
                        .chimeBearer(admin.arn())
                        .maxResults(1))
                .nextToken();
    }

    private String tokenOfMessages() {
        client.sendChannelMessage(send(admin, general, "first"));
        client.sendChannelMessage(send(admin, general, "second"));
        return client.listChannelMessages(request -> request.channelArn(general.arn())
                        .chimeBearer(admin.arn())
                        .maxResults(1))
                .nextToken();
    }
}
