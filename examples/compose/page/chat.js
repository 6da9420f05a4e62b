import { ChimeSDKMessagingClient, ListChannelsCommand } from "@aws-sdk/client-chime-sdk-messaging";

const appInstance = "arn:aws:chime:us-east-1:111122223333:app-instance/chat";
const client = new ChimeSDKMessagingClient({
  endpoint: "http://chime.localhost:8111",
  region: "us-east-1",
  // A real page gets temporary credentials of its user from the back end.
  credentials: { accessKeyId: "AKIACHIMEFAKE0000001", secretAccessKey: "secret-of-no-account-0000000000000000001" },
});
try {
  const response = await client.send(new ListChannelsCommand({
    AppInstanceArn: appInstance, ChimeBearer: `${appInstance}/user/alice`,
  }));
  for (const channel of response.Channels) {
    document.querySelector("#channels").append(Object.assign(document.createElement("li"), { textContent: channel.Name }));
  }
} catch (e) {
  document.querySelector("#error").textContent = `${e.name}: ${e.message}`;
}
