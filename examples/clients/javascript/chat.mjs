// A chat client with version 3 of the AWS SDK for JavaScript: prints one line of JSON, the result of a call or how it failed.
//     node chat.mjs story                     creates a channel, adds a member, sends and lists
//     node chat.mjs send CHANNEL_ARN
//     node chat.mjs join CHANNEL_ARN USER_ARN
//     node chat.mjs batch CHANNEL_ARN USER_ARN
// The address and the keys come from the environment: AWS_ENDPOINT_URL_CHIME_SDK_MESSAGING, AWS_ACCESS_KEY_ID and so on.
// CHAT_USER is the ARN of the user that calls.
import {
  BatchCreateChannelMembershipCommand,
  ChimeSDKMessagingClient,
  ChimeSDKMessagingServiceException,
  CreateChannelCommand,
  CreateChannelMembershipCommand,
  ListChannelMessagesCommand,
  SendChannelMessageCommand,
} from "@aws-sdk/client-chime-sdk-messaging";

const client = new ChimeSDKMessagingClient({});
const user = process.env.CHAT_USER;
const appInstance = user.split("/user/")[0];

const commands = {
  async send(channel) {
    const response = await client.send(new SendChannelMessageCommand({
      ChannelArn: channel, ChimeBearer: user, Content: "hello", Type: "STANDARD", Persistence: "PERSISTENT",
    }));
    return response.MessageId;
  },
  async join(channel, member) {
    const response = await client.send(new CreateChannelMembershipCommand({
      ChannelArn: channel, ChimeBearer: user, MemberArn: member, Type: "DEFAULT",
    }));
    return response.Member.Arn;
  },
  async batch(channel, member) {
    const response = await client.send(new BatchCreateChannelMembershipCommand({
      ChannelArn: channel, ChimeBearer: user, MemberArns: [member],
    }));
    return response.Errors.map((error) => error.ErrorCode);
  },
  async story() {
    const { ChannelArn } = await client.send(new CreateChannelCommand({
      AppInstanceArn: appInstance, ChimeBearer: user, Name: "story",
    }));
    await commands.join(ChannelArn, `${appInstance}/user/bob`);
    await commands.send(ChannelArn);
    const { ChannelMessages } = await client.send(new ListChannelMessagesCommand({ ChannelArn, ChimeBearer: user }));
    return ChannelMessages.map((message) => message.Content);
  },
};

const CREDENTIALS = new Set(["ExpiredTokenException", "IncompleteSignatureException", "InvalidSignatureException",
  "MissingAuthenticationTokenException", "RequestExpired", "UnrecognizedClientException"]);

/** What the caller of the code should do about an error. */
function meaning(e) {
  const status = e.$metadata?.httpStatusCode;
  if (CREDENTIALS.has(e.name) || e.name === "CredentialsProviderError") return "credentials"; // get others
  if (["ThrottledClientException", "ThrottlingException"].includes(e.name) || status >= 500) return "later";
  if (!(e instanceof ChimeSDKMessagingServiceException)) {
    return "unknown"; // no response that can be read: the message may be stored, so send it again with the same token
  }
  return status === 401 || status === 403 ? "denied" : "invalid"; // the request, or the state of what it is about
}

const [command, ...args] = process.argv.slice(2);
try {
  console.log(JSON.stringify({ result: await commands[command](...args) }));
} catch (e) {
  // An error of the service is a ChimeSDKMessagingServiceException. Modeled errors have their classes; for the others, only
  // the name says which it is.
  const answered = e instanceof ChimeSDKMessagingServiceException;
  console.log(JSON.stringify({
    class: e.constructor.name,
    code: answered ? e.name : (e.code ?? e.name),
    status: e.$metadata?.httpStatusCode ?? null,
    meaning: meaning(e),
  }));
}
