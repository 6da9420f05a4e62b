// A chat client with version 2 of the AWS SDK for JavaScript: prints one line of JSON, the result of a call or how it failed.
// Version 2 does not read AWS_ENDPOINT_URL_CHIME_SDK_MESSAGING, so chime-endpoint.js does. See ../javascript/chat.mjs for the rest.
process.env.AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE = "1";
const AWS = require("aws-sdk");
require("./chime-endpoint.js");

const client = new AWS.ChimeSDKMessaging({ region: process.env.AWS_REGION });
const user = process.env.CHAT_USER;
const appInstance = user.split("/user/")[0];

const commands = {
  async send(channel) {
    const response = await client.sendChannelMessage({
      ChannelArn: channel, ChimeBearer: user, Content: "hello", Type: "STANDARD", Persistence: "PERSISTENT",
    }).promise();
    return response.MessageId;
  },
  async join(channel, member) {
    const response = await client.createChannelMembership({
      ChannelArn: channel, ChimeBearer: user, MemberArn: member, Type: "DEFAULT",
    }).promise();
    return response.Member.Arn;
  },
  async batch(channel, member) {
    const response = await client.batchCreateChannelMembership({
      ChannelArn: channel, ChimeBearer: user, MemberArns: [member],
    }).promise();
    return response.Errors.map((error) => error.ErrorCode);
  },
  async story() {
    const { ChannelArn } = await client.createChannel({
      AppInstanceArn: appInstance, ChimeBearer: user, Name: "story",
    }).promise();
    await commands.join(ChannelArn, `${appInstance}/user/bob`);
    await commands.send(ChannelArn);
    const { ChannelMessages } = await client.listChannelMessages({ ChannelArn, ChimeBearer: user }).promise();
    return ChannelMessages.map((message) => message.Content);
  },
};

const [command, ...args] = process.argv.slice(2);
commands[command](...args).then(
  (result) => console.log(JSON.stringify({ result })),
  // Every error has the class Error; the code says which it is.
  (e) => console.log(JSON.stringify({ class: e.constructor.name, code: e.code, status: e.statusCode ?? null })),
);
