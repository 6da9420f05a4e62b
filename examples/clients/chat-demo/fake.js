import AWS from "aws-sdk";
import { DefaultWebSocketAdapter } from "amazon-chime-sdk-js";

// serve.mjs puts the endpoint into the page.
const endpoint = window.chimeEndpoint;
AWS.config.chimesdkmessaging = { endpoint };
// The demonstration calls ListAppInstanceUsers with a parameter that its SDK does not know.
AWS.config.chimesdkidentity = { endpoint, paramValidation: false };

// The demonstration makes its session itself, so the adapter of all sessions connects by ws:// instead of wss://.
const { create } = DefaultWebSocketAdapter.prototype;
DefaultWebSocketAdapter.prototype.create = function (url, ...others) {
  create.call(this, url.replace(/^wss:/, "ws:"), ...others);
};
