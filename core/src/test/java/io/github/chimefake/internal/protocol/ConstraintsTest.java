package io.github.chimefake.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.protocol.RandomRequests.Extent;
import io.github.chimefake.internal.protocol.Shape.Choice;
import io.github.chimefake.internal.protocol.Shape.ListOf;
import io.github.chimefake.internal.protocol.Shape.Member;
import io.github.chimefake.internal.protocol.Shape.Text;
import io.github.chimefake.internal.protocol.Shape.WholeNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.MessageAttributeValue;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchField;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelRequest;

@Tag("slow")
class ConstraintsTest {
    private static final String ARN = "arn:aws:chime:us-east-1:111122223333:app-instance/i/channel/c";

    private final Constraints constraints = new Constraints();

    /** A change that breaks a rule, and the rule as the refusal names it. */
    private record Breach(UnaryOperator<Optional<Object>> change, String rule) {}

    @ParameterizedTest
    @EnumSource(Operation.class)
    void valuesAtTheBoundsAreAccepted(Operation operation) {
        for (int seed = 1; seed <= 5; seed++) {
            for (Extent extent : Extent.values()) {
                AwsRequest request = new RandomRequests(seed, extent).request(operation);

                assertThat(constraints.check(operation, request))
                        .as("seed %s, %s", seed, extent)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void everyValueBeyondABoundIsRefusedByMemberAndRule(Operation operation) {
        RandomRequests base = new RandomRequests(1, Extent.MIXED);
        base.request(operation);
        base.visited().forEach((path, member) -> {
            for (Breach breach : breaches(member)) {
                AwsRequest request = RandomRequests.changedAt(path, breach.change, 1, Extent.MIXED)
                        .request(operation);

                assertThat(constraints.check(operation, request))
                        .as("%s: %s", path, breach.rule)
                        .hasValueSatisfying(serviceError -> assertThat(serviceError.message())
                                .startsWith("1 validation error detected: Value ")
                                .endsWith(" at '" + path + "' failed to satisfy constraint: " + breach.rule));
            }
        });
    }

    private static List<Breach> breaches(Member member) {
        List<Breach> breaches = new ArrayList<>();
        if (member.isRequired() && !member.name().equals("ChimeBearer")) {
            breaches.add(new Breach(value -> Optional.empty(), "Member must not be null"));
        }
        if (member.shape() instanceof Text text) {
            if (text.minLength() > 0) {
                breaches.add(resized(text.minLength() - 1, length("greater", text.minLength())));
            }
            if (text.maxLength() < Shape.UNBOUNDED) {
                breaches.add(resized(text.maxLength() + 1, length("less", text.maxLength())));
            }
            text.pattern()
                    .filter(pattern -> !pattern.model().equals("[\\s\\S]*"))
                    .ifPresent(pattern -> breaches.add(new Breach(
                            // No other pattern allows both two line separators and a control character.
                            value -> Optional.of("\u2028\0\u2028" + resized(value, text.minLength())),
                            "Member must satisfy regular expression pattern: " + pattern.model())));
        } else if (member.shape() instanceof Choice choice) {
            String rule = "Member must satisfy enum value set: " + choice.values();
            breaches.add(new Breach(value -> Optional.of(value.get() + "_"), rule));
            breaches.add(new Breach(value -> Optional.of(value.get().toString().toLowerCase(Locale.ROOT)), rule));
        } else if (member.shape() instanceof WholeNumber number) {
            breaches.add(new Breach(value -> Optional.of(number.minimum() - 1), value("greater", number.minimum())));
            if (number.maximum() < Shape.UNBOUNDED) {
                breaches.add(new Breach(value -> Optional.of(number.maximum() + 1), value("less", number.maximum())));
            }
        } else if (member.shape() instanceof ListOf list) {
            if (list.minSize() > 0) {
                breaches.add(new Breach(
                        value -> repeated(value.get(), list.minSize() - 1), length("greater", list.minSize())));
            }
            if (list.maxSize() < Shape.UNBOUNDED) {
                breaches.add(
                        new Breach(value -> repeated(value.get(), list.maxSize() + 1), length("less", list.maxSize())));
            }
        }
        return breaches;
    }

    private static Breach resized(int length, String rule) {
        return new Breach(value -> Optional.of(resized(value, length)), rule);
    }

    /** The text cut to as many code points, or lengthened by characters that are two units of UTF-16. */
    private static String resized(Optional<Object> value, int length) {
        String text = (String) value.orElseThrow();
        int actual = text.codePointCount(0, text.length());
        return actual >= length
                ? text.substring(0, text.offsetByCodePoints(0, length))
                : text + "😀".repeat(length - actual);
    }

    private static Optional<Object> repeated(Object list, int size) {
        return Optional.of(Collections.nCopies(size, ((List<?>) list).get(0)));
    }

    private static String length(String comparison, int bound) {
        return "Member must have length " + comparison + " than or equal to " + bound;
    }

    private static String value(String comparison, int bound) {
        return "Member must have value " + comparison + " than or equal to " + bound;
    }

    @Test
    void lengthsCountCodePoints() {
        SendChannelMessageRequest longest =
                message().metadata("😀".repeat(1024)).build();

        assertThat(check(longest)).isEmpty();
        assertThat(check(message().metadata("😀".repeat(1025)).build())).isPresent();
    }

    @Test
    void contentHasNoMaximumHere() {
        assertThat(check(message().content("x".repeat(1_000_000)).build())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r", "\u0085", "\u2028"})
    void aPatternOfAnyCharactersAllowsNoLineBreak(String text) {
        assertThat(check(message().metadata(text).build())).isPresent();
        assertThat(check(message().content(text).build())).isEmpty();
    }

    @Test
    void supplementaryCharactersAreAllowedInNames() {
        assertThat(check(channelNamed("a😀\t\n\u0085日"))).isEmpty();
        assertThat(check(channelNamed("\u0000"))).isPresent();
        assertThat(check(channelNamed("\u0008"))).isPresent();
        assertThat(check(channelNamed("\uFFFE"))).isPresent();
        assertThat(check(channelNamed("\uD83D"))).isPresent();
    }

    private static UpdateChannelRequest channelNamed(String name) {
        return UpdateChannelRequest.builder().channelArn(ARN).name(name).build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:chime:us-east-1:1:a",
                "arn:aws-us-gov:chime:::x",
                "arn:a.b-9::::x",
                "arn:aws:chime:us-east-1:1:é/ 😀"
            })
    void anArnMayBeAny(String arn) {
        assertThat(check(DeleteChannelRequest.builder().channelArn(arn).build()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:chime:us-east-1:1",
                "arn:aws:chime:us-east-1:1:",
                "arn:aws:chime:us-east-1:1:/a",
                "arn:AWS:chime:us-east-1:1:a",
                "arn::chime:us-east-1:1:a",
                " arn:aws:chime:us-east-1:1:a",
                "arn:aws:chime:us-east-1:1:a\n",
                "hello"
            })
    void whatIsNoArnIsRefusedAsOne(String arn) {
        assertThat(check(DeleteChannelRequest.builder().channelArn(arn).build()))
                .hasValueSatisfying(serviceError -> assertThat(serviceError.message())
                        .startsWith("1 validation error detected: Value '" + arn
                                + "' at 'ChannelArn' failed to satisfy constraint: Member must satisfy regular expression"
                                + " pattern: arn:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a😀", "😀a", "a"})
    void longTextsNeitherHangNorOverflowTheStack(String text) {
        String almost = "arn:aws:chime:us-east-1:1:" + text.repeat(500) + "\n";

        assertThat(check(DeleteChannelRequest.builder().channelArn(almost).build()))
                .isPresent();
        assertThat(check(message().content(text.repeat(300_000)).build())).isEmpty();
        assertThat(check(channelNamed(text.repeat(300_000)))).isPresent();
    }

    @Test
    void theFirstBreachInTheOrderOfTheModelIsNamed() {
        SendChannelMessageRequest request = SendChannelMessageRequest.builder().build();

        assertThat(check(request)).map(ServiceError::message).contains(missing("ChannelArn"));
        assertThat(check(request.toBuilder().channelArn(ARN).build()))
                .map(ServiceError::message)
                .contains(missing("Content"));
    }

    private static String missing(String member) {
        return "1 validation error detected: Value null at '" + member
                + "' failed to satisfy constraint: Member must not be null";
    }

    @Test
    void aTokenThatTheSdkWouldMakeUpIsMissedAll() {
        SendChannelMessageRequest request = message().clientRequestToken(null).build();

        assertThat(check(request)).map(ServiceError::message).contains(missing("ClientRequestToken"));
    }

    @Test
    void aBearerIsNoBusinessOfTheConstraintsUnlessItIsMalformed() {
        assertThat(check(message().chimeBearer(null).build())).isEmpty();
        assertThat(check(message().chimeBearer("").build())).isEmpty();
        assertThat(check(message().chimeBearer("alice").build()))
                .hasValueSatisfying(
                        serviceError -> assertThat(serviceError.message()).contains("Value 'alice' at 'ChimeBearer'"));
    }

    @Test
    void aPlaceWithinListsAndStructuresIsNamedWhole() {
        SearchField good = SearchField.builder()
                .key("MEMBERS")
                .operator("EQUALS")
                .values("a")
                .build();
        SearchField bad = good.toBuilder().values("a", "b", "").build();
        SearchChannelsRequest request =
                SearchChannelsRequest.builder().fields(good, bad).build();

        assertThat(check(request))
                .map(ServiceError::message)
                .contains(
                        "1 validation error detected: Value '' at 'Fields[1].Values[2]' failed to satisfy constraint: Member"
                                + " must have length greater than or equal to 1");
    }

    @Test
    void keysAndValuesOfMapsAreChecked() {
        MessageAttributeValue empty =
                MessageAttributeValue.builder().stringValues("").build();
        MessageAttributeValue full =
                MessageAttributeValue.builder().stringValues("v").build();

        assertThat(check(message().messageAttributes(Map.of("k", full)).build()))
                .isEmpty();
        assertThat(check(message().messageAttributes(Map.of("k", empty)).build()))
                .hasValueSatisfying(serviceError -> assertThat(serviceError.message())
                        .contains("Value '' at 'MessageAttributes[\"k\"].StringValues[0]'"));
        assertThat(check(message().messageAttributes(Map.of("", full)).build()))
                .hasValueSatisfying(serviceError ->
                        assertThat(serviceError.message()).contains("Value '' at 'MessageAttributes (key)'"));
    }

    @Test
    void theRefusalSaysWhatWasReceivedAndExpectedAndRestsOnAnAssumption() {
        ListChannelsRequest request =
                ListChannelsRequest.builder().appInstanceArn(ARN).maxResults(0).build();

        assertThat(check(request))
                .contains(new ServiceError(
                        Layer.VALIDATION,
                        ChimeError.BAD_REQUEST,
                        "1 validation error detected: Value '0' at 'MaxResults' failed to satisfy constraint: Member must have"
                                + " value greater than or equal to 1",
                        "MaxResults was '0'. Member must have value greater than or equal to 1.",
                        Provenance.ASSUMED));
    }

    @Test
    void theExplanationTellsMissingFromEmpty() {
        DeleteChannelRequest missing = DeleteChannelRequest.builder().build();
        DeleteChannelRequest empty = missing.toBuilder().channelArn("").build();

        assertThat(check(missing))
                .map(ServiceError::explanation)
                .contains("ChannelArn was missing. Member must not be null.");
        assertThat(check(empty))
                .map(ServiceError::explanation)
                .contains("ChannelArn was empty. Member must have length greater than or equal to 5.");
    }

    @Test
    void aLongValueIsCutShortInTheMessage() {
        assertThat(check(message().metadata("x".repeat(5000)).build()))
                .hasValueSatisfying(serviceError -> assertThat(serviceError.message())
                        .contains("Value '" + "x".repeat(200) + "… (5000 characters)' at 'Metadata'"));
    }

    private Optional<ServiceError> check(AwsRequest request) {
        Operation operation = List.of(Operation.values()).stream()
                .filter(any -> any.requestType() == request.getClass())
                .findFirst()
                .orElseThrow();
        return constraints.check(operation, request);
    }

    private static SendChannelMessageRequest.Builder message() {
        return SendChannelMessageRequest.builder()
                .channelArn(ARN)
                .content("c")
                .type("STANDARD")
                .persistence("PERSISTENT")
                .clientRequestToken("token");
    }
}
