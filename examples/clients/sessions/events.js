/** Performs what makes each type of event, as the AWS SDK calls it. */
import {
  AssociateChannelFlowCommand, BatchCreateChannelMembershipCommand, ChimeSDKMessagingClient, CreateChannelCommand,
  CreateChannelFlowCommand, CreateChannelMembershipCommand, DeleteChannelCommand, DeleteChannelMembershipCommand,
  DeleteChannelMessageCommand, RedactChannelMessageCommand, SendChannelMessageCommand, UpdateChannelCommand,
  UpdateChannelMessageCommand,
} from "@aws-sdk/client-chime-sdk-messaging";

export const EVENT_TYPES = [
  "SESSION_ESTABLISHED", "CHANNEL_DETAILS",
  "CREATE_CHANNEL_MESSAGE", "UPDATE_CHANNEL_MESSAGE", "REDACT_CHANNEL_MESSAGE", "DELETE_CHANNEL_MESSAGE",
  "PENDING_CREATE_CHANNEL_MESSAGE", "FAILED_CREATE_CHANNEL_MESSAGE", "DENIED_CREATE_CHANNEL_MESSAGE",
  "PENDING_UPDATE_CHANNEL_MESSAGE", "FAILED_UPDATE_CHANNEL_MESSAGE", "DENIED_UPDATE_CHANNEL_MESSAGE",
  "UPDATE_CHANNEL", "DELETE_CHANNEL",
  "BATCH_CREATE_CHANNEL_MEMBERSHIP", "CREATE_CHANNEL_MEMBERSHIP", "DELETE_CHANNEL_MEMBERSHIP", "UPDATE_CHANNEL_MEMBERSHIP",
];

const FLOW = "arn:aws:lambda:us-east-1:111122223333:function:";

/** Returns a function that calls an operation as a user. */
function callAs(chime, user) {
  const client = new ChimeSDKMessagingClient(chime.access());
  return (Command, input) => client.send(new Command({ ChimeBearer: chime.user(user), ...input }));
}

export function send(chime, channelArn, user, Content) {
  return callAs(chime, user)(SendChannelMessageCommand, {
    ChannelArn: channelArn, Content, Type: "STANDARD", Persistence: "PERSISTENT",
  });
}

/** Has each type of event sent to alice, whose session open() opens once she is in a channel. */
export async function performAll(chime, open) {
  await chime.control("POST", "/v1/users", { id: "admin", admin: true });
  for (const id of ["carol", "dave", "erin"]) await chime.control("POST", "/v1/users", { id });
  const { arn: general } = await chime.control("POST", "/v1/channels", {
    name: "general", members: ["alice", "bob"], moderators: ["bob"],
  });

  await open();

  await writeMessages(chime, general);
  await changeMembers(chime, general);
  const bob = callAs(chime, "bob");
  await bob(UpdateChannelCommand, { ChannelArn: general, Name: "all", Mode: "RESTRICTED" });
  await bob(DeleteChannelCommand, { ChannelArn: general });
  for (const kind of ["deny", "fail"]) await processMessages(chime, kind);
  await moveToAnotherSubChannel(chime);
}

async function writeMessages(chime, ChannelArn) {
  const bob = callAs(chime, "bob");
  const { MessageId } = await send(chime, ChannelArn, "bob", "hello");
  await bob(UpdateChannelMessageCommand, { ChannelArn, MessageId, Content: "hello, alice" });
  await bob(RedactChannelMessageCommand, { ChannelArn, MessageId });
  await callAs(chime, "admin")(DeleteChannelMessageCommand, { ChannelArn, MessageId });
}

async function changeMembers(chime, ChannelArn) {
  const bob = callAs(chime, "bob");
  const [carol, dave] = ["carol", "dave"].map(chime.user);
  await bob(CreateChannelMembershipCommand, { ChannelArn, MemberArn: carol, Type: "DEFAULT" });
  await bob(DeleteChannelMembershipCommand, { ChannelArn, MemberArn: carol });
  await bob(BatchCreateChannelMembershipCommand, { ChannelArn, MemberArns: [carol, dave], Type: "DEFAULT" });
}

/** Lets a channel flow decide about a new message of alice and about the update of an older one. */
async function processMessages(chime, kind) {
  const alice = callAs(chime, "alice");
  await chime.control("POST", "/v1/flows", { lambda: FLOW + kind, verdict: { kind } });
  const { ChannelFlowArn } = await alice(CreateChannelFlowCommand, {
    AppInstanceArn: chime.appInstanceArn,
    Name: kind,
    Processors: [{
      Name: kind, ExecutionOrder: 1, FallbackAction: "ABORT",
      Configuration: { Lambda: { ResourceArn: FLOW + kind, InvocationType: "ASYNC" } },
    }],
  });
  const { arn: ChannelArn } = await chime.control("POST", "/v1/channels", {
    name: kind, members: ["alice"], moderators: ["alice"],
  });
  const { MessageId } = await send(chime, ChannelArn, "alice", "before the flow");
  await alice(AssociateChannelFlowCommand, { ChannelArn, ChannelFlowArn });
  await send(chime, ChannelArn, "alice", "through the flow");
  await alice(UpdateChannelMessageCommand, { ChannelArn, MessageId, Content: "through the flow, too" });
}

/** Removes members of an elastic channel until the sub-channel of alice has too few, and she is moved. */
async function moveToAnotherSubChannel(chime) {
  const admin = callAs(chime, "admin");
  const { ChannelArn } = await admin(CreateChannelCommand, {
    AppInstanceArn: chime.appInstanceArn,
    Name: "elastic",
    ElasticChannelConfiguration: { MaximumSubChannels: 2, TargetMembershipsPerSubChannel: 3, MinimumMembershipPercentage: 40 },
  });
  for (const user of ["bob", "carol", "dave", "alice", "erin"]) {
    await admin(CreateChannelMembershipCommand, { ChannelArn, MemberArn: chime.user(user), Type: "DEFAULT" });
  }
  for (const user of ["bob", "erin"]) {
    await admin(DeleteChannelMembershipCommand, { ChannelArn, MemberArn: chime.user(user) });
  }
}
