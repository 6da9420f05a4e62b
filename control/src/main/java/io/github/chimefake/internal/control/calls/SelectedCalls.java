package io.github.chimefake.internal.control.calls;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.OperationGroup;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.sdk.EqualMembers;
import io.github.chimefake.internal.control.sdk.ServiceJson;
import io.github.chimefake.internal.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The calls that {@link CallWords} select.
 *
 * @param operations any of these; any operation if there are none
 */
public record SelectedCalls(
        List<Operation> operations,
        Optional<ChimeUser> user,
        Optional<ChannelRole> role,
        Optional<ChimeCaller> caller,
        Optional<String> channelArn,
        Optional<String> appInstanceArn,
        Optional<EqualMembers> members) {

    /** Reads the words of a sentence, whose users and channels must exist unless they may be missing. */
    public static SelectedCalls read(Fields fields, Names names) {
        boolean mayBeMissing = fields.flag("mayBeMissing", false);
        Fields by = fields.findFields("by").orElseGet(Fields::none);
        if (fields.has("by") && by.object().members().isEmpty()) {
            throw fields.invalid(
                    "by",
                    "an empty object was received; expected who makes the call, for example"
                            + " {\"user\": \"bob\"}. Leave it out for anyone");
        }
        List<Operation> operations = operations(fields);
        return new SelectedCalls(
                operations,
                present(by, "user").map(user -> names.user(by, "user", mayBeMissing)),
                by.findConstant("role", ChannelRole.class),
                present(by, "caller").map(caller -> names.caller(by, "caller")),
                present(fields, "inChannel").map(channel -> names.channel(fields, "inChannel", mayBeMissing)),
                present(fields, "inAppInstance").map(arn -> names.appInstance(fields, "inAppInstance")),
                members(fields, operations));
    }

    private static Optional<String> present(Fields fields, String member) {
        return fields.findString(member);
    }

    private static List<Operation> operations(Fields fields) {
        Stream<Operation> named = fields.strings("on").stream().map(AwsNames::operation);
        Stream<Operation> ofGroups = fields.strings("onGroup").stream()
                .flatMap(group -> OperationGroup.valueOf(group).operations().stream());
        return Stream.concat(named, ofGroups).distinct().toList();
    }

    /** Returns the members that requests must have, of the only operation. */
    public static Optional<EqualMembers> members(Fields fields, List<Operation> operations) {
        return fields.findFields("matching").map(matching -> {
            JsonObject members = matching.object();
            return ServiceJson.equalMembers(onlyOperation(fields, "matching", operations), members, matching.path());
        });
    }

    /** Returns the only operation, whose members another member of the object names. */
    public static Operation onlyOperation(Fields fields, String member, List<Operation> operations) {
        if (operations.size() != 1) {
            throw fields.invalid(
                    member,
                    "it names members of one operation, but " + operations.size() + " operations are selected;"
                            + " expected exactly one in on, for example \"on\": [\"SendChannelMessage\"]");
        }
        return operations.get(0);
    }

    /** Returns a selection of these calls. A role is selected by the caller of this method, as only rules have it. */
    public <S> S select(S any, SelectionSteps<S> steps) {
        S on = operations.isEmpty()
                ? any
                : steps.on(any, operations.get(0), operations.stream().skip(1).toArray(Operation[]::new));
        S byUser = user.map(bearer -> steps.by(on, bearer)).orElse(on);
        S byCaller = caller.map(signer -> steps.by(byUser, signer)).orElse(byUser);
        S inChannel = channelArn.map(arn -> steps.inChannel(byCaller, arn)).orElse(byCaller);
        S inAppInstance =
                appInstanceArn.map(arn -> steps.inAppInstance(inChannel, arn)).orElse(inChannel);
        return members.map(
                        equal -> steps.matching(inAppInstance, operations.get(0).requestType(), equal))
                .orElse(inAppInstance);
    }
}
